"""A CALL of a charger: one conditional write, the answer, then everything else."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from csms import gateway, observability
from csms.domain.charger import Connection, Registration
from csms.domain.errors import Invalid
from csms.domain.ids import ChargerId, StationId
from csms.domain.message import Direction
from csms.domain.redaction import redact_frame
from csms.entrypoints.ocpp import followup, journal
from csms.entrypoints.ocpp.admission import is_admitted
from csms.entrypoints.ocpp.event import SocketEvent
from csms.entrypoints.ocpp.exchange import Exchange, Reply
from csms.entrypoints.ocpp.journal import Entry
from csms.entrypoints.ocpp.routes import ROUTES
from csms.ocpp16 import frames, validation
from csms.ocpp16.frames import BadCall, Call
from csms.ocpp16.violation import Deviation, ErrorCode, Violation
from csms.services.charging import foresight
from csms.store import connection as connection_store
from csms.store.prefetch import reading_ahead

LOG: Final = logging.getLogger(__name__)
HEARTBEAT: Final = "Heartbeat"


@dataclass(slots=True)
class Answer:
    """What goes back: the frame, and the CALLERROR's code if it is one."""

    frame: str
    error: str | None = None
    effects: list[Callable[[], None]] = field(default_factory=list)
    findings: list[Deviation] = field(default_factory=list)


def answer_call(event: SocketEvent, charger_id: ChargerId, raw: str, call: Call) -> None:
    """Answer a CALL, whatever happens, and then do what follows from it."""
    connection: Connection | None = None
    try:
        with reading_ahead(foresight.rows_for(charger_id, call.action, call.payload)):
            connection = read_connection(event, charger_id, call.action)
            if connection is not None and connection.refused:
                gateway.close(event.connection_id)
                return
            answer = _answer(_exchange(event, charger_id, call, connection), call)
    except Exception:  # the edge: a charger must get an answer to everything it asks
        LOG.exception("a message could not be handled")
        observability.count("MessageFailed")
        answer = _error(call.message_id, ErrorCode.INTERNAL_ERROR, "try again later")
    _send(event, answer)
    if connection is not None:
        answer.effects += followup.effects(connection, event)
    _finish(
        event,
        connection,
        answer,
        Entry(
            Direction.FROM_CHARGER,
            call.action[:64],
            frames.id_text(call.message_id)[:64],
            redact_frame(raw),
            answer.frame,
            answer.error,
        ),
    )


def answer_bad_call(event: SocketEvent, charger_id: ChargerId, raw: str, call: BadCall) -> None:
    """Answer a CALL that could not be read beyond its id."""
    violation = call.violation
    answer = _error(call.message_id, violation.code, violation.description, violation.deviations)
    answer.findings.append(Deviation("malformed-call", "frame", violation.description[:60]))
    _send(event, answer)
    connection = connection_store.find(charger_id)
    entry = Entry(
        Direction.FROM_CHARGER,
        call.action[:64] if call.action else None,
        frames.id_text(call.message_id)[:64],
        redact_frame(raw),
        answer.frame,
        answer.error,
    )
    _finish(event, connection, answer, entry)


def read_connection(
    event: SocketEvent, charger_id: ChargerId, action: str | None
) -> Connection | None:
    """Read the charger's row. A heartbeat's write returns it, so that it needs no read."""
    if action == HEARTBEAT:
        return connection_store.touch(charger_id, event.connection_id, event.at)
    return connection_store.find(charger_id)


def _exchange(
    event: SocketEvent, charger_id: ChargerId, call: Call, connection: Connection | None
) -> Exchange:
    owns = connection is not None and connection.connection_id == event.connection_id
    return Exchange(
        charger_id=charger_id,
        connection_id=event.connection_id,
        message_id=frames.id_text(call.message_id)[:64],
        action=call.action,
        now=event.at,
        connection=connection or _deleted(charger_id),
        owns=owns,
    )


def _deleted(charger_id: ChargerId) -> Connection:
    """Stands for the row of a charger that was deleted while it was connected."""
    return Connection(charger_id, Registration.REJECTED, StationId(""), None, None, None)


def _answer(exchange: Exchange, call: Call) -> Answer:
    reading = validation.read_request(
        call.action, call.payload, exchange.now, exchange.connection.quirk_profile
    )
    if isinstance(reading, Violation):
        code, text = reading.code, reading.description
        return _error(call.message_id, code, text, (*call.deviations, *reading.deviations))
    found = (*call.deviations, *reading.deviations)
    action = ROUTES.get(call.action)
    if action is None:
        text = "this action is not offered here"
        return _error(call.message_id, ErrorCode.NOT_SUPPORTED, text, found)
    if not is_admitted(exchange):
        text = f"this charger's registration is {exchange.connection.registration}"
        return _error(call.message_id, ErrorCode.SECURITY_ERROR, text, found)
    try:
        reply: Reply = action.handle(reading.request, exchange)
    except Invalid as invalid:
        code = ErrorCode.PROPERTY_CONSTRAINT_VIOLATION
        return _error(call.message_id, code, invalid.message, found)
    frame = frames.render_result(call.message_id, reply.payload)
    return Answer(frame, None, list(reply.effects), [*found, *reply.findings])


def _error(
    message_id: frames.MessageId,
    code: ErrorCode,
    description: str,
    findings: Iterable[Deviation] = (),
) -> Answer:
    frame = frames.render_error(message_id, code, description)
    return Answer(frame, code.value, findings=list(findings))


def _send(event: SocketEvent, answer: Answer) -> None:
    delivery = gateway.post(event.connection_id, answer.frame)
    if delivery is not gateway.Delivery.DELIVERED:
        # Nothing is undone: the charger asks again, and gets the same answer.
        LOG.warning("an answer was not delivered", extra={"delivery": delivery.value})


def _finish(
    event: SocketEvent, connection: Connection | None, answer: Answer, entry: Entry
) -> None:
    effects = answer.effects
    if answer.findings and connection is not None:
        effects.append(partial(followup.record, connection, answer.findings, entry, event))
    followup.run(effects)
    journal.write(event, connection, entry)
    if answer.error is None:
        LOG.info("answered")
    else:
        LOG.warning("refused", extra={"code": answer.error})
