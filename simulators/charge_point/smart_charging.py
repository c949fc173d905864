"""Charging profiles: stored, stacked and turned into a limit (§3.13, §5.5, §5.7, §5.16)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from ocpp.v16.enums import (
    ChargingProfileKindType,
    ChargingProfilePurposeType,
    ChargingRateUnitType,
    RecurrencyKind,
)

from simulators.charge_point.face import parse_moment

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Grid:
    """What turns amperes into watts."""

    voltage_v: int
    phases: int

    def watts(self, limit: Decimal, unit: ChargingRateUnitType, phases: int | None) -> int:
        """A limit of a period in W; amperes are per phase (errata 3.69)."""
        if unit is ChargingRateUnitType.watts:
            return int(limit)
        return int(limit * self.voltage_v * min(phases or self.phases, self.phases))


@dataclass(frozen=True, slots=True)
class Period:
    """From `start_s` seconds into the schedule on, at most `limit`."""

    start_s: int
    limit: Decimal
    phases: int | None


@dataclass(frozen=True, slots=True)
class ChargingProfile:
    """One installed profile."""

    profile_id: int
    stack_level: int
    purpose: ChargingProfilePurposeType
    kind: ChargingProfileKindType
    unit: ChargingRateUnitType
    periods: tuple[Period, ...]
    starts_at: datetime | None
    duration_s: int | None
    recurrency: RecurrencyKind | None
    valid_from: datetime | None
    valid_to: datetime | None
    transaction_id: int | None

    def period_at(self, now: datetime, charging_since: datetime | None) -> Period | None:
        """The period that applies, or None where the profile says nothing."""
        if (self.valid_from and now < self.valid_from) or (self.valid_to and now >= self.valid_to):
            return None
        elapsed_s = self._elapsed_s(now, charging_since)
        if elapsed_s is None or elapsed_s < 0:
            return None
        if self.duration_s is not None and elapsed_s >= self.duration_s:
            return None
        past = [period for period in self.periods if period.start_s <= elapsed_s]
        return past[-1] if past else None

    def _elapsed_s(self, now: datetime, charging_since: datetime | None) -> int | None:
        relative = self.kind is ChargingProfileKindType.relative
        start = charging_since if relative else self.starts_at
        if start is None:
            return None
        elapsed = now - start
        if self.kind is ChargingProfileKindType.recurring:
            elapsed %= _DAY if self.recurrency is RecurrencyKind.daily else 7 * _DAY
        return int(elapsed.total_seconds())


def read_profile(fields: Mapping[str, Any]) -> ChargingProfile:
    """From the snake_case form in which python-ocpp hands it over."""
    schedule = fields["charging_schedule"]
    starts_at = schedule.get("start_schedule")
    recurrency = fields.get("recurrency_kind")
    return ChargingProfile(
        profile_id=fields["charging_profile_id"],
        stack_level=fields["stack_level"],
        purpose=ChargingProfilePurposeType(fields["charging_profile_purpose"]),
        kind=ChargingProfileKindType(fields["charging_profile_kind"]),
        unit=ChargingRateUnitType(schedule["charging_rate_unit"]),
        periods=tuple(
            Period(p["start_period"], Decimal(str(p["limit"])), p.get("number_phases"))
            for p in schedule["charging_schedule_period"]
        ),
        starts_at=parse_moment(starts_at) if starts_at else None,
        duration_s=schedule.get("duration"),
        recurrency=RecurrencyKind(recurrency) if recurrency else None,
        valid_from=_moment(fields.get("valid_from")),
        valid_to=_moment(fields.get("valid_to")),
        transaction_id=fields.get("transaction_id"),
    )


def _moment(text: str | None) -> datetime | None:
    return parse_moment(text) if text else None


_Place = tuple[int, ChargingProfilePurposeType, int]
_Choice = Callable[[_Place, ChargingProfile], bool]


class ChargingProfiles:
    """All installed profiles of a charger, each on its connector."""

    def __init__(self, grid: Grid) -> None:
        """grid: for limits in amperes."""
        self._grid = grid
        self._installed: dict[_Place, ChargingProfile] = {}

    def __len__(self) -> int:
        """How many are installed."""
        return len(self._installed)

    def install(self, connector_id: int, profile: ChargingProfile) -> None:
        """The same id, or the same purpose, level and connector, is replaced (§5.16)."""
        self._drop(lambda _key, held: held.profile_id == profile.profile_id)
        self._installed[(connector_id, profile.purpose, profile.stack_level)] = profile

    def clear(
        self,
        profile_id: int | None,
        connector_id: int | None,
        purpose: ChargingProfilePurposeType | None,
        stack_level: int | None,
    ) -> int:
        """Remove by id alone, else by all given fields together (errata 3.26); say how many."""
        if profile_id is not None:
            return self._drop(lambda _key, held: held.profile_id == profile_id)
        return self._drop(
            lambda key, held: (
                connector_id in {None, key[0]}
                and purpose in {None, held.purpose}
                and stack_level in {None, held.stack_level}
            )
        )

    def end_transaction(self, connector_id: int) -> None:
        """Transaction profiles end with their transaction (§3.13.1)."""
        self._drop(
            lambda key, held: (
                key[0] == connector_id and held.purpose is ChargingProfilePurposeType.tx_profile
            )
        )

    def limit_w(
        self, connector_id: int, now: datetime, charging_since: datetime | None
    ) -> int | None:
        """The power a connector may take now; None where no profile limits it."""
        most = ChargingProfilePurposeType.charge_point_max_profile
        limits = [
            limit
            for limit in (
                self._purpose_limit_w(0, most, now, charging_since),
                self._session_limit_w(connector_id, now, charging_since),
            )
            if limit is not None
        ]
        return min(limits) if limits else None

    def _session_limit_w(
        self, connector_id: int, now: datetime, charging_since: datetime | None
    ) -> int | None:
        """TxProfile overrules TxDefaultProfile; the connector's own overrules connector 0's."""
        by_precedence = (
            (connector_id, ChargingProfilePurposeType.tx_profile),
            (connector_id, ChargingProfilePurposeType.tx_default_profile),
            (0, ChargingProfilePurposeType.tx_default_profile),
        )
        for where, purpose in by_precedence:
            limit = self._purpose_limit_w(where, purpose, now, charging_since)
            if limit is not None:
                return limit
        return None

    def _purpose_limit_w(
        self,
        connector_id: int,
        purpose: ChargingProfilePurposeType,
        now: datetime,
        charging_since: datetime | None,
    ) -> int | None:
        """The highest stack level that says anything now wins."""
        stack = sorted(
            (
                held
                for (where, _, _), held in self._installed.items()
                if where == connector_id and held.purpose is purpose
            ),
            key=lambda held: -held.stack_level,
        )
        for held in stack:
            period = held.period_at(now, charging_since)
            if period is not None:
                return self._grid.watts(period.limit, held.unit, period.phases)
        return None

    def _drop(self, chosen: _Choice) -> int:
        keys = [key for key, held in self._installed.items() if chosen(key, held)]
        for key in keys:
            del self._installed[key]
        return len(keys)
