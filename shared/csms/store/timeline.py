"""Timelines: what happened to a transaction beyond what its own row tells."""

import hashlib
import json

from pynamodb.attributes import UnicodeAttribute

from csms.domain.ids import TransactionId
from csms.domain.transaction import TimelineEntry
from csms.store.base import (
    InstantAttribute,
    Table,
    deployed_name,
    instant_key,
)
from csms.store.transaction_row import transaction_key

EVENT = "event#"
EVENTS_LIMIT = 1000


class EventRow(Table):
    """One unusual event of a transaction, in the transaction's partition."""

    class Meta:
        """The table as template.yaml defines it."""

        table_name = deployed_name("transaction")

    key = UnicodeAttribute(hash_key=True)
    row = UnicodeAttribute(range_key=True)
    kind = UnicodeAttribute()
    text = UnicodeAttribute()
    at = InstantAttribute()
    arrived_at = InstantAttribute()
    messages = UnicodeAttribute(null=True)
    actor = UnicodeAttribute(null=True)


def add_event(entry: TimelineEntry) -> None:
    """Store an entry. The same again, of the same time, words and person, is one entry."""
    to_row(entry).save()


def to_row(entry: TimelineEntry) -> EventRow:
    """The row of an entry, for a write that takes it along."""
    what = "\0".join(filter(None, (entry.kind, entry.text, entry.actor)))
    unique = hashlib.sha256(what.encode()).hexdigest()[:8]
    return EventRow(
        transaction_key(entry.transaction_id),
        EVENT + instant_key(entry.at, unique),
        kind=entry.kind,
        text=entry.text,
        at=entry.at,
        arrived_at=entry.arrived_at,
        messages=json.dumps(entry.message_ids) if entry.message_ids else None,
        actor=entry.actor,
    )


def events(transaction_id: TransactionId) -> list[TimelineEntry]:
    """The stored entries of a transaction in the order of their times, at most 1,000."""
    found = EventRow.read_partition(transaction_key(transaction_id), EVENT, EVENTS_LIMIT)
    return [_entry(transaction_id, EventRow.read_item(item)) for item in found]


def _entry(transaction_id: TransactionId, row: EventRow) -> TimelineEntry:
    messages = tuple(json.loads(row.messages)) if row.messages else ()
    return TimelineEntry(
        transaction_id, row.at, row.arrived_at, row.kind, row.text, messages, row.actor
    )
