"""Stored transactions and wallets as a bill finds them, and the proof of the books."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from csms.domain.ids import Minor, UserId, Wh
from csms.domain.transaction import ClosedBy, Transaction
from csms.services import billing
from csms.services.billing import books
from csms.services.billing.discrepancy import Discrepancy
from csms.services.billing.patience import Patience
from csms.store import ledger, transaction, wallet
from tests.transactions import NOW, PAYER, START, STOP

HURRY: Final = Patience(sleep=lambda _: None, random_below=lambda bound: bound // 2)
"""Retries without waiting."""


def given(*transactions: Transaction) -> None:
    """Store transactions."""
    for one in transactions:
        transaction.create(one)


def given_funds(amount: int = 10_000, payer: UserId = PAYER) -> None:
    """Put money into a wallet."""
    billing.top_up(payer, Minor(amount), "funds", "test", None, START)


def ended_after_all(billed: Transaction, meter_stop_wh: int) -> Transaction:
    """Store the true end of a transaction that we had closed and billed."""
    true_end = replace(
        billed,
        meter_stop_wh=Wh(meter_stop_wh),
        stopped_at=STOP + timedelta(hours=1),
        stop_arrived_at=STOP + timedelta(days=2),
        closed_by=ClosedBy.CHARGER,
        due_kind="correct",
        due_at=STOP + timedelta(days=2, seconds=60),
    )
    assert transaction.save(true_end, billed.version) is None
    return true_end


def balance(payer: UserId = PAYER) -> int:
    """What is in a wallet."""
    found = wallet.find(payer)
    assert found is not None
    return found.balance_minor


def charged(payer: UserId = PAYER) -> list[tuple[str, int]]:
    """Keys and amounts of the entries that billing made, oldest first."""
    return [
        (entry.key, entry.amount_minor)
        for entry in ledger.in_order(payer)
        if entry.actor == "billing"
    ]


def faults(now: datetime = NOW, people: Sequence[UserId] = (PAYER,)) -> Sequence[Discrepancy]:
    """What is off in the books."""
    return books.check(people, [START.date()], now)
