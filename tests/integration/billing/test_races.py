"""Bills while something else changes the transaction or the wallet, in every order of the calls."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Final

import pytest

from csms.domain import decision
from csms.domain.errors import Refused
from csms.domain.ids import Minor, Wh
from csms.domain.transaction import Transaction, TransactionState
from csms.services import billing
from csms.services.billing import Refund
from csms.store import transaction, wallet
from tests import faults as fault
from tests.integration.billing.build import HURRY, balance, charged, faults, given, given_funds
from tests.transactions import NOW, PAYER, PRICE, stopped

pytestmark = pytest.mark.usefixtures("tables")

BILL_CALLS: Final = 3
CHANGE_CALLS: Final = 2
TOP_UP_CALLS: Final = 3
FIRST_BILL_CALLS: Final = 4
MORE_WH: Final = 1000
PRICE_OF_MORE: Final = PRICE + 40

NUMBER: Final = stopped().transaction_id


def bill() -> None:
    billing.bill(NUMBER, NOW, HURRY)


def changed(rule: Callable[[Transaction], Transaction | None]) -> bool:
    """Change the transaction as the service of a frame would, and tell whether it did."""
    return transaction.change(transaction.get(NUMBER), rule) is not None


def read_more(before: Transaction) -> Transaction | None:
    """A later reading moves the end that we had to assume, until it is billed."""
    if before.state not in (TransactionState.STOPPED, TransactionState.BILLING_FAILED):
        return None
    assert before.meter_stop_wh is not None
    return replace(before, meter_stop_wh=Wh(before.meter_stop_wh + MORE_WH))


@pytest.mark.parametrize("order", fault.orders(BILL_CALLS, CHANGE_CALLS))
def test_a_reading_is_either_billed_or_too_late(order: str) -> None:
    given(stopped())
    given_funds()
    in_time: list[bool] = []
    fault.Turns(order).run({"a": bill, "b": lambda: in_time.append(changed(read_more))})
    price = PRICE_OF_MORE if in_time[0] else PRICE
    assert charged() == [("charge#1", -price)]
    assert balance() == 10_000 - price
    assert faults() == []


@pytest.mark.parametrize("order", fault.orders(FIRST_BILL_CALLS, CHANGE_CALLS))
def test_a_reading_is_not_lost_under_an_open_bill(order: str) -> None:
    given(stopped())
    fault.Turns(order).run({"a": bill, "b": lambda: changed(read_more)})
    assert transaction.get(NUMBER).state is TransactionState.BILLING_FAILED
    given_funds()
    assert charged() == [("charge#1", -PRICE_OF_MORE)]
    assert faults() == []


def set_right(before: Transaction) -> Transaction:
    """A true end takes the doubt away."""
    return replace(before, meter_stop_wh=stopped().meter_stop_wh, state=TransactionState.STOPPED)


@pytest.mark.parametrize("order", fault.orders(BILL_CALLS, CHANGE_CALLS))
def test_a_doubt_does_not_outlive_the_true_end(order: str) -> None:
    given(replace(stopped(), meter_stop_wh=Wh(911_000)))
    given_funds()
    seen: list[Transaction] = []

    def doubt() -> None:
        seen.append(billing.bill(NUMBER, NOW, HURRY))

    fault.Turns(order).run({"a": doubt, "b": lambda: changed(set_right)})
    stored = transaction.get(NUMBER)
    assert seen[0] == stored or seen[0].version < stored.version
    bill()
    assert charged() == [("charge#1", -PRICE)]
    assert faults() == []


@pytest.mark.parametrize("order", fault.orders(BILL_CALLS, TOP_UP_CALLS))
def test_money_that_comes_in_during_a_bill_pays_it(order: str) -> None:
    given(stopped())
    given_funds(1)

    def top_up() -> None:
        billing.top_up(PAYER, Minor(10_000), "more", "test", None, NOW)

    fault.Turns(order).run({"a": bill, "b": top_up})
    assert transaction.get(NUMBER).state is TransactionState.COMPLETED
    after = wallet.find(PAYER)
    assert after is not None
    assert after.open_bills == ()
    assert balance() == 10_001 - PRICE
    assert faults() == []


CORRECTION_CALLS: Final = 3
REFUND_CALLS: Final = 4


@pytest.mark.parametrize("order", fault.orders(CORRECTION_CALLS, REFUND_CALLS))
def test_a_refund_beside_a_correction_gives_back_no_more_than_was_charged(order: str) -> None:
    given(stopped())
    given_funds()
    billed = billing.bill(NUMBER, NOW)
    less = decision.set_energy(billed, Wh(2500), "misread", NOW)
    assert less is not None
    assert transaction.save(less, billed.version) is None
    refunded: list[int] = []

    def refund() -> None:
        wish = Refund(NUMBER, Minor(400), "goodwill", "key", "admin")
        with suppress(Refused):
            refunded.append(billing.refund(wish, NOW, HURRY).amount_minor)

    fault.Turns(order).run({"a": bill, "b": refund})
    # Of 1.50 for the energy that it was, the refund left nothing or was refused.
    assert balance() == (10_000 if refunded else 10_000 - 150)
    assert transaction.get(NUMBER).refunded_minor == sum(refunded)
    assert faults() == []


def test_the_orders_above_are_made_of_these_calls() -> None:
    given(stopped())
    given_funds()
    billed = billing.bill(NUMBER, NOW)
    with fault.recorded_calls() as refunding:
        billing.refund(Refund(NUMBER, Minor(1), "goodwill", "key", "admin"), NOW)
    less = decision.set_energy(transaction.get(NUMBER), Wh(2500), "misread", NOW)
    assert less is not None
    assert transaction.save(less, billed.version + 1) is None
    with fault.recorded_calls() as correcting:
        bill()
    # A refund looks for open bills at its end, when nothing is undecided any more.
    assert len(refunding.made) == REFUND_CALLS + 1
    assert len(correcting.made) == CORRECTION_CALLS
