"""Asking a charger as an operator does, and reading what became of it."""

from typing import Any

from csms.domain.command import Command
from csms.domain.ids import ChargerId
from csms.services.chargers import asking
from csms.services.chargers.asking import Asked
from csms.store import command as command_store
from functions.heartbeat_sweep import handler as heartbeat_sweep
from tests.integration import events
from tests.integration.chargers.charger import Socket
from tests.integration.events import CONTEXT

CHARGER = ChargerId("cp-1")


def ask(socket: Socket, action: str, /, *, confirmed: bool = False, **payload: Any) -> Command:
    """Ask for something at the socket's time."""
    asked = Asked(socket.charger_id, action, payload, "admin", confirmed)
    return asking.ask(asked, socket.now)


def told(socket: Socket, answer: object, action: str, /, **payload: Any) -> Command:
    """Ask for something that is answered at once; the command as it ended."""
    command = ask(socket, action, **payload)
    socket.answer(socket.commands()[-1], answer)
    return command_store.get(command.charger_id, command.command_id)


def knows(socket: Socket, **values: str) -> None:
    """Let the charger report some keys of its configuration."""
    entries = [{"key": key, "readonly": False, "value": value} for key, value in values.items()]
    told(socket, {"configurationKey": entries}, "GetConfiguration", key=list(values)[:1])


def sweep(socket: Socket) -> None:
    """Run the minute's sweep at the socket's time."""
    heartbeat_sweep.handler(events.schedule(socket.now), CONTEXT)
