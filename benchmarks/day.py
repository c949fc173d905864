"""One day of one charger, frame by frame through the real functions, and what it used.

Imported once the environment names an engine and a gateway.
"""

import base64
import io
import json
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from csms.domain.ids import Minor
from csms.services import billing
from functions.billing_retry import handler as billing_retry
from functions.certificate_sign import handler as certificate_sign
from functions.charger_authorizer import handler as charger_authorizer
from functions.heartbeat_sweep import handler as heartbeat_sweep
from tests.capacity import consumed_capacity
from tests.engine import Engine
from tests.integration.chargers.charger import BOOT, Socket, register, station, status
from tests.integration.charging import world
from tests.integration.events import CONTEXT, START, basic, handshake, schedule
from tests.integration.gateway import Gateway

POWER_W = 11_000
HOUR_S = 3600
DAY_S = 24 * HOUR_S
ROW_OVERHEAD_BYTES = 100
"""What DynamoDB adds to each row that it stores."""


@dataclass(frozen=True, slots=True)
class Habits:
    """How a charger lives. hours: of charging a day, in so many sessions."""

    heartbeat_s: int
    hours: float
    interval_s: int
    sessions: int
    reconnects: int


@dataclass(slots=True)
class Used:
    """What invocations of a function used.

    reads, writes: capacity units, with indexes; calls: to DynamoDB.
    log_bytes: lines for CloudWatch; traffic_bytes: frames, both ways.
    """

    function: str
    invocations: int = 0
    cpu_s: float = 0.0
    calls: int = 0
    posts: int = 0
    reads: float = 0.0
    writes: float = 0.0
    log_bytes: int = 0
    messages: int = 0
    traffic_bytes: int = 0


@dataclass(slots=True)
class Day:
    """used: by function or message; stored_bytes: of rows that the day left."""

    used: dict[str, Used] = field(default_factory=dict)
    stored_bytes: int = 0


class _Meter:
    def __init__(self, day: Day, gateway: Gateway, lines: io.StringIO) -> None:
        self._day = day
        self._gateway = gateway
        self._lines = lines

    def run(self, name: str, act: Callable[[], object], sent: int = 0) -> None:
        """Do one thing that a function is invoked for; sent: bytes of the charger's frame."""
        used = self._day.used.setdefault(name, Used("ocpp_message" if sent else name))
        logged = self._lines.tell()
        posted = len(self._gateway.posted)
        with consumed_capacity() as consumed:
            begin = time.process_time()
            act()
            used.cpu_s += time.process_time() - begin
        answers = self._gateway.posted[posted:]
        used.invocations += 1
        used.calls += consumed.rounds
        used.reads += consumed.read
        used.writes += consumed.written
        used.posts += len(answers)
        used.messages += len(answers) + (sent > 0)
        used.traffic_bytes += sent + sum(len(json.dumps(frame)) for _, frame in answers)
        used.log_bytes += self._lines.tell() - logged


def replay(engine: Engine, gateway: Gateway, habits: Habits, lines: io.StringIO) -> Day:
    """Play one day. Things are as on any day: the charger is known, connected and booted."""
    world.build("cp1")
    station()
    billing.top_up(world.DRIVER, Minor(10**8), "day", "day", None, START)
    socket = Socket(gateway, "cp1")
    socket.connect()
    socket.ask("BootNotification", BOOT)
    for command in socket.commands():
        socket.answer(command, {"configurationKey": []})
    socket.ask("StatusNotification", status(1, "Available", socket.now))
    _, password = register("CP-9")
    before = _stored(engine)
    day = Day()
    meter = _Meter(day, gateway, lines)
    for at, act in sorted(_events(habits), key=lambda one: one[0]):
        socket.later(seconds=START.timestamp() + at - socket.now.timestamp())
        act(socket, meter, password)
    day.stored_bytes = _stored(engine) - before
    return day


def replay_schedules(gateway: Gateway, lines: io.StringIO) -> Day:
    """One run of each schedule while nothing is due: what it costs to look."""
    day = Day()
    meter = _Meter(day, gateway, lines)
    for name, handler in (
        ("heartbeat_sweep", heartbeat_sweep.handler),
        ("billing_retry", billing_retry.handler),
        ("certificate_sign", certificate_sign.handler),
    ):
        event = schedule(START + timedelta(hours=1))
        handler(event, CONTEXT)  # the first run also imports
        meter.run(name, partial(handler, event, CONTEXT))
    return day


type _Act = Callable[[Socket, _Meter, str], None]


