"""CancelReservation (§5.1)."""

from ocpp.v16 import call, call_result
from ocpp.v16.enums import CancelReservationStatus

from simulators.charge_point.charger import Charger
from simulators.charge_point.commands.command import Command


def _answer(charger: Charger, request: call.CancelReservation) -> call_result.CancelReservation:
    """Unknown ids are rejected."""
    held = charger.device.reservations.take(request.reservation_id)
    if held is None:
        return call_result.CancelReservation(status=CancelReservationStatus.rejected)
    connector = charger.device.connectors[held.connector_id]
    connector.condition.reserved = False
    charger.device.changed(connector)
    return call_result.CancelReservation(status=CancelReservationStatus.accepted)


COMMAND = Command(_answer, call_result.CancelReservation(status=CancelReservationStatus.rejected))
