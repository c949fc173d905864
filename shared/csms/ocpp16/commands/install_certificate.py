"""InstallCertificate (S 5.11): give the charger a root certificate to trust."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from ocpp.v16 import call

from csms.domain.certificate import CertificateUse
from csms.ocpp16.answer import Answer, status_answer
from csms.ocpp16.commands.wire import wire_payload


@dataclass(frozen=True, slots=True)
class InstallCertificate:
    """certificate: one in PEM, at most 5,500 characters."""

    ACTION: ClassVar[str] = "InstallCertificate"

    use: CertificateUse
    certificate: str

    def payload(self) -> dict[str, Any]:
        """The payload of InstallCertificate.req."""
        return wire_payload(
            call.InstallCertificate(
                certificate_type=self.use.value,
                certificate=self.certificate,
            )
        )

    @classmethod
    def from_payload(cls, payload: Mapping[str, Any]) -> Self:
        """The command that a stored payload was made of."""
        return cls(CertificateUse(payload["certificateType"]), payload["certificate"])

    @staticmethod
    def read_answer(payload: Mapping[str, Any]) -> Answer:
        """`Accepted`, `Failed` or `Rejected`."""
        return status_answer(payload)
