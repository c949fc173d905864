"""What a running transaction costs so far, held against the money that there is for it."""

from dataclasses import replace
from datetime import datetime

from csms.domain.errors import CsmsError
from csms.domain.ids import Minor
from csms.domain.money import currency, format_amount
from csms.domain.transaction import Transaction, TransactionState
from csms.domain.wallet import empty_wallet
from csms.services.billing import evidence
from csms.services.charging import events, sessions
from csms.settings import SETTINGS
from csms.store import transaction as transactions
from csms.store import wallet as wallets

ACTOR = "funds"


def stop_when_spent(transaction: Transaction, now: datetime) -> None:
    """Ask the charger to stop, once, when a transaction has used up its payer's money.

    What others hold in the wallet is not its money; the credit limit is. While the cost is below
    what is held for it, the wallet is not even read.
    """
    if not SETTINGS.stop_when_funds_end or not _may_run_out(transaction):
        return
    priced = evidence.priced_so_far(transaction, now)
    if priced is None or priced.total_minor <= transaction.hold_minor:
        return
    if priced.total_minor < _money_for(transaction):
        return
    after, is_first = transactions.apply(transaction, lambda one: _marked(one, now))
    if is_first:
        _ask(after, priced.total_minor, now)


def _may_run_out(transaction: Transaction) -> bool:
    return (
        transaction.state is TransactionState.RUNNING
        and transaction.payer_id is not None
        and transaction.funds_stop_at is None
    )


def _money_for(transaction: Transaction) -> int:
    if transaction.payer_id is None:
        return 0
    wallet = wallets.find(transaction.payer_id) or empty_wallet(transaction.payer_id)
    return wallet.available_minor + transaction.hold_minor + SETTINGS.credit_limit_minor


def _marked(transaction: Transaction, now: datetime) -> Transaction | None:
    return replace(transaction, funds_stop_at=now) if _may_run_out(transaction) else None


def _ask(transaction: Transaction, cost: Minor, now: datetime) -> None:
    try:
        sessions.stop_transaction(transaction.transaction_id, ACTOR, now)
    except CsmsError:
        # It could not be asked: the next reading tries again.
        transactions.apply(
            transaction,
            lambda one: replace(one, funds_stop_at=None) if one.funds_stop_at == now else None,
        )
        raise
    money = format_amount(cost, currency(SETTINGS.currency))
    events.note(transaction, "funds-end", f"Stop asked: {money} used, no more there", now, now)
