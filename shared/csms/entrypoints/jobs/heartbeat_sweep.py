"""The minute's sweep: commands, silent chargers, starts that did not happen, lost transactions.

Each part is bounded and stops when the time is over; what was left is taken up a minute later.
"""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from csms.domain.command import Command, CommandState
from csms.domain.message import Direction, LoggedExchange, is_kept
from csms.ocpp16.frames import render_call
from csms.services import commands
from csms.services.chargers import liveness, reservations
from csms.services.charging import reconciliation, sessions, unanswered
from csms.settings import SETTINGS
from csms.store import connection as connection_store
from csms.store import message_log

LOG: Final = logging.getLogger(__name__)

type TimeLeft = Callable[[], bool]
type Part = Callable[[datetime, TimeLeft], bool]


def handle(event: Mapping[str, Any], time_left: TimeLeft) -> dict[str, object]:
    """Run every part once. Returns which were complete; one that fails does not stop the others."""
    now = datetime.fromisoformat(event["time"])
    parts: Mapping[str, Part] = {
        "commands": _end_commands,
        "silence": liveness.sweep_silent,
        "reservations": reservations.expire_due,
        "starts": sessions.fail_due,
        "reconciliation": reconciliation.close_due,
        "no_contact": reconciliation.hold_silent,
    }
    complete = {name: _run(name, part, now, time_left) for name, part in parts.items()}
    left = [name for name, done in complete.items() if not done]
    if left:
        LOG.warning("the sweep left work", extra={"left": left})
    return {"complete": complete}


def _run(name: str, part: Part, now: datetime, time_left: TimeLeft) -> bool:
    try:
        return part(now, time_left)
    except Exception:  # the edge of each part: the others must still run
        LOG.exception("a part of the sweep failed", extra={"part": name})
        return False


def _end_commands(now: datetime, time_left: TimeLeft) -> bool:
    swept = commands.sweep_due(now, time_left)
    for command in swept.ended:
        LOG.info("command ended", extra={"charger": command.charger_id, "state": command.state})
        if command.state is CommandState.TIMED_OUT:
            _log_unanswered(command, now)
    unanswered.conclude(swept.ended, now)
    return swept.complete


def _log_unanswered(command: Command, now: datetime) -> None:
    """Keep the half of an exchange that there was."""
    connection = connection_store.find(command.charger_id)
    error = command.state.value
    level = (connection.log_level if connection is not None else None) or SETTINGS.message_log
    if is_kept(level, error):
        message_log.write(
            LoggedExchange(
                charger_id=command.charger_id,
                at=now,
                direction=Direction.TO_CHARGER,
                action=command.action,
                message_id=command.command_id,
                connection_id=connection.connection_id if connection is not None else None,
                request=render_call(command.command_id, command.action, command.payload),
                answer=None,
                error=error,
            )
        )