def _events(habits: Habits) -> Iterator[tuple[float, _Act]]:
    for number in range(DAY_S // habits.heartbeat_s):
        yield number * habits.heartbeat_s + 1.0, _heartbeat
    for number in range(habits.reconnects):
        yield (number + 0.9) * DAY_S / habits.reconnects, _reconnect
    length_s = habits.hours * HOUR_S / habits.sessions
    for number in range(habits.sessions):
        begin = (number + 0.25) * DAY_S / habits.sessions
        session = _Session()
        yield begin, session.start
        for reading in range(1, int(length_s / habits.interval_s)):
            yield begin + reading * habits.interval_s, session.read
        yield begin + length_s, session.stop


def _ask(socket: Socket, meter: _Meter, action: str, payload: object) -> None:
    sent = len(json.dumps([2, "1234567890", action, payload]))
    meter.run(action, lambda: socket.ask(action, payload), sent)
    for command in socket.commands():
        if not any(command[1] == known for known in _ANSWERED):
            _ANSWERED.append(command[1])
            meter.run("command", partial(socket.answer, command, {}), 60)


_ANSWERED: list[object] = []


def _heartbeat(socket: Socket, meter: _Meter, _password: str) -> None:
    _ask(socket, meter, "Heartbeat", {})


def _reconnect(socket: Socket, meter: _Meter, password: str) -> None:
    """Two hours are over: the connection ends and the charger dials again."""
    proof = handshake("/ocpp/CP-9", basic("CP-9", password), now=socket.now)
    meter.run("disconnect", socket.disconnect)
    meter.run("authorizer", lambda: charger_authorizer.handler(proof, CONTEXT))
    meter.run("connect", socket.connect)
    _ask(socket, meter, "BootNotification", BOOT)
    _ask(socket, meter, "StatusNotification", status(1, "Available", socket.now))


def _text(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


class _Session:
    """A session of charging, with the readings of a charger that tells three phases."""

    def __init__(self) -> None:
        self._number = 0
        self._begin = START

    def start(self, socket: Socket, meter: _Meter, _password: str) -> None:
        """A tag is presented; energy flows."""
        self._begin = socket.now
        _ask(socket, meter, "StatusNotification", status(1, "Preparing", socket.now))
        _ask(socket, meter, "Authorize", {"idTag": world.TAG})
        start = {"connectorId": 1, "idTag": world.TAG, "meterStart": 0}
        start |= {"timestamp": _text(socket.now)}
        answer: dict[str, Any] = {}
        sent = len(json.dumps(start)) + 40
        meter.run(
            "StartTransaction", lambda: answer.update(socket.ask("StartTransaction", start)), sent
        )
        self._number = answer["transactionId"]
        _ask(socket, meter, "StatusNotification", status(1, "Charging", socket.now))

    def read(self, socket: Socket, meter: _Meter, _password: str) -> None:
        """A reading of five samples."""
        current = [
            {"value": "16.0", "measurand": "Current.Import", "unit": "A", "phase": phase}
            for phase in ("L1", "L2", "L3")
        ]
        energy = {"measurand": "Energy.Active.Import.Register", "unit": "Wh"}
        power = {"value": str(POWER_W), "measurand": "Power.Active.Import", "unit": "W"}
        samples = [{"value": str(self._energy_wh(socket)), **energy}, power, *current]
        value = {"timestamp": _text(socket.now), "sampledValue": samples}
        payload = {"connectorId": 1, "transactionId": self._number, "meterValue": [value]}
        _ask(socket, meter, "MeterValues", payload)

    def stop(self, socket: Socket, meter: _Meter, _password: str) -> None:
        """The cable is pulled; the bill is made."""
        payload = {
            "transactionId": self._number,
            "idTag": world.TAG,
            "meterStop": self._energy_wh(socket),
            "timestamp": _text(socket.now),
        }
        _ask(socket, meter, "StopTransaction", payload)
        _ask(socket, meter, "StatusNotification", status(1, "Finishing", socket.now))
        _ask(socket, meter, "StatusNotification", status(1, "Available", socket.now))

    def _energy_wh(self, socket: Socket) -> int:
        return int((socket.now - self._begin).total_seconds() * POWER_W / HOUR_S)


def _stored(engine: Engine) -> int:
    """Bytes that DynamoDB bills for storing all rows, without keys in indexes."""
    return sum(
        ROW_OVERHEAD_BYTES + sum(len(name) + _size(value) for name, value in row.items())
        for table in list(engine._table_keys)  # noqa: SLF001 - the engine of the tests
        for row in engine.rows(table)
    )


def _size(value: dict[str, Any]) -> int:
    """Of an attribute's value, as DynamoDB's documentation counts it."""
    ((kind, content),) = value.items()
    match kind:
        case "N":
            return len(content.strip("-").replace(".", "")) // 2 + 2
        case "B":
            return len(base64.b64decode(content))
        case "M":
            return 3 + sum(1 + len(name) + _size(one) for name, one in content.items())
        case "L":
            return 3 + sum(1 + _size(one) for one in content)
        case "S":
            return len(content.encode())
        case _:
            return 1


def run(habits: Habits, lines: io.StringIO) -> tuple[Day, Day]:
    """Start what is needed, play a day and one round of schedules.

    lines: where the functions' logs go, standing in for the process's output.
    """
    engine = Engine()
    os.environ["AWS_ENDPOINT_URL_DYNAMODB"] = engine.url
    gateway = Gateway()
    try:
        engine.create_tables()
        day = replay(engine, gateway, habits, lines)
        return day, replay_schedules(gateway, lines)
    finally:
        gateway.stop()
        engine.stop()
