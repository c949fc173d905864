"""CertificateSigned (S 5.1): give the charger the certificate that it asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from ocpp.v16 import call

from csms.domain.charger_limits import ChargerLimits
from csms.domain.errors import Refused
from csms.ocpp16.answer import Answer, status_answer
from csms.ocpp16.commands.wire import wire_payload


@dataclass(frozen=True, slots=True)
class CertificateSigned:
    """chain: in PEM, the charger's own first; at most 10,000 characters."""

    ACTION: ClassVar[str] = "CertificateSigned"

    chain: str

    def payload(self) -> dict[str, Any]:
        """The payload of CertificateSigned.req."""
        return wire_payload(call.CertificateSigned(certificate_chain=self.chain))

    @classmethod
    def from_payload(cls, payload: Mapping[str, Any]) -> Self:
        """The command that a stored payload was made of."""
        return cls(payload["certificateChain"])

    def require(self, limits: ChargerLimits) -> None:
        """No more than the charger takes (S, table 9)."""
        most = limits.number("CertificateSignedMaxChainSize")
        if most is not None and len(self.chain) > most:
            raise Refused(f"This charger takes {most} characters.", "chain-too-long")

    @staticmethod
    def read_answer(payload: Mapping[str, Any]) -> Answer:
        """`Accepted` or `Rejected`."""
        return status_answer(payload)
