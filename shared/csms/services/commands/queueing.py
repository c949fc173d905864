"""Taking a command in: check, store, and send at once when nothing stands in the way."""

import dataclasses
import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from csms.domain.audit import AuditEntry
from csms.domain.charger import Connection, Registration
from csms.domain.command import NO_CAUSE, Cause, Command, CommandState
from csms.domain.command_rules import is_superseded, rule_of, subject_of
from csms.domain.errors import Invalid, NotFound, Refused
from csms.domain.ids import ChargerId, CommandId
from csms.domain.redaction import redact
from csms.ocpp16 import commands as ocpp_commands
from csms.services.commands.sending import post, send_next
from csms.store import command as command_store
from csms.store import connection as connection_store
from csms.store.base import to_millis
from csms.store.command import Ending, Waiting

QUEUE_LIMIT: Final = 1000
"""How many commands may wait for one charger. Its keys are read when another is put behind them
(25 to a read unit, decision 11); whoever sends reads the head alone."""
FIRST_LOOK: Final = timedelta(minutes=1)
"""When the sweep looks at a command that still waits: whoever stored it may have died."""


def enqueue(
    charger_id: ChargerId,
    action: str,
    payload: Mapping[str, Any],
    requested_by: str,
    now: datetime,
    cause: Cause = NO_CAUSE,
) -> Command:
    """Store a command, and send it at once when the charger is connected and nothing is in flight.

    payload: as it goes onto the wire. A password is changed through `services.chargers.passwords`,
    which stores its hash first. Returns the command as it is now: queued, sent, in doubt or ended.
    Raises Invalid, NotFound for an unknown charger, Refused when its registration forbids it.
    """
    connection = admit(charger_id, action)
    command = _new(charger_id, action, payload, requested_by, now)
    command_id = cause.command_id or command.command_id
    command = dataclasses.replace(command, session_id=cause.session_id, command_id=command_id)
    entry = None if cause.audit is None else cause.audit(command)
    if connection.connection_id and connection.slot_is_free(now) and not connection.has_queue:
        return _send_at_once(command, now, entry)
    return _put_into_queue(command, now, entry)


def enqueue_with(
    store: Callable[[Command], None],
    charger_id: ChargerId,
    action: str,
    payload: Mapping[str, Any],
    requested_by: str,
    now: datetime,
) -> Command:
    """As `enqueue`, for a command that follows from something else: both are stored or neither.

    store: writes the row of the waiting command in one transaction with its cause; what it raises
    is raised, and nothing was asked. Whoever dies after it leaves a command that the sweep sends.
    It replaces no command that waits.
    """
    admit(charger_id, action)
    command = _new(charger_id, action, payload, requested_by, now)
    _list_queue(charger_id)
    store(command)
    return _wait(command, now)


def enqueue_later(
    charger_id: ChargerId,
    action: str,
    payload: Mapping[str, Any],
    requested_by: str,
    now: datetime,
) -> Command:
    """As `enqueue`, for whoever may not send: it goes out with the charger's next frame."""
    admit(charger_id, action)
    command = _new(charger_id, action, payload, requested_by, now)
    command_store.create(command)
    connection_store.mark_queue(charger_id, command.command_id)
    return command


def drop_queue(charger_id: ChargerId, now: datetime) -> None:
    """End every waiting command of a charger that is about to be deleted."""
    ending = Ending(CommandState.EXPIRED, now, outcome="ChargerDeleted")
    for waiting in command_store.list_queue(charger_id, QUEUE_LIMIT):
        command_store.finish(charger_id, waiting.command_id, ending, (CommandState.QUEUED,))


def read(action: str, payload: Mapping[str, Any]) -> "ocpp_commands.Command":
    """The request that a payload is. Raises Invalid for what the protocol does not allow."""
    _check_payload(action, payload)
    return ocpp_commands.command(action).from_payload(payload)


def admit(charger_id: ChargerId, action: str) -> Connection:
    """The charger's row, if it may be asked for this. Raises NotFound, Refused."""
    connection = connection_store.find(charger_id)
    if connection is None:
        raise NotFound("charger", charger_id)
    _check_registration(connection, action)
    return connection


def _send_at_once(command: Command, now: datetime, entry: AuditEntry | None) -> Command:
    """Store as sent, with the deadline of the answer, then take the slot: half the writes.

    Whoever dies in between leaves a command that times out, and a charger that got nothing.
    """
    until = now + rule_of(command.action).answer_timeout
    sent = dataclasses.replace(command, state=CommandState.SENT, sent_at=now, due_at=until)
    command_store.create(dataclasses.replace(sent, payload=redact(command.payload)), entry)
    owner = connection_store.claim_idle_slot(command.charger_id, command.command_id, until, now)
    if owner is not None:
        return post(owner, sent, now)
    command_store.put_back(command)
    return _wait(command, now)


def _new(
    charger_id: ChargerId,
    action: str,
    payload: Mapping[str, Any],
    requested_by: str,
    now: datetime,
) -> Command:
    """A command that waits. Raises Invalid for what the protocol does not allow."""
    _check_payload(action, payload)
    expires_at = now + rule_of(action).time_to_live
    return Command(
        charger_id=charger_id,
        command_id=new_id(now),
        action=action,
        payload=payload,
        state=CommandState.QUEUED,
        requested_by=requested_by,
        requested_at=now,
        expires_at=expires_at,
        due_at=min(expires_at, now + FIRST_LOOK),
    )


def _list_queue(charger_id: ChargerId) -> Sequence[Waiting]:
    """What waits for a charger. Raises Refused when that is too much already."""
    waiting = command_store.list_queue(charger_id, QUEUE_LIMIT)
    if len(waiting) == QUEUE_LIMIT:
        message = f"{QUEUE_LIMIT} commands wait for this charger already: let some of them end."
        raise Refused(message, "queue-full")
    return waiting


def _put_into_queue(command: Command, now: datetime, entry: AuditEntry | None) -> Command:
    waiting = _list_queue(command.charger_id)
    command_store.create(command, entry)
    for older in waiting:
        _supersede(older, command, now)
    return _wait(command, now)


def _wait(command: Command, now: datetime) -> Command:
    connection = connection_store.mark_queue(command.charger_id, command.command_id)
    if connection is not None and connection.connection_id is not None:
        send_next(connection, now)
    return command_store.get(command.charger_id, command.command_id)


def _supersede(waiting: Waiting, newer: Command, now: datetime) -> None:
    """End a waiting command that a newer one makes pointless; only one of its subject is read."""
    subject = subject_of(newer.action, newer.payload)
    if subject is None or waiting.subject != subject:
        return
    older = command_store.find(newer.charger_id, waiting.command_id)
    if older is not None and is_superseded(older, newer):
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


def new_id(now: datetime) -> CommandId:
    """The id of a new command."""
    # Fixed width, so that ids sort by time (until the year 10889).
    return CommandId(f"{to_millis(now):012x}-{secrets.token_hex(6)}")
