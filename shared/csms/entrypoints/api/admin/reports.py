"""What was earned: sessions, energy and revenue by day, station and charger.

Read from the counters that each bill moves; nothing is added up from transactions.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, Field

from csms.domain.errors import Invalid
from csms.domain.ids import StationId, UserId
from csms.domain.station import Station
from csms.entrypoints.api import paging
from csms.entrypoints.api.charger_path import ChargerInPath
from csms.entrypoints.api.clock import Now
from csms.entrypoints.api.fields import EARLIEST_YEAR, LATEST_YEAR, Key
from csms.entrypoints.api.paging import Cursor, Limit, PageView
from csms.entrypoints.api.problems import responses
from csms.services.billing import days as day_counters
from csms.services.chargers import names
from csms.settings import SETTINGS
from csms.store import charger as chargers
from csms.store import station as stations
from csms.store import station_day
from csms.store import transaction_list as transactions
from csms.store import user as users
from csms.store.cursor import Page
from csms.store.station_day import DaySums
from csms.store.transaction_list import Period

router = APIRouter(prefix="/api/admin/reports", tags=["reports"])

USUAL_DAYS: Final = 30
ZONES: Final = timedelta(days=1)
"""More than any zone is ahead or behind."""
MOST_DAYS: Final = 366
STATIONS_AT_ONCE: Final = 10
ENOUGH_ROWS: Final = 5000
"""Counters that one answer adds up before it ends early: a third of a second's work."""


class Days(BaseModel):
    """From a day to a day, both included."""

    first_day: str
    last_day: str

    @property
    def around(self) -> Period:
        """When what counts for these days, in whichever zone, has started."""
        first, last = (
            datetime.combine(date.fromisoformat(day), time(), UTC)
            for day in (self.first_day, self.last_day)
        )
        since = first - ZONES if first.year >= EARLIEST_YEAR else None
        return Period(since, last + 2 * ZONES if last.year <= LATEST_YEAR else None)


class SumsView(BaseModel):
    """What was billed."""

    sessions: int = Field(description="transactions, each counted once")
    energy_wh: int
    revenue_minor: int = Field(description="tax included, refunds taken off")
    tax_minor: int
    currency: str


class DayView(SumsView):
    """What was billed on a local day."""

    day: date


class StationSumsView(SumsView):
    """What a station billed."""

    station_id: str
    name: str


class ChargerSumsView(SumsView):
    """What a charger billed at a station."""

    charger_id: str
    charger_name: str | None = Field(description="null when it was deleted")


class StationReport(BaseModel):
    """A station, by day and by charger. Days without a bill are left out."""

    station_id: str
    name: str
    total: SumsView
    days: list[DayView]
    chargers: list[ChargerSumsView]


class ChargerReport(BaseModel):
    """A charger by day, where it stands now."""

    charger_id: str
    charger_name: str
    station_id: str
    station_name: str | None = Field(description="null when it was deleted")
    total: SumsView
    days: list[DayView]


class Summary(BaseModel):
    """Stations together: all of them, when no cursor is asked for or answered."""

    total: SumsView
    days: list[DayView]
    stations: int = Field(description="how many stations were added up")
    complete: bool = Field(description="false when there are more: add up the next page too")
    next_cursor: str | None


class UserReport(BaseModel):
    """What a person paid for, by day."""

    user_id: str
    total: SumsView
    days: list[DayView]
    complete: bool = Field(description="false when there is more: add up the next page too")
    next_cursor: str | None


def days_asked(
    now: Now,
    first_day: Annotated[date | None, Query(description="30 days before the last")] = None,
    last_day: Annotated[date | None, Query(description="today, when left out")] = None,
) -> Days:
    """The days of a report. Raises Invalid for more than a year."""
    # A station east of here may be in tomorrow already.
    last = last_day or now.date() + timedelta(days=1)
    try:
        first = first_day or last - timedelta(days=USUAL_DAYS)
    except OverflowError:
        first = date.min
    if first > last:
        raise Invalid("last_day must not be before first_day", "query.last_day")
    if (last - first).days >= MOST_DAYS:
        raise Invalid(f"at most {MOST_DAYS} days at once", "query.first_day")
    return Days(first_day=first.isoformat(), last_day=last.isoformat())


DaysAsked = Annotated[Days, Depends(days_asked)]


