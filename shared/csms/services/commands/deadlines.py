"""Commands whose time is over: expired while they waited, or unanswered."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from csms.domain.command import Command, CommandState
from csms.services.commands.answers import settle
from csms.services.commands.sending import send_next
from csms.store import command as command_store
from csms.store import connection as connection_store
from csms.store.command import IN_FLIGHT, Ending
from csms.store.deadlines import DueRows

PAGE: Final = 50


@dataclass(frozen=True, slots=True)
class Swept:
    """ended: commands that ended without an answer. complete: whether nothing due was left."""

    ended: Sequence[Command]
    complete: bool


def sweep_due(now: datetime, time_left: Callable[[], bool]) -> Swept:
    """End every command whose deadline has passed, and let the next of its charger go."""
    due = DueRows(lambda shard: command_store.list_due(shard, now, PAGE), now, time_left)
    ended: list[Command] = []
    for charger_id, command_id in due:
        command = command_store.find(charger_id, command_id)
        if command is not None:
            ended += _end(command, now)
    return Swept(ended, due.complete)


def _end(command: Command, now: datetime) -> list[Command]:
    if command.due_at is None or command.due_at > now:
        return []
    expected = (command.state,)
    if command.state is CommandState.QUEUED and command.expires_at > now:
        return [*_look_at(command, now)]
    if command.state is CommandState.QUEUED:
        ended = _finish(command, Ending(CommandState.EXPIRED, now), expected)
        return [] if ended is None else [ended]
    if command.state not in IN_FLIGHT:
        return []
    ended = _finish(command, Ending(CommandState.TIMED_OUT, now, command.state.value), expected)
    if ended is None:
        return []
    return [ended, *settle(command.charger_id, command.command_id, now).ended]


def _look_at(command: Command, now: datetime) -> Sequence[Command]:
    """Let a queue move that nobody may know of: whoever stored the command may have died."""
    if not command_store.postpone(command):
        return ()
    connection = connection_store.find(command.charger_id, consistent=True)
    if connection is not None and not connection.has_queue:
        connection = connection_store.mark_queue(command.charger_id, command.command_id)
    if connection is None or connection.connection_id is None:
        return ()
    return send_next(connection, now)


def _finish(command: Command, ending: Ending, expected: tuple[CommandState, ...]) -> Command | None:
    return command_store.finish(command.charger_id, command.command_id, ending, expected)
