"""Refunds to cards: each is stored with the entry that takes its money, before a provider is asked.

Whoever changes one looks at its version; the write that ends it takes its deadline away.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, Final

from pynamodb.attributes import UnicodeAttribute
from pynamodb.indexes import KeysOnlyProjection, LocalSecondaryIndex
from pynamodb.transactions import TransactWrite

from csms.domain.audit import AuditEntry
from csms.domain.card_refund import CardRefund, RefundState
from csms.domain.ids import Minor, UserId
from csms.domain.wallet import Posting
from csms.store import audit, cursor, wallet
from csms.store.base import (
    CONNECTION,
    DUE_SHARDS,
    ConditionFailed,
    InstantAttribute,
    IntAttribute,
    Table,
    TransactionCancelled,
    deployed_name,
    due_shard,
)
from csms.store.cursor import Page
from csms.store.indexes import ByDue
from csms.store.wallet import Moved

DUE: Final = "card-refund"


class ByRequest(LocalSecondaryIndex[Any]):
    """A person's refunds in the order in which they were asked for."""

    class Meta:
        """The index as template.yaml defines it."""

        index_name = "by_request"
        projection = KeysOnlyProjection()

    user_id = UnicodeAttribute(hash_key=True)
    requested_at = InstantAttribute(range_key=True)


class CardRefundRow(Table):
    """One refund of one person's wallet."""

    class Meta:
        """The table as template.yaml defines it."""

        table_name = deployed_name("card_refund")

    user_id = UnicodeAttribute(hash_key=True)
    refund_id = UnicodeAttribute(range_key=True)
    payment_id = UnicodeAttribute()
    amount_minor = IntAttribute()
    requested_by = UnicodeAttribute()
    requested_at = InstantAttribute()
    state = UnicodeAttribute()
    attempts = IntAttribute()
    reference = UnicodeAttribute(null=True)
    error = UnicodeAttribute(null=True)
    due_shard = UnicodeAttribute(null=True)
    due_at = InstantAttribute(null=True)
    version = IntAttribute()
    by_due = ByDue()
    by_request = ByRequest()


def find(user_id: UserId, refund_id: str) -> CardRefund | None:
    """A refund as it is now, None when nobody asked for it."""
    row = CardRefundRow.find(user_id, refund_id, consistent=True)
    return None if row is None else _refund(row)


def of_user(user_id: UserId) -> Iterator[CardRefund]:
    """All refunds of a person, read page by page and consistently."""
    return (_refund(row) for row in CardRefundRow.query(user_id, consistent_read=True))


def list_by_user(user_id: UserId, after: str | None, limit: int) -> Page[CardRefund]:
    """A person's refunds, the latest first. Raises Invalid for a cursor that is not ours."""
    scope = f"card-refund:{user_id}"
    found = CardRefundRow.by_request.query(
        user_id,
        scan_index_forward=False,
        limit=limit,
        last_evaluated_key=cursor.decode(after, scope),
    )
    rows = CardRefundRow.read_many([(row.user_id, row.refund_id) for row in found])
    return Page([_refund(row) for row in rows], cursor.encode(found.last_evaluated_key, scope))


def list_due(shard: int, now: datetime, limit: int) -> Sequence[tuple[UserId, str]]:
    """Refunds of one of the DUE_SHARDS shards whose provider is to be asked again, oldest first."""
    found = CardRefundRow.by_due.query(
        f"{DUE}#{shard % DUE_SHARDS}", ByDue.due_at <= now, limit=limit
    )
    return [(UserId(row.user_id), row.refund_id) for row in found]


def reserve(refund: CardRefund, posting: Posting, entry: AuditEntry | None) -> None:
    """Store a new refund together with the entry that takes its money, and with who asked for it.

    Raises AlreadyPosted when it is stored, Moved when the wallet changed, Busy.
    """
    _write(refund, None, posting, entry)


def give_back(refund: CardRefund, posting: Posting) -> None:
    """Store what became of a refund together with the entry that brings its money back.

    refund.version is one more than it was. Raises AlreadyPosted, Moved, Busy.
    """
    _write(refund, refund.version - 1, posting, None)


def save(refund: CardRefund) -> None:
    """Store what became of a refund. Raises Moved when it changed meanwhile."""
    try:
        _row(refund).save(CardRefundRow.version == refund.version - 1)
    except ConditionFailed:
        raise Moved from None


def _write(
    refund: CardRefund, before: int | None, posting: Posting, entry: AuditEntry | None
) -> None:
    row = CardRefundRow
    is_as_read = row.user_id.does_not_exist() if before is None else row.version == before
    try:
        with TransactWrite(connection=CONNECTION) as write:
            wallet.add_posting(write, posting)
            write.save(_row(refund), is_as_read)
            if entry is not None:
                audit.add_entry(write, entry)
    except TransactionCancelled as cancelled:
        raise wallet.explained(cancelled, cancelled.reasons[:1]) from cancelled


def _row(refund: CardRefund) -> CardRefundRow:
    return CardRefundRow(
        refund.user_id,
        refund.refund_id,
        payment_id=refund.payment_id,
        amount_minor=refund.amount_minor,
        requested_by=refund.requested_by,
        requested_at=refund.requested_at,
        state=refund.state.value,
        attempts=refund.attempts,
        reference=refund.reference,
        error=refund.error,
        due_shard=due_shard(DUE, refund.refund_id) if refund.due_at else None,
        due_at=refund.due_at,
        version=refund.version,
    )


def _refund(row: CardRefundRow) -> CardRefund:
    return CardRefund(
        user_id=UserId(row.user_id),
        refund_id=row.refund_id,
        payment_id=row.payment_id,
        amount_minor=Minor(row.amount_minor),
        requested_by=row.requested_by,
        requested_at=row.requested_at,
        state=RefundState(row.state),
        attempts=row.attempts,
        reference=row.reference,
        error=row.error,
        due_at=row.due_at,
        version=row.version,
    )
