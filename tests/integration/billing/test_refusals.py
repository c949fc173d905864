"""Bills while the database is busy, refuses, or is gone."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from csms.domain.errors import Unavailable
from csms.domain.ids import Minor
from csms.domain.transaction import TransactionState
from csms.domain.wallet import EntryKind
from csms.services import billing
from csms.services.billing.patience import BUSY_RETRIES, Patience
from csms.services.billing.wallets import MoneyRequest, enter
from csms.store import transaction
from functions.billing_retry.handler import handler
from tests import faults as fault
from tests.integration.billing.build import (
    HURRY,
    balance,
    charged,
    faults,
    given,
    given_funds,
)
from tests.transactions import NOW, PAYER, PRICE, stopped

pytestmark = pytest.mark.usefixtures("tables")

BILL = "TransactWriteItems"
CONFLICT = fault.cancellation(["None", "None", "TransactionConflict", "None"])
PASSING = {
    "conflict": CONFLICT,
    "throttled item": fault.cancellation(["ThrottlingError", "None", "None", "None"]),
    "throttled table": fault.cancellation(
        ["None", "None", "None", "ProvisionedThroughputExceeded"]
    ),
    "conflict beside a lost race": fault.cancellation(
        ["None", "ConditionalCheckFailed", "TransactionConflict", "None"]
    ),
    "throttled call": fault.error("ThrottlingException"),
    "repeated token": fault.error("TransactionInProgressException"),
}


class Pauses:
    """A sleeper that only notes how long it was to sleep."""

    def __init__(self) -> None:
        self.taken: list[float] = []

    def patience(self) -> Patience:
        """With the longest of the random pauses."""
        return Patience(self.taken.append, lambda bound: bound - 1)


@pytest.mark.parametrize("response", PASSING.values(), ids=PASSING)
@pytest.mark.parametrize("times", [1, BUSY_RETRIES])
def test_what_passes_is_retried_after_growing_pauses(response: fault.Response, times: int) -> None:
    given(stopped())
    given_funds()
    pauses = Pauses()
    with fault.refused(BILL, response, times) as calls:
        billed = billing.bill(stopped().transaction_id, NOW, pauses.patience())
    assert len(calls.made) == times
    assert billed.state is TransactionState.COMPLETED
    assert pauses.taken == [0.024, 0.049, 0.099, 0.199, 0.399][:times]
    assert faults() == []


@pytest.mark.parametrize("response", PASSING.values(), ids=PASSING)
def test_what_does_not_pass_is_left_to_the_deadline(response: fault.Response) -> None:
    given(stopped())
    given_funds()
    with fault.refused(BILL, response, BUSY_RETRIES + 1):
        found = billing.bill(stopped().transaction_id, NOW, HURRY)
    assert (found.state, found.attempts) == (TransactionState.BILLING_FAILED, 1)
    assert found.last_error is not None
    assert found.last_error.startswith("the database is busy: ")
    assert found.due_at is not None
    assert found.due_at > NOW
    assert charged() == []
    assert faults() == []


def test_a_refusal_that_only_a_defect_explains_says_so() -> None:
    given(stopped())
    given_funds()
    odd = fault.cancellation(["None", "None", "ValidationError", "None"])
    with fault.refused(BILL, odd, 1) as calls:
        found = billing.bill(stopped().transaction_id, NOW, HURRY)
    assert len(calls.made) == 1
    assert found.state is TransactionState.BILLING_FAILED
    assert found.last_error == "defect: the bill is refused: -, -, ValidationError, -"
    assert faults() == []


def test_a_charge_without_its_bill_is_named_and_not_paid_again() -> None:
    given(stopped())
    given_funds()
    billed = billing.bill(stopped().transaction_id, NOW)
    assert transaction.save(stopped(), billed.version) is None
    found = billing.bill(stopped().transaction_id, NOW, HURRY)
    assert found.state is TransactionState.BILLING_FAILED
    assert found.last_error == "the ledger has charge#1, but the transaction is not settled"
    assert balance() == 10_000 - PRICE
    assert [one.subject for one in faults()] == ["transaction 1"]


def test_one_transaction_with_a_defect_does_not_keep_others_waiting() -> None:
    given(stopped(1), stopped(2), stopped(3))
    given_funds()
    context = SimpleNamespace(get_remaining_time_in_millis=lambda: 25_000)
    at = NOW + timedelta(hours=1)
    with fault.refused(BILL, fault.error("ValidationException"), 1):
        assert handler({"time": at.isoformat()}, context) == {"tried": 3, "complete": True}
    states = sorted(transaction.get(stopped(number).transaction_id).state for number in (1, 2, 3))
    assert states == [
        TransactionState.BILLING_FAILED,
        TransactionState.COMPLETED,
        TransactionState.COMPLETED,
    ]
    assert faults() == []


def test_a_top_up_survives_conflicts_and_gives_up_after_five() -> None:
    request = MoneyRequest(PAYER, EntryKind.TOP_UP, Minor(100), "key", "test", None)
    conflict = fault.cancellation(["None", "TransactionConflict"])
    with fault.refused(BILL, conflict, BUSY_RETRIES + 1), pytest.raises(Unavailable):
        enter(request, NOW, HURRY)
    with fault.refused(BILL, conflict, BUSY_RETRIES):
        assert enter(request, NOW, HURRY).balance_after_minor == 100
    assert balance() == 100
