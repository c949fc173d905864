"""What was earned: sessions, energy and revenue by day, station and charger.

Read from the counters that each bill moves; nothing is added up from transactions.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, Field

from csms.domain.errors import Invalid
from csms.domain.ids import StationId
from csms.domain.station import Station
from csms.entrypoints.api.charger_path import ChargerInPath
from csms.entrypoints.api.clock import Now
from csms.entrypoints.api.fields import Key
from csms.entrypoints.api.paging import Cursor, PageView
from csms.entrypoints.api.problems import responses
from csms.settings import SETTINGS
from csms.store import charger as chargers
from csms.store import station as stations
from csms.store import station_day
from csms.store.station_day import DaySums

router = APIRouter(prefix="/api/admin/reports", tags=["reports"])

USUAL_DAYS: Final = 30
MOST_DAYS: Final = 366
MOST_STATIONS: Final = 200

Stations = Annotated[int, Query(ge=1, le=50, description="how many stations at most")]


class Days(BaseModel):
    """From a day to a day, both included."""

    first_day: str
    last_day: str


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


class StationReport(BaseModel):
    """A station, by day and by charger. Days without a bill are left out."""

    station_id: str
    total: SumsView
    days: list[DayView]
    chargers: list[ChargerSumsView]


class ChargerReport(BaseModel):
    """A charger by day, where it stands now."""

    charger_id: str
    station_id: str
    total: SumsView
    days: list[DayView]


class Summary(BaseModel):
    """All stations together."""

    total: SumsView
    days: list[DayView]
    stations: int = Field(description="how many stations were added up")
    complete: bool = Field(description="false when there are more stations than one answer adds up")


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
def read_summary(days: DaysAsked) -> Summary:
    """What all stations billed, by day; of 200 stations at most."""
    page = stations.list_by_name(None, MOST_STATIONS)
    found = [sums for one in page.items for sums in _of_station(one.station, days)]
    return Summary(
        total=_total(found),
        days=_by_day(found),
        stations=len(page.items),
        complete=page.cursor is None,
    )


@router.get("/stations")
def list_station_sums(
    days: DaysAsked, limit: Stations = 50, cursor: Cursor = None
) -> PageView[StationSumsView]:
    """What each station billed, stations by name."""
    page = stations.list_by_name(cursor, limit)
    items = [
        StationSumsView(
            station_id=one.station.station_id,
            name=one.station.name,
            **dict(_total(_of_station(one.station, days))),
        )
        for one in page.items
    ]
    return PageView(items=items, next_cursor=page.cursor)


@router.get("/stations/{station_id}", responses=responses(404))
def read_station_report(station_id: Key, days: DaysAsked) -> StationReport:
    """What a station billed, by day and by charger."""
    station = stations.get(StationId(station_id))
    own = station_day.of_chargers(station.station_id, days.first_day, days.last_day)
    by_charger = sorted(own, key=lambda sums: sums.charger_id or "")
    return StationReport(
        station_id=station.station_id,
        total=_total(own),
        days=_by_day(own),
        chargers=[
            ChargerSumsView(charger_id=charger_id or "", **dict(_total(sums)))
            for charger_id, sums in groupby(by_charger, key=lambda one: one.charger_id)
        ],
    )


@router.get("/chargers/{charger_id}", responses=responses(404))
def read_charger_report(charger_id: ChargerInPath, days: DaysAsked) -> ChargerReport:
    """What a charger billed at the station where it stands, by day."""
    charger = chargers.get(charger_id)
    every = station_day.of_chargers(charger.station_id, days.first_day, days.last_day)
    own = [sums for sums in every if sums.charger_id == charger_id]
    return ChargerReport(
        charger_id=charger_id,
        station_id=charger.station_id,
        total=_total(own),
        days=_by_day(own),
    )


def _of_station(station: Station, days: Days) -> list[DaySums]:
    return list(station_day.between(station.station_id, days.first_day, days.last_day))


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
