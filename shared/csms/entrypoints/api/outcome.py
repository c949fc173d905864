"""Commands asked for over HTTP: 200 with the outcome, or 202 with where to look for it."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Final
from urllib.parse import quote

from fastapi import Depends, Response

from csms.domain.command import Command
from csms.entrypoints.api.views import command as view
from csms.entrypoints.api.views.command import CommandView
from csms.services.commands import wait_for_outcome
from csms.store.command import OPEN

COMMANDS_PATH: Final = "/api/admin/chargers/{}/commands/{}"


@dataclass(frozen=True, slots=True)
class Waiting:
    """How to wait for a charger. sleep: takes seconds."""

    sleep: Callable[[float], object]
    clock: Callable[[], datetime]


def waiting() -> Waiting:
    """Waiting in real time."""
    return Waiting(time.sleep, lambda: datetime.now(UTC))


Patient = Annotated[Waiting, Depends(waiting)]


def await_outcome(command: Command, patient: Waiting, response: Response) -> CommandView:
    """Wait some seconds for the charger's answer and set the status of the response."""
    command = wait_for_outcome(command, patient.sleep, patient.clock)
    response.headers["Location"] = url_of(command)
    response.status_code = 202 if command.state in OPEN else 200
    return view.show(command)


def url_of(command: Command) -> str:
    """Where a command is read."""
    return COMMANDS_PATH.format(quote(command.charger_id, safe=""), command.command_id)
