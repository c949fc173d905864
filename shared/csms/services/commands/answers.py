"""What a charger answers, or fails to answer because it reconnects."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from csms.domain.charger import Connection
from csms.domain.command import Command, CommandState
from csms.domain.command_rules import changes_credentials, ends_by_reconnecting
from csms.domain.ids import ChargerId, CommandId
from csms.domain.redaction import redact
from csms.ocpp16 import answer as ocpp_answer
from csms.ocpp16 import commands as ocpp_commands
from csms.ocpp16.answer import Answer
from csms.ocpp16.frames import ID_LIMIT, CallError, CallResult, id_text
from csms.services.commands.sending import send_next
from csms.store import command as command_store
from csms.store import connection as connection_store
from csms.store.command import IN_FLIGHT, Ending

ANSWER_LIMIT: Final = 4096
"""Longer answers are not kept in the command; what they report is stored where it belongs."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A command that the charger just answered, and what the answer means."""

    command: Command
    answer: Answer


def take_answer(
    charger_id: ChargerId, frame: CallResult | CallError, now: datetime
) -> Answered | None:
    """Store the outcome of the command in flight.

    Returns None for an answer that nobody waits for: late, repeated, or to no command of ours.
    Its effects are the caller's, who calls `settle` afterwards.
    """
    command_id = CommandId(id_text(frame.message_id))
    if not 1 <= len(command_id) <= ID_LIMIT:  # no key of a row, and no id that we gave
        return None
    command = command_store.find(charger_id, command_id)
    if command is None or command.state not in IN_FLIGHT:
        return None
    answer = _read(command, frame)
    kept: Mapping[str, object] = (
        frame.payload
        if isinstance(frame, CallResult)
        else {"errorCode": frame.code, "errorDescription": frame.description}
    )
    ending = Ending(answer.state, now, answer.status, _bounded(redact(kept)))
    ended = command_store.finish(charger_id, command.command_id, ending, IN_FLIGHT)
    return None if ended is None else Answered(ended, answer)


@dataclass(frozen=True, slots=True)
class Settled:
    """before: the charger's row as it was; None when the command did not hold the slot.

    ended: commands that ended instead of being sent.
    """

    before: Connection | None
    ended: Sequence[Command] = ()


def settle(charger_id: ChargerId, command_id: CommandId, now: datetime) -> Settled:
    """Free the slot after a command ended, and send the next one."""
    before = connection_store.release_slot(charger_id, command_id)
    if before is None or not before.has_queue:
        return Settled(before)
    return Settled(before, send_next(before, now))


def finish_interrupted(before: Connection, now: datetime, *, proven: bool) -> Command | None:
    """End the command that was in flight on the connection before this one.

    before: the row as it was; its slot is free already. proven: the charger just proved new
    credentials, which is how it carries out a command that changes them.
    Returns the ended command; None when nothing was in flight.
    """
    if before.slot_command_id is None:
        return None
    command = command_store.find(before.charger_id, before.slot_command_id)
    if command is None:
        return None
    ending = Ending(CommandState.OFFLINE, now)
    taken_up = proven and changes_credentials(command.action, command.payload)
    if taken_up or ends_by_reconnecting(command.action):
        ending = Ending(CommandState.ACCEPTED, now, outcome="Reconnected")
    return command_store.finish(before.charger_id, command.command_id, ending, IN_FLIGHT)


def _read(command: Command, frame: CallResult | CallError) -> Answer:
    if isinstance(frame, CallError):
        return ocpp_answer.error_answer(frame.code, frame.description)
    return ocpp_commands.read_answer(command.action, frame.payload)


def _bounded(answer: Mapping[str, Any]) -> Mapping[str, object]:
    size = len(json.dumps(answer, default=str))
    return answer if size <= ANSWER_LIMIT else {"length": size}
