"""What is fuzzed: each target takes any bytes, and fails when a promise is broken."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Final

from csms.domain.redaction import redact_frame
from csms.ocpp16 import commands, frames, validation
from csms.ocpp16.actions import READERS
from csms.ocpp16.answer import error_answer
from csms.ocpp16.frames import BadCall, Call, CallError, CallResult, MessageId
from csms.ocpp16.identity import IDENTITY_LIMIT, negotiate, read_identity, read_password
from csms.ocpp16.timestamps import clamp, read_time
from csms.ocpp16.violation import (
    DESCRIPTION_LIMIT,
    DEVIATION_LIMIT,
    SAMPLE_LIMIT,
    Deviation,
    Violation,
)

ARRIVED_AT: Final = datetime(2026, 3, 1, 12, tzinfo=UTC)


def frame(data: bytes) -> None:
    """Any text: a frame or a reason, and an answer that is JSON and names the same id."""
    raw = data.decode("utf-8", "replace")
    redact_frame(raw)
    match frames.parse(raw):
        case Call() as call:
            _check_deviations(call.deviations)
            _check_answer(frames.render_result(call.message_id, {}), call.message_id)
            _request(call)
        case BadCall() as bad:
            _check_violation(bad.violation)
            _check_answer(
                frames.render_error(bad.message_id, "GenericError", bad.violation.description),
                bad.message_id,
            )
        case CallResult() as result:
            _check_deviations(result.deviations)
        case CallError() as error:
            _check_deviations(error.deviations)
            error_answer(error.code, error.description)
        case _:
            pass


def request(data: bytes) -> None:
    """Any payload of any action: the first byte chooses it, the rest is JSON."""
    actions = sorted(READERS)
    raw = data[1:].decode("utf-8", "replace")
    parsed = frames.parse(f'[2,"1","{actions[(data[0] if data else 0) % len(actions)]}",{raw}]')
    if isinstance(parsed, Call):
        _request(parsed)


def answer(data: bytes) -> None:
    """Any answer to any command."""
    actions = sorted(commands.COMMANDS)
    raw = data[1:].decode("utf-8", "replace")
    parsed = frames.parse(f'[3,"1",{raw}]')
    if isinstance(parsed, CallResult):
        action = actions[(data[0] if data else 0) % len(actions)]
        _check_deviations(commands.read_answer(action, parsed.payload).deviations)


def handshake(data: bytes) -> None:
    """Any path, subprotocol offer and password; they are separated by line ends."""
    text = data.decode("utf-8", "replace")
    path, _, rest = text.partition("\n")
    offer, _, authorization = rest.partition("\n")
    negotiate(offer)
    identity = read_identity(path)
    if identity is None:
        return
    assert 1 <= len(identity.charger_id) <= IDENTITY_LIMIT
    again = read_identity(path)
    assert again == identity
    read_password(authorization, identity)


def timestamp(data: bytes) -> None:
    """Any time: an aware instant that can be stored and clamped."""
    read = read_time(data.decode("utf-8", "replace"), ARRIVED_AT)
    assert read.instant.tzinfo is not None
    read.instant.isoformat()
    clamp(read.instant, ARRIVED_AT)
    _check_deviations(read.deviations)


TARGETS: Final[Mapping[str, Callable[[bytes], None]]] = {
    "frame": frame,
    "request": request,
    "answer": answer,
    "handshake": handshake,
    "timestamp": timestamp,
}


def _request(call: Call) -> None:
    reading = validation.read_request(call.action, call.payload, ARRIVED_AT)
    if isinstance(reading, Violation):
        _check_violation(reading)
        _check_answer(
            frames.render_error(call.message_id, reading.code, reading.description),
            call.message_id,
        )
        return
    _check_deviations(reading.deviations)
    # What was mended fits, and is not mended again into something else.
    again = validation.read_request(call.action, dict(reading.payload), ARRIVED_AT)
    assert not isinstance(again, Violation), again


def _check_answer(text: str, message_id: MessageId) -> None:
    text.encode()
    answered = json.loads(text, parse_float=str, parse_int=str)
    sent = message_id if isinstance(message_id, str) else str(message_id)
    assert answered[1] == sent, (answered[1], sent)


def _check_violation(violation: Violation) -> None:
    assert len(violation.description) <= DESCRIPTION_LIMIT
    _check_deviations(violation.deviations)


def _check_deviations(found: tuple[Deviation, ...]) -> None:
    assert len(found) <= DEVIATION_LIMIT
    assert all(len(one.sample) <= SAMPLE_LIMIT for one in found)
