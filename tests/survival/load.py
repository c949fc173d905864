"""Chargers that repeat what was not answered."""

import json
import threading
import time
from collections import Counter
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from websockets.exceptions import WebSocketException

from tests.e2e.operator import Place
from tests.e2e.socket_charger import ANSWERS, SocketCharger, dialled, stamp
from tests.survival.machine import Survivor

ANSWER_S = 6.0
"""How long a charger waits for an answer before it dials again."""
RETRY_S = 0.2
LISTEN_S = 1.0
LONG_AGO = timedelta(days=40)
HOUR = timedelta(hours=1)
QUARTER = timedelta(minutes=12)
FUNDS_MINOR = 10_000_000
"""What each driver has at the beginning, beside what `register` gives: enough for a day."""
FAILED: list[Any] = []
"""Stands for the object that the gateway sends when a function died: no frame of OCPP."""
TROUBLE = (OSError, WebSocketException, TimeoutError, ValueError)


@dataclass(slots=True)
class Session:
    """One session as its charger knows it. readings: registers whose MeterValues were answered.

    transaction_ids: each that its start was ever answered with. is_stopped: its stop was answered.
    """

    started_at: datetime
    meter_start_wh: int
    meter_stop_wh: int
    transaction_ids: set[int] = field(default_factory=set)
    readings: list[int] = field(default_factory=list)
    is_stopped: bool = False


class Visitor(threading.Thread):
    """A charger with one session after the other. log: its frames, in the format of replay.

    commands: how often each command of the system arrived, by its id.
    """

    def __init__(self, survivor: Survivor, place: Place, seed: int) -> None:
        super().__init__(name=place.charger_id, daemon=True)
        self.place = place
        self.sessions: list[Session] = []
        self.commands: Counter[str] = Counter()
        self.log: list[dict[str, Any]] = []
        self.leaves = threading.Event()
        self.has_finished = threading.Event()
        self._hangs_up = threading.Event()
        self._survivor = survivor
        self._chance = Random(f"{seed}/{place.identity}")
        self._began_at = datetime.now(UTC) - LONG_AGO  # noqa: TID251 - the system's clock
        self._register_wh = 1_000
        self._stack = ExitStack()
        self._charger: SocketCharger | None = None

    def run(self) -> None:
        """Visit until it leaves; then stay connected, with heartbeats, until it hangs up."""
        while not self.leaves.is_set():
            self._visit()
        while not self._hangs_up.is_set():
            self._deliver("Heartbeat", {})
            self.has_finished.set()
            with suppress(*TROUBLE):
                self._receive(LISTEN_S)
        self._drop()

    def hang_up(self) -> None:
        """End the connection in order."""
        self._hangs_up.set()
        self.join(30)

    def _visit(self) -> None:
        begins = self._began_at + len(self.sessions) * HOUR
        energy_wh = self._chance.randrange(100, 10_000, 100)
        session = Session(begins, self._register_wh, self._register_wh + energy_wh)
        self.sessions.append(session)
        self._register_wh += energy_wh
        if self._chance.random() < 0.3:
            boot = {"chargePointVendor": "Acme", "chargePointModel": "Survivor"}
            self._deliver("BootNotification", boot)
        start = {"connectorId": 1, "idTag": self.place.tag, "timestamp": stamp(begins)}
        started = self._deliver("StartTransaction", {**start, "meterStart": session.meter_start_wh})
        number = int(started["transactionId"])
        session.transaction_ids.add(number)
        self._report("Charging", begins)
        for quarter in range(1, 4):
            register_wh = session.meter_start_wh + energy_wh * quarter // 4
            sampled = [{"value": str(register_wh)}]
            value = {"timestamp": stamp(begins + quarter * QUARTER), "sampledValue": sampled}
            reading = {"connectorId": 1, "transactionId": number, "meterValue": [value]}
            self._deliver("MeterValues", reading)
            session.readings.append(register_wh)
        ends = begins + 4 * QUARTER
        stop = {"transactionId": number, "meterStop": session.meter_stop_wh}
        told = {"timestamp": stamp(ends), "idTag": self.place.tag}
        self._deliver("StopTransaction", {**stop, **told})
        session.is_stopped = True
        self._report("Available", ends)
        if self._chance.random() < 0.2:
            self._drop()

    def _report(self, status: str, at: datetime) -> None:
        payload = {"connectorId": 1, "errorCode": "NoError", "status": status}
        self._deliver("StatusNotification", {**payload, "timestamp": stamp(at)})

    def _deliver(self, action: str, payload: dict[str, Any]) -> dict[str, Any]:
        """Send a message until it is answered with a result, over as many sockets as it takes."""
        message_id = f"{action[:4]}-{len(self.log)}"
        while True:
            try:
                self._dial()
                self._send([2, message_id, action, payload])
                while True:
                    frame = self._receive(ANSWER_S)
                    if frame[:2] == [3, message_id]:
                        result: dict[str, Any] = frame[2]
                        return result
                    if frame[:2] == [4, message_id] or frame == FAILED:
                        break
            except TROUBLE:
                self._drop()
            # A charger that boots in between starts its ids afresh.
            if self._chance.random() < 0.5:
                message_id = f"{action[:4]}-{len(self.log)}"
            time.sleep(RETRY_S)

    def _dial(self) -> None:
        if self._charger is None:
            door = self._survivor.door
            self._charger = self._stack.enter_context(
                dialled(self._survivor.system, self.place, door=door)
            )
            self._note("connect")

    def _drop(self) -> None:
        if self._charger is not None:
            self._note("disconnect")
        self._charger = None
        with suppress(*TROUBLE):
            self._stack.close()

    def _send(self, frame: list[Any]) -> None:
        assert self._charger is not None
        self._note(frame, "from-charger")
        self._charger.socket.send(json.dumps(frame))

    def _receive(self, seconds: float) -> list[Any]:
        """The next frame; a command is answered. Raises what a socket raises."""
        assert self._charger is not None
        frame = json.loads(self._charger.socket.recv(seconds))
        if not isinstance(frame, list):
            return FAILED
        self._note(frame, "to-charger")
        if frame[0] == 2:
            self.commands[frame[1]] += 1
            self._send([3, frame[1], ANSWERS[frame[2]]])
        return frame

    def _note(self, what: object, direction: str = "") -> None:
        line = {"at": datetime.now(UTC).isoformat(), "charger": self.place.identity}  # noqa: TID251 - see above
        if direction:
            self.log.append(line | {"direction": direction, "frame": what})
        else:
            self.log.append(line | {"event": what})
