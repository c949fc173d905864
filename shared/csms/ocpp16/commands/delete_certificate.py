"""DeleteCertificate (S 5.3): take a root certificate out of the charger."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from ocpp.v16 import call

from csms.ocpp16.answer import Answer, status_answer
from csms.ocpp16.commands.wire import wire_payload


@dataclass(frozen=True, slots=True)
class DeleteCertificate:
    """certificate: its hashes and serial number, as GetInstalledCertificateIds gave them."""

    ACTION: ClassVar[str] = "DeleteCertificate"

    certificate: Mapping[str, str]

    def payload(self) -> dict[str, Any]:
        """The payload of DeleteCertificate.req."""
        return wire_payload(call.DeleteCertificate(certificate_hash_data=dict(self.certificate)))

    @classmethod
    def from_payload(cls, payload: Mapping[str, Any]) -> Self:
        """The command that a stored payload was made of."""
        return cls(dict(payload["certificateHashData"]))

    @staticmethod
    def read_answer(payload: Mapping[str, Any]) -> Answer:
        """`Accepted`, `Failed` or `NotFound`."""
        return status_answer(payload)
