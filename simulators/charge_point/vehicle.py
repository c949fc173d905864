"""The car at the other end of the cable: how much power it takes."""

from dataclasses import dataclass


@dataclass(slots=True)
class Vehicle:
    """A battery that takes full power up to 80 % and then tapers off linearly to a tenth.

    A battery of 0 Wh is a load without an end: it takes `power_w` for ever.
    """

    power_w: int = 11_000
    battery_wh: int = 0
    charged_wh: int = 0
    ready: bool = True

    def wanted_power_w(self) -> int:
        """What the car would draw now if it were allowed anything."""
        if not self.ready:
            return 0
        if self.battery_wh == 0:
            return self.power_w
        if self.charged_wh >= self.battery_wh:
            return 0
        knee_wh = self.battery_wh * 4 // 5
        if self.charged_wh <= knee_wh:
            return self.power_w
        above_wh = self.charged_wh - knee_wh
        span_wh = self.battery_wh - knee_wh
        return self.power_w - self.power_w * 9 * above_wh // (span_wh * 10)

    def soc_percent(self) -> int:
        """State of charge; 50 for a load without a battery."""
        if self.battery_wh == 0:
            return 50
        return min(100, self.charged_wh * 100 // self.battery_wh)
