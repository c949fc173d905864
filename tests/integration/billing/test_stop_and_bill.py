"""One Stop that is handled by two workers at once: one end, one bill."""

from dataclasses import replace
from functools import partial
from typing import Final

import pytest

from csms.domain.ending import StopFacts
from csms.domain.ids import TransactionId, UserId, Wh
from csms.domain.transaction import Transaction, TransactionState
from csms.services.charging import stops
from csms.store import transaction
from tests import faults as fault
from tests.integration.billing.build import balance, charged, faults, given, given_funds
from tests.transactions import NOW, PRICE, STOP, stopped

pytestmark = pytest.mark.usefixtures("tables")

CALLS: Final = [
    "GetItem",
    "PutItem",
    "UpdateItem",
    "UpdateItem",
    "GetItem",
    "TransactWriteItems",
]
"""Of a Stop and its bill: the row, its end, the connector and the tag freed, wallet, bill."""


def runs(number: int) -> Transaction:
    """A transaction that runs, for a driver of its own."""
    return replace(
        stopped(number, payer=payer(number)),
        state=TransactionState.RUNNING,
        meter_stop_wh=None,
        stopped_at=None,
        stop_arrived_at=None,
        closed_by=None,
        due_kind=None,
        due_at=None,
    )


def payer(number: int) -> UserId:
    return UserId(f"driver-{number}")


def handle_stop(number: int) -> None:
    """What a StopTransaction does, before and after its answer."""
    facts = StopFacts(
        charger_id=stopped().charger_id,
        meter_stop_wh=Wh(11_000),
        stopped_at=STOP,
        stopped_raw=None,
        arrived_at=STOP,
        reason="Local",
        id_tag=None,
        message_id="message",
    )
    stops.settle(stops.stop(TransactionId(number), facts), facts, NOW)


def test_a_stop_makes_the_calls_that_the_orders_are_made_of() -> None:
    given(runs(1))
    given_funds(payer=payer(1))
    with fault.recorded_calls() as calls:
        handle_stop(1)
    assert calls.made == CALLS


@pytest.mark.slow
def test_one_end_is_billed_once_in_every_order_of_two_workers() -> None:
    """All 924 orders; each on rows of its own, so that the tables need not be emptied between."""
    orders = fault.orders(len(CALLS), len(CALLS))
    for number, order in enumerate(orders, 1):
        given(runs(number))
        given_funds(payer=payer(number))
        work = partial(handle_stop, number)
        fault.Turns(order).run({"a": work, "b": work})
        assert transaction.get(TransactionId(number)).state is TransactionState.COMPLETED, order
        assert charged(payer(number)) == [(f"charge#{number}", -PRICE)], order
        assert balance(payer(number)) == 10_000 - PRICE, order
    assert faults(people=[payer(number) for number in range(1, len(orders) + 1)]) == []
