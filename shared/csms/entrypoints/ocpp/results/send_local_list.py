"""SendLocalList: whether the charger took the part of the list."""

from datetime import datetime

from csms.domain.command import Command
from csms.ocpp16.answer import Answer
from csms.services.chargers import local_lists


def handle(command: Command, answer: Answer, now: datetime) -> None:
    """Send the next part, or begin anew."""
    local_lists.answered(command, answer, now)
