"""GetLog (S N01): a location that ends with a slash is a directory."""

from ocpp.v16 import call, call_result
from ocpp.v16.enums import LogStatus

from simulators.charge_point.charger import Charger
from simulators.charge_point.commands.command import Command
from simulators.charge_point.transfer import address_of


def _file_name(charger: Charger, request: call.GetLog) -> str:
    return f"{charger.device.identity}-{request.log_type}.txt"


def _answer(charger: Charger, request: call.GetLog) -> call_result.GetLog:
    """The name comes at once, the upload follows."""
    return call_result.GetLog(status=LogStatus.accepted, filename=_file_name(charger, request))


async def _afterwards(charger: Charger, request: call.GetLog) -> None:
    charger.device.tasks.start(
        charger.maintenance.upload_log(
            address_of(_file_name(charger, request), request.log["remote_location"]),
            1 + (request.retries or 0),
            request.retry_interval or 60,
            request.request_id,
        )
    )


COMMAND = Command(_answer, call_result.GetLog(status=LogStatus.rejected), _afterwards)
