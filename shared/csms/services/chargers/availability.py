"""Availability: what the operator wants of a connector, and what the charger makes of it."""

from datetime import datetime

from csms.domain.charger import Availability
from csms.domain.command import Command
from csms.domain.ids import ChargerId, ConnectorId
from csms.ocpp16.commands import change_availability
from csms.services import commands
from csms.store import charger as charger_store
from csms.store import connector as connector_store


def change(
    charger_id: ChargerId,
    connector_id: ConnectorId,
    availability: Availability,
    requested_by: str,
    now: datetime,
) -> Command:
    """Store the intent, and ask the charger to follow it (connector 0: the whole charger)."""
    charger_store.get(charger_id)
    request = change_availability.ChangeAvailability(connector_id, availability)
    # Before the command: its answer may come while this still runs.
    prepare(charger_id, request, requested_by, now)
    return commands.enqueue(charger_id, request.ACTION, request.payload(), requested_by, now)


def prepare(
    charger_id: ChargerId,
    request: "change_availability.ChangeAvailability",
    _requested_by: str,
    _now: datetime,
) -> None:
    """Store the intent that the command stands for."""
    connector_store.set_intent(charger_id, request.connector_id, request.availability)


def answered(command: Command, status: str) -> None:
    """Note a charger that will follow later, as one does that is charging."""
    if status == "Scheduled":
        request = change_availability.ChangeAvailability.from_payload(command.payload)
        connector_store.set_scheduled(
            command.charger_id, request.connector_id, request.availability
        )
