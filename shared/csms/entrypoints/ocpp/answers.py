"""A CALLRESULT or CALLERROR: outcome, effects, free slot, next command, log."""

import logging
from collections.abc import Callable
from functools import partial
from typing import Final

from csms.domain.charger import Connection
from csms.domain.command import Command
from csms.domain.ids import ChargerId
from csms.domain.message import Direction
from csms.domain.redaction import redact, redact_frame
from csms.entrypoints.ocpp import followup, journal
from csms.entrypoints.ocpp.event import SocketEvent
from csms.entrypoints.ocpp.journal import Entry
from csms.entrypoints.ocpp.routes import RESULTS
from csms.ocpp16 import frames
from csms.ocpp16.frames import CallError, CallResult
from csms.services import commands
from csms.services.chargers import findings
from csms.services.charging import unanswered
from csms.services.commands import Answered
from csms.store import connection as connection_store

LOG: Final = logging.getLogger(__name__)


def take_answer(
    event: SocketEvent, charger_id: ChargerId, raw: str, frame: CallResult | CallError
) -> None:
    """End the command in flight with what the charger says, and send the next."""
    answered = commands.take_answer(charger_id, frame, event.at)
    if answered is None:
        LOG.info("an answer that nobody waits for")
        journal.write(event, connection_store.find(charger_id), _stray(raw, frame))
        return
    command = answered.command
    facts = {"action": command.action, "outcome": command.state.value}
    LOG.info("command answered", extra=facts)
    followup.run(_effects(answered, frame, event))
    connection = _settle(command, event)
    journal.write(event, connection, _entry(command, frame))


def _effects(
    answered: Answered, frame: CallResult | CallError, event: SocketEvent
) -> list[Callable[[], None]]:
    command, answer = answered.command, answered.answer
    todo: list[Callable[[], None]] = []
    result = RESULTS.get(command.action)
    if result is not None:
        todo.append(partial(result.handle, command, answer, event.at))
    deviations = (*frame.deviations, *answer.deviations)
    if deviations:
        where = f"{command.action}.conf"
        todo.append(partial(findings.record, command.charger_id, deviations, where, event.at))
    return todo


def _settle(command: Command, event: SocketEvent) -> Connection | None:
    """Free the slot and send the next; returns the charger's row, which says what to log."""
    settled = commands.settle(command.charger_id, command.command_id, event.at)
    followup.run([partial(unanswered.conclude, settled.ended, event.at)])
    return settled.before or connection_store.find(command.charger_id)


def _entry(command: Command, frame: CallResult | CallError) -> Entry:
    request = frames.render_call(command.command_id, command.action, redact(command.payload))
    if isinstance(frame, CallError):
        answer = frames.render_error(frame.message_id, frame.code, frame.description)
        error: str | None = frame.code
    else:
        answer, error = frames.render_result(frame.message_id, redact(frame.payload)), None
    direction = Direction.TO_CHARGER
    return Entry(direction, command.action, command.command_id, request, answer, error)


def _stray(raw: str, frame: CallResult | CallError) -> Entry:
    message_id = frames.id_text(frame.message_id)[:64]
    text = redact_frame(raw)
    return Entry(Direction.TO_CHARGER, None, message_id, "", text, "unexpected-answer")
