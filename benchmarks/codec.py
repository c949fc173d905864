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
from ocpp.routing import on
from ocpp.v16 import ChargePoint, call_result

from benchmarks.duel import Duel
from csms.domain.id_tag import AuthorizationStatus, IdTagInfo
from csms.domain.ids import TransactionId
from csms.ocpp16.actions import heartbeat, meter_values, start_transaction, status_notification
from csms.ocpp16.frames import Call, parse, render_result
from csms.ocpp16.validation import Reading, read_request

AT_MOST = 0.2
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
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
}
TAG_INFO = IdTagInfo(AuthorizationStatus.ACCEPTED)
ANSWERS: Mapping[str, Callable[[], Mapping[str, object]]] = {
    "Heartbeat": lambda: heartbeat.answer(NOW),
    "StatusNotification": status_notification.answer,
    "StartTransaction": lambda: start_transaction.answer(TransactionId(7), TAG_INFO),
    "MeterValues": meter_values.answer,
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


class Theirs(ChargePoint):  # type: ignore[misc] # python-ocpp has no types
    """Their side: handlers with the same answers."""

    @on("Heartbeat")  # type: ignore[untyped-decorator] # see above
    def heartbeat(self) -> object:
        """Answer with the time."""
        return call_result.Heartbeat(current_time=NOW_TEXT)

    @on("StatusNotification")  # type: ignore[untyped-decorator] # see above
    def status_notification(self, **_members: object) -> object:
        """Answer with nothing."""
        return call_result.StatusNotification()

    @on("StartTransaction")  # type: ignore[untyped-decorator] # see above
    def start_transaction(self, **_members: object) -> object:
        """Answer with a transaction."""
        return call_result.StartTransaction(transaction_id=7, id_tag_info={"status": "Accepted"})

    @on("MeterValues")  # type: ignore[untyped-decorator] # see above
    def meter_values(self, **_members: object) -> object:
        """Answer with nothing."""
        return call_result.MeterValues()


@contextmanager
def duels() -> Iterator[list[Duel]]:
    """Four messages, against python-ocpp with its cheaper and with its default validation."""
    logging.getLogger("ocpp").setLevel(logging.ERROR)
    default = ocpp.messages.ASYNC_VALIDATION
    loop = asyncio.new_event_loop()
    try:
        yield [
            _duel(loop, action, is_threaded=is_threaded)
            for is_threaded in (False, True)
            for action in PAYLOADS
        ]
    finally:
        ocpp.messages.ASYNC_VALIDATION = default
        loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()


def _duel(loop: asyncio.AbstractEventLoop, action: str, *, is_threaded: bool) -> Duel:
    raw = json.dumps([2, "19223201", action, PAYLOADS[action]], separators=(",", ":"))
    wire = Wire()

    async def route(count: int) -> None:
        charge_point = Theirs("CP1", wire)
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
