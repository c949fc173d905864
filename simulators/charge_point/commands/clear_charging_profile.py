"""ClearChargingProfile (§5.5)."""

from ocpp.v16 import call, call_result
from ocpp.v16.enums import ChargingProfilePurposeType, ClearChargingProfileStatus

from simulators.charge_point.charger import Charger
from simulators.charge_point.commands.command import Command


def _answer(
    charger: Charger, request: call.ClearChargingProfile
) -> call_result.ClearChargingProfile:
    """Unknown when nothing matches."""
    purpose = request.charging_profile_purpose
    removed = charger.device.profiles.clear(
        request.id,
        request.connector_id,
        ChargingProfilePurposeType(purpose) if purpose else None,
        request.stack_level,
    )
    for connector in charger.device.charging_connectors():
        charger.transactions.adjust(connector)
    found = ClearChargingProfileStatus.accepted if removed else ClearChargingProfileStatus.unknown
    return call_result.ClearChargingProfile(status=found)


COMMAND = Command(
    _answer, call_result.ClearChargingProfile(status=ClearChargingProfileStatus.unknown)
)
