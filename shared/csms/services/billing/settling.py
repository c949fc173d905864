"""Bills: exactly one for each transaction, whatever is repeated, reordered or killed.

Every attempt reads the transaction, then the wallet, decides by pure rules and writes once. What is
not written is found again by the deadline that the transaction carries.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Final

from csms.domain import billing
from csms.domain.ending import BILL, CORRECT
from csms.domain.errors import Conflict
from csms.domain.ids import Minor, TransactionId, UserId
from csms.domain.money import currency, format_amount
from csms.domain.plausibility import doubts
from csms.domain.pricing import Price
from csms.domain.transaction import Transaction, TransactionState
from csms.domain.wallet import Wallet, can_pay, post
from csms.services.billing import days, evidence, holds
from csms.services.billing.patience import PATIENT, Patience, persist
from csms.settings import SETTINGS
from csms.store import bill as bills
from csms.store import transaction as transactions
from csms.store import wallet as wallets
from csms.store.bill import Settlement
from csms.store.dynamodb import Busy, TransactionCancelled
from csms.store.wallet import AlreadyPosted, Moved

type ReadWallet = Callable[[UserId], Wallet]

PAGE: Final = 25
SET_ASIDE: Final = frozenset(
    {TransactionState.HELD, TransactionState.UNBILLED, TransactionState.CANCELLED}
)


def bill(transaction_id: TransactionId, now: datetime, patience: Patience = PATIENT) -> Transaction:
    """Settle an ended transaction, and return it as it is then.

    COMPLETED with its bill; UNBILLED or HELD with the reason, for a person; BILLING_FAILED with
    the error and the next deadline. Where there is nothing to do it changes nothing.
    A refusal by DynamoDB that only a defect of ours explains says so in the error.
    Raises NotFound; Unavailable when the database does not answer, which the deadline covers.
    """
    return _persist(transaction_id, [], now, patience)


def settle(transaction: Transaction, now: datetime, patience: Patience = PATIENT) -> Transaction:
    """As `bill`, for a transaction that was just read or written; it is read again if it moved.

    Every write looks at its version, so that one that is not the newest changes nothing.
    """
    return _persist(transaction.transaction_id, [transaction], now, patience)


def correct(
    transaction_id: TransactionId, now: datetime, patience: Patience = PATIENT
) -> Transaction:
    """Settle the difference that a true end makes, which came after our own close was billed.

    One correction entry, once; HELD when the gate doubts the true end. Otherwise as `bill`.
    """
    return bill(transaction_id, now, patience)


def note_failure(
    transaction_id: TransactionId, error: str, now: datetime, patience: Patience = PATIENT
) -> Transaction:
    """Write on a transaction why it could not be billed, and when that is tried again.

    One that is settled meanwhile stays as it is. Raises NotFound, Unavailable.
    """
    spread = patience.random_below(1001)

    def failed(transaction: Transaction) -> Transaction | None:
        if not billing.awaits_billing(transaction):
            return None
        return billing.failed(transaction, error, now, spread)

    return transactions.change(transactions.get(transaction_id), failed) or transactions.get(
        transaction_id
    )


def due_transactions(now: datetime) -> Iterator[Transaction]:
    """Transactions whose bill or correction is due, a bounded number of each deadline's shards."""
    for kind in (BILL, CORRECT):
        yield from transactions.list_due(kind, now, PAGE)


def _persist(
    transaction_id: TransactionId, known: list[Transaction], now: datetime, patience: Patience
) -> Transaction:
    """Attempt until it is settled. known: the transaction for the first attempt, if it is at hand.

    Then the wallet may be read eventually consistently as well: who decides by an old one loses.
    """

    def attempt() -> Transaction:
        if known:
            return _settle(known.pop(), wallets.glance, now, patience)
        return _settle(transactions.get(transaction_id), wallets.ensure, now, patience)

    try:
        return persist(attempt, patience)
    except (Busy, Conflict) as error:
        return note_failure(transaction_id, error.message, now, patience)
    except TransactionCancelled as defect:
        return note_failure(transaction_id, f"defect: the bill is refused: {defect}", now, patience)


