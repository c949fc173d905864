"""Wallets: one row per user, changed only together with its ledger.

`version` is the sequence of the last entry and guards every change. `open_bills` is no money: it
is changed beside the version, so that noting an unpaid bill does not look like an entry.
"""

from collections.abc import Sequence

from pynamodb.attributes import NumberSetAttribute, UnicodeAttribute
from pynamodb.expressions.update import Action
from pynamodb.transactions import TransactWrite

from csms.domain.audit import AuditEntry
from csms.domain.ids import Minor, TransactionId, UserId
from csms.domain.wallet import LedgerEntry, Posting, Wallet, empty_wallet
from csms.store import audit, ledger
from csms.store.base import (
    CONNECTION,
    CancelReason,
    ConditionFailed,
    IntAttribute,
    RawItem,
    Table,
    TransactionCancelled,
    deployed_name,
)
from csms.store.dynamodb import BUSY_CODES, CONDITION_FAILED, Busy
from csms.store.ledger import LedgerRow
from csms.store.prefetch import Wanted


class Moved(Exception):
    """A row changed since it was read: read again and decide again."""


class AlreadyPosted(Exception):
    """The ledger has an entry with this key; `entry` is the one that was first."""

    def __init__(self, entry: LedgerEntry) -> None:
        super().__init__(f"{entry.key} was entered before")
        self.entry = entry


class WalletRow(Table):
    """One row per user."""

    class Meta:
        table_name = deployed_name("wallet")

    user_id = UnicodeAttribute(hash_key=True)
    balance_minor = IntAttribute()
    held_minor = IntAttribute()
    version = IntAttribute()
    open_bills = NumberSetAttribute(null=True)


def find(user_id: UserId, *, consistent: bool = True) -> Wallet | None:
    """A user's wallet, None before it was first needed."""
    row = WalletRow.find(user_id, consistent=consistent)
    return None if row is None else _wallet(row)


def wanted(user_id: UserId) -> Wanted:
    """The row of a wallet, to be read ahead."""
    return WalletRow.wanted(user_id)


def ensure(user_id: UserId) -> Wallet:
    """A user's wallet, made empty when there is none; whoever comes second gets the first's."""
    found = find(user_id)
    if found is not None:
        return found
    wallet = empty_wallet(user_id)
    row = WalletRow(user_id=user_id, balance_minor=0, held_minor=0, version=0)
    try:
        row.save(WalletRow.user_id.does_not_exist())
    except ConditionFailed as lost:
        return wallet if lost.item is None else _wallet(WalletRow.read_item(lost.item))
    return wallet


def glance(user_id: UserId) -> Wallet:
    """As `ensure`, as it was a moment ago, at half the price: for who writes under its version."""
    return find(user_id, consistent=False) or ensure(user_id)


def available(user_id: UserId) -> Minor:
    """What a user has neither spent nor held; nothing without a wallet."""
    wallet = find(user_id) or empty_wallet(user_id)
    return wallet.available_minor


def post(posting: Posting, entry: AuditEntry | None = None) -> None:
    """Enter in the ledger and change the wallet, both or none, with who asked for it.

    Raises AlreadyPosted, Moved, or Busy.
    """
    try:
        with TransactWrite(connection=CONNECTION) as write:
            add_posting(write, posting)
            if entry is not None:
                audit.add_entry(write, entry)
    except TransactionCancelled as cancelled:
        entered = len(posting.entries)
        raise explained(cancelled, cancelled.reasons[:entered]) from cancelled


def add_posting(
    write: TransactWrite, posting: Posting, settled: TransactionId | None = None
) -> None:
    """Make a posting part of a transaction: a put per entry, first, and the wallet's update.

    settled: a transaction whose bill is not open any more.
    """
    for entry in posting.entries:
        write.save(
            ledger.to_row(entry), LedgerRow.user_id.does_not_exist(), return_values="ALL_OLD"
        )
    actions: list[Action] = [
        WalletRow.balance_minor.set(posting.after.balance_minor),
        WalletRow.held_minor.set(posting.after.held_minor),
        WalletRow.version.set(posting.after.version),
    ]
    if settled is not None:
        actions.append(WalletRow.open_bills.delete({settled}))
    row = WalletRow(user_id=posting.before.user_id)
    write.update(row, actions, WalletRow.version == posting.before.version)


def add_open_bill(write: TransactWrite, wallet: Wallet, transaction_id: TransactionId) -> None:
    """Make the note of an unpaid bill part of a transaction, if no entry came in between."""
    row = WalletRow(user_id=wallet.user_id)
    write.update(
        row, [WalletRow.open_bills.add({transaction_id})], WalletRow.version == wallet.version
    )


def close_bill(user_id: UserId, transaction_id: TransactionId) -> None:
    """Forget an unpaid bill that is not to be paid now; again changes nothing."""
    WalletRow.change(
        (user_id,),
        [WalletRow.open_bills.delete({transaction_id})],
        WalletRow.user_id.exists(),
    )


def explained(cancelled: TransactionCancelled, entered: Sequence[CancelReason | None]) -> Exception:
    """What a cancelled transaction means, item by item; `entered` are the ledger's items.

    The ledger has the key: AlreadyPosted. A conflict or throttling: Busy. A condition: Moved.
    Anything else is a defect of ours and comes back as it is.
    """
    reasons = [reason for reason in cancelled.reasons if reason is not None]
    known = [reason.item for reason in entered if reason and reason.code == CONDITION_FAILED]
    if known and known[0]:
        return AlreadyPosted(_entry(known[0]))
    codes = {reason.code for reason in reasons}
    if codes and codes <= BUSY_CODES | {CONDITION_FAILED}:
        busy = codes & BUSY_CODES
        return Busy(f"the database is busy: {', '.join(sorted(busy))}") if busy else Moved()
    return cancelled


def _entry(item: RawItem) -> LedgerEntry:
    return ledger.from_row(LedgerRow.read_item(item))


def _wallet(row: WalletRow) -> Wallet:
    return Wallet(
        user_id=UserId(row.user_id),
        balance_minor=Minor(row.balance_minor),
        held_minor=Minor(row.held_minor),
        version=row.version,
        open_bills=tuple(TransactionId(int(one)) for one in sorted(row.open_bills or ())),
    )
