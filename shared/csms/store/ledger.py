"""Ledgers: what happened to each user's money. Rows are put once and never changed."""

from collections.abc import Iterator
from typing import Any, Final

from pynamodb.attributes import UnicodeAttribute
from pynamodb.indexes import AllProjection, LocalSecondaryIndex

from csms.domain.ids import Minor, StationId, TransactionId, UserId
from csms.domain.wallet import EntryKind, LedgerEntry
from csms.store import cursor
from csms.store.base import InstantAttribute, IntAttribute, Table, deployed_name
from csms.store.cursor import Page

PAGE_SIZE: Final = 100


class BySequence(LocalSecondaryIndex[Any]):
    """A user's entries in the order in which they happened."""

    class Meta:
        index_name = "by_sequence"
        projection = AllProjection()

    user_id = UnicodeAttribute(hash_key=True)
    sequence = IntAttribute(range_key=True)


class LedgerRow(Table):
    """One entry; `key` makes it happen once."""

    class Meta:
        table_name = deployed_name("ledger")

    user_id = UnicodeAttribute(hash_key=True)
    key = UnicodeAttribute(range_key=True)
    sequence = IntAttribute()
    kind = UnicodeAttribute()
    amount_minor = IntAttribute()
    balance_after_minor = IntAttribute()
    held_after_minor = IntAttribute()
    actor = UnicodeAttribute()
    at = InstantAttribute()
    note = UnicodeAttribute(null=True)
    station_id = UnicodeAttribute(null=True)
    transaction_id = IntAttribute(null=True)
    body_hash = UnicodeAttribute(null=True)

    by_sequence = BySequence()


def find(user_id: UserId, key: str) -> LedgerEntry | None:
    """The entry with a key (a consistent read), None when it has not happened."""
    row = LedgerRow.find(user_id, key, consistent=True)
    return None if row is None else from_row(row)


def entries(user_id: UserId, after: str | None, limit: int) -> Page[LedgerEntry]:
    """A user's entries, newest first. Raises Invalid for a cursor that is not of this list."""
    scope = f"ledger:{user_id}"
    found = LedgerRow.by_sequence.query(
        user_id,
        scan_index_forward=False,
        limit=limit,
        last_evaluated_key=cursor.decode(after, scope),
    )
    page = [from_row(row) for row in found]
    return Page(page, cursor.encode(found.last_evaluated_key, scope))


def in_order(user_id: UserId) -> Iterator[LedgerEntry]:
    """All entries of a user from the first on, read page by page and consistently."""
    rows = LedgerRow.by_sequence.query(user_id, consistent_read=True, page_size=PAGE_SIZE)
    return (from_row(row) for row in rows)


def since(user_id: UserId, sequence: int) -> Iterator[LedgerEntry]:
    """A user's entries from one on, oldest first."""
    rows = LedgerRow.by_sequence.query(user_id, LedgerRow.sequence >= sequence, page_size=PAGE_SIZE)
    return (from_row(row) for row in rows)


def to_row(entry: LedgerEntry) -> LedgerRow:
    """The row of an entry."""
    return LedgerRow(
        user_id=entry.user_id,
        key=entry.key,
        sequence=entry.sequence,
        kind=entry.kind.value,
        amount_minor=entry.amount_minor,
        balance_after_minor=entry.balance_after_minor,
        held_after_minor=entry.held_after_minor,
        actor=entry.actor,
        at=entry.at,
        note=entry.note,
        station_id=entry.station_id,
        transaction_id=entry.transaction_id,
        body_hash=entry.body_hash,
    )


def from_row(row: LedgerRow) -> LedgerEntry:
    """The entry of a row."""
    return LedgerEntry(
        user_id=UserId(row.user_id),
        key=row.key,
        sequence=row.sequence,
        kind=EntryKind(row.kind),
        amount_minor=Minor(row.amount_minor),
        balance_after_minor=Minor(row.balance_after_minor),
        held_after_minor=Minor(row.held_after_minor),
        actor=row.actor,
        at=row.at,
        note=row.note,
        station_id=StationId(row.station_id) if row.station_id else None,
        transaction_id=TransactionId(row.transaction_id) if row.transaction_id else None,
        body_hash=row.body_hash,
    )
