"""A charger reduced to its socket: sends what a test says, when it says so."""

from __future__ import annotations

import base64
import contextlib
import itertools
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from tests.e2e.operator import Place
from tests.e2e.system import System

ANSWER_S = 10.0
# What the system may ask at any time, and the shortest answer that is valid.
ANSWERS: dict[str, dict[str, Any]] = {
    "GetConfiguration": {"configurationKey": [], "unknownKey": []},
    "ChangeConfiguration": {"status": "Accepted"},
    "TriggerMessage": {"status": "NotImplemented"},
    "ChangeAvailability": {"status": "Accepted"},
    "RemoteStartTransaction": {"status": "Accepted"},
    "RemoteStopTransaction": {"status": "Accepted"},
}


class SocketCharger:
    """One open connection."""

    _numbers = itertools.count(1)

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.asked: list[str] = []

    def call(self, action: str, payload: dict[str, Any]) -> dict[str, Any]:
        """Send a CALL and return the result; AssertionError when it is an error."""
        message_id = self.send(action, payload)
        frame = self.answer_to(message_id)
        assert frame[0] == 3, f"{action}: {frame}"
        result: dict[str, Any] = frame[2]
        return result

    def send(self, action: str, payload: dict[str, Any]) -> str:
        """Send a CALL without waiting."""
        message_id = f"e2e-{next(self._numbers)}"
        self.socket.send(json.dumps([2, message_id, action, payload]))
        return message_id

    def answer_to(self, message_id: str) -> list[Any]:
        """Wait for the answer to a CALL; calls of the system are answered meanwhile."""
        while True:
            frame: list[Any] = json.loads(self.socket.recv(ANSWER_S))
            if frame[0] == 2:
                self.asked.append(frame[2])
                self.socket.send(json.dumps([3, frame[1], ANSWERS[frame[2]]]))
            elif frame[1] == message_id:
                return frame

    def wait_for_close(self) -> int:
        """Read until the system closes the socket; returns its code."""
        while True:
            try:
                self.socket.recv(ANSWER_S)
            except ConnectionClosed as closed:
                return closed.rcvd.code if closed.rcvd else 1006

    def boot(self) -> None:
        """Boot and be accepted."""
        boot = {"chargePointVendor": "E2E", "chargePointModel": "Socket"}
        assert self.call("BootNotification", boot)["status"] == "Accepted"

    def start(self, place: Place, meter_wh: int, started_at: datetime) -> int:
        """Start a transaction; returns its id."""
        answer = self.call(
            "StartTransaction",
            {
                "connectorId": 1,
                "idTag": place.tag,
                "meterStart": meter_wh,
                "timestamp": stamp(started_at),
            },
        )
        assert answer["idTagInfo"]["status"] == "Accepted"
        return int(answer["transactionId"])

    def meter(self, transaction_id: int, meter_wh: int, taken_at: datetime) -> None:
        """Report the register."""
        sampled = {"value": str(meter_wh), "measurand": "Energy.Active.Import.Register"}
        self.call(
            "MeterValues",
            {
                "connectorId": 1,
                "transactionId": transaction_id,
                "meterValue": [{"timestamp": stamp(taken_at), "sampledValue": [sampled]}],
            },
        )


def stop_payload(
    place: Place, transaction_id: int, meter_wh: int, stopped_at: datetime
) -> dict[str, Any]:
    """A StopTransaction."""
    return {
        "transactionId": transaction_id,
        "idTag": place.tag,
        "meterStop": meter_wh,
        "timestamp": stamp(stopped_at),
    }


@contextlib.contextmanager
def dialled(system: System, place: Place, **changes: str) -> Iterator[SocketCharger]:
    """A charger that has connected; changes: another password, subprotocol, identity or door."""
    identity = changes.get("identity", place.identity)
    secret = f"{identity}:{changes.get('password', place.password)}".encode()
    headers = {"Authorization": f"Basic {base64.b64encode(secret).decode()}"}
    with connect(
        f"{changes.get('door', system.ws_url)}/ocpp/{quote(identity, safe='')}",
        subprotocols=[changes.get("subprotocol", "ocpp1.6")],  # type: ignore[list-item] # NewType
        additional_headers=headers if changes.get("password") != "" else {},
        compression=None,
        ping_interval=None,
    ) as socket:
        yield SocketCharger(socket)


def stamp(moment: datetime) -> str:
    """A time as chargers write it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def minutes_ago(minutes: int) -> datetime:
    """A moment before the test runs; the system's own clock is the real one."""
    return datetime.now(UTC) - timedelta(minutes=minutes)  # noqa: TID251 - the system's clock
