"""GetLocalListVersion: which list the charger has."""

from datetime import datetime

from csms.domain.command import Command
from csms.ocpp16.answer import Answer
from csms.services.chargers import local_lists


def handle(command: Command, answer: Answer, now: datetime) -> None:
    """Keep the version, from which later ones go on."""
    local_lists.reported(command, answer, now)
