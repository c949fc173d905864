"""DeleteCertificate (S M04)."""

from ocpp.v16 import call, call_result
from ocpp.v16.enums import DeleteCertificateStatus

from simulators.charge_point.charger import Charger
from simulators.charge_point.commands.command import Command


def _answer(charger: Charger, request: call.DeleteCertificate) -> call_result.DeleteCertificate:
    """By hash."""
    status = charger.certificates.delete(request.certificate_hash_data)
    return call_result.DeleteCertificate(status=status)


COMMAND = Command(_answer, call_result.DeleteCertificate(status=DeleteCertificateStatus.failed))
