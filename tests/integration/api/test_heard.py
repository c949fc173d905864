"""A charger was last heard of when its last message came, whatever message that was."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.capacity import consumed_capacity
from tests.integration.api.client import Client
from tests.integration.api.world import ADMIN, World, charger, created
from tests.integration.chargers.charger import BOOT, Socket, status
from tests.integration.events import START
from tests.integration.gateway import Gateway

type Act = Callable[[Socket], object]

CLOCK_AHEAD = timedelta(days=400)


@pytest.fixture
def socket(world: World, gateway: Gateway) -> Socket:
    """The charger of the world, connected and booted; it charges on connector 1."""
    socket = Socket(gateway, world.charger_id)
    socket.connect()
    socket.ask("Heartbeat")
    for command in socket.commands():
        socket.answer(command, {"configurationKey": []})
    socket.ask("BootNotification", BOOT)
    socket.ask("StatusNotification", status(1, "Preparing", socket.now))
    start = {"connectorId": 1, "idTag": "TAG", "meterStart": 1000, "timestamp": text(socket.now)}
    assert socket.ask("StartTransaction", start)["idTagInfo"]["status"] == "Accepted"
    return socket


def text(at: datetime) -> str:
    """A time as chargers write it."""
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def meter_values(socket: Socket, at: datetime) -> object:
    """Readings of what runs, taken at a time by the charger's clock."""
    sample = {"value": "1180", "measurand": "Energy.Active.Import.Register", "unit": "Wh"}
    value = {"timestamp": text(at), "sampledValue": [sample]}
    payload = {"connectorId": 1, "transactionId": 2, "meterValue": [value]}
    return socket.ask("MeterValues", payload)


def start_on_two(socket: Socket) -> object:
    """Another start."""
    payload = {"connectorId": 2, "idTag": "OTHER", "meterStart": 1, "timestamp": text(socket.now)}
    return socket.ask("StartTransaction", payload)


MESSAGES: Mapping[str, Act] = {
    "Heartbeat": lambda socket: socket.ask("Heartbeat"),
    "BootNotification": lambda socket: socket.ask("BootNotification", BOOT),
    "StatusNotification": lambda socket: socket.ask(
        "StatusNotification", status(1, "Charging", socket.now)
    ),
    "the same StatusNotification": lambda socket: socket.ask(
        "StatusNotification", status(1, "Preparing", socket.now)
    ),
    "MeterValues": lambda socket: meter_values(socket, socket.now),
    "MeterValues of a clock ahead": lambda socket: meter_values(socket, socket.now + CLOCK_AHEAD),
    "MeterValues of a clock behind": lambda socket: meter_values(socket, START),
    "StartTransaction": start_on_two,
}


def heard(admin: Client, charger_id: str) -> set[str]:
    """What every view says of the charger; they agree."""
    pages = [admin.get(f"{ADMIN}/chargers"), admin.get("/api/charge-points")]
    shown = [one for page in pages for one in page.json["items"] if one["charger_id"] == charger_id]
    shown.append(admin.get(f"{ADMIN}/chargers/{charger_id}").json)
    assert len(shown) == len(pages) + 1
    return {one["last_seen_at"] for one in shown}


@pytest.mark.parametrize("message", MESSAGES)
def test_any_message_is_a_sign_of_life(admin: Client, socket: Socket, message: str) -> None:
    socket.later(minutes=26)

    MESSAGES[message](socket)

    assert heard(admin, socket.charger_id) == {socket.now.isoformat().replace("+00:00", "Z")}


def test_a_lost_connection_is_no_sign_of_life(admin: Client, socket: Socket) -> None:
    meter_values(socket.later(minutes=5), socket.now)
    last = socket.now
    socket.later(hours=1).disconnect()

    assert heard(admin, socket.charger_id) == {last.isoformat().replace("+00:00", "Z")}


def test_a_charger_that_never_came_was_never_heard_of(admin: Client, world: World) -> None:
    found = admin.get(f"{ADMIN}/chargers/{world.charger_id}").json
    (listed,) = admin.get(f"{ADMIN}/chargers").json["items"]

    assert (found["last_seen_at"], listed["last_seen_at"]) == (None, None)


def test_what_looking_costs(admin: Client, world: World, socket: Socket) -> None:
    for number in range(9):
        body = charger(world.station_id, identity=f"N{number}")
        created(admin, f"{ADMIN}/chargers", body)
    costs: dict[str, Any] = {}
    for path in (f"{ADMIN}/chargers", f"{ADMIN}/chargers/{world.charger_id}"):
        with consumed_capacity() as consumed:
            assert admin.get(path).status == 200
        costs[path] = (consumed.read, consumed.written, consumed.rounds)

    # The operator, the index, and of each charger its row, its connection and two connectors;
    # what runs is read too.
    assert costs == {
        f"{ADMIN}/chargers": (0.5 + 0.5 + 10 * (0.5 + 0.5 + 2 * 0.5) + 0.5, 0, 6),
        f"{ADMIN}/chargers/{world.charger_id}": (0.5 + 0.5 + 0.5 + 0.5, 0, 4),
    }
