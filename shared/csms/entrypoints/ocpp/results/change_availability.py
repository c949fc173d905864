"""ChangeAvailability: done, or scheduled until the transaction ends."""

from datetime import datetime

from csms.domain.command import Command
from csms.ocpp16.answer import Answer
from csms.services.chargers import availability


def handle(command: Command, answer: Answer, _now: datetime) -> None:
    """Show what is scheduled as scheduled."""
    availability.answered(command, answer.status)
