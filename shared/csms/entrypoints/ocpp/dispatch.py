"""Every frame of every charger: read, handled, answered; nothing escapes."""

import logging
from collections.abc import Mapping
from typing import Any, Final

from csms import observability
from csms.domain.ids import ChargerId
from csms.domain.message import Direction
from csms.domain.redaction import redact_frame
from csms.entrypoints.ocpp import followup, journal
from csms.entrypoints.ocpp.answers import take_answer
from csms.entrypoints.ocpp.calls import answer_bad_call, answer_call
from csms.entrypoints.ocpp.event import SocketEvent, read_event, read_text
from csms.entrypoints.ocpp.journal import Entry
from csms.ocpp16 import frames
from csms.ocpp16.frames import BadCall, Call, CallError, CallResult, Unreadable
from csms.ocpp16.violation import deviation
from csms.store import connection as connection_store

LOG: Final = logging.getLogger(__name__)


def dispatch(event: Mapping[str, Any]) -> None:
    """Handle one MESSAGE event. Never raises: the gateway would send the charger its own object."""
    try:
        _dispatch(event)
    except Exception:  # the edge of the function
        LOG.exception("a frame was lost")
        observability.count("MessageFailed")


def _dispatch(event: Mapping[str, Any]) -> None:
    socket_event = read_event(event)
    observability.note(connection=socket_event.connection_id, charger=socket_event.charger_id)
    if socket_event.charger_id is None:
        LOG.error("a frame without the authorizer's word on whose it is")
        return
    raw = read_text(event)
    frame = frames.parse(raw)
    match frame:
        case Call():
            observability.note(action=frame.action[:64], unique_id=frames.id_text(frame.message_id))
            answer_call(socket_event, socket_event.charger_id, raw, frame)
        case BadCall():
            answer_bad_call(socket_event, socket_event.charger_id, raw, frame)
        case CallResult() | CallError():
            observability.note(unique_id=frames.id_text(frame.message_id))
            take_answer(socket_event, socket_event.charger_id, raw, frame)
        case Unreadable():
            _ignore(socket_event, socket_event.charger_id, raw, frame)


def _ignore(event: SocketEvent, charger_id: ChargerId, raw: str, frame: Unreadable) -> None:
    """Log and count what cannot be answered (J 4.1.3)."""
    LOG.warning("unreadable frame", extra={"reason": frame.reason})
    observability.count("FrameUnreadable")
    connection = connection_store.find(charger_id)
    message_id = None if frame.message_id is None else frames.id_text(frame.message_id)[:64]
    text = redact_frame(raw)
    entry = Entry(Direction.FROM_CHARGER, None, message_id, text, None, frame.reason)
    if connection is not None:
        found = [deviation(f"frame-{frame.reason}", "frame", raw)]
        followup.run([lambda: followup.record(connection, found, entry, event)])
    journal.write(event, connection, entry)
