"""Tariffs as they are sent, and the parts of them that people send."""

import re
from datetime import datetime
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, Field

from csms.domain.ids import Micro
from csms.domain.tariff import Tariff
from csms.domain.time_of_use import Window
from csms.entrypoints.api.faults import fault
from csms.entrypoints.api.fields import Body, Name, RateMicro

CLOCK: Final = r"^([01][0-9]|2[0-3]):[0-5][0-9]$"


def _once_each(days: list[int]) -> list[int]:
    if len(set(days)) < len(days):
        raise fault("twice")
    return sorted(days)


def _time_of_day(clock: str) -> str:
    if not re.fullmatch(CLOCK, clock):
        raise fault("not_a_time_of_day")
    return clock


Weekday = Annotated[int, Field(ge=0, le=6, strict=True)]
Clock = Annotated[
    str,
    Field(description="local time, as 22:00", json_schema_extra={"pattern": CLOCK}),
    AfterValidator(_time_of_day),
]


class WindowFields(Body):
    """Other prices at certain hours of certain days, by the station's clock."""

    name: Name
    weekdays: Annotated[
        list[Weekday],
        Field(min_length=1, max_length=7, description="0 is Monday"),
        AfterValidator(_once_each),
    ]
    begins: Clock
    ends: Clock = Field(description="not after `begins`: on the next day")
    energy_rate_micro_per_kwh: RateMicro
    minute_rate_micro: RateMicro = 0

    def to_window(self) -> Window:
        """As the domain takes it."""
        return Window(
            name=self.name,
            weekdays=tuple(self.weekdays),
            begins_minute=_minute(self.begins),
            ends_minute=_minute(self.ends),
            energy_rate=Micro(self.energy_rate_micro_per_kwh),
            minute_rate=Micro(self.minute_rate_micro),
        )


class WindowView(BaseModel):
    """Other prices at certain hours of certain days, by the station's clock."""

    name: str
    weekdays: list[int] = Field(description="0 is Monday")
    begins: str
    ends: str
    energy_rate_micro_per_kwh: int
    minute_rate_micro: int


class PriceTag(BaseModel):
    """What charging costs. Rates are in millionths of a major unit."""

    currency: str
    energy_rate_micro_per_kwh: int
    session_fee_minor: int
    minute_rate_micro: int = Field(description="per minute of charging")
    idle_rate_micro: int = Field(description="per minute that a full vehicle keeps the connector")
    idle_grace_s: int = Field(description="how long it may do so for nothing")
    minimum_minor: int
    maximum_minor: int | None
    tax_rate_micro: int
    tax_included: bool
    windows: list[WindowView] = Field(description="other prices; the first that fits counts")


class TariffView(PriceTag):
    """A tariff as operators see it."""

    tariff_id: str
    name: str
    charge_zero_energy: bool
    valid_from: datetime | None
    valid_to: datetime | None
    version: int


def price_tag(tariff: Tariff | None) -> PriceTag | None:
    """A tariff as drivers see it."""
    return None if tariff is None else PriceTag.model_validate(_prices(tariff))


def show(tariff: Tariff) -> TariffView:
    """A tariff as operators see it."""
    return TariffView.model_validate(
        _prices(tariff)
        | {
            "tariff_id": tariff.tariff_id,
            "name": tariff.name,
            "charge_zero_energy": tariff.charge_zero_energy,
            "valid_from": tariff.valid_from,
            "valid_to": tariff.valid_to,
            "version": tariff.version,
        }
    )


def _prices(tariff: Tariff) -> dict[str, object]:
    return {
        "currency": tariff.currency,
        "energy_rate_micro_per_kwh": tariff.energy_rate,
        "session_fee_minor": tariff.session_fee_minor,
        "minute_rate_micro": tariff.minute_rate,
        "idle_rate_micro": tariff.idle_rate,
        "idle_grace_s": tariff.idle_grace_s,
        "minimum_minor": tariff.minimum_minor,
        "maximum_minor": tariff.maximum_minor,
        "tax_rate_micro": tariff.tax_rate,
        "tax_included": tariff.tax_included,
        "windows": [_window(window) for window in tariff.windows],
    }


def _window(window: Window) -> WindowView:
    return WindowView(
        name=window.name,
        weekdays=list(window.weekdays),
        begins=_clock(window.begins_minute),
        ends=_clock(window.ends_minute),
        energy_rate_micro_per_kwh=window.energy_rate,
        minute_rate_micro=window.minute_rate,
    )


def _minute(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def _clock(minute: int) -> str:
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}"
