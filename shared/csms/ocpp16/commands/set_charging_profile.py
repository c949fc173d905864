"""SetChargingProfile (§5.16, §6.43): limit what a charger, or a connector of it, draws."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from csms.domain.charger_limits import ChargerLimits
from csms.domain.ids import ConnectorId
from csms.ocpp16.answer import Answer, status_answer
from csms.ocpp16.charging_profile import require_profile


@dataclass(frozen=True, slots=True)
class SetChargingProfile:
    """profile: on the wire's form; numbers are int or Decimal, with one decimal at most."""

    ACTION: ClassVar[str] = "SetChargingProfile"

    connector_id: ConnectorId
    profile: Mapping[str, Any]

    def payload(self) -> dict[str, Any]:
        """The payload of SetChargingProfile.req."""
        return {"connectorId": self.connector_id, "csChargingProfiles": dict(self.profile)}

    @classmethod
    def from_payload(cls, payload: Mapping[str, Any]) -> Self:
        """The command that a stored payload was made of."""
        return cls(ConnectorId(payload["connectorId"]), payload["csChargingProfiles"])

    def require(self, limits: ChargerLimits) -> None:
        """All rules of `csms.ocpp16.charging_profile`."""
        require_profile(self.profile, self.connector_id, limits)

    @staticmethod
    def read_answer(payload: Mapping[str, Any]) -> Answer:
        """`Accepted`, `Rejected` or `NotSupported`."""
        return status_answer(payload)
