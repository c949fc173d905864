"""Charging sessions of drivers: start, watch, stop; nobody else's."""

from datetime import timedelta
from typing import Any

import pytest

from tests.integration.api import tokens
from tests.integration.api.client import Answer, Client
from tests.integration.api.world import ADMIN, World
from tests.integration.chargers.charger import Socket
from tests.integration.events import START
from tests.integration.gateway import Gateway

SESSIONS = "/users/me/charging-sessions"
HERE = {"charger_id": "RDAM 123", "connector_id": 1}


@pytest.fixture
def socket(world: World, gateway: Gateway) -> Socket:
    """The charger's connection; whatever it was asked at first is answered."""
    socket = Socket(gateway, world.charger_id)
    socket.connect()
    socket.ask("Heartbeat")
    for question in socket.commands():
        socket.answer(question, {"configurationKey": []})
    gateway.posted.clear()
    return socket


def start(driver: Client, key: str = "start-1", **changes: object) -> Answer:
    """Ask for a session."""
    return driver.post(SESSIONS, HERE | changes, headers={"Idempotency-Key": key})


def accept(socket: Socket) -> dict[str, Any]:
    """Let the charger accept the one command that it got; returns the command's payload."""
    (asked,) = socket.commands()
    socket.answer(asked, {"status": "Accepted"})
    payload: dict[str, Any] = asked[3]
    return payload


def plug_in(socket: Socket, id_tag: str) -> int:
    """Let the transaction begin."""
    began = socket.ask(
        "StartTransaction",
        {
            "connectorId": 1,
            "idTag": id_tag,
            "meterStart": 1000,
            "timestamp": START.isoformat(),
        },
    )
    number: int = began["transactionId"]
    return number


def test_a_session_goes_from_the_wish_to_the_bill(
    driver: Client, admin: Client, world: World, socket: Socket
) -> None:
    session = start(driver)
    path = session.headers["location"]
    assert (session.status, session.json["state"]) == (201, "REQUESTED")

    asked = accept(socket)
    assert asked["connectorId"] == 1
    assert driver.get(path).json["state"] == "PENDING_START"

    number = plug_in(socket, asked["idTag"])
    linked = driver.get(path).json
    assert (linked["state"], linked["transaction"]["transaction_id"]) == ("LINKED", number)

    socket.later(minutes=10).ask("MeterValues", reading(number, 10))
    live = driver.get(path).json
    assert live["live"]["power_w"] == 11_000
    assert live["live"]["state_of_charge_percent"] == 64
    assert live["transaction"]["energy_wh"] == 1500
    assert live["transaction"]["price_minor"] > 0

    end = {"transactionId": number, "meterStop": 3000, "timestamp": at(20)}
    socket.later(minutes=10).ask("StopTransaction", end)
    done = driver.get(path).json
    assert (done["transaction"]["state"], done["transaction"]["energy_wh"]) == ("COMPLETED", 2000)
    wallet = driver.get("/users/me/wallet").json
    assert wallet["balance_minor"] == 5000 - done["transaction"]["price_minor"]
    history = driver.get("/users/me/transactions").json["items"]
    assert history[0]["transaction_id"] == number


def test_the_same_key_gets_the_same_session(driver: Client, world: World, socket: Socket) -> None:
    first, second = start(driver), start(driver)

    assert first.json["session_id"] == second.json["session_id"]
    assert len(socket.commands()) == 1


def test_the_same_key_for_another_connector_is_refused(driver: Client, world: World) -> None:
    start(driver)

    answer = start(driver, connector_id=2)

    assert (answer.status, answer.json["field"]) == (422, "header.idempotency-key")


def test_a_start_needs_a_key(driver: Client, world: World) -> None:
    assert driver.post(SESSIONS, HERE).status == 422


def test_the_keys_of_two_drivers_do_not_meet(driver: Client, admin: Client, world: World) -> None:
    admin.post(
        f"{ADMIN}/users/{world.other_id}/wallet/top-up",
        {"amount_minor": 5000},
        headers={"Idempotency-Key": "a"},
    )
    mine = start(driver)
    theirs = driver.post(
        SESSIONS, HERE, headers={"Idempotency-Key": "start-1"}, token=tokens.token("other")
    )

    assert (mine.status, theirs.status) == (201, 201)
    assert mine.json["session_id"] != theirs.json["session_id"]


