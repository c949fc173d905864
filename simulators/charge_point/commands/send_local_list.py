"""SendLocalList (§5.15)."""

from ocpp.v16 import call, call_result
from ocpp.v16.enums import UpdateStatus, UpdateType

from simulators.charge_point.charger import Charger
from simulators.charge_point.commands.command import Command


def _answer(charger: Charger, request: call.SendLocalList) -> call_result.SendLocalList:
    """Applied whole or not at all."""
    status = charger.device.authorization.local_list.update(
        request.list_version,
        UpdateType(request.update_type),
        request.local_authorization_list or [],
    )
    return call_result.SendLocalList(status=status)


COMMAND = Command(_answer, call_result.SendLocalList(status=UpdateStatus.failed))
