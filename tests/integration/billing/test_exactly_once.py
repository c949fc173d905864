"""One bill for each transaction, whatever is repeated, reordered, killed or refused."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest

from csms.domain.ids import Minor
from csms.domain.transaction import ClosedBy, TransactionState
from csms.services import billing
from csms.store import transaction, wallet
from functions.billing_retry.handler import handler
from tests import faults as fault
from tests.integration.billing.build import (
    HURRY,
    balance,
    charged,
    ended_after_all,
    faults,
    given,
    given_funds,
)
from tests.transactions import NOW, PAYER, PRICE, stopped

pytestmark = pytest.mark.usefixtures("tables")

type Killing = Callable[[int], AbstractContextManager[None]]

WORKERS = 16
LATER = NOW + timedelta(hours=12)
BILL_CALLS = ["GetItem", "GetItem", "TransactWriteItems"]
FIRST_BILL_CALLS = ["GetItem", "GetItem", "PutItem", "TransactWriteItems"]


def sweep(at: datetime = LATER) -> None:
    """Let the schedule run once."""
    context = SimpleNamespace(get_remaining_time_in_millis=lambda: 25_000)
    handler({"time": at.isoformat()}, context)


def at_once(task: Callable[[int], object], workers: int = WORKERS) -> list[object]:
    """Run a task in threads that start together."""
    barrier = threading.Barrier(workers)

    def run(number: int) -> object:
        barrier.wait()
        return task(number)

    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(run, range(workers)))


def assert_billed_once(funds: int = 10_000) -> None:
    """One charge, one change of the balance, books that balance."""
    assert transaction.get(stopped().transaction_id).state is TransactionState.COMPLETED
    assert charged() == [("charge#1", -PRICE)]
    assert balance() == funds - PRICE
    assert faults(LATER) == []


def test_sixteen_workers_make_one_bill() -> None:
    given(stopped())
    given_funds()
    results = at_once(lambda _: billing.bill(stopped().transaction_id, NOW))
    assert all(result == results[0] for result in results)
    assert_billed_once()


def test_sixteen_bills_of_one_wallet_all_get_through() -> None:
    for number in range(WORKERS):
        given(stopped(number + 1))
    given_funds(WORKERS * PRICE)
    at_once(lambda number: billing.bill(stopped(number + 1).transaction_id, NOW))
    assert balance() == 0
    assert len(charged()) == WORKERS
    assert faults() == []


def test_sixteen_bills_of_a_wallet_that_pays_for_one() -> None:
    for number in range(WORKERS):
        given(stopped(number + 1))
    given_funds(PRICE)
    at_once(lambda number: billing.bill(stopped(number + 1).transaction_id, NOW))
    assert balance() == 0
    after = wallet.find(PAYER)
    assert after is not None
    assert len(after.open_bills) == WORKERS - 1
    assert faults() == []


def test_sixteen_first_bills_make_one_wallet() -> None:
    for number in range(WORKERS):
        given(stopped(number + 1, energy_wh=0))
    at_once(lambda number: billing.bill(stopped(number + 1).transaction_id, NOW))
    assert len(charged()) == WORKERS
    assert faults() == []


def run_two_workers(order: str) -> None:
    """Bill the same transaction twice, with calls in a given order."""

    def work() -> object:
        return billing.bill(stopped().transaction_id, NOW, HURRY)

    fault.Turns(order).run({"a": work, "b": work})


@pytest.mark.parametrize("order", fault.orders(len(BILL_CALLS), len(BILL_CALLS)))
def test_two_workers_make_one_bill_in_any_order(order: str) -> None:
    given(stopped())
    given_funds()
    run_two_workers(order)
    assert_billed_once()


@pytest.mark.parametrize("order", fault.orders(len(FIRST_BILL_CALLS), len(FIRST_BILL_CALLS)))
def test_two_workers_leave_one_open_bill_in_any_order(order: str) -> None:
    given(stopped())
    run_two_workers(order)
    assert transaction.get(stopped().transaction_id).state is TransactionState.BILLING_FAILED
    after = wallet.find(PAYER)
    assert after is not None
    assert after.open_bills == (stopped().transaction_id,)
    given_funds()
    assert_billed_once()


def test_a_bill_makes_the_calls_that_the_orders_above_are_made_of() -> None:
    given(stopped(1), stopped(2, energy_wh=0))
    with fault.recorded_calls() as first:
        billing.bill(stopped(2).transaction_id, NOW)
    given_funds()
    with fault.recorded_calls() as second:
        billing.bill(stopped(1).transaction_id, NOW)
    assert (first.made, second.made) == (FIRST_BILL_CALLS, BILL_CALLS)


@pytest.mark.parametrize("call", range(len(BILL_CALLS)))
@pytest.mark.parametrize("killed", [fault.killed_before, fault.killed_after])
def test_a_bill_killed_anywhere_is_finished_by_the_schedule(killed: Killing, call: int) -> None:
    given(stopped())
    given_funds()
    with pytest.raises(fault.Killed), killed(call):
        billing.bill(stopped().transaction_id, NOW)
    sweep()
    sweep(LATER + timedelta(minutes=5))
    assert_billed_once()


@pytest.mark.parametrize("call", range(len(BILL_CALLS)))
@pytest.mark.parametrize("killed", [fault.killed_before, fault.killed_after])
def test_a_correction_killed_anywhere_is_finished_by_the_schedule(
    killed: Killing, call: int
) -> None:
    given(replace(stopped(), closed_by=ClosedBy.CSMS))
    given_funds()
    ended_after_all(billing.bill(stopped().transaction_id, NOW), 13_500)
    with pytest.raises(fault.Killed), killed(call):
        billing.correct(stopped().transaction_id, NOW)
    sweep(LATER + timedelta(days=3))
    assert charged() == [("charge#1", -PRICE), ("correction#1#1", -100)]
    assert faults(LATER + timedelta(days=3)) == []


@pytest.mark.parametrize("call", range(4))
@pytest.mark.parametrize("killed", [fault.killed_before, fault.killed_after])
def test_holding_an_open_bill_killed_anywhere_is_finished_by_the_schedule(
    killed: Killing, call: int
) -> None:
    given(stopped())
    unpaid = billing.bill(stopped().transaction_id, NOW)
    doubtful = replace(unpaid, state=TransactionState.STOPPED, rated_power_w=0)
    assert transaction.save(doubtful, unpaid.version) is None
    with pytest.raises(fault.Killed), killed(call):
        billing.bill(unpaid.transaction_id, NOW)
    sweep()
    assert transaction.get(unpaid.transaction_id).state is TransactionState.HELD
    after = wallet.find(PAYER)
    assert after is not None
    assert after.open_bills == ()
    assert faults(LATER) == []


@pytest.mark.parametrize("call", range(3))
@pytest.mark.parametrize("killed", [fault.killed_before, fault.killed_after])
def test_a_top_up_killed_anywhere_happens_once_when_it_is_repeated(
    killed: Killing, call: int
) -> None:
    given(stopped())
    billing.bill(stopped().transaction_id, NOW)
    with pytest.raises(fault.Killed), killed(call):
        billing.top_up(PAYER, Minor(10_000), "key", "test", None, NOW)
    billing.top_up(PAYER, Minor(10_000), "key", "test", None, NOW)
    assert_billed_once()
