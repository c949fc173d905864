"""The codec against python-ocpp's ChargePoint: a frame comes in, the answer's text goes out.

Ours parses, validates, makes the typed request, and renders the answer. Theirs is `route_message`
with a handler that returns the same answer. Both are given the same frames and must give the same
answers. python-ocpp validates in a thread pool by default, which costs it more; the duty is held
against the cheaper way, which it offers as `ASYNC_VALIDATION = False`.
"""

import asyncio
import json
import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import ocpp.messages
from ocpp.charge_point import camel_to_snake_case
from ocpp.routing import on
from ocpp.v16 import ChargePoint, call_result

from benchmarks.duel import Duel, compare
from benchmarks.report import Options, Table
from csms.domain.charger import Registration
from csms.domain.id_tag import AuthorizationStatus, IdTagInfo
from csms.domain.ids import TransactionId
from csms.ocpp16.actions import (
    authorize,
    boot_notification,
    data_transfer,
    diagnostics_status_notification,
    firmware_status_notification,
    heartbeat,
    log_status_notification,
    meter_values,
    security_event_notification,
    sign_certificate,
    signed_firmware_status_notification,
    start_transaction,
    status_notification,
    stop_transaction,
)
from csms.ocpp16.actions.data_transfer import DataTransferStatus
from csms.ocpp16.frames import Call, parse, render_result
from csms.ocpp16.validation import Reading, read_request

AT_MOST = 0.2
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
SESSION = ("Heartbeat", "StatusNotification", "StartTransaction", "MeterValues")
NOW_TEXT = "2026-03-01T12:00:00.000Z"


def _sampled_values() -> list[dict[str, str]]:
    """Ten samples as a three-phase charger sends them."""
    place = {"context": "Sample.Periodic", "location": "Outlet"}
    register = {"measurand": "Energy.Active.Import.Register", "unit": "Wh", "format": "Raw"}
    samples = [{"value": "1234567.8", **register, **place}]
    for phase in ("L1", "L2", "L3"):
        samples += [
            {"value": "16.01", "measurand": "Current.Import", "unit": "A", "phase": phase, **place},
            {"value": "230.1", "measurand": "Voltage", "unit": "V", "phase": f"{phase}-N", **place},
            {"value": "3.68", "measurand": "Power.Active.Import", "unit": "kW", "phase": phase}
            | place,
        ]
    return samples


PAYLOADS: Mapping[str, dict[str, Any]] = {
    "Heartbeat": {},
    "StatusNotification": {
        "connectorId": 1,
        "errorCode": "NoError",
        "status": "Charging",
        "timestamp": NOW_TEXT,
        "info": "",
        "vendorId": "vendor",
        "vendorErrorCode": "0",
    },
    "StartTransaction": {
        "connectorId": 1,
        "idTag": "04A1B2C3D4E5F6",
        "meterStart": 1234567,
        "timestamp": NOW_TEXT,
    },
    "MeterValues": {
        "connectorId": 1,
        "transactionId": 7,
        "meterValue": [{"timestamp": NOW_TEXT, "sampledValue": _sampled_values()}],
    },
    "StopTransaction": {
        "transactionId": 7,
        "idTag": "04A1B2C3D4E5F6",
        "meterStop": 1244567,
        "timestamp": NOW_TEXT,
        "reason": "Local",
    },
    "Authorize": {"idTag": "04A1B2C3D4E5F6"},
    "BootNotification": {
        "chargePointVendor": "vendor",
        "chargePointModel": "model",
        "chargePointSerialNumber": "serial",
        "firmwareVersion": "1.2.3",
    },
    "DataTransfer": {"vendorId": "vendor", "messageId": "message", "data": "text"},
    "DiagnosticsStatusNotification": {"status": "Uploading"},
    "FirmwareStatusNotification": {"status": "Downloading"},
    "LogStatusNotification": {"status": "Uploading", "requestId": 1},
    "SecurityEventNotification": {"type": "InvalidFirmwareSignature", "timestamp": NOW_TEXT},
    "SignCertificate": {"csr": "-----BEGIN CERTIFICATE REQUEST-----" + "A" * 800},
    "SignedFirmwareStatusNotification": {"status": "Installing", "requestId": 1},
}
TAG_INFO = IdTagInfo(AuthorizationStatus.ACCEPTED)
ANSWERS: Mapping[str, Callable[[], Mapping[str, object]]] = {
    "Authorize": lambda: authorize.answer(TAG_INFO),
    "BootNotification": lambda: boot_notification.answer(Registration.ACCEPTED, NOW, 300),
    "DataTransfer": lambda: data_transfer.answer(DataTransferStatus.ACCEPTED),
    "DiagnosticsStatusNotification": diagnostics_status_notification.answer,
    "FirmwareStatusNotification": firmware_status_notification.answer,
    "Heartbeat": lambda: heartbeat.answer(NOW),
    "LogStatusNotification": log_status_notification.answer,
    "MeterValues": meter_values.answer,
    "SecurityEventNotification": security_event_notification.answer,
    "SignCertificate": lambda: sign_certificate.answer(accepted=True),
    "SignedFirmwareStatusNotification": signed_firmware_status_notification.answer,
    "StartTransaction": lambda: start_transaction.answer(TransactionId(7), TAG_INFO),
    "StatusNotification": status_notification.answer,
    "StopTransaction": lambda: stop_transaction.answer(TAG_INFO),
}


