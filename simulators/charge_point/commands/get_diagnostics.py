"""GetDiagnostics (§5.9): `location` is a directory to which the charger adds a name."""

from ocpp.v16 import call, call_result

from simulators.charge_point.charger import Charger
from simulators.charge_point.commands.command import Command
from simulators.charge_point.transfer import address_of


def _file_name(charger: Charger) -> str:
    return f"{charger.device.identity}-diagnostics.txt"


def _answer(charger: Charger, _request: call.GetDiagnostics) -> call_result.GetDiagnostics:
    """The name comes at once, the upload follows."""
    return call_result.GetDiagnostics(file_name=_file_name(charger))


async def _afterwards(charger: Charger, request: call.GetDiagnostics) -> None:
    location = address_of(_file_name(charger), f"{request.location.rstrip('/')}/")
    charger.device.tasks.start(
        charger.maintenance.upload_diagnostics(
            location, 1 + (request.retries or 0), request.retry_interval or 60
        )
    )


COMMAND = Command(_answer, call_result.GetDiagnostics(), _afterwards)
