"""Commands that ended without an answer of the charger, and what they were for."""

from collections.abc import Iterable
from datetime import datetime

from csms.domain.command import Command, CommandState
from csms.ocpp16.commands import send_local_list
from csms.services.chargers import local_lists
from csms.services.charging import sessions


def conclude(ended: Iterable[Command], now: datetime) -> None:
    """Tell charging sessions that nothing will come of them, and send lists again. Repeatable."""
    for command in ended:
        if command.state is CommandState.ACCEPTED:
            continue
        if command.session_id is not None:
            sessions.command_ended(command, now)
        elif command.action == send_local_list.SendLocalList.ACTION:
            local_lists.unanswered(command, now)
