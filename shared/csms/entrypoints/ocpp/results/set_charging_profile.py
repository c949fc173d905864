"""SetChargingProfile: whether the charger keeps to it."""

from datetime import datetime

from csms.domain.command import Command, CommandState
from csms.ocpp16.answer import Answer
from csms.services.chargers import profiles


def handle(command: Command, answer: Answer, now: datetime) -> None:
    """Keep what the charger accepted."""
    if answer.state is CommandState.ACCEPTED:
        profiles.accepted(command, now)
