"""ChangeConfiguration: whether the charger took the value, or the key."""

from datetime import datetime

from csms.domain.command import Command
from csms.ocpp16.answer import Answer
from csms.services.chargers import configuration


def handle(command: Command, answer: Answer, now: datetime) -> None:
    """Keep the charger's word beside what is wanted; drop a pending key that was refused."""
    configuration.changed(command, answer, now)
