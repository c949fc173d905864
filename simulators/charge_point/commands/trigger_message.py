"""TriggerMessage (§5.17)."""

from ocpp.v16 import call, call_result
from ocpp.v16.enums import MessageTrigger, TriggerMessageStatus

from simulators.charge_point.charger import Charger
from simulators.charge_point.commands.command import Command
from simulators.charge_point.commands.triggered import SENDERS, connectors_meant

_REJECTED = call_result.TriggerMessage(status=TriggerMessageStatus.rejected)


def _answer(charger: Charger, request: call.TriggerMessage) -> call_result.TriggerMessage:
    """The message itself follows the answer."""
    if connectors_meant(charger, request.connector_id) is None:
        return _REJECTED
    return call_result.TriggerMessage(status=TriggerMessageStatus.accepted)


async def _afterwards(charger: Charger, request: call.TriggerMessage) -> None:
    connectors = connectors_meant(charger, request.connector_id)
    if connectors is not None:
        await SENDERS[MessageTrigger(request.requested_message)](charger, connectors)


COMMAND = Command(_answer, _REJECTED, _afterwards)