def _settle(
    transaction: Transaction, read_wallet: ReadWallet, now: datetime, patience: Patience
) -> Transaction:
    """One attempt. Raises Moved or Busy: another is worth it; Conflict: the books differ."""
    if not billing.awaits_billing(transaction):
        return _let_go(transaction, now)
    reason = billing.unbilled_reason(transaction, SETTINGS.currency)
    if reason is not None:
        return _park(transaction, TransactionState.UNBILLED, reason, now)
    if not transaction.approved and (found := doubts(transaction)):
        return _park(transaction, TransactionState.HELD, ", ".join(found), now)
    tariff = transaction.tariff
    if tariff is None:
        raise Conflict("a transaction without a tariff cannot be billed", "not_billable")
    priced, used = evidence.priced(transaction, tariff)
    after = billing.completed(transaction, priced, now, used)
    # The wallet is read after the transaction, so that an open bill noted on one is seen on both.
    wallet = read_wallet(_payer(transaction))
    due = billing.amount_due(transaction, priced)
    if can_pay(wallet, due, Minor(SETTINGS.credit_limit_minor)):
        return _charge(transaction, after, priced, wallet, now)
    error = _too_little(wallet, due)
    unpaid = billing.failed(transaction, error, now, patience.random_below(1001))
    bills.leave_open(transaction, unpaid, wallet)
    return unpaid


def _charge(
    transaction: Transaction, after: Transaction, priced: Price, wallet: Wallet, now: datetime
) -> Transaction:
    entries = billing.movements(transaction, priced, now)
    settlement = Settlement(
        before=transaction,
        after=after,
        posting=post(wallet, entries),
        sums=days.added(transaction, after),
        note=billing.correction_note(transaction, after, now),
    )
    try:
        bills.settle(settlement)
    except AlreadyPosted as known:
        return _settled_by_another(transaction.transaction_id, known)
    return after


def _settled_by_another(transaction_id: TransactionId, known: AlreadyPosted) -> Transaction:
    transaction = transactions.get(transaction_id)
    if billing.awaits_billing(transaction):
        raise Conflict(
            f"the ledger has {known.entry.key}, but the transaction is not settled", "not_billable"
        )
    return transaction


def _park(
    transaction: Transaction, state: TransactionState, reason: str | None, now: datetime
) -> Transaction:
    _forget_open_bill(transaction)
    after = billing.parked(transaction, state, reason)
    return _set_aside(transaction, after, now)


def _let_go(transaction: Transaction, now: datetime) -> Transaction:
    """Take back what the wallet knows of a transaction that was set aside without a bill."""
    if transaction.state not in SET_ASIDE:
        return transaction
    if not transaction.hold_minor and transaction.due_kind is None:
        return transaction
    return _park(transaction, transaction.state, transaction.hold_reason, now)


def _forget_open_bill(transaction: Transaction) -> None:
    """Before it is set aside: an open bill without its note is retried, a note alone is not."""
    if transaction.payer_id is None:
        return
    wallet = wallets.find(transaction.payer_id)
    if wallet is not None and transaction.transaction_id in wallet.open_bills:
        wallets.close_bill(transaction.payer_id, transaction.transaction_id)


def _set_aside(before: Transaction, after: Transaction, now: datetime) -> Transaction:
    """Write a transaction that waits for a person, and nothing is held for it any more."""
    after = replace(after, hold_minor=Minor(0))
    if before.hold_minor:
        holds.release(before, after, _payer(before), now)
    elif transactions.save(after, before.version) is not None:
        raise Moved
    return after


def _payer(transaction: Transaction) -> UserId:
    if transaction.payer_id is None:
        raise Conflict("a transaction without a payer cannot be billed", "not_billable")
    return transaction.payer_id


def _too_little(wallet: Wallet, due: Minor) -> str:
    money = currency(SETTINGS.currency)
    return (
        f"{billing.TOO_LITTLE}: {format_amount(due, money)} due,"
        f" {format_amount(wallet.balance_minor, money)} in the wallet"
    )
