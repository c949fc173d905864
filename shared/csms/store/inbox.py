"""Unknown chargers and tags: a bounded inbox, so that nobody can fill the store by knocking.

Every kind has INBOX_ROWS places; an identity's place follows from its hash. A place is written at
most once a minute, and passes to another identity when its own was silent for a day.
"""

import contextlib
import zlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from pynamodb.attributes import UnicodeAttribute

from csms.domain.audit import AuditEntry
from csms.domain.unknown import Unknown, UnknownKind
from csms.store import audit
from csms.store.base import (
    ConditionFailed,
    InstantAttribute,
    IntAttribute,
    Table,
    deployed_name,
    to_seconds,
)

INBOX_ROWS: Final = 1000
DETAIL_LIMIT: Final = 200
QUIET: Final = timedelta(minutes=1)
STALE: Final = timedelta(days=1)
LIFE: Final = timedelta(days=30)


class InboxRow(Table):
    """One place. `key` is its number; `identity` who is in it."""

    class Meta:
        """The table as template.yaml defines it."""

        table_name = deployed_name("inbox")

    kind = UnicodeAttribute(hash_key=True)
    key = UnicodeAttribute(range_key=True)
    identity = UnicodeAttribute()
    as_sent = UnicodeAttribute()
    detail = UnicodeAttribute()
    first_seen_at = InstantAttribute()
    last_seen_at = InstantAttribute()
    times = IntAttribute()
    ttl = IntAttribute()


def note_unknown(kind: UnknownKind, key: str, now: datetime, as_sent: str, where: str) -> None:
    """Note that an unknown charger or tag turned up: one write, lost when it is too soon.

    as_sent: how it wrote itself; where: the words that follow it, as `from 192.0.2.1`.
    """
    detail = f"{as_sent} {where}"
    row = InboxRow
    mine = (row.identity == key) & (row.last_seen_at < now - QUIET)
    free = row.identity.does_not_exist()
    place = (kind.value, _place(key))
    with contextlib.suppress(ConditionFailed):
        row.change(
            place,
            [
                row.identity.set(key),
                row.as_sent.set(as_sent[:DETAIL_LIMIT]),
                row.detail.set(detail[:DETAIL_LIMIT]),
                row.first_seen_at.set(row.first_seen_at | now),
                row.last_seen_at.set(now),
                row.times.add(1),
                row.ttl.set(to_seconds(now + LIFE)),
            ],
            mine | free,
        )
        return
    with contextlib.suppress(ConditionFailed):
        _entry(kind, key, now, as_sent, detail).save(row.last_seen_at < now - STALE)


def find(kind: UnknownKind, key: str, now: datetime) -> Unknown | None:
    """Read one entry; None when it is not there or expired."""
    row = InboxRow.find(kind, _place(key))
    if row is None or row.identity != key or row.ttl <= to_seconds(now):
        return None
    return _to_unknown(row)


def list_unknown(kind: UnknownKind, now: datetime) -> Sequence[Unknown]:
    """Everything of a kind, the latest first. At most INBOX_ROWS small rows."""
    alive = InboxRow.ttl > to_seconds(now)
    found = [_to_unknown(row) for row in InboxRow.query(kind, filter_condition=alive)]
    return sorted(found, key=lambda entry: entry.last_seen_at, reverse=True)


def forget(kind: UnknownKind, key: str, entry: AuditEntry | None = None) -> None:
    """Take something out, once it was registered or dismissed. Again changes nothing."""
    with contextlib.suppress(ConditionFailed):
        audit.delete(InboxRow(kind, _place(key)), InboxRow.identity == key, entry)


def _place(key: str) -> str:
    return f"{zlib.crc32(key.encode()) % INBOX_ROWS:04d}"


def _entry(kind: UnknownKind, key: str, now: datetime, as_sent: str, detail: str) -> InboxRow:
    return InboxRow(
        kind,
        _place(key),
        identity=key,
        as_sent=as_sent[:DETAIL_LIMIT],
        detail=detail[:DETAIL_LIMIT],
        first_seen_at=now,
        last_seen_at=now,
        times=1,
        ttl=to_seconds(now + LIFE),
    )


def _to_unknown(row: InboxRow) -> Unknown:
    return Unknown(
        UnknownKind(row.kind),
        row.identity,
        row.as_sent,
        row.detail,
        row.first_seen_at,
        row.last_seen_at,
        row.times,
    )
