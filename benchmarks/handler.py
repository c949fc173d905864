"""The whole `ocpp_message` function against the botocore calls that it makes, made bare.

Ours takes the gateway's event of a frame and runs the deployed handler: parsing, validation, the
action, the answer, the log row. Theirs makes the same calls with the same parameters, and nothing
else; conditions are left out, so that a repetition succeeds. Engine and gateway are processes of
their own, whose CPU time counts for neither side.
"""

import contextlib
import importlib
import itertools
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from benchmarks.codec import PAYLOADS
from benchmarks.duel import Duel, compare
from benchmarks.report import Options, Table
from tests.engine import Engine

AT_MOST: Final = 2.0
AIM: Final = 1.5
START: Final = datetime(2026, 3, 1, 12, tzinfo=UTC)
CHARGER: Final = "bench"
CONNECTION: Final = "B0001="
SAID_AGAIN: Final = (
    "Heartbeat",
    "BootNotification",
    "DataTransfer",
    "DiagnosticsStatusNotification",
    "FirmwareStatusNotification",
    "LogStatusNotification",
    "SecurityEventNotification",
    "SignCertificate",
    "SignedFirmwareStatusNotification",
)
"""Actions that charge nothing, and may be said again as they were."""

type Event = dict[str, Any]
type Message = Callable[[ModuleType, int], list[Event]]


def measure(options: Options) -> list[Table]:
    """Every action of a charger; those of a transaction together, since each needs the others."""
    with duels() as found:
        return [
            compare("handler", "The whole function, database and gateway apart", found, options)
        ]


@contextmanager
def duels() -> Iterator[list[Duel]]:
    """Start an engine and a gateway, register a charger, and offer one duel per message."""
    # As a deployed function has them; read when `benchmarks.fleet` imports the product.
    os.environ.update(
        {
            "AWS_ACCESS_KEY_ID": "bench",
            "AWS_SECRET_ACCESS_KEY": "bench",
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_EC2_METADATA_DISABLED": "true",
            "POWERTOOLS_SERVICE_NAME": "ocpp_message",
            "POWERTOOLS_METRICS_NAMESPACE": "csms",
        }
    )
    engine = Engine()
    sink = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.sink"], stdout=subprocess.PIPE, text=True
    )
    try:
        assert sink.stdout is not None
        os.environ["AWS_ENDPOINT_URL_DYNAMODB"] = engine.url
        os.environ["AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI"] = (
            f"http://127.0.0.1:{int(sink.stdout.readline())}"
        )
        engine.create_tables()
        # Log lines are made and written, only not into the table of results.
        with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
            with contextlib.redirect_stdout(nowhere):
                fleet = importlib.import_module("benchmarks.fleet")
            yield _duels(fleet)
    finally:
        sink.terminate()
        sink.wait(timeout=10)
        engine.stop()


def _duels(fleet: ModuleType) -> list[Duel]:
    fleet.prepare(CHARGER, CONNECTION, START)
    return [_duel(fleet, name, make) for name, make in MESSAGES.items()]


def _duel(fleet: ModuleType, name: str, make: Message) -> Duel:
    # The first ones differ: what the charger says of itself is stored, the map changes.
    numbers = itertools.count()
    for _ in range(3):
        calls = [call for event in make(fleet, next(numbers)) for call in fleet.record(event)]
    taken = fleet.counted(calls)

    def ours(count: int) -> None:
        for _ in range(count):
            for event in make(fleet, next(numbers)):
                fleet.handle(event)

    def theirs(count: int) -> None:
        for _ in range(count):
            for client, operation, parameters in calls:
                client._make_api_call(operation, dict(parameters))  # noqa: SLF001 - made bare
        fleet.TransactionIds.skip(count * taken)

    against = f"{len(calls)} bare botocore calls"
    return Duel("handler", name, ours, theirs, against, AT_MOST, AIM)


def _event(action: str, payload: Mapping[str, Any], number: int) -> Event:
    at = START + timedelta(seconds=number)
    millis = round(at.timestamp() * 1000)
    return {
        "requestContext": {
            "routeKey": "$default",
            "eventType": "MESSAGE",
            "connectedAt": round(START.timestamp() * 1000),
            "requestTimeEpoch": millis,
            "connectionId": CONNECTION,
            "authorizer": {"charger_id": CHARGER, "principalId": CHARGER},
        },
        "body": json.dumps([2, f"{action}-{number}", action, payload]),
        "isBase64Encoded": False,
    }


def _text(number: int) -> str:
    return (START + timedelta(seconds=number)).strftime("%Y-%m-%dT%H:%M:%SZ")


def _said(action: str) -> Message:
    """An action whose payload may be the same each time."""
    return lambda _fleet, number: [_event(action, PAYLOADS[action], number)]


def _status(_fleet: ModuleType, number: int) -> list[Event]:
    word = ("Charging", "SuspendedEV")[number % 2]
    said = {"connectorId": 2, "status": word, "timestamp": _text(number)}
    return [_event("StatusNotification", PAYLOADS["StatusNotification"] | said, number)]


def _authorize(fleet: ModuleType, number: int) -> list[Event]:
    return [_event("Authorize", {"idTag": fleet.TAG}, number)]


def _session(fleet: ModuleType, number: int) -> list[Event]:
    """Start, a reading of ten samples, Stop and its bill, in an hour of its own."""
    at = number * 3600
    transaction_id = fleet.TransactionIds.take()
    start = {"connectorId": 1, "idTag": fleet.TAG, "meterStart": 0, "timestamp": _text(at)}
    stop = {"transactionId": transaction_id, "meterStop": 500, "timestamp": _text(at + 1800)}
    samples = PAYLOADS["MeterValues"]["meterValue"][0]["sampledValue"]
    reading = {"timestamp": _text(at + 900), "sampledValue": [{"value": "250"}, *samples[1:]]}
    values = {"connectorId": 1, "transactionId": transaction_id, "meterValue": [reading]}
    return [
        _event("StartTransaction", start, at),
        _event("MeterValues", values, at + 900),
        _event("StopTransaction", stop, at + 1800),
    ]


MESSAGES: Final[Mapping[str, Message]] = {
    "Start, MeterValues, Stop": _session,
    "StatusNotification": _status,
    "Authorize": _authorize,
    **{action: _said(action) for action in SAID_AGAIN},
}