@router.get("/summary")
def read_summary(days: DaysAsked, limit: Limit = 200, cursor: Cursor = None) -> Summary:
    """What stations billed together, by day; of up to `limit` stations, by name.

    Where there are more, or they have very many counters, it is not `complete`: the sums of the
    pages, each asked for with `next_cursor` of the one before, add up to those of all stations.
    """
    page = _stations(days, limit, cursor)
    found = [sums for one in page.items for sums in one.sums]
    return Summary(
        total=_total(found),
        days=_by_day(found),
        stations=len(page.items),
        complete=page.cursor is None,
        next_cursor=page.cursor,
    )


@router.get("/stations")
def list_station_sums(
    days: DaysAsked, limit: Limit = 50, cursor: Cursor = None
) -> PageView[StationSumsView]:
    """What each station billed, stations by name. A page may be short and have a `next_cursor`."""
    return paging.view(_stations(days, limit, cursor), _show_station)


@router.get("/stations/{station_id}", responses=responses(404))
def read_station_report(station_id: Key, days: DaysAsked) -> StationReport:
    """What a station billed, by day and by charger."""
    station = stations.get(StationId(station_id))
    own = station_day.of_chargers(station.station_id, days.first_day, days.last_day)
    by_charger = sorted(own, key=lambda sums: sums.charger_id)
    known = names.read_where_they_stand({sums.charger_id for sums in own})
    return StationReport(
        station_id=station.station_id,
        name=station.name,
        total=_total(own),
        days=_by_day(own),
        chargers=[
            ChargerSumsView(
                charger_id=charger_id,
                charger_name=known.of_charger(charger_id),
                **dict(_total(sums)),
            )
            for charger_id, sums in groupby(by_charger, key=lambda one: one.charger_id)
        ],
    )


@router.get("/chargers/{charger_id}", responses=responses(404))
def read_charger_report(charger_id: ChargerInPath, days: DaysAsked) -> ChargerReport:
    """What a charger billed at the station where it stands, by day."""
    charger = chargers.get(charger_id)
    every = station_day.of_chargers(charger.station_id, days.first_day, days.last_day)
    own = [sums for sums in every if sums.charger_id == charger_id]
    station = stations.find(charger.station_id)
    return ChargerReport(
        charger_id=charger_id,
        charger_name=charger.name,
        station_id=charger.station_id,
        station_name=None if station is None else station.name,
        total=_total(own),
        days=_by_day(own),
    )


@router.get("/users/{user_id}", responses=responses(404))
def read_user_report(
    user_id: Key, days: DaysAsked, limit: Limit = 200, cursor: Cursor = None
) -> UserReport:
    """What a person paid for, by local day of the station; of up to `limit` transactions.

    Where there are more it is not `complete`: add up the pages.
    """
    user = users.get(UserId(user_id))
    page = transactions.list_by_payer(user.user_id, cursor, limit, days.around)
    billed = [day_counters.sums_of(one) for one in page.items]
    found = [
        one for one in billed if one is not None and days.first_day <= one.day <= days.last_day
    ]
    return UserReport(
        user_id=user.user_id,
        total=_total(found),
        days=_by_day(found),
        complete=page.cursor is None,
        next_cursor=page.cursor,
    )


@dataclass(frozen=True, slots=True)
class _StationSums:
    """A station with the counters of its days."""

    station: Station
    sums: Sequence[DaySums]


def _stations(days: Days, limit: int, cursor: str | None) -> Page[_StationSums]:
    """Up to `limit` stations by name, fewer when their counters are very many."""
    found: list[_StationSums] = []
    rows = 0
    while len(found) < limit and rows < ENOUGH_ROWS:
        page = stations.list_by_name(cursor, min(STATIONS_AT_ONCE, limit - len(found)))
        for one in page.items:
            station_id = one.station.station_id
            sums = station_day.of_chargers(station_id, days.first_day, days.last_day)
            rows += len(sums)
            found.append(_StationSums(one.station, sums))
        cursor = page.cursor
        if cursor is None:
            break
    return Page(found, cursor)


def _show_station(one: _StationSums) -> StationSumsView:
    return StationSumsView(
        station_id=one.station.station_id, name=one.station.name, **dict(_total(one.sums))
    )


def _by_day(found: Iterable[DaySums]) -> list[DayView]:
    in_order = sorted(found, key=lambda sums: sums.day)
    return [
        DayView(day=date.fromisoformat(day), **dict(_total(sums)))
        for day, sums in groupby(in_order, key=lambda one: one.day)
    ]


def _total(found: Iterable[DaySums]) -> SumsView:
    sums = list(found)
    return SumsView(
        sessions=sum(one.sessions for one in sums),
        energy_wh=sum(one.energy_wh for one in sums),
        revenue_minor=sum(one.revenue_minor for one in sums),
        tax_minor=sum(one.tax_minor for one in sums),
        currency=SETTINGS.currency,
    )
