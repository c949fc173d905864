"""Sending: the head of the queue takes the slot, is marked as sent, and goes out once."""

import dataclasses
import logging
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from csms import gateway
from csms.domain.charger import Connection, Registration
from csms.domain.command import Command, CommandState
from csms.domain.command_rules import rule_of
from csms.domain.ids import ChargerId
from csms.domain.redaction import redact
from csms.gateway import Delivery
from csms.ocpp16 import frames
from csms.store import command as command_store
from csms.store import connection as connection_store
from csms.store.command import Ending

LOG: Final = logging.getLogger(__name__)
PUMP_LIMIT: Final = 10
"""How many waiting commands one pump looks at: expired ones end, one goes out."""


def pump(charger_id: ChargerId, now: datetime) -> Sequence[Command]:
    """Send the next command of a charger, if one waits and may go.

    Returns the commands that ended instead of being sent; theirs may be a charging session.
    """
    connection = connection_store.find(charger_id, consistent=True)
    return send_next(connection, now) if connection is not None else ()


def send_next(connection: Connection, now: datetime) -> Sequence[Command]:
    """As `pump`, for a row that was just read. Nothing is asked of a disabled charger."""
    if connection.registration is Registration.REJECTED:
        return ()
    ended: list[Command] = []
    for _ in range(PUMP_LIMIT):
        if connection.queue_mark is None:
            break
        waiting = command_store.list_queue(connection.charger_id, 1)
        if not waiting:
            connection_store.clear_queue(connection.charger_id, connection.queue_mark)
            break
        command = command_store.find(connection.charger_id, waiting[0].command_id)
        if command is None:
            continue
        if command.expires_at <= now:
            ended += _end(command, Ending(CommandState.EXPIRED, now), (CommandState.QUEUED,))
            continue
        outcome = _send(command, now)
        if outcome is None or outcome.state is not CommandState.ERROR:
            break
        ended.append(outcome)
    return ended


def _send(command: Command, now: datetime) -> Command | None:
    """Take the slot and send. Returns the command as it is then; None when it may not go now."""
    until = now + rule_of(command.action).answer_timeout
    owner = connection_store.claim_slot(command.charger_id, command.command_id, until, now)
    if owner is None:
        return None
    sent = dataclasses.replace(command, state=CommandState.SENT, sent_at=now, due_at=until)
    if not command_store.mark_sent(sent, redact(command.payload)):
        connection_store.release_slot(command.charger_id, command.command_id)
        return None
    return post(owner, sent, now)


def post(owner: Connection, sent: Command, now: datetime) -> Command:
    """Send a command that is stored as sent and holds the slot; once, whatever becomes of it."""
    if owner.connection_id is None:
        return _was_gone(owner, sent, now)
    frame = frames.render_call(sent.command_id, sent.action, sent.payload)
    delivery = gateway.post(owner.connection_id, frame)
    facts = {"action": sent.action, "unique_id": sent.command_id, "delivery": delivery.value}
    LOG.info("command posted", extra=facts)
    if delivery is Delivery.GONE:
        return _was_gone(owner, sent, now)
    if delivery is Delivery.TOO_LARGE:
        _end(sent, Ending(CommandState.ERROR, now, outcome="TooLarge"))
        connection_store.release_slot(sent.charger_id, sent.command_id)
        return dataclasses.replace(sent, state=CommandState.ERROR, outcome="TooLarge")
    if delivery is Delivery.IN_DOUBT:
        command_store.mark_in_doubt(sent)
        return dataclasses.replace(sent, state=CommandState.IN_DOUBT)
    return sent


def _was_gone(owner: Connection, sent: Command, now: datetime) -> Command:
    """The charger was not there, so it certainly got nothing: the command waits for it again."""
    queued = dataclasses.replace(
        sent, state=CommandState.QUEUED, sent_at=None, due_at=sent.expires_at
    )
    if owner.connection_id is not None:
        connection_store.release(owner.charger_id, owner.connection_id, now)
    if command_store.put_back(queued):
        connection_store.mark_queue(sent.charger_id, sent.command_id)
    connection_store.release_slot(sent.charger_id, sent.command_id)
    return queued


def _end(
    command: Command, ending: Ending, expected: Sequence[CommandState] = command_store.OPEN
) -> list[Command]:
    ended = command_store.finish(command.charger_id, command.command_id, ending, expected)
    return [] if ended is None else [ended]
