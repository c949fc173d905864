"""Security events: rows that are only ever added, by charger and by day."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from pynamodb.attributes import UnicodeAttribute
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from csms.domain.ids import ChargerId
from csms.domain.security_event import SecurityEvent
from csms.store import cursor
from csms.store.base import (
    InstantAttribute,
    IntAttribute,
    Table,
    deployed_name,
    instant_key,
    to_seconds,
)
from csms.store.cursor import Page

LIFE: Final = timedelta(days=400)
KIND_LIMIT: Final = 60
KEYS_PER_LOOK: Final = 200
"""How many events it looks at each time where their charger decides: their keys tell it."""
DETAIL_LIMIT: Final = 300


class ByDay(GlobalSecondaryIndex["SecurityEventRow"]):
    """The events of all chargers, by the day on which they arrived."""

    class Meta:
        """The index as template.yaml defines it."""

        index_name = "by_day"
        projection = KeysOnlyProjection()

    day = UnicodeAttribute(hash_key=True)
    at_key = UnicodeAttribute(range_key=True)


class SecurityEventRow(Table):
    """One event."""

    class Meta:
        """The table as template.yaml defines it."""

        table_name = deployed_name("security_event")

    charger_id = UnicodeAttribute(hash_key=True)
    at_key = UnicodeAttribute(range_key=True)
    day = UnicodeAttribute()
    at = InstantAttribute()
    arrived_at = InstantAttribute()
    kind = UnicodeAttribute()
    detail = UnicodeAttribute(null=True)
    reported_by = UnicodeAttribute()
    ttl = IntAttribute()
    by_day = ByDay()


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events of a day; None restricts nothing. kind: exactly as it is kept."""

    charger_id: ChargerId | None = None
    kind: str | None = None


EVERYTHING: Final = EventFilter()


def record(event: SecurityEvent) -> None:
    """Keep an event. A repeat has the same key, so that it is one row."""
    to_row(event).save()


def to_row(event: SecurityEvent) -> SecurityEventRow:
    """The row of an event."""
    unique = hashlib.sha256(f"{event.kind}\0{event.detail}".encode()).hexdigest()[:16]
    return SecurityEventRow(
        event.charger_id,
        instant_key(event.at, unique),
        day=event.arrived_at.date().isoformat(),
        at=event.at,
        arrived_at=event.arrived_at,
        kind=event.kind[:KIND_LIMIT],
        detail=None if event.detail is None else event.detail[:DETAIL_LIMIT],
        reported_by=event.reported_by,
        ttl=to_seconds(event.arrived_at + LIFE),
    )


def list_by_charger(
    charger_id: ChargerId, now: datetime, after: str | None, limit: int
) -> Page[SecurityEvent]:
    """The events of a charger, newest first."""
    scope = f"security_event/{charger_id}"
    found = SecurityEventRow.query(
        charger_id,
        filter_condition=SecurityEventRow.ttl > to_seconds(now),
        scan_index_forward=False,
        limit=limit,
        last_evaluated_key=cursor.decode(after, scope),
    )
    events = [_event(row) for row in found]
    return Page(events, cursor.encode(found.last_evaluated_key, scope))


def list_by_day(
    day: str, after: str | None, limit: int, wanted: EventFilter = EVERYTHING
) -> Page[SecurityEvent]:
    """What arrived on a day (`2026-01-31`, UTC) from all chargers, newest first.

    Filtered, a page looks at a bounded number of events for the first that is wanted: it may be
    short, even empty, and still have a cursor.
    """
    return cursor.first_found(lambda start: _look(day, start, limit, wanted), after)


def _look(day: str, after: str | None, limit: int, wanted: EventFilter) -> Page[SecurityEvent]:
    scope = f"security_event/day/{day}"
    found = SecurityEventRow.by_day.query(
        day,
        scan_index_forward=False,
        limit=limit if wanted.charger_id is None else max(limit, KEYS_PER_LOOK),
        last_evaluated_key=cursor.decode(after, scope),
    )
    keys = [(row.charger_id, row.at_key) for row in found]
    last = found.last_evaluated_key
    own = [key for key in keys if wanted.charger_id in (None, key[0])]
    if len(own) > limit:
        own = own[:limit]
        last = _place(day, *own[-1])
    rows = SecurityEventRow.read_many(own)
    events = [_event(row) for row in rows if wanted.kind in (None, row.kind)]
    return Page(events, cursor.encode(last, scope))


def _place(day: str, charger_id: str, at_key: str) -> dict[str, dict[str, str]]:
    """The key of an event in the index, from which a list goes on."""
    return {"day": {"S": day}, "charger_id": {"S": charger_id}, "at_key": {"S": at_key}}


def _event(row: SecurityEventRow) -> SecurityEvent:
    return SecurityEvent(
        charger_id=ChargerId(row.charger_id),
        kind=row.kind,
        at=row.at,
        arrived_at=row.arrived_at,
        detail=row.detail,
        reported_by=row.reported_by,
    )
