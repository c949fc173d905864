"""What a running transaction costs so far, held against the money that there is for it."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from csms.domain.command import Command, CommandState
from csms.domain.ids import Minor
from csms.domain.money import currency, format_amount
from csms.domain.transaction import TimelineEntry, Transaction, TransactionState
from csms.domain.wallet import empty_wallet
from csms.ocpp16.commands import remote_stop_transaction
from csms.services import commands
from csms.services.billing import evidence
from csms.services.billing.patience import PATIENT, Patience, persist
from csms.settings import SETTINGS
from csms.store import command as command_store
from csms.store import funds_stop
from csms.store import transaction as transactions
from csms.store import wallet as wallets

ACTOR: Final = "funds"
ASKED_AGAIN_AFTER: Final = timedelta(minutes=10)
"""Longer than a command to stop waits for its charger and for the answer together."""
UNANSWERED: Final = (
    CommandState.ERROR,
    CommandState.EXPIRED,
    CommandState.OFFLINE,
    CommandState.TIMED_OUT,
)


def stop_when_spent(transaction: Transaction, now: datetime, patience: Patience = PATIENT) -> None:
    """Ask the charger to stop, once, when a transaction has used up its payer's money.

    What others hold in the wallet is not its money; the credit limit is. While it cannot cost more
    than what is held for it, the wallet is not even read; while it cannot cost what there is, its
    readings and states are not. Whoever dies before the one write that asks
    leaves it to the next reading; whoever dies after it, to the deadline of the command. A command
    that came to nothing unanswered is asked again by a later reading.
    Raises Refused and Unavailable when it cannot be asked: the next reading tries again.
    """
    if not SETTINGS.stop_when_funds_end or not _is_to_be_asked(transaction, now):
        return
    most = evidence.price_at_most_so_far(transaction, now)
    if most is None or most <= transaction.hold_minor:
        return
    money = _money_for(transaction)
    priced = evidence.priced_so_far(transaction, now) if most >= money else None
    if priced is not None and priced.total_minor >= max(money, transaction.hold_minor + 1):
        persist(lambda: _ask(transaction, priced.total_minor, now), patience)


def _is_to_be_asked(transaction: Transaction, now: datetime) -> bool:
    """Whether it runs on somebody's money, and was not asked to stop before, or not heard."""
    if transaction.state is not TransactionState.RUNNING or transaction.payer_id is None:
        return False
    asked_at, command_id = transaction.funds_stop_at, transaction.funds_command_id
    if asked_at is None or command_id is None:
        return True
    if now - asked_at < ASKED_AGAIN_AFTER:
        return False
    command = command_store.find(transaction.charger_id, command_id)
    return command is None or command.state in UNANSWERED


def _money_for(transaction: Transaction) -> int:
    if transaction.payer_id is None:
        return 0
    wallet = wallets.find(transaction.payer_id) or empty_wallet(transaction.payer_id)
    return wallet.available_minor + transaction.hold_minor + SETTINGS.credit_limit_minor


def _ask(transaction: Transaction, cost: Minor, now: datetime) -> None:
    """One attempt, on the transaction as it is now."""
    current = transactions.get(transaction.transaction_id)
    if not _is_to_be_asked(current, now):
        return

    def store(command: Command) -> None:
        marked = replace(
            current,
            funds_stop_at=now,
            funds_command_id=command.command_id,
            version=current.version + 1,
        )
        funds_stop.ask(current, marked, command, _note(current, cost, now))

    asked = remote_stop_transaction.RemoteStopTransaction(current.transaction_id)
    commands.enqueue_with(store, current.charger_id, asked.ACTION, asked.payload(), ACTOR, now)


def _note(transaction: Transaction, cost: Minor, now: datetime) -> TimelineEntry:
    money = format_amount(cost, currency(SETTINGS.currency))
    text = f"Stop asked: {money} used, no more there"
    return TimelineEntry(transaction.transaction_id, now, now, "funds-end", text)
