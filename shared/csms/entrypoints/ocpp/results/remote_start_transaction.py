"""RemoteStartTransaction: whether the charger will try."""

from datetime import datetime

from csms.domain.command import Command
from csms.ocpp16.answer import Answer
from csms.services.charging import sessions


def handle(command: Command, _answer: Answer, now: datetime) -> None:
    """Fail the session that was refused; from Accepted on, the driver has time to plug in."""
    if command.session_id is not None:
        sessions.command_ended(command, now)
