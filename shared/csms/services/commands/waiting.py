"""Waiting for a charger's answer on behalf of someone who asked over HTTP."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from csms.domain.command import Command, CommandState
from csms.store import command as command_store
from csms.store import connection as connection_store
from csms.store.command import OPEN

PATIENCE: Final = timedelta(seconds=8)
FIRST_PAUSE_S: Final = 0.2
LONGEST_PAUSE_S: Final = 0.5
LOOKS: Final = 40


def wait_for_outcome(
    command: Command, sleep: Callable[[float], object], clock: Callable[[], datetime]
) -> Command:
    """Look at a command until it ended, or for eight seconds.

    sleep: takes seconds. Returns the command as last seen; one that waits for a charger that is not
    connected is not waited for.
    """
    if command.state is CommandState.QUEUED and not _is_connected(command):
        return command
    until = clock() + PATIENCE
    pause_s = FIRST_PAUSE_S
    for _ in range(LOOKS):
        if command.state not in OPEN or clock() >= until:
            break
        sleep(pause_s)
        pause_s = min(pause_s * 1.25, LONGEST_PAUSE_S)
        command = command_store.get(command.charger_id, command.command_id)
    return command


def _is_connected(command: Command) -> bool:
    connection = connection_store.find(command.charger_id)
    return connection is not None and connection.connection_id is not None
