"""Reset (§5.14)."""

from ocpp.v16 import call, call_result
from ocpp.v16.enums import ResetStatus, ResetType

from simulators.charge_point.charger import Charger
from simulators.charge_point.commands.command import Command


def _answer(_charger: Charger, _request: call.Reset) -> call_result.Reset:
    """A healthy charger always can."""
    return call_result.Reset(status=ResetStatus.accepted)


async def _afterwards(charger: Charger, request: call.Reset) -> None:
    charger.reboot_soon(ResetType(request.type))


COMMAND = Command(_answer, call_result.Reset(status=ResetStatus.rejected), _afterwards)
