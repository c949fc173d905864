"""A Stop that arrives before its own Start waits in the review queue, and ends it when it comes."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from csms.domain.ids import ChargerId
from csms.domain.transaction import ClosedBy
from csms.domain.transaction import TransactionState as S
from csms.services.charging import events
from csms.store import connection as connections
from csms.store import review
from csms.store.review import Review, ReviewKind
from tests.capacity import consumed_capacity
from tests.engine import Engine
from tests.integration.chargers.charger import Socket
from tests.integration.charging.world import (
    DAY,
    HOUR,
    MINUTE,
    NOW,
    SECOND,
    bills,
    build,
    start_payload,
    stop_payload,
    stored,
)
from tests.integration.gateway import Gateway

pytestmark = pytest.mark.usefixtures("tables")


def queue() -> list[Review]:
    return list(review.list_by_kind(ReviewKind.ORPHAN_STOP, None, 20).items)


def waiting() -> frozenset[str]:
    connection = connections.find(ChargerId("cp1"), consistent=True)
    assert connection is not None
    return connection.orphan_stops


def test_it_ends_its_start_when_that_comes() -> None:
    frames = build()
    assert frames.stop(-1, NOW + HOUR, 11_000, NOW + 2 * HOUR) == {}
    assert len(queue()) == len(waiting()) == 1

    number = frames.start(NOW, NOW + 2 * HOUR + SECOND)["transactionId"]

    ended = stored(number)
    assert (ended.state, ended.closed_by) == (S.COMPLETED, ClosedBy.CHARGER)
    assert (ended.stopped_at, ended.meter_stop_wh) == (NOW + HOUR, 11_000)
    assert bills() == [(f"charge#{number}", -450)]
    assert "matched" in [event.kind for event in events.read(ended.transaction_id)]
    assert (queue(), waiting()) == ([], frozenset())


def test_the_start_and_the_stop_again_change_nothing() -> None:
    frames = build()
    frames.stop(-1, NOW + HOUR, 11_000)
    number = frames.start(NOW, NOW + 2 * HOUR)["transactionId"]
    assert frames.start(NOW, NOW + 3 * HOUR)["transactionId"] == number
    frames.stop(-1, NOW + HOUR, 11_000, NOW + 3 * HOUR)
    assert bills() == [(f"charge#{number}", -450)]
    assert queue() == []


@pytest.mark.parametrize(
    ("start", "more"),
    [
        (NOW + HOUR + SECOND, {}),
        (NOW, {"meterStart": 20_000}),
        (NOW, {"idTag": "other"}),
    ],
    ids=["a later start", "a higher register", "another tag"],
)
def test_a_start_that_it_does_not_fit_goes_on(start: datetime, more: dict[str, Any]) -> None:
    frames = build()
    frames.stop(-1, NOW + HOUR, 11_000, idTag="Card-1")
    number = frames.start(start, NOW + 2 * HOUR, **more)["transactionId"]
    assert stored(number).state is S.RUNNING
    assert len(queue()) == len(waiting()) == 1


def test_of_two_that_fit_one_start_neither_is_taken() -> None:
    frames = build()
    frames.stop(-1, NOW + HOUR, 11_000)
    frames.stop(-1, NOW + HOUR + MINUTE, 12_000)
    number = frames.start(NOW, NOW + 2 * HOUR)["transactionId"]
    assert stored(number).state is S.RUNNING
    assert len(queue()) == 2


def test_after_a_week_it_is_left_to_an_operator() -> None:
    frames = build()
    frames.stop(-1, NOW + HOUR, 11_000)
    number = frames.start(NOW, NOW + 8 * DAY)["transactionId"]
    assert stored(number).state is S.RUNNING
    assert len(queue()) == 1
    assert waiting() == frozenset()


def test_a_charger_that_makes_stops_up_fills_only_the_queue() -> None:
    frames = build()
    for minute in range(9):
        frames.stop(-1, NOW + minute * MINUTE, 5)
    assert len(queue()) == 9
    assert len(waiting()) == connections.MOST_ORPHANS


def test_a_start_with_nothing_kept_costs_nothing_more(tables: Engine, gateway: Gateway) -> None:
    build()
    socket = Socket(gateway, "cp1", NOW)
    socket.connect()
    socket.ask("Heartbeat")
    socket.answer(socket.commands()[0], {"configurationKey": []})
    with consumed_capacity() as before:
        socket.ask("StartTransaction", start_payload(NOW))
    assert not [call for call in before.calls if "review" in call]
    assert before.read <= 7


def test_through_the_door_with_its_rights(tables: Engine, gateway: Gateway) -> None:
    build()
    socket = Socket(gateway, "cp1", NOW + 2 * HOUR)
    socket.connect()
    assert socket.ask("StopTransaction", stop_payload(-1, NOW + HOUR, 11_000)) == {}
    socket.later(seconds=1)
    number = socket.ask("StartTransaction", start_payload(NOW))["transactionId"]
    assert stored(number).state is S.COMPLETED
    assert queue() == []
    assert socket.now - NOW < timedelta(days=1)
