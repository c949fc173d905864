"""One Stop that is handled by two workers at once: one end, one bill."""

from dataclasses import replace
from random import Random
from typing import Final

import pytest

from csms.domain.ending import StopFacts
from csms.domain.ids import Wh
from csms.domain.transaction import TransactionState
from csms.services.charging import stops
from csms.store import transaction
from tests import faults as fault
from tests.integration.billing.build import balance, charged, faults, given, given_funds
from tests.transactions import NOW, PRICE, STOP, stopped

pytestmark = pytest.mark.usefixtures("tables")

SEED: Final = 1606
ORDERS: Final = 60
CALLS: Final = 8
"""More than a Stop and its bill take."""


def handle_stop() -> None:
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
    stops.settle(stops.stop(stopped().transaction_id, facts), facts, NOW)


def some_orders() -> list[str]:
    """A sample of the orders in which two workers can make their calls."""
    random = Random(SEED)
    orders = []
    for _ in range(ORDERS):
        names = list("a" * CALLS + "b" * CALLS)
        random.shuffle(names)
        orders.append("".join(names))
    return orders


@pytest.mark.parametrize("order", some_orders())
def test_one_end_is_billed_once(order: str) -> None:
    running = replace(
        stopped(),
        state=TransactionState.RUNNING,
        meter_stop_wh=None,
        stopped_at=None,
        stop_arrived_at=None,
        closed_by=None,
        due_kind=None,
        due_at=None,
    )
    given(running)
    given_funds()
    fault.Turns(order).run({"a": handle_stop, "b": handle_stop})
    assert transaction.get(running.transaction_id).state is TransactionState.COMPLETED
    assert charged() == [("charge#1", -PRICE)]
    assert balance() == 10_000 - PRICE
    assert faults() == []
