"""RemoteStartTransaction (§5.11)."""

from ocpp.v16 import call, call_result
from ocpp.v16.enums import ChargingProfilePurposeType, RemoteStartStopStatus

from simulators.charge_point.charger import Charger
from simulators.charge_point.commands.command import Command
from simulators.charge_point.connector import Connector
from simulators.charge_point.smart_charging import read_profile

_ACCEPTED = call_result.RemoteStartTransaction(status=RemoteStartStopStatus.accepted)
_REJECTED = call_result.RemoteStartTransaction(status=RemoteStartStopStatus.rejected)


def _answer(
    charger: Charger, request: call.RemoteStartTransaction
) -> call_result.RemoteStartTransaction:
    """Accepted means: will try. A profile must be a TxProfile without a transaction (E 3.41)."""
    connector = _free_connector(charger, request.connector_id)
    if connector is None:
        return _REJECTED
    if request.charging_profile is not None:
        profile = read_profile(request.charging_profile)
        for_transactions = profile.purpose is ChargingProfilePurposeType.tx_profile
        if not for_transactions or profile.transaction_id is not None:
            return _REJECTED
        charger.device.profiles.install(connector.connector_id, profile)
    return _ACCEPTED


async def _afterwards(charger: Charger, request: call.RemoteStartTransaction) -> None:
    """§4.8: ask first if AuthorizeRemoteTxRequests says so, else start on the given tag's word."""
    connector = _free_connector(charger, request.connector_id)
    if connector is None:
        return
    if charger.device.configuration.flag("AuthorizeRemoteTxRequests"):
        await charger.charging.present_tag(connector.connector_id, request.id_tag)
    elif charger.charging.may_use(connector, request.id_tag, None):
        charger.charging.expect(connector, request.id_tag, None)


def _free_connector(charger: Charger, connector_id: int | None) -> Connector | None:
    """The connector asked for, or the first that is free, a plugged-in one before the others."""
    device = charger.device
    if not device.connectors[0].condition.operative:
        return None
    free = [
        connector
        for connector in device.charging_connectors()
        if connector_id in {None, connector.connector_id} and _is_free(connector)
    ]
    plugged_first = sorted(free, key=lambda connector: not connector.condition.plugged)
    return plugged_first[0] if plugged_first else None


def _is_free(connector: Connector) -> bool:
    condition = connector.condition
    busy = condition.in_transaction or connector.waiting_tag is not None
    return condition.operative and not condition.faulted and not busy


COMMAND = Command(_answer, _REJECTED, _afterwards)
