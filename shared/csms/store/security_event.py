"""Security events: rows that are only ever added, by charger and by day."""

import hashlib
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


def record(event: SecurityEvent) -> None:
    """Keep an event. A repeat has the same key, so that it is one row."""
    unique = hashlib.sha256(f"{event.kind}\0{event.detail}".encode()).hexdigest()[:16]
    SecurityEventRow(
        event.charger_id,
        instant_key(event.at, unique),
        day=event.arrived_at.date().isoformat(),
        at=event.at,
        arrived_at=event.arrived_at,
        kind=event.kind[:KIND_LIMIT],
        detail=None if event.detail is None else event.detail[:DETAIL_LIMIT],
        reported_by=event.reported_by,
        ttl=to_seconds(event.arrived_at + LIFE),
    ).save()


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


def list_by_day(day: str, after: str | None, limit: int) -> Page[SecurityEvent]:
    """What arrived on a day (`2026-01-31`, UTC) from all chargers, newest first."""
    scope = f"security_event/day/{day}"
    found = SecurityEventRow.by_day.query(
        day,
        scan_index_forward=False,
        limit=limit,
        last_evaluated_key=cursor.decode(after, scope),
    )
    rows = SecurityEventRow.read_many([(row.charger_id, row.at_key) for row in found])
    return Page([_event(row) for row in rows], cursor.encode(found.last_evaluated_key, scope))


def _event(row: SecurityEventRow) -> SecurityEvent:
    return SecurityEvent(
        charger_id=ChargerId(row.charger_id),
        kind=row.kind,
        at=row.at,
        arrived_at=row.arrived_at,
        detail=row.detail,
        reported_by=row.reported_by,
    )
