"""What charging costs."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from csms.domain.ids import Micro, Minor, TariffId
from csms.domain.time_of_use import FREE, Window

NOTHING: Final = Minor(0)


@dataclass(frozen=True, slots=True)
class Tariff:
    """Prices of one tariff version; a transaction keeps the one it started under.

    energy_rate: per kWh. session_fee_minor: once per transaction that delivered energy.
    tax_rate: millionths (19 % is 190_000); tax_included: whether rates contain it already.
    charge_zero_energy: whether a transaction without energy pays fees and time.
    minute_rate: per minute of charging. idle_rate: per minute in which the vehicle takes nothing
    and keeps the connector, after idle_grace_s of that.
    minimum_minor, maximum_minor: bounds of what is charged, tax treated as in the rates.
    windows: other prices at certain local times; the first that covers an instant counts.
    """

    tariff_id: TariffId
    name: str
    currency: str
    energy_rate: Micro
    session_fee_minor: Minor
    tax_rate: Micro
    tax_included: bool = True
    charge_zero_energy: bool = False
    valid_from: datetime | None = None
    valid_to: datetime | None = None
    version: int = 1
    minute_rate: Micro = FREE
    idle_rate: Micro = FREE
    idle_grace_s: int = 0
    minimum_minor: Minor = NOTHING
    maximum_minor: Minor | None = None
    windows: tuple[Window, ...] = ()

    def is_valid_at(self, at: datetime) -> bool:
        """Whether a transaction that starts at an instant may start under it."""
        return (self.valid_from is None or at >= self.valid_from) and not self.is_over_at(at)

    def is_over_at(self, at: datetime) -> bool:
        """Whether it prices no more starts from an instant on."""
        return self.valid_to is not None and at >= self.valid_to

    @property
    def needs_readings(self) -> bool:
        """Whether it matters when the energy flowed."""
        return bool(self.windows)

    @property
    def needs_states(self) -> bool:
        """Whether it matters when the vehicle took energy and when it only stood there."""
        return bool(
            self.minute_rate or self.idle_rate or any(one.minute_rate for one in self.windows)
        )
