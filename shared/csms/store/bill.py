"""The bill: the one write in which a transaction becomes money.

Ledger, transaction, wallet and the station's day change together or not at all, so that a process
that dies beside this write leaves a transaction that is either not billed, with its deadline, or
billed, without one.
"""

from dataclasses import dataclass

from pynamodb.transactions import TransactWrite

from csms.domain.audit import AuditEntry
from csms.domain.transaction import TimelineEntry, Transaction
from csms.domain.wallet import Posting, Wallet
from csms.store import audit, station_day, timeline, wallet
from csms.store.base import CONNECTION, TransactionCancelled
from csms.store.station_day import DaySums
from csms.store.transaction_row import TransactionRow, to_row


@dataclass(frozen=True, slots=True)
class Settlement:
    """A bill or its correction. before: the transaction as read; after: as it is to be.

    after.version is before.version + 1. note: a line of the timeline that belongs to it.
    entry: of the trail, where a person asked.
    """

    before: Transaction
    after: Transaction
    posting: Posting
    sums: DaySums
    note: TimelineEntry | None = None
    entry: AuditEntry | None = None


def settle(settlement: Settlement) -> None:
    """Write a bill: ledger entries if absent, transaction and wallet if unchanged, sums added.

    Raises AlreadyPosted (it happened), Moved (read again), Busy (try again); a cancellation for
    any other reason is a defect and comes as TransactionCancelled.
    """
    entered = len(settlement.posting.entries)
    try:
        with TransactWrite(connection=CONNECTION) as write:
            wallet.add_posting(write, settlement.posting, settlement.after.transaction_id)
            _add_transaction(write, settlement.before, settlement.after)
            station_day.add_sums(write, settlement.sums)
            if settlement.note is not None:
                write.save(timeline.to_row(settlement.note))
            if settlement.entry is not None:
                audit.add_entry(write, settlement.entry)
    except TransactionCancelled as cancelled:
        raise wallet.explained(cancelled, cancelled.reasons[:entered]) from cancelled


def leave_open(before: Transaction, after: Transaction, payer: Wallet) -> None:
    """Note that a wallet cannot pay: on the transaction with its deadline, and on the wallet.

    Raises Moved when money came in or the transaction changed meanwhile, or Busy.
    """
    try:
        with TransactWrite(connection=CONNECTION) as write:
            _add_transaction(write, before, after)
            wallet.add_open_bill(write, payer, after.transaction_id)
    except TransactionCancelled as cancelled:
        raise wallet.explained(cancelled, ()) from cancelled


def _add_transaction(write: TransactWrite, before: Transaction, after: Transaction) -> None:
    write.save(to_row(after), TransactionRow.version == before.version)
