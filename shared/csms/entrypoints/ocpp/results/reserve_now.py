"""ReserveNow: whether the charger keeps the connector."""

from datetime import datetime

from csms.domain.command import Command
from csms.ocpp16.answer import Answer
from csms.services.chargers import reservations


def handle(command: Command, answer: Answer, _now: datetime) -> None:
    """Begin the reservation, or end it with the charger's reason."""
    reservations.answered(command, answer)
