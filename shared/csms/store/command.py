"""Commands: what we ask chargers, the queue of each charger, and deadlines."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, Final

from pynamodb.expressions.update import Action

from csms.domain.audit import AuditEntry
from csms.domain.command import Command, CommandState
from csms.domain.command_rules import subject_of
from csms.domain.errors import NotFound
from csms.domain.ids import ChargerId, ChargingSessionId, CommandId
from csms.store import audit, cursor
from csms.store.base import (
    DUE_SHARDS,
    ConditionFailed,
    RawItem,
    due_shard,
    set_or_remove,
    to_seconds,
)
from csms.store.command_row import DUE, CommandRow
from csms.store.cursor import Page
from csms.store.indexes import ByDue

LIFE: Final = timedelta(days=90)
IN_FLIGHT: Final = (CommandState.SENT, CommandState.IN_DOUBT)
OPEN: Final = (CommandState.QUEUED, *IN_FLIGHT)


@dataclass(frozen=True, slots=True)
class Ending:
    """What became of a command. outcome: a short word, as its status; answer: redacted."""

    state: CommandState
    at: datetime
    outcome: str | None = None
    answer: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A command in the queue. subject: as `domain.command_rules.subject_of` names it."""

    command_id: CommandId
    subject: str | None


def create(command: Command, entry: AuditEntry | None = None) -> None:
    """Store a new command with its deadline; a queued one takes its place in the queue."""
    row = to_row(command)
    try:
        audit.save(row, CommandRow.charger_id.does_not_exist(), entry)
    except ConditionFailed as lost:
        if not lost.repeated:  # ids are random: a row that is there is the one stored before
            raise


def to_row(command: Command) -> CommandRow:
    """The row of a new command, for a write that takes it along."""
    return CommandRow(
        command.charger_id,
        command.command_id,
        action=command.action,
        payload=_dump(command.payload),
        state=command.state,
        requested_by=command.requested_by,
        requested_at=command.requested_at,
        expires_at=command.expires_at,
        due_at=command.due_at,
        due_shard=due_shard(DUE, command.charger_id),
        queue_key=_queue_key(command) if command.state is CommandState.QUEUED else None,
        sent_at=command.sent_at,
        session_id=command.session_id,
        ttl=to_seconds(command.requested_at + LIFE),
    )


def find(charger_id: ChargerId, command_id: CommandId) -> Command | None:
    """Read a command, consistently; None when it does not exist."""
    row = CommandRow.find(charger_id, command_id, consistent=True)
    return None if row is None else to_command(row)


def get(charger_id: ChargerId, command_id: CommandId) -> Command:
    """Read a command, consistently. Raises NotFound."""
    command = find(charger_id, command_id)
    if command is None:
        raise NotFound("command", command_id)
    return command


def find_many(keys: Sequence[tuple[ChargerId, CommandId]]) -> Sequence[Command]:
    """Read up to 200 commands; those that do not exist are left out."""
    return [to_command(row) for row in CommandRow.read_many(keys)]


def list_queue(charger_id: ChargerId, limit: int) -> Sequence[Waiting]:
    """The waiting commands of a charger, in order, read consistently."""
    found = CommandRow.by_queue.query(charger_id, consistent_read=True, limit=limit)
    return [
        Waiting(CommandId(row.command_id), (row.queue_key or "").partition("#")[2] or None)
        for row in found
    ]


def mark_sent(command: Command, payload: Mapping[str, object]) -> bool:
    """Take a waiting command out of the queue just before it is posted.

    command: with sent_at and the deadline of its answer. payload: without secrets.
    Returns False when it waits no more.
    """
    row = CommandRow
    actions: list[Action] = [
        row.state.set(CommandState.SENT),
        set_or_remove(row.sent_at, command.sent_at),
        set_or_remove(row.due_at, command.due_at),
        row.payload.set(_dump(payload)),
        row.queue_key.remove(),
    ]
    key = (command.charger_id, command.command_id)
    try:
        row.change(key, actions, row.state == CommandState.QUEUED)
    except ConditionFailed as lost:
        found = _stored_before(lost)
        sent = (CommandState.SENT, command.sent_at)
        return found is not None and (found.state, found.sent_at) == sent
    return True


def put_back(command: Command) -> bool:
    """Let a command that was certainly not delivered wait again, with its whole payload."""
    row = CommandRow
    actions: list[Action] = [
        row.state.set(CommandState.QUEUED),
        row.due_at.set(command.expires_at),
        row.payload.set(_dump(command.payload)),
        row.queue_key.set(_queue_key(command)),
        row.sent_at.remove(),
    ]
    return _change(command, actions, IN_FLIGHT) is not None


