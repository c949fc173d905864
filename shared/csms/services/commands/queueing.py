"""Taking a command in: check, store, and send at once when nothing stands in the way."""

import dataclasses
import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from csms.domain.charger import Connection, Registration
from csms.domain.command import Command, CommandState
from csms.domain.command_rules import is_superseded, rule_of
from csms.domain.errors import Invalid, NotFound, Refused
from csms.domain.ids import ChargerId, ChargingSessionId, CommandId
from csms.domain.redaction import redact
from csms.ocpp16 import commands as ocpp_commands
from csms.services.commands.sending import post, send_next
from csms.store import command as command_store
from csms.store import connection as connection_store
from csms.store.base import to_millis
from csms.store.command import Ending

QUEUE_LIMIT: Final = 50
"""How many commands may wait for one charger."""


def enqueue(
    charger_id: ChargerId,
    action: str,
    payload: Mapping[str, Any],
    requested_by: str,
    now: datetime,
    session_id: ChargingSessionId | None = None,
) -> Command:
    """Store a command, and send it at once when the charger is connected and nothing is in flight.

    payload: as it goes onto the wire. A password is changed through `services.chargers.passwords`,
    which stores its hash first. Returns the command as it is now: queued, sent, in doubt or ended.
    Raises Invalid, NotFound for an unknown charger, Refused when its registration forbids it.
    """
    _check_payload(action, payload)
    connection = admit(charger_id, action)
    rule = rule_of(action)
    expires_at = now + rule.time_to_live
    command = Command(
        charger_id=charger_id,
        command_id=_new_id(now),
        action=action,
        payload=payload,
        state=CommandState.QUEUED,
        requested_by=requested_by,
        requested_at=now,
        expires_at=expires_at,
        due_at=expires_at,
        session_id=session_id,
    )
    if connection.connection_id and connection.slot_is_free(now) and not connection.has_queue:
        return _send_at_once(command, now)
    return _put_into_queue(command, now)


def drop_queue(charger_id: ChargerId, now: datetime) -> None:
    """End every waiting command of a charger that is about to be deleted."""
    ending = Ending(CommandState.EXPIRED, now, outcome="ChargerDeleted")
    for command_id in command_store.list_queue(charger_id, QUEUE_LIMIT):
        command_store.finish(charger_id, command_id, ending, expected=(CommandState.QUEUED,))


def read(action: str, payload: Mapping[str, Any]) -> ocpp_commands.Command:
    """The request that a payload is. Raises Invalid for what the protocol does not allow."""
    _check_payload(action, payload)
    return ocpp_commands.COMMANDS[action].from_payload(payload)


def admit(charger_id: ChargerId, action: str) -> Connection:
    """The charger's row, if it may be asked for this. Raises NotFound, Refused."""
    connection = connection_store.find(charger_id)
    if connection is None:
        raise NotFound("charger", charger_id)
    _check_registration(connection, action)
    return connection


def _send_at_once(command: Command, now: datetime) -> Command:
    """Store as sent, with the deadline of the answer, then take the slot: half the writes.

    Whoever dies in between leaves a command that times out, and a charger that got nothing.
    """
    until = now + rule_of(command.action).answer_timeout
    sent = dataclasses.replace(command, state=CommandState.SENT, sent_at=now, due_at=until)
    command_store.create(dataclasses.replace(sent, payload=redact(command.payload)))
    owner = connection_store.claim_idle_slot(command.charger_id, command.command_id, until, now)
    if owner is not None:
        return post(owner, sent, now)
    command_store.put_back(command)
    return _wait(command, now)


def _put_into_queue(command: Command, now: datetime) -> Command:
    waiting = command_store.list_queue(command.charger_id, QUEUE_LIMIT)
    if len(waiting) == QUEUE_LIMIT:
        raise Refused("Too many commands wait for this charger.", "queue-full")
    command_store.create(command)
    for command_id in waiting:
        _supersede(command_id, command, now)
    return _wait(command, now)


def _wait(command: Command, now: datetime) -> Command:
    connection = connection_store.mark_queue(command.charger_id, command.command_id)
    if connection is not None and connection.connection_id is not None:
        send_next(connection, now)
    return command_store.get(command.charger_id, command.command_id)


def _supersede(command_id: CommandId, newer: Command, now: datetime) -> None:
    if rule_of(newer.action).superseded_by is None:
        return
    older = command_store.find(newer.charger_id, command_id)
    if older is None or older.action != newer.action:
        return
    if is_superseded(newer.action, older.payload, newer.payload):
        ending = Ending(CommandState.SUPERSEDED, now, outcome=newer.command_id)
        command_store.finish(
            older.charger_id, older.command_id, ending, expected=(CommandState.QUEUED,)
        )


def _check_payload(action: str, payload: Mapping[str, Any]) -> None:
    if action not in ocpp_commands.COMMANDS:
        raise Invalid(f"{action} is not a command that can be sent", "action")
    violation = ocpp_commands.check(action, dict(payload))
    if violation is not None:
        raise Invalid(f"{action}: {violation.description}", "payload")


def _check_registration(connection: Connection, action: str) -> None:
    if connection.registration is Registration.REJECTED:
        raise Refused("This charger is disabled: enable it first.", "charger-disabled")
    pending = connection.registration is Registration.PENDING
    if pending and not rule_of(action).while_pending:
        raise Refused("This charger is not approved yet.", "charger-pending")


def _new_id(now: datetime) -> CommandId:
    # Fixed width, so that ids sort by time (until the year 10889).
    return CommandId(f"{to_millis(now):012x}-{secrets.token_hex(6)}")
