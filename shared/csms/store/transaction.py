"""Transactions: starts that happen once, changes that lose no other change, lists.

Every change of a transaction reads it, computes the whole new value and writes it only if its
version is still the one that was read; the row that won in between comes back with the refusal.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from pynamodb.attributes import UnicodeAttribute

from csms.domain.audit import Audit, AuditEntry
from csms.domain.errors import NotFound, Unavailable
from csms.domain.id_tag import IdTagInfo
from csms.domain.ids import LARGEST_TRANSACTION_ID, ChargerId, TransactionId
from csms.domain.transaction import Transaction
from csms.store import audit, counter
from csms.store import transaction_form as forms
from csms.store.base import DUE_SHARDS, ConditionFailed, RawItem, Table, deployed_name
from csms.store.indexes import ByDue
from csms.store.prefetch import Wanted
from csms.store.transaction_row import (
    TRANSACTION_ROW,
    TransactionRow,
    from_row,
    to_row,
    transaction_key,
)

START_ROW: Final = "start"
COUNTED: Final = "transaction"
"""The counter of transaction ids."""
CHANGE_ATTEMPTS: Final = 32
"""Writers of one transaction at one time that can all get through."""


class StartRow(Table):
    """The natural key of a StartTransaction, and the answer that all its repeats get."""

    class Meta:
        table_name = deployed_name("transaction")

    key = UnicodeAttribute(hash_key=True)
    row = UnicodeAttribute(range_key=True, default=START_ROW)
    answer = UnicodeAttribute()


@dataclass(frozen=True, slots=True)
class StartRecord:
    """What a start was answered: the id, the tag's info, and the message that was first with it."""

    transaction_id: TransactionId
    id_tag_info: IdTagInfo
    message_id: str


def next_transaction_id() -> TransactionId:
    """A transaction id that no charger was ever given."""
    return TransactionId(counter.next_number(COUNTED))


def has_any() -> bool:
    """Whether there ever was a transaction."""
    return counter.has_counted(COUNTED)


def find_start(start_key: str) -> StartRecord | None:
    """The answer that a start got, None when its natural key was never seen."""
    row = StartRow.find(start_key, START_ROW, consistent=True)
    return None if row is None else _record(row)


def record_start(start_key: str, record: StartRecord) -> StartRecord:
    """Take the natural key of a start for this record, or return the record that has it."""
    row = StartRow(key=start_key, row=START_ROW, answer=_answer(record))
    try:
        row.save(StartRow.key.does_not_exist())
    except ConditionFailed as lost:
        return _record_of(lost)
    return record


def replace_start(start_key: str, old: StartRecord, new: StartRecord) -> StartRecord:
    """Give a natural key to a later start, if `old` still has it; else return who has it now."""
    row = StartRow(key=start_key, row=START_ROW, answer=_answer(new))
    try:
        row.save(StartRow.answer == _answer(old))
    except ConditionFailed as lost:
        return _record_of(lost)
    return new


def create(transaction: Transaction) -> Transaction:
    """Store a transaction that does not exist yet, or return the one that does."""
    try:
        to_row(transaction).save(TransactionRow.key.does_not_exist())
    except ConditionFailed as lost:
        return _from_item(lost.item)
    return transaction


def find(transaction_id: TransactionId) -> Transaction | None:
    """Read a transaction; None when there is none. Sees every write that was acknowledged."""
    key = transaction_key(transaction_id)
    row = TransactionRow.find(key, TRANSACTION_ROW)
    row = row or TransactionRow.find(key, TRANSACTION_ROW, consistent=True)
    return None if row is None else from_row(row)


def find_own(transaction_id: TransactionId | None, charger_id: ChargerId) -> Transaction | None:
    """The transaction with a number that a charger sent, if it is that charger's; else None."""
    if transaction_id is None or not 0 < transaction_id <= LARGEST_TRANSACTION_ID:
        return None
    found = find(transaction_id)
    return found if found is not None and found.charger_id == charger_id else None


