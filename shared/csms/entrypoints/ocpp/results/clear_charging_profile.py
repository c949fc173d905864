"""ClearChargingProfile: what the charger forgot."""

from datetime import datetime

from csms.domain.command import Command
from csms.ocpp16.answer import Answer
from csms.services.chargers import profiles


def handle(command: Command, answer: Answer, _now: datetime) -> None:
    """Forget it as well; `Unknown` means that the charger does not have it."""
    if answer.status in ("Accepted", "Unknown"):
        profiles.cleared(command)
