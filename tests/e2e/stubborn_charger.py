"""A charger with a cable plugged in that does not start: for the tests in a browser."""

from __future__ import annotations

import argparse
import base64
import json
import sys
from typing import Any

from websockets.sync.client import ClientConnection, connect

# Short, so that a start which never comes is given up soon.
CONNECTION_TIMEOUT = {"key": "ConnectionTimeOut", "readonly": False, "value": "1"}


def main() -> None:
    """Dial in, say that a cable is plugged, and answer until the end of the process."""
    given = _arguments()
    secret = base64.b64encode(f"{given.id}:{given.password}".encode()).decode()
    with connect(
        f"{given.url}/{given.id}",
        subprotocols=["ocpp1.6"],  # type: ignore[list-item] # a NewType
        additional_headers={"Authorization": f"Basic {secret}"},
        compression=None,
        ping_interval=None,
    ) as socket:
        _call(socket, "BootNotification", {"chargePointVendor": "E2E", "chargePointModel": "No"})
        for connector_id, status in ((0, "Available"), (1, "Preparing")):
            state = {"connectorId": connector_id, "errorCode": "NoError", "status": status}
            _call(socket, "StatusNotification", state)
        _answer_all(socket, given.answer)


def _answer_all(socket: ClientConnection, start_answer: str) -> None:
    answers: dict[str, dict[str, Any]] = {
        "GetConfiguration": {"configurationKey": [CONNECTION_TIMEOUT], "unknownKey": []},
        "RemoteStartTransaction": {"status": start_answer},
        "TriggerMessage": {"status": "NotImplemented"},
    }
    sys.stdout.write("await command\n")
    sys.stdout.flush()
    for raw in socket:
        frame = json.loads(raw)
        if frame[0] == 2:
            answer = answers.get(frame[2], {"status": "Accepted"})
            socket.send(json.dumps([3, frame[1], answer]))


def _call(socket: ClientConnection, action: str, payload: dict[str, Any]) -> None:
    socket.send(json.dumps([2, f"{action}-{payload.get('connectorId', '')}", action, payload]))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("--url", "--id", "--password", "--answer"):
        parser.add_argument(name, required=True)
    return parser.parse_args()


if __name__ == "__main__":
    main()
