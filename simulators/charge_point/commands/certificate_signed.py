"""CertificateSigned (S A02)."""

from ocpp.v16 import call, call_result
from ocpp.v16.enums import CertificateSignedStatus

from simulators.charge_point.charger import Charger
from simulators.charge_point.commands.command import Command


def _answer(charger: Charger, request: call.CertificateSigned) -> call_result.CertificateSigned:
    """Only a certificate for this charger's own key is taken."""
    status = charger.certificates.take_signed(request.certificate_chain)
    return call_result.CertificateSigned(status=status)


async def _after_refusal(charger: Charger, _request: call.CertificateSigned) -> None:
    """S A02.FR.07: a certificate that does not hold is a security event."""
    await charger.maintenance.tell_security_event("InvalidChargePointCertificate")


COMMAND = Command(
    _answer,
    call_result.CertificateSigned(status=CertificateSignedStatus.rejected),
    after_refusal=_after_refusal,
)
