"""Numbers of invoices: each given once, in one row of numbers without gaps."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from pynamodb.expressions.condition import Condition
from pynamodb.transactions import TransactWrite

from csms.domain.ids import TransactionId
from csms.domain.transaction import Transaction
from csms.store import transaction as transactions
from csms.store import wallet
from csms.store.base import CONNECTION, TransactionCancelled
from csms.store.counter import CounterRow
from csms.store.transaction_row import UNNUMBERED, TransactionRow, to_row

COUNTER: Final = "invoice"


def unnumbered(limit: int) -> Sequence[Transaction]:
    """Billed transactions that have no number yet, those that started first before others."""
    rows = TransactionRow.by_queue.query(UNNUMBERED, limit=limit)
    found = [transactions.find(TransactionId(int(row.key))) for row in rows]
    return [one for one in found if one is not None]


def last_number() -> int:
    """The number that was given last, 0 before the first."""
    row = CounterRow.find(COUNTER, consistent=True)
    return 0 if row is None else row.value


def give(transaction: Transaction, number: int) -> None:
    """Give a billed transaction the number after the last one; both change, or neither.

    Raises Moved when the transaction changed or the number was given meanwhile, Busy.
    """
    if transaction.bill is None:
        raise ValueError("a transaction without a bill has no invoice")
    numbered = replace(
        transaction,
        bill=replace(transaction.bill, invoice_number=number),
        version=transaction.version + 1,
    )
    is_next: Condition = CounterRow.value == number - 1
    if number == 1:
        is_next = CounterRow.name.does_not_exist()
    try:
        with TransactWrite(connection=CONNECTION) as write:
            write.update(CounterRow(COUNTER), [CounterRow.value.set(number)], is_next)
            write.save(to_row(numbered), TransactionRow.version == transaction.version)
    except TransactionCancelled as cancelled:
        raise wallet.explained(cancelled, ()) from cancelled
