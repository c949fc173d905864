"""SignedUpdateFirmware (S L01)."""

from ocpp.v16 import call, call_result
from ocpp.v16.enums import UpdateFirmwareStatus

from simulators.charge_point.charger import Charger
from simulators.charge_point.commands.command import Command
from simulators.charge_point.face import parse_moment


def _answer(
    _charger: Charger, request: call.SignedUpdateFirmware
) -> call_result.SignedUpdateFirmware:
    """What does not even look like a certificate is refused."""
    looks_right = "BEGIN CERTIFICATE" in request.firmware["signing_certificate"]
    status = (
        UpdateFirmwareStatus.accepted if looks_right else UpdateFirmwareStatus.invalid_certificate
    )
    return call_result.SignedUpdateFirmware(status=status)


async def _afterwards(charger: Charger, request: call.SignedUpdateFirmware) -> None:
    if "BEGIN CERTIFICATE" not in request.firmware["signing_certificate"]:
        await charger.maintenance.tell_security_event("InvalidFirmwareSigningCertificate")
        return
    charger.device.tasks.start(
        charger.maintenance.update_signed_firmware(
            request.firmware["location"],
            parse_moment(request.firmware["retrieve_date_time"]),
            1 + (request.retries or 0),
            request.retry_interval or 60,
            request.request_id,
        )
    )


COMMAND = Command(
    _answer,
    call_result.SignedUpdateFirmware(status=UpdateFirmwareStatus.rejected),
    _afterwards,
)
