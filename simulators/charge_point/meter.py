"""The meter of one connector: an integer register that counts what flows through it."""

from datetime import datetime, timedelta

_MJ_PER_WH = 3_600_000


class Meter:
    """Integrates power over time without floats: watts times milliseconds are millijoules.

    The register never runs backwards and survives a loss of power.
    """

    def __init__(self, read_at: datetime, start_wh: int = 0) -> None:
        """start_wh: what the register already shows (a used meter)."""
        self._millijoule = start_wh * _MJ_PER_WH
        self._read_at = read_at
        self.power_w = 0

    @property
    def energy_wh(self) -> int:
        """The register as of the last `run_to`."""
        return self._millijoule // _MJ_PER_WH

    def run_to(self, now: datetime) -> int:
        """Count what flowed until `now` and return the register in Wh."""
        elapsed_ms = max(0, (now - self._read_at) // timedelta(milliseconds=1))
        self._millijoule += self.power_w * elapsed_ms
        self._read_at = max(self._read_at, now)
        return self.energy_wh

    def switch(self, power_w: int, now: datetime) -> None:
        """From `now` on, `power_w` flows."""
        self.run_to(now)
        self.power_w = power_w

    def seconds_until_wh(self, target_wh: int) -> int | None:
        """Whole seconds until the register shows `target_wh`, rounded up; None if it never will."""
        missing = target_wh * _MJ_PER_WH - self._millijoule
        if missing <= 0:
            return 0
        if self.power_w <= 0:
            return None
        return -(-missing // (self.power_w * 1000))