def wanted(transaction_id: TransactionId) -> Wanted:
    """The row of a transaction, to be read ahead."""
    return TransactionRow.wanted(transaction_key(transaction_id), TRANSACTION_ROW)


def find_many(transaction_ids: Sequence[TransactionId]) -> Sequence[Transaction]:
    """Read transactions, in that order; those that do not exist are left out."""
    keys = [(transaction_key(number), TRANSACTION_ROW) for number in transaction_ids]
    return [from_row(row) for row in TransactionRow.read_many(keys)]


def get(transaction_id: TransactionId) -> Transaction:
    """Read a transaction as it is now (a consistent read). Raises NotFound."""
    row = TransactionRow.find(transaction_key(transaction_id), TRANSACTION_ROW, consistent=True)
    if row is None:
        raise NotFound("transaction", str(transaction_id))
    return from_row(row)


def save(
    transaction: Transaction, expected: int, entry: AuditEntry | None = None
) -> Transaction | None:
    """Write a transaction as version `expected` + 1, if `expected` is what is stored.

    entry: of the trail, where a person decided it. Returns None when it was written, else the
    transaction that is there.
    """
    row = to_row(replace(transaction, version=expected + 1))
    try:
        audit.save(row, TransactionRow.version == expected, entry)
    except ConditionFailed as lost:
        if lost.item is None:
            raise NotFound("transaction", row.key) from lost
        return _from_item(lost.item)
    return None


def change(
    transaction: Transaction, rule: Callable[[Transaction], Transaction | None]
) -> Transaction | None:
    """As `apply`; returns what was written, or None when the rule had nothing to do."""
    after, changed = apply(transaction, rule)
    return after if changed else None


def apply(
    transaction: Transaction,
    rule: Callable[[Transaction], Transaction | None],
    written: Audit[Transaction] | None = None,
) -> tuple[Transaction, bool]:
    """Apply a rule to a transaction that was read, and again to whatever won in between.

    rule: pure; returns the new value, or None when nothing is to be done. written: makes the entry
    of the trail.
    Returns the transaction as it is now, and whether this call changed it.
    Raises Unavailable when 32 other writers were faster.
    """
    for _ in range(CHANGE_ATTEMPTS):
        changed = rule(transaction)
        if changed is None:
            return transaction, False
        entry = None if written is None else written(changed)
        winner = save(changed, transaction.version, entry)
        if winner is None:
            return replace(changed, version=transaction.version + 1), True
        transaction = winner
    raise Unavailable(f"transaction {transaction.transaction_id} is being changed by many")


def list_due(kind: str, until: datetime, limit: int) -> Iterator[Transaction]:
    """Transactions whose deadline of a kind is over, oldest first per shard.

    limit: at most so many per shard and call; the next call finds the rest.
    """
    for shard in range(DUE_SHARDS):
        rows = TransactionRow.by_due.query(f"{kind}#{shard}", ByDue.due_at <= until, limit=limit)
        for row in rows:
            found = find(TransactionId(int(row.key)))
            if found is not None and found.due_kind == kind:
                yield found


def _answer(record: StartRecord) -> str:
    form = {
        "id": record.transaction_id,
        "info": forms.info_to(record.id_tag_info),
        "message": record.message_id,
    }
    return forms.compact(form) or ""


def _record(row: StartRow) -> StartRecord:
    form = forms.parse(row.answer)
    return StartRecord(TransactionId(form["id"]), forms.info_from(form["info"]), form["message"])


def _record_of(lost: ConditionFailed) -> StartRecord:
    if lost.item is None:
        raise Unavailable("the start was removed while it was looked at") from lost
    return _record(StartRow.from_raw_data(dict(lost.item)))


def _from_item(item: RawItem | None) -> Transaction:
    if item is None:
        raise Unavailable("the transaction was removed while it was looked at")
    return from_row(TransactionRow.from_raw_data(dict(item)))
