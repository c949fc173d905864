"""UnlockConnector (§5.18)."""

from ocpp.v16 import call, call_result
from ocpp.v16.enums import Reason, UnlockStatus

from simulators.charge_point.charger import Charger
from simulators.charge_point.commands.command import Command


def _answer(charger: Charger, request: call.UnlockConnector) -> call_result.UnlockConnector:
    """NotSupported for a fixed cable and for a connector that is not there (E 3.71)."""
    connector = charger.device.connectors.get(request.connector_id)
    if connector is None or not connector.is_charging_point or charger.device.profile.fixed_cable:
        return call_result.UnlockConnector(status=UnlockStatus.not_supported)
    status = UnlockStatus.unlocked if connector.lock_works else UnlockStatus.unlock_failed
    return call_result.UnlockConnector(status=status)


async def _afterwards(charger: Charger, request: call.UnlockConnector) -> None:
    """A running transaction is stopped first, with its own reason."""
    connector = charger.device.connectors.get(request.connector_id)
    if connector is not None and not charger.device.profile.fixed_cable:
        charger.transactions.stop(connector, Reason.unlock_command)


COMMAND = Command(
    _answer, call_result.UnlockConnector(status=UnlockStatus.unlock_failed), _afterwards
)
