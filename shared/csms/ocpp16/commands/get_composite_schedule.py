"""GetCompositeSchedule (§5.7, §6.21): what a charger makes of all its limits."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from csms.domain.charger_limits import ChargerLimits
from csms.domain.errors import Invalid, Refused
from csms.domain.ids import ConnectorId
from csms.ocpp16.answer import Answer, status_answer
from csms.ocpp16.charging_profile import UNITS


@dataclass(frozen=True, slots=True)
class GetCompositeSchedule:
    """connector_id: 0 asks for the whole charger. unit: `A`, `W`, or None for the charger's own."""

    ACTION: ClassVar[str] = "GetCompositeSchedule"

    connector_id: ConnectorId
    duration_s: int
    unit: str | None = None

    def payload(self) -> dict[str, Any]:
        """The payload of GetCompositeSchedule.req."""
        payload: dict[str, Any] = {"connectorId": self.connector_id, "duration": self.duration_s}
        return payload if self.unit is None else payload | {"chargingRateUnit": self.unit}

    @classmethod
    def from_payload(cls, payload: Mapping[str, Any]) -> Self:
        """The command that a stored payload was made of."""
        return cls(
            ConnectorId(payload["connectorId"]),
            payload["duration"],
            payload.get("chargingRateUnit"),
        )

    def require(self, limits: ChargerLimits) -> None:
        """Some time to look at, in a unit that the charger knows."""
        if self.duration_s < 1:
            raise Invalid("must be at least a second", "payload.duration")
        allowed = limits.words("ChargingScheduleAllowedChargingRateUnit")
        if self.unit and allowed and not allowed & {UNITS[self.unit], self.unit.casefold()}:
            raise Refused(f"This charger does not tell limits in {self.unit}.", "unit-not-offered")

    @staticmethod
    def read_answer(payload: Mapping[str, Any]) -> Answer:
        """`Accepted`, with the schedule in the stored answer, or `Rejected`."""
        return status_answer(payload)
