"""ChangeConfiguration: whether the charger took the value, or the key."""

from datetime import datetime

from csms.domain.command import Command
from csms.ocpp16.answer import Answer
from csms.services.chargers import rotation


def handle(command: Command, _answer: Answer, _now: datetime) -> None:
    """Drop a pending key that was refused; the rest is told by the command and by drift."""
    rotation.conclude(command)
