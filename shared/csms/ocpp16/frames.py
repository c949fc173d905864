"""Frames of OCPP-J 1.6: from the text on the wire to a frame, and back.

The message types are python-ocpp's; its `unpack` is not used, because it raises on what must be
answered or ignored, reads numbers as binary fractions and loses the id of a malformed CALL.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from ocpp.messages import MessageType

from csms.ocpp16.json_text import DEPTH_LIMIT, decode, encode, is_deeper
from csms.ocpp16.violation import (
    DESCRIPTION_LIMIT,
    Deviation,
    ErrorCode,
    Violation,
    deviation,
)

# The gateway's own limit for a message.
FRAME_LIMIT = 128 * 1024
# J 4.1.4: a unique id has at most 36 characters.
ID_LIMIT = 36

CALL: Final[int] = MessageType.Call
CALL_RESULT: Final[int] = MessageType.CallResult
CALL_ERROR: Final[int] = MessageType.CallError

type MessageId = str | int | Decimal
"""As the charger sent it: an id that came as a number goes back as that number."""


@dataclass(frozen=True, slots=True)
class Call:
    """A request of the charger."""

    message_id: MessageId
    action: str
    payload: dict[str, Any]
    deviations: tuple[Deviation, ...] = ()


@dataclass(frozen=True, slots=True)
class CallResult:
    """The charger's answer to a request of ours."""

    message_id: MessageId
    payload: dict[str, Any]
    deviations: tuple[Deviation, ...] = ()


@dataclass(frozen=True, slots=True)
class CallError:
    """The charger could not handle a request of ours. The code may be one the protocol lacks."""

    message_id: MessageId
    code: str
    description: str
    details: dict[str, Any]
    deviations: tuple[Deviation, ...] = ()


