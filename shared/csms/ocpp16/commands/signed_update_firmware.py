"""SignedUpdateFirmware (S 5.21): fetch firmware, check its signature, and install it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from ocpp.v16 import call

from csms.domain.charger_limits import ChargerLimits
from csms.ocpp16.answer import Answer, status_answer
from csms.ocpp16.commands.transfer import require_patience, require_reachable
from csms.ocpp16.commands.wire import wire_payload


@dataclass(frozen=True, slots=True)
class SignedUpdateFirmware:
    """request_id: comes back with every SignedFirmwareStatusNotification.

    location: at most 512 characters. retrieve_at, install_at: not before, as
    `2026-01-31T12:00:00.000Z`. certificate: of the signer, in PEM. signature: in Base64.
    """

    ACTION: ClassVar[str] = "SignedUpdateFirmware"

    request_id: int
    location: str
    retrieve_at: str
    certificate: str
    signature: str
    install_at: str | None = None
    retries: int | None = None
    retry_interval_s: int | None = None

    def payload(self) -> dict[str, Any]:
        """The payload of SignedUpdateFirmware.req."""
        firmware = {
            "location": self.location,
            "retrieveDateTime": self.retrieve_at,
            "signingCertificate": self.certificate,
            "signature": self.signature,
            "installDateTime": self.install_at,
        }
        return wire_payload(
            call.SignedUpdateFirmware(
                request_id=self.request_id,
                firmware={name: value for name, value in firmware.items() if value is not None},
                retries=self.retries,
                retry_interval=self.retry_interval_s,
            )
        )

    @classmethod
    def from_payload(cls, payload: Mapping[str, Any]) -> Self:
        """The command that a stored payload was made of."""
        firmware = payload["firmware"]
        return cls(
            payload["requestId"],
            firmware["location"],
            firmware["retrieveDateTime"],
            firmware["signingCertificate"],
            firmware["signature"],
            firmware.get("installDateTime"),
            payload.get("retries"),
            payload.get("retryInterval"),
        )

    def require(self, limits: ChargerLimits) -> None:
        """An address that the charger can use."""
        require_reachable(self.location, limits, "payload.firmware.location")
        require_patience(self.retries, self.retry_interval_s)

    @staticmethod
    def read_answer(payload: Mapping[str, Any]) -> Answer:
        """`Accepted`, `AcceptedCanceled`, `Rejected`, or that the certificate is not good."""
        return status_answer(payload)
