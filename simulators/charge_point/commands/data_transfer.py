"""DataTransfer to the charger (§5.6): one vendor, one message that is echoed."""

from ocpp.v16 import call, call_result
from ocpp.v16.enums import DataTransferStatus

from simulators.charge_point.charger import Charger
from simulators.charge_point.commands.command import Command


def _answer(charger: Charger, request: call.DataTransfer) -> call_result.DataTransfer:
    """Strangers and unknown messages are told apart."""
    if request.vendor_id != charger.device.profile.vendor:
        return call_result.DataTransfer(status=DataTransferStatus.unknown_vendor_id)
    if request.message_id != "Echo":
        return call_result.DataTransfer(status=DataTransferStatus.unknown_message_id)
    return call_result.DataTransfer(status=DataTransferStatus.accepted, data=request.data)


COMMAND = Command(_answer, call_result.DataTransfer(status=DataTransferStatus.rejected))
