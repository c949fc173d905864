"""GetInstalledCertificateIds (S 5.7): which roots the charger trusts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from ocpp.v16 import call

from csms.domain.certificate import CertificateUse
from csms.domain.command import CommandState
from csms.ocpp16.answer import Answer
from csms.ocpp16.commands.wire import wire_payload


@dataclass(frozen=True, slots=True)
class InstalledAnswer(Answer):
    """certificates: hashes and serial numbers, as DeleteCertificate takes them."""

    certificates: Sequence[Mapping[str, str]] = ()


@dataclass(frozen=True, slots=True)
class GetInstalledCertificateIds:
    """One use at a time."""

    ACTION: ClassVar[str] = "GetInstalledCertificateIds"

    use: CertificateUse

    def payload(self) -> dict[str, Any]:
        """The payload of GetInstalledCertificateIds.req."""
        return wire_payload(
            call.GetInstalledCertificateIds(
                certificate_type=self.use.value,
            )
        )

    @classmethod
    def from_payload(cls, payload: Mapping[str, Any]) -> Self:
        """The command that a stored payload was made of."""
        return cls(CertificateUse(payload["certificateType"]))

    @staticmethod
    def read_answer(payload: Mapping[str, Any]) -> InstalledAnswer:
        """`NotFound` is an answer as good as `Accepted`: there are none."""
        found = tuple(payload.get("certificateHashData", ()))
        return InstalledAnswer(CommandState.ACCEPTED, payload["status"], certificates=found)
