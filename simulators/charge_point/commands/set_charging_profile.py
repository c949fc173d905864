"""SetChargingProfile (§5.16)."""

from ocpp.v16 import call, call_result
from ocpp.v16.enums import ChargingProfilePurposeType, ChargingProfileStatus

from simulators.charge_point.charger import Charger
from simulators.charge_point.commands.command import Command
from simulators.charge_point.smart_charging import ChargingProfile, read_profile

_REJECTED = call_result.SetChargingProfile(status=ChargingProfileStatus.rejected)


def _answer(charger: Charger, request: call.SetChargingProfile) -> call_result.SetChargingProfile:
    """Installed at once, and felt at once."""
    profile = read_profile(request.cs_charging_profiles)
    if not _fits(charger, request.connector_id, profile):
        return _REJECTED
    charger.device.profiles.install(request.connector_id, profile)
    for connector in charger.device.charging_connectors():
        charger.transactions.adjust(connector)
    return call_result.SetChargingProfile(status=ChargingProfileStatus.accepted)


def _fits(charger: Charger, connector_id: int, profile: ChargingProfile) -> bool:
    """The rules of §3.13.1 and §5.16.1, and this charger's limits."""
    configuration = charger.device.configuration
    connector = charger.device.connectors.get(connector_id)
    if connector is None or profile.stack_level > configuration.number(
        "ChargeProfileMaxStackLevel"
    ):
        return False
    if len(profile.periods) > configuration.number("ChargingScheduleMaxPeriods"):
        return False
    if profile.purpose is ChargingProfilePurposeType.charge_point_max_profile:
        return connector_id == 0
    if profile.purpose is ChargingProfilePurposeType.tx_profile:
        transaction = connector.transaction
        running = transaction is not None and transaction.is_running
        meant = profile.transaction_id is None or (
            transaction is not None and profile.transaction_id == transaction.transaction_id
        )
        return connector.is_charging_point and running and meant
    return True


COMMAND = Command(_answer, _REJECTED)