def answer(raw: str) -> str:
    """Our side: the text that answers a frame."""
    call = parse(raw)
    if not isinstance(call, Call):
        raise TypeError(raw)
    reading = read_request(call.action, call.payload, NOW)
    if not isinstance(reading, Reading) or reading.deviations:
        raise ValueError(raw)
    return render_result(call.message_id, ANSWERS[call.action]())


class Wire:
    """Stands for the socket of a charge point; keeps what was sent last."""

    def __init__(self) -> None:
        self.last = ""

    async def send(self, text: str) -> None:
        """Take an answer."""
        self.last = text


def _theirs() -> type[ChargePoint]:
    """A charge point of python-ocpp with a handler for each action that gives our answer."""
    handlers: dict[str, object] = {}
    for action, make in ANSWERS.items():
        members = camel_to_snake_case(dict(make()))
        result = getattr(call_result, action)

        def handle(_self: object, result: Any = result, members: Any = members, **_: object) -> Any:  # noqa: ANN401 - python-ocpp has no types
            return result(**members)

        handle.__name__ = f"handle_{action}"  # python-ocpp looks its handlers up by name
        handlers[handle.__name__] = on(action)(handle)
    return type("Theirs", (ChargePoint,), handlers)


def measure(options: Options) -> list[Table]:
    """Every action, against python-ocpp with its cheaper and, for four, its default validation."""
    with duels() as found:
        return [compare("codec", "A frame in, the answer's text out", found, options)]


@contextmanager
def duels() -> Iterator[list[Duel]]:
    """One for each action; those that make up a session also with its default validation."""
    logging.getLogger("ocpp").setLevel(logging.ERROR)
    default = ocpp.messages.ASYNC_VALIDATION
    loop = asyncio.new_event_loop()
    try:
        yield [
            _duel(loop, action, is_threaded=is_threaded)
            for is_threaded, actions in ((False, list(PAYLOADS)), (True, SESSION))
            for action in actions
        ]
    finally:
        ocpp.messages.ASYNC_VALIDATION = default
        loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()


def _duel(loop: asyncio.AbstractEventLoop, action: str, *, is_threaded: bool) -> Duel:
    raw = json.dumps([2, "19223201", action, PAYLOADS[action]], separators=(",", ":"))
    wire, theirs_of = Wire(), _theirs()

    async def route(count: int) -> None:
        charge_point = theirs_of("CP1", wire)
        for _ in range(count):
            await charge_point.route_message(raw)

    def theirs(count: int) -> None:
        ocpp.messages.ASYNC_VALIDATION = is_threaded
        loop.run_until_complete(route(count))

    def ours(count: int) -> None:
        for _ in range(count):
            answer(raw)

    theirs(1)
    assert json.loads(wire.last) == json.loads(answer(raw))
    samples = len(PAYLOADS[action].get("meterValue", [{}])[0].get("sampledValue", []))
    name = f"{action}, {samples} samples" if samples else action
    against = "python-ocpp" if is_threaded else "python-ocpp, inline"
    return Duel("codec", name, ours, theirs, against, AT_MOST)
