"""Invoice numbers, given after the bill by the scheduled job alone: without gaps."""

from collections.abc import Callable
from functools import partial
from typing import Final

from csms.domain.transaction import Transaction, TransactionState
from csms.services.billing.patience import PATIENT, Patience, persist
from csms.store import invoice
from csms.store import transaction as transactions

PAGE: Final = 25


def number_all(time_left: Callable[[], bool], patience: Patience = PATIENT) -> bool:
    """Number every bill that has no number. Returns whether all got one.

    Two jobs at once give no number twice: the later one reads again. Raises Busy, Unavailable.
    """
    while page := [one for one in invoice.unnumbered(PAGE) if _needs_number(one)]:
        for transaction in page:
            if not time_left():
                return False
            persist(partial(_number, transaction), patience)
    return True


def _number(transaction: Transaction) -> None:
    current = transactions.get(transaction.transaction_id)
    if _needs_number(current):
        invoice.give(current, invoice.last_number() + 1)


def _needs_number(transaction: Transaction) -> bool:
    bill = transaction.bill
    is_settled = transaction.state is TransactionState.COMPLETED
    return is_settled and bill is not None and bill.invoice_number is None
