"""GetInstalledCertificateIds (S M03)."""

from ocpp.v16 import call, call_result
from ocpp.v16.enums import CertificateUse, GetInstalledCertificateStatus

from simulators.charge_point.charger import Charger
from simulators.charge_point.commands.command import Command

_NONE = call_result.GetInstalledCertificateIds(status=GetInstalledCertificateStatus.not_found)


def _answer(
    charger: Charger, request: call.GetInstalledCertificateIds
) -> call_result.GetInstalledCertificateIds:
    """By use; NotFound where there is none."""
    names = charger.certificates.installed(CertificateUse(request.certificate_type))
    if not names:
        return _NONE
    return call_result.GetInstalledCertificateIds(
        status=GetInstalledCertificateStatus.accepted,
        certificate_hash_data=[name.payload() for name in names],
    )


COMMAND = Command(_answer, _NONE)
