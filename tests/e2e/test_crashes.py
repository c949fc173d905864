"""A machine that loses power in the middle of a session, and of a bill."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from datetime import datetime
from functools import partial

import pytest

from tests.e2e.operator import TOP_UP_MINOR, Operator, price_minor
from tests.e2e.socket_charger import SocketCharger, dialled, minutes_ago, stop_payload
from tests.e2e.system import System, wait_until

START_WH = 1_000
ENERGY_WH = 5_000
READINGS = 60


def test_a_session_survives_the_kill_of_everything(own_system: System) -> None:
    system = own_system.start()
    operator = Operator(system)
    place = operator.register()
    with dialled(system, place) as charger:
        charger.boot()
        transaction_id = charger.start(place, START_WH, minutes_ago(60))
        for minutes in (50, 40, 30):
            charger.meter(transaction_id, START_WH + 50 * (60 - minutes), minutes_ago(minutes))
        system.kill9()
    system.restart()
    assert operator.only_transaction(place)["state"] == "RUNNING"
    with dialled(system, place) as charger:
        charger.boot()
        stop = stop_payload(place, transaction_id, START_WH + ENERGY_WH, minutes_ago(0))
        charger.call("StopTransaction", stop)
    transaction = operator.wait_for_state(place, "COMPLETED")
    readings = operator.ask("GET", f"/api/admin/transactions/{transaction_id}/meter-values")
    assert transaction["energy_wh"] == ENERGY_WH
    assert len(readings["items"]) >= 3
    assert operator.charges_minor(place) == [-price_minor(ENERGY_WH)]
    assert operator.balance_minor(place) == TOP_UP_MINOR - price_minor(ENERGY_WH)


@pytest.mark.slow
def test_a_bill_survives_the_kill_of_everything_at_any_moment(own_system: System) -> None:
    system = own_system.start()
    operator = Operator(system)
    for delay_s in (0.0, 0.02, 0.06):
        place = operator.register()
        with dialled(system, place) as charger:
            charger.boot()
            transaction_id = charger.start(place, START_WH, minutes_ago(60))
            stop = stop_payload(place, transaction_id, START_WH + ENERGY_WH, minutes_ago(0))
            charger.send("StopTransaction", stop)
            threading.Event().wait(delay_s)
            system.kill9()
        system.restart()
        with dialled(system, place) as charger:
            charger.boot()
            charger.call("StopTransaction", stop)
        transaction = operator.wait_for_state(place, "COMPLETED")
        assert transaction["transaction_id"] == transaction_id
        assert operator.charges_minor(place) == [-price_minor(ENERGY_WH)]
        assert operator.balance_minor(place) == TOP_UP_MINOR - price_minor(ENERGY_WH)


def test_readings_are_kept_over_kills_of_the_engine(system: System) -> None:
    operator = Operator(system)
    place = operator.register()
    acknowledged: list[int] = []
    with dialled(system, place) as charger:
        charger.boot()
        transaction_id = charger.start(place, START_WH, minutes_ago(120))

        def report() -> None:
            for number in range(1, READINGS + 1):
                register_wh = START_WH + number * 10
                repeat_until_answered(
                    charger, transaction_id, register_wh, minutes_ago(120 - number)
                )
                acknowledged.append(register_wh)

        thread = threading.Thread(target=report)
        thread.start()
        for count in (5, 20, 35):
            wait_until(partial(has_more, acknowledged, count), 60)
            os.kill(system.status()["engine"]["pid"], signal.SIGKILL)
        thread.join(60)
    assert len(acknowledged) == READINGS
    assert system.log.count("dynamodb runs again") >= 3
    path = f"/api/admin/transactions/{transaction_id}/meter-values"
    stored = operator.ask("GET", path, limit="200")
    assert set(acknowledged) <= {reading["register_wh"] for reading in stored["items"]}


def has_more(values: list[int], count: int) -> bool:
    return len(values) >= count


def repeat_until_answered(
    charger: SocketCharger, transaction_id: int, register_wh: int, taken_at: datetime
) -> None:
    """A charger repeats what it got no result for."""
    for _ in range(20):
        with contextlib.suppress(AssertionError, TimeoutError):
            charger.meter(transaction_id, register_wh, taken_at)
            return
    raise AssertionError("no answer to a reading")
