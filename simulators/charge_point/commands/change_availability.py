"""ChangeAvailability (§5.2)."""

from ocpp.v16 import call, call_result
from ocpp.v16.enums import AvailabilityStatus, AvailabilityType

from simulators.charge_point.charger import Charger
from simulators.charge_point.commands.command import Command


def _answer(charger: Charger, request: call.ChangeAvailability) -> call_result.ChangeAvailability:
    """Scheduled while a transaction runs on a connector concerned."""
    operative = AvailabilityType(request.type) is AvailabilityType.operative
    status = charger.change_availability(request.connector_id, operative=operative)
    return call_result.ChangeAvailability(status=status)


COMMAND = Command(_answer, call_result.ChangeAvailability(status=AvailabilityStatus.rejected))
