"""UpdateFirmware (§5.19)."""

from ocpp.v16 import call, call_result

from simulators.charge_point.charger import Charger
from simulators.charge_point.commands.command import Command
from simulators.charge_point.face import parse_moment


def _answer(_charger: Charger, _request: call.UpdateFirmware) -> call_result.UpdateFirmware:
    """There is nothing to say no with."""
    return call_result.UpdateFirmware()


async def _afterwards(charger: Charger, request: call.UpdateFirmware) -> None:
    charger.device.tasks.start(
        charger.maintenance.update_firmware(
            request.location,
            parse_moment(request.retrieve_date),
            1 + (request.retries or 0),
            request.retry_interval or 60,
        )
    )


COMMAND = Command(_answer, afterwards=_afterwards)
