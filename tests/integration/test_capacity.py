"""What each message costs in capacity units, indexes included: a rise needs a decision.

Measured through the functions, with the engine's own count. Every message also writes its row of
the message log: one unit, and one per further KB after compression; that unit is in the numbers.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from csms.domain.ids import ChargerId
from csms.services import commands
from functions.charger_authorizer import handler as charger_authorizer
from tests.capacity import consumed_capacity
from tests.engine import Engine
from tests.integration.chargers.charger import BOOT, Socket, register, status
from tests.integration.charging import world
from tests.integration.events import CONTEXT, START, basic, handshake
from tests.integration.gateway import Gateway

LOG_ROW = 1


@dataclass(frozen=True, slots=True)
class Cost:
    """read, written: units, and in how many calls: pinned. aim_*: of the design, without log row.

    because: why it is more than its aim.
    """

    read: float
    written: float
    calls: int
    aim_read: float
    aim_written: float
    because: str = ""


ROW_FIRST = "the charger's row is read first: registration, queue, level of the log"
FUNDS = "a driver's funds are looked at: charger, station, wallet"
COSTS = {
    "connect": Cost(1, 1, 2, 1, 1),
    "disconnect": Cost(0, 1, 1, 0, 1),
    "Heartbeat": Cost(0, 1 + LOG_ROW, 2, 0, 1),
    "BootNotification": Cost(
        1, 1 + LOG_ROW, 4, 0.5, 1, "the connectors are read: a boot puts what runs on them in doubt"
    ),
    "StatusNotification unchanged": Cost(0.5, 1 + LOG_ROW, 3, 0.5, 1),
    "StatusNotification changed": Cost(0.5, 2 + LOG_ROW, 4, 0.5, 4),
    "Authorize": Cost(2.5, LOG_ROW, 3, 2, 0, FUNDS),
    "StartTransaction": Cost(
        3.5,
        17 + LOG_ROW,
        10,
        3,
        8,
        FUNDS + "; six indexes, its natural key; money is held (decision 9)",
    ),
    "MeterValues": Cost(1, 2 + LOG_ROW, 4, 0.5, 2, ROW_FIRST),
    "StopTransaction with its bill": Cost(
        2.5,
        19 + LOG_ROW,
        8,
        2.5,
        16,
        "the hold is released by an entry of its own (decision 9)",
    ),
    "command": Cost(
        1.5, 6 + LOG_ROW, 7, 1, 6, "the charger's row is read to know whether it may go at once"
    ),
}


@pytest.fixture
def socket(tables: Engine, gateway: Gateway) -> Socket:
    """A charger in its ordinary day: connected, booted, a status reported."""
    world.build("cp1")
    socket = Socket(gateway, "cp1")
    socket.connect()
    socket.ask("Heartbeat")
    socket.answer(socket.commands()[0], {"configurationKey": []})
    socket.ask("BootNotification", BOOT)
    for word in ("Available", "Preparing"):
        socket.ask("StatusNotification", status(1, word, socket.later(seconds=1).now))
    socket.later(seconds=1)
    return socket


def check(name: str, act: Callable[[], object]) -> None:
    with consumed_capacity() as consumed:
        act()
    cost = COSTS[name]
    spent = (consumed.read, consumed.written, consumed.rounds)
    assert spent == (cost.read, cost.written, cost.calls), "\n".join(consumed.calls)


def test_what_costs_more_than_its_aim_has_its_reason() -> None:
    for name, cost in COSTS.items():
        log_row = 0 if name in ("connect", "disconnect") else LOG_ROW
        more = cost.read > cost.aim_read or cost.written - log_row > cost.aim_written
        assert more == bool(cost.because), name


def test_connect(tables: Engine, gateway: Gateway) -> None:
    _, password = register()
    Socket(gateway).connect()
    again = Socket(gateway, connected_at=START + timedelta(hours=2))

    def act() -> None:
        charger_authorizer.handler(handshake("/ocpp/CP-1", basic("CP-1", password)), CONTEXT)
        again.connect()

    check("connect", act)


def test_disconnect(socket: Socket) -> None:
    check("disconnect", socket.disconnect)


def test_heartbeat(socket: Socket) -> None:
    check("Heartbeat", lambda: socket.ask("Heartbeat"))


def test_boot(socket: Socket) -> None:
    check("BootNotification", lambda: socket.ask("BootNotification", BOOT))


def test_unchanged_status(socket: Socket) -> None:
    payload = status(1, "Preparing", socket.now)
    check("StatusNotification unchanged", lambda: socket.ask("StatusNotification", payload))


def test_changed_status(socket: Socket) -> None:
    payload = status(1, "Available", socket.now)
    check("StatusNotification changed", lambda: socket.ask("StatusNotification", payload))


def test_authorize(socket: Socket) -> None:
    check("Authorize", lambda: socket.ask("Authorize", {"idTag": world.TAG}))


def start(socket: Socket) -> int:
    at = socket.now.strftime("%Y-%m-%dT%H:%M:%SZ")
    payload = {"connectorId": 1, "idTag": world.TAG, "meterStart": 1000, "timestamp": at}
    number: int = socket.ask("StartTransaction", payload)["transactionId"]
    return number


def readings(socket: Socket, transaction_id: int, register_wh: int) -> dict[str, Any]:
    at = socket.now.strftime("%Y-%m-%dT%H:%M:%SZ")
    sample = {"value": str(register_wh), "measurand": "Energy.Active.Import.Register", "unit": "Wh"}
    power = {"value": "11000", "measurand": "Power.Active.Import", "unit": "W"}
    value = {"timestamp": at, "sampledValue": [sample, power]}
    return {"connectorId": 1, "transactionId": transaction_id, "meterValue": [value]}


def test_start(socket: Socket) -> None:
    check("StartTransaction", lambda: start(socket))


def test_meter_values(socket: Socket) -> None:
    number = start(socket)
    payload = readings(socket.later(minutes=1), number, 1180)
    check("MeterValues", lambda: socket.ask("MeterValues", payload))


def test_stop(socket: Socket) -> None:
    number = start(socket)
    socket.ask("MeterValues", readings(socket.later(minutes=30), number, 6000))
    at = socket.later(minutes=1).now.strftime("%Y-%m-%dT%H:%M:%SZ")
    payload = {"transactionId": number, "idTag": world.TAG, "meterStop": 6100, "timestamp": at}
    check("StopTransaction with its bill", lambda: socket.ask("StopTransaction", payload))


def test_command(socket: Socket) -> None:
    def act() -> None:
        payload = {"requestedMessage": "Heartbeat"}
        commands.enqueue(ChargerId("cp1"), "TriggerMessage", payload, "admin", socket.now)
        socket.answer(socket.commands()[-1], {"status": "Accepted"})

    check("command", act)