def postpone(command: Command) -> bool:
    """Look at a waiting command again when it expires. False when it waits no more."""
    actions: list[Action] = [CommandRow.due_at.set(command.expires_at)]
    return _change(command, actions, (CommandState.QUEUED,)) is not None


def mark_in_doubt(command: Command) -> bool:
    """Note that nobody knows whether the charger got it; its deadline stays."""
    actions: list[Action] = [CommandRow.state.set(CommandState.IN_DOUBT)]
    return _change(command, actions, (CommandState.SENT,)) is not None


def finish(
    charger_id: ChargerId,
    command_id: CommandId,
    ending: Ending,
    expected: Sequence[CommandState] = OPEN,
) -> Command | None:
    """End a command that is in one of the expected states, and take its deadline away.

    Returns it as it became; None when it does not exist or ended before.
    """
    row = CommandRow
    actions: list[Action] = [
        row.state.set(ending.state),
        row.answered_at.set(ending.at),
        set_or_remove(row.outcome, ending.outcome),
        set_or_remove(row.answer, None if ending.answer is None else _dump(ending.answer)),
        row.queue_key.remove(),
        row.due_shard.remove(),
        row.due_at.remove(),
    ]
    try:
        item = row.change((charger_id, command_id), actions, row.state.is_in(*expected))
    except ConditionFailed as lost:
        found = _stored_before(lost)
        is_mine = found is not None and (found.state, found.answered_at) == (
            ending.state,
            ending.at,
        )
        return found if is_mine else None
    return to_command(row.read_item(item))


def list_by_charger(
    charger_id: ChargerId, now: datetime, after: str | None, limit: int
) -> Page[Command]:
    """The commands of a charger, newest first."""
    scope = f"command/{charger_id}"
    alive = CommandRow.ttl > to_seconds(now)
    items, last_key = CommandRow.read_newest(
        charger_id, None, alive, limit, cursor.decode(after, scope)
    )
    commands = [to_command(CommandRow.read_item(item)) for item in items]
    return Page(commands, cursor.encode(last_key, scope))


def list_due(shard: int, now: datetime, limit: int) -> Sequence[tuple[ChargerId, CommandId]]:
    """Commands of one of the DUE_SHARDS shards whose deadline has passed, oldest first."""
    found = CommandRow.by_due.query(f"{DUE}#{shard % DUE_SHARDS}", ByDue.due_at <= now, limit=limit)
    return [(ChargerId(row.charger_id), CommandId(row.command_id)) for row in found]


def to_command(row: CommandRow) -> Command:
    """The value of a row."""
    return Command(
        charger_id=ChargerId(row.charger_id),
        command_id=CommandId(row.command_id),
        action=row.action,
        payload=_load(row.payload),
        state=CommandState(row.state),
        requested_by=row.requested_by,
        requested_at=row.requested_at,
        expires_at=row.expires_at,
        due_at=row.due_at,
        sent_at=row.sent_at,
        answered_at=row.answered_at,
        answer=_load(row.answer) if row.answer else None,
        outcome=row.outcome,
        session_id=ChargingSessionId(row.session_id) if row.session_id else None,
    )


def _change(
    command: Command, actions: list[Action], expected: Sequence[CommandState]
) -> RawItem | None:
    condition = CommandRow.state.is_in(*expected)
    try:
        return CommandRow.change((command.charger_id, command.command_id), actions, condition)
    except ConditionFailed:
        return None


def _stored_before(lost: ConditionFailed) -> Command | None:
    """The row in the way of a write that was repeated, and may be its own first try."""
    if not lost.repeated or lost.item is None:
        return None
    return to_command(CommandRow.read_item(lost.item))


def _queue_key(command: Command) -> str:
    """Sorts by the command's id; carries what tells whether a newer one replaces it."""
    subject = subject_of(command.action, command.payload)
    return command.command_id if subject is None else f"{command.command_id}#{subject}"


def _dump(payload: Mapping[str, object]) -> str:
    return json.dumps(payload, separators=(",", ":"), ensure_ascii=False, default=_number)


def _number(value: object) -> object:
    # One decimal is all that OCPP has, and a float's shortest form is that decimal.
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(f"{type(value).__name__} has no form in a payload")


def _load(text: str) -> Mapping[str, Any]:
    payload: Mapping[str, Any] = json.loads(text, parse_float=Decimal)
    return payload
