"""Sums of what was billed, per charger and local day; those of a station are sums of its chargers.

The bill's own transaction moves them. So bills of different chargers never write the same row.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pynamodb.attributes import UnicodeAttribute
from pynamodb.transactions import TransactWrite

from csms.domain.ids import ChargerId, Minor, StationId, Wh
from csms.store.base import IntAttribute, Table, deployed_name

CHARGER_MARK: Final = "#"
BEHIND_CHARGERS: Final = "$"
"""Comes right after the mark, and so after all chargers of a day."""


class StationDayRow(Table):
    """One row per charger and day. day: the station's local date, `#`, and the charger."""

    class Meta:
        table_name = deployed_name("station_day")

    station_id = UnicodeAttribute(hash_key=True)
    day = UnicodeAttribute(range_key=True)
    sessions = IntAttribute()
    energy_wh = IntAttribute()
    revenue_minor = IntAttribute()
    tax_minor = IntAttribute()


@dataclass(frozen=True, slots=True)
class DaySums:
    """What a charger billed on a day, or what one bill adds to that; corrections may be negative.

    revenue_minor: tax included. sessions: transactions, each counted with its first bill.
    charger_id: who earned it.
    """

    station_id: StationId
    day: str
    sessions: int
    energy_wh: Wh
    revenue_minor: Minor
    tax_minor: Minor
    charger_id: ChargerId


def of_chargers(station_id: StationId, first_day: str, last_day: str) -> Sequence[DaySums]:
    """The sums of a station's chargers from a day to a day, both included, oldest first."""
    days = StationDayRow.day.between(first_day, last_day + BEHIND_CHARGERS)
    return [_sums(row) for row in StationDayRow.query(station_id, days)]


def add_sums(write: TransactWrite, sums: DaySums) -> None:
    """Make an addition to a charger's day part of a transaction; its row is made where missing."""
    write.update(
        StationDayRow(sums.station_id, f"{sums.day}{CHARGER_MARK}{sums.charger_id}"),
        [
            StationDayRow.sessions.add(sums.sessions),
            StationDayRow.energy_wh.add(sums.energy_wh),
            StationDayRow.revenue_minor.add(sums.revenue_minor),
            StationDayRow.tax_minor.add(sums.tax_minor),
        ],
    )


def _sums(row: StationDayRow) -> DaySums:
    day, _, charger_id = row.day.partition(CHARGER_MARK)
    return DaySums(
        station_id=StationId(row.station_id),
        day=day,
        sessions=row.sessions,
        energy_wh=Wh(row.energy_wh),
        revenue_minor=Minor(row.revenue_minor),
        tax_minor=Minor(row.tax_minor),
        charger_id=ChargerId(charger_id),
    )
