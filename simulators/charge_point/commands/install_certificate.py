"""InstallCertificate (S M05)."""

from ocpp.v16 import call, call_result
from ocpp.v16.enums import CertificateStatus, CertificateUse

from simulators.charge_point.charger import Charger
from simulators.charge_point.commands.command import Command


def _answer(charger: Charger, request: call.InstallCertificate) -> call_result.InstallCertificate:
    """As the store allows."""
    use = CertificateUse(request.certificate_type)
    return call_result.InstallCertificate(
        status=charger.certificates.install(use, request.certificate)
    )


COMMAND = Command(_answer, call_result.InstallCertificate(status=CertificateStatus.rejected))
