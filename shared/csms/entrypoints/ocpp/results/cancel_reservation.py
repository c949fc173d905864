"""CancelReservation: whether the charger let go of the connector."""

from datetime import datetime

from csms.domain.command import Command
from csms.ocpp16.answer import Answer
from csms.services.chargers import reservations


def handle(command: Command, answer: Answer, _now: datetime) -> None:
    """End the reservation; a charger that does not know it has none."""
    reservations.cancelled(command, answer)