def test_nobody_sees_or_stops_the_session_of_another(
    driver: Client, world: World, socket: Socket
) -> None:
    path = start(driver).headers["location"]
    session_id = path.rpartition("/")[2]
    stranger = tokens.token("other")

    for theirs in (path, f"{SESSIONS}/{session_id}"):
        assert driver.get(theirs, token=stranger).status == 404
        assert driver.post(f"{theirs}/stop", token=stranger).status == 404
    assert driver.get(path).json["state"] == "REQUESTED"


def test_without_money_there_is_no_session_and_no_command(
    driver: Client, world: World, socket: Socket
) -> None:
    answer = driver.post(
        SESSIONS, HERE, headers={"Idempotency-Key": "a"}, token=tokens.token("other")
    )

    assert (answer.status, answer.json["reason"]) == (409, "insufficient_funds")
    assert socket.commands() == []


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"connector_id": 3}, 422),
        ({"connector_id": 0}, 422),
        ({"connector_id": "1"}, 422),
        ({"charger_id": ""}, 422),
        ({"charger_id": "nobody"}, 404),
        ({"charger_id": "a/b"}, 404),
        ({"more": 1}, 422),
    ],
)
def test_a_start_somewhere_that_is_not_is_refused(
    driver: Client, world: World, changes: dict[str, Any], status: int
) -> None:
    assert start(driver, **changes).status == status


def test_a_session_that_has_not_begun_is_cancelled(
    driver: Client, world: World, socket: Socket
) -> None:
    path = start(driver).headers["location"]

    stopped = driver.post(f"{path}/stop")
    again = driver.post(f"{path}/stop")

    assert (stopped.status, stopped.json["session"]["state"]) == (200, "CANCELLED")
    assert stopped.json["command_state"] is None
    assert again.status == 409


def test_a_stop_asks_the_charger(driver: Client, world: World, socket: Socket) -> None:
    path = start(driver).headers["location"]
    number = plug_in(socket, accept(socket)["idTag"])
    socket.gateway.posted.clear()
    socket.gateway.on_post = lambda _id, frame: (
        socket.send([3, frame[1], {"status": "Accepted"}]) if frame[0] == 2 else None
    )

    stopped = driver.post(f"{path}/stop")

    assert (stopped.status, stopped.json["command_state"]) == (200, "accepted")
    (asked,) = socket.commands()
    assert asked[2:] == ["RemoteStopTransaction", {"transactionId": number}]


def test_a_refused_start_says_why(driver: Client, world: World, socket: Socket) -> None:
    path = start(driver).headers["location"]
    (asked,) = socket.commands()
    socket.answer(asked, {"status": "Rejected"})

    session = driver.get(path).json

    assert (session["state"], session["reason"]) == ("FAILED", "command_rejected")


def test_sessions_are_listed_newest_first(driver: Client, world: World) -> None:
    first = start(driver, "a").json["session_id"]
    driver.now = START + timedelta(minutes=1)
    second = start(driver, "b").json["session_id"]

    listed = driver.get(SESSIONS).json["items"]

    ids = [one["session_id"] for one in listed if one["session_id"] != world.session_id]
    assert ids == [second, first]


def reading(number: int, minute: int) -> dict[str, Any]:
    """A MeterValues payload: register, three phases of power, state of charge."""
    samples: list[dict[str, str]] = [
        {"value": "2500"},
        {"value": "64", "measurand": "SoC", "unit": "Percent"},
    ]
    samples += [
        {"value": power, "measurand": "Power.Active.Import", "unit": "W", "phase": phase}
        for phase, power in (("L1", "3600"), ("L2", "3700"), ("L3", "3700"))
    ]
    return {
        "connectorId": 1,
        "transactionId": number,
        "meterValue": [{"timestamp": at(minute), "sampledValue": samples}],
    }


def at(minute: int) -> str:
    """So many minutes after the start."""
    return (START + timedelta(minutes=minute)).isoformat()
