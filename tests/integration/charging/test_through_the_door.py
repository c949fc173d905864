"""Charging through the functions: real events in, answers posted to the gateway."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any

import pytest

from csms.domain.charging_session import ChargingSession, SessionState
from csms.domain.ids import ChargerId, ConnectorId
from csms.domain.transaction import ClosedBy, TransactionState
from csms.services.charging import sessions as service
from csms.store import charging_session as sessions
from csms.store import transaction_list as lists
from functions.billing_retry import handler as billing_retry
from functions.heartbeat_sweep import handler as heartbeat_sweep
from tests.engine import Engine
from tests.integration.chargers.charger import BOOT, Socket, status
from tests.integration.charging.world import (
    DAY,
    DRIVER,
    HOUR,
    MINUTE,
    NOW,
    SECOND,
    TAG,
    bills,
    build,
    meter_payload,
    start_payload,
    stop_payload,
    stored,
    text,
)
from tests.integration.events import CONTEXT, schedule
from tests.integration.gateway import NO_ANSWER, Gateway

S = TransactionState
CP1 = ChargerId("cp1")


@pytest.fixture
def socket(tables: Engine, gateway: Gateway) -> Socket:
    """A charger that connected, and answered the question about its intervals."""
    build("cp1")
    socket = Socket(gateway, "cp1", NOW)
    socket.connect()
    socket.ask("BootNotification", BOOT)
    (question,) = socket.commands()
    socket.answer(question, {"configurationKey": []})
    gateway.posted.clear()
    return socket


def sweep(now: datetime) -> None:
    """Run both schedules."""
    heartbeat_sweep.handler(schedule(now), CONTEXT)
    billing_retry.handler(schedule(now), CONTEXT)


def ask(socket: Socket) -> ChargingSession:
    """The driver asks for connector 1."""
    return service.request(DRIVER, CP1, ConnectorId(1), DRIVER, socket.now)


def test_a_session_from_the_request_to_the_bill(socket: Socket) -> None:
    session = ask(socket)
    (command,) = socket.commands()
    assert command[2:] == ["RemoteStartTransaction", {"idTag": session.id_tag, "connectorId": 1}]
    socket.answer(command, {"status": "Accepted"})
    assert sessions.get(session.session_id).state is SessionState.PENDING_START
    started = socket.ask("StartTransaction", start_payload(NOW, idTag=session.id_tag))
    number = started["transactionId"]
    socket.later(minutes=30)
    socket.ask("MeterValues", meter_payload(number, socket.now, 6000))
    socket.later(minutes=30)
    socket.ask("StopTransaction", stop_payload(number, socket.now, 11_000, idTag=session.id_tag))
    assert stored(number).state is S.COMPLETED
    assert sessions.get(session.session_id).transaction_id == number
    assert bills() == [(f"charge#{number}", -450)]


def test_a_start_overtakes_the_answer_to_its_command(socket: Socket) -> None:
    session = ask(socket)
    (command,) = socket.commands()
    number = socket.ask("StartTransaction", start_payload(NOW, idTag=session.id_tag))[
        "transactionId"
    ]
    socket.answer(command, {"status": "Accepted"})
    linked = sessions.get(session.session_id)
    assert (linked.state, linked.transaction_id) == (SessionState.LINKED, number)


@pytest.mark.parametrize("answer", [{"status": "Rejected"}, {"status": "nonsense"}])
def test_a_refused_command_fails_the_session(socket: Socket, answer: dict[str, str]) -> None:
    session = ask(socket)
    socket.answer(socket.commands()[0], answer)
    assert sessions.get(session.session_id).state is SessionState.FAILED


def test_a_command_that_nobody_answers_fails_the_session(socket: Socket) -> None:
    session = ask(socket)
    sweep(socket.now + HOUR)
    assert sessions.get(session.session_id).state is SessionState.FAILED


def test_a_reconnect_before_the_answer_fails_the_session_and_a_start_still_counts(
    socket: Socket, gateway: Gateway
) -> None:
    session = ask(socket)
    later = Socket(gateway, "cp1", NOW + MINUTE)
    later.connect()
    assert sessions.get(session.session_id).state is SessionState.FAILED
    started = later.ask("StartTransaction", start_payload(NOW + MINUTE, idTag=session.id_tag))
    assert started["idTagInfo"]["status"] == "Accepted"
    assert sessions.get(session.session_id).state is SessionState.LINKED


def test_an_answer_that_was_lost_is_given_again(socket: Socket, gateway: Gateway) -> None:
    gateway.refuse(socket.connection_id, NO_ANSWER, NO_ANSWER, NO_ANSWER)
    socket.send([2, "s1", "StartTransaction", start_payload(NOW)])
    assert not gateway.frames(socket.connection_id)
    gateway.refusals.clear()
    first = socket.call("StartTransaction", start_payload(NOW), "s1")[2]
    second = socket.call("StartTransaction", start_payload(NOW), "s2")[2]
    assert first == second
    assert len(lists.list_by_charger(CP1, None, 5).items) == 1


def test_sixteen_identical_starts_at_once_get_one_answer(socket: Socket, gateway: Gateway) -> None:
    frames = [[2, f"s{n}", "StartTransaction", start_payload(NOW)] for n in range(16)]
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(socket.send, frames))
    answers = [gateway.answer_to(socket.connection_id, f"s{n}")[2] for n in range(16)]
    assert answers == [answers[0]] * 16
    assert answers[0]["idTagInfo"] == {"status": "Accepted"}
    assert len(lists.list_by_charger(CP1, None, 5).items) == 1


def test_two_frames_of_one_charger_at_once_are_both_answered(
    socket: Socket, gateway: Gateway
) -> None:
    number = socket.ask("StartTransaction", start_payload(NOW))["transactionId"]
    socket.later(hours=1)
    frames: list[list[Any]] = [
        [2, "a", "MeterValues", meter_payload(number, NOW + 50 * MINUTE, 9000)],
        [2, "b", "StopTransaction", stop_payload(number, NOW + HOUR, 11_000)],
    ]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(socket.send, frames))
    assert gateway.answer_to(socket.connection_id, "a") == [3, "a", {}]
    assert gateway.answer_to(socket.connection_id, "b") == [3, "b", {}]
    assert stored(number).readings.count == 1
    assert bills() == [(f"charge#{number}", -450)]


def test_a_lost_transaction_is_closed_by_the_sweep_and_corrected_two_days_later(
    socket: Socket, gateway: Gateway
) -> None:
    number = socket.ask("StartTransaction", start_payload(NOW))["transactionId"]
    socket.later(minutes=30)
    socket.ask("MeterValues", meter_payload(number, socket.now, 5000))
    socket.later(minutes=30)
    socket.ask("StatusNotification", status(1, "Available", socket.now))
    sweep(socket.now + 16 * MINUTE)
    assert (stored(number).state, stored(number).closed_by) == (S.COMPLETED, ClosedBy.CSMS)
    back = Socket(gateway, "cp1", NOW + 2 * DAY)
    back.connect()
    back.ask("StopTransaction", stop_payload(number, NOW + HOUR, 11_000))
    assert stored(number).closed_by is ClosedBy.CHARGER
    assert [amount for _, amount in bills()] == [-210, -240]


def test_orphans_are_answered_and_leave_a_finding(socket: Socket) -> None:
    assert socket.ask("StopTransaction", stop_payload(-1, NOW, 5)) == {}
    assert socket.ask("MeterValues", meter_payload(77, NOW, 5)) == {}
    assert socket.ask("MeterValues", meter_payload(None, NOW, 5, connector_id=0)) == {}


def test_an_unknown_and_an_over_long_tag_are_invalid(socket: Socket) -> None:
    for tag in ("nobody", "x" * 40):
        assert socket.ask("Authorize", {"idTag": tag})["idTagInfo"]["status"] == "Invalid"
        started = socket.ask("StartTransaction", start_payload(socket.now, idTag=tag))
        assert started["idTagInfo"]["status"] == "Invalid"
        assert started["transactionId"] > 0
        socket.later(seconds=1)


def test_a_silent_charger_has_its_transaction_set_aside_after_a_week(socket: Socket) -> None:
    number = socket.ask("StartTransaction", start_payload(NOW))["transactionId"]
    sweep(NOW + 8 * DAY)
    assert stored(number).state is S.HELD


def test_a_superseded_connection_may_still_tell_its_transactions(
    socket: Socket, gateway: Gateway
) -> None:
    number = socket.ask("StartTransaction", start_payload(NOW))["transactionId"]
    Socket(gateway, "cp1", NOW + MINUTE).connect()
    socket.later(hours=1)
    gateway.closed.clear()
    assert socket.ask("StopTransaction", stop_payload(number, NOW + HOUR, 11_000)) == {}
    assert stored(number).state is S.COMPLETED


def test_fields_that_charge_points_get_wrong_do_not_cost_a_transaction(socket: Socket) -> None:
    payload = start_payload(NOW, meterStart="1000", vendorExtra={"a": 1}) | {
        "timestamp": text(NOW + SECOND).replace("T", " ").replace("Z", "+00")
    }
    number = socket.ask("StartTransaction", payload)["transactionId"]
    assert (stored(number).meter_start_wh, stored(number).started_at) == (1000, NOW + SECOND)
    assert socket.ask("Authorize", {"idTag": TAG.lower()})["idTagInfo"]["status"] == "Accepted"