@dataclass(frozen=True, slots=True)
class BadCall:
    """A CALL that has an id and nothing that could be handled: it is answered with a CALLERROR."""

    message_id: MessageId
    action: str | None
    violation: Violation


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Nothing to answer: logged, counted, ignored (J 4.1.3).

    reason: `not-json`, `not-an-array`, `too-short`, `too-long`, `too-deep`, `no-message-id` or
    `unknown-message-type`. message_id: when there is one.
    """

    reason: str
    message_id: MessageId | None = None


type Frame = Call | CallResult | CallError | BadCall | Unreadable


def parse(raw: str) -> Frame:
    """Read one text frame. Never raises, whatever the text."""
    if len(raw) > FRAME_LIMIT:
        return Unreadable("too-long")
    deviations: list[Deviation] = []
    try:
        message = decode(raw, deviations)
    except RecursionError:
        return _too_deep(raw)
    except ValueError:
        return Unreadable("not-json")
    if not isinstance(message, list):
        return Unreadable("not-an-array")
    if len(message) < 2:
        return Unreadable("too-short")
    # Counting brackets is a hundred times cheaper than walking, and decides for all real frames.
    if raw.count("[") + raw.count("{") > DEPTH_LIMIT and is_deeper(message, DEPTH_LIMIT):
        return _too_deep(raw)
    return _frame(message, deviations)


def _frame(message: list[Any], deviations: list[Deviation]) -> Frame:
    kind, message_id = message[0], message[1]
    if not _is_message_id(message_id):
        return Unreadable("no-message-id")
    if isinstance(kind, bool) or kind not in (CALL, CALL_RESULT, CALL_ERROR):
        return Unreadable("unknown-message-type", message_id)
    if isinstance(message_id, str) and len(message_id) > ID_LIMIT:
        deviations.append(deviation("message-id-too-long", "messageId", message_id))
    if kind == CALL:
        return _call(message, deviations)
    if kind == CALL_RESULT:
        return _call_result(message, deviations)
    return _call_error(message, deviations)


def _call(message: list[Any], deviations: list[Deviation]) -> Call | BadCall:
    message_id = message[1]
    action = message[2] if len(message) > 2 else None
    if action is not None and not isinstance(action, str):
        return _bad(message_id, None, ErrorCode.FORMATION_VIOLATION, "action is not a string")
    if len(message) < 4:
        missing = "payload" if action else "action"
        return _bad(message_id, action, ErrorCode.PROTOCOL_ERROR, f"a CALL without {missing}")
    if action is None:
        return _bad(message_id, None, ErrorCode.FORMATION_VIOLATION, "action is not a string")
    payload = message[3]
    if payload is None:
        deviations.append(deviation("null-payload", "payload", None))
        payload = {}
    if not isinstance(payload, dict):
        description = "payload is not an object"
        return _bad(message_id, action, ErrorCode.FORMATION_VIOLATION, description)
    if len(message) > 4:
        deviations.append(deviation("extra-elements", "frame", message[4:]))
    return Call(message_id, action, payload, tuple(deviations))


def _bad(message_id: MessageId, action: str | None, code: ErrorCode, description: str) -> BadCall:
    return BadCall(message_id, action, Violation(code, description))


def _call_result(message: list[Any], deviations: list[Deviation]) -> CallResult:
    payload = message[2] if len(message) > 2 else None
    if not isinstance(payload, dict):
        # The command must still be ended: an empty answer is read as one without a status.
        deviations.append(deviation("payload-not-an-object", "payload", payload))
        payload = {}
    return CallResult(message[1], payload, tuple(deviations))


def _call_error(message: list[Any], deviations: list[Deviation]) -> CallError:
    code, description, details = [*message[2:5], None, None, None][:3]
    if not isinstance(code, str) or not code:
        deviations.append(deviation("error-code-missing", "errorCode", code))
        code = ErrorCode.GENERIC_ERROR.value
    if not isinstance(description, str):
        description = ""
    return CallError(
        message[1],
        code[:ID_LIMIT],
        description[:DESCRIPTION_LIMIT],
        details if isinstance(details, dict) else {},
        tuple(deviations),
    )


def _is_message_id(value: object) -> bool:
    return isinstance(value, str | int | Decimal) and not isinstance(value, bool)


_HEAD = re.compile(
    r'\s*\[\s*2\s*,\s*("(?:[^"\\\x00-\x1f]|\\.){0,80}"|-?\d{1,40})\s*,\s*"(\w{1,40})"'
)


def _too_deep(raw: str) -> Frame:
    """Answer a CALL whose head can be read, although its payload is nested beyond reading."""
    head = _HEAD.match(raw)
    try:
        message_id = json.loads(head.group(1)) if head else None
    except ValueError:
        message_id = None
    if head is None or message_id is None:
        return Unreadable("too-deep")
    return _bad(message_id, head.group(2), ErrorCode.FORMATION_VIOLATION, "nested too deeply")


# --- writing -----------------------------------------------------------------------------------


def render_call(message_id: str, action: str, payload: Mapping[str, object]) -> str:
    """The text of a request of ours."""
    return f"[{CALL},{encode(message_id)},{encode(action)},{encode(payload)}]"


def render_result(message_id: MessageId, payload: Mapping[str, object]) -> str:
    """The text of the answer to a CALL; the id goes back exactly as it came (J 4.2.2)."""
    return f"[{CALL_RESULT},{_id(message_id)},{encode(payload)}]"


def render_error(message_id: MessageId, code: str, description: str) -> str:
    """The text of a CALLERROR. Its details stay empty: a request is never echoed."""
    text = encode(description[:DESCRIPTION_LIMIT])
    return f"[{CALL_ERROR},{_id(message_id)},{encode(code)},{text},{{}}]"


def id_text(message_id: MessageId) -> str:
    """An id as text, for logs and look-ups; a number that came back for a text is that text."""
    return message_id if isinstance(message_id, str) else str(message_id)


def _id(message_id: MessageId) -> str:
    return encode(message_id) if isinstance(message_id, str) else str(message_id)
