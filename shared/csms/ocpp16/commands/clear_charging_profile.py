"""ClearChargingProfile (§5.5, §6.13): take limits away."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from csms.domain.charger_limits import ChargerLimits
from csms.domain.errors import Invalid
from csms.domain.ids import ConnectorId
from csms.ocpp16.answer import Answer, status_answer

MEMBERS = ("id", "connectorId", "chargingProfilePurpose", "stackLevel")


@dataclass(frozen=True, slots=True)
class ClearChargingProfile:
    """One profile by its id, or all that have everything else that is given (E 3.26)."""

    ACTION: ClassVar[str] = "ClearChargingProfile"

    profile_id: int | None = None
    connector_id: ConnectorId | None = None
    purpose: str | None = None
    stack_level: int | None = None

    def payload(self) -> dict[str, Any]:
        """The payload of ClearChargingProfile.req."""
        values = (self.profile_id, self.connector_id, self.purpose, self.stack_level)
        given = zip(MEMBERS, values, strict=True)
        return {member: value for member, value in given if value is not None}

    @classmethod
    def from_payload(cls, payload: Mapping[str, Any]) -> Self:
        """The command that a stored payload was made of."""
        return cls(*(payload.get(member) for member in MEMBERS))

    def require(self, _limits: ChargerLimits) -> None:
        """E 3.26: beside an id a charger ignores everything else."""
        if self.profile_id is not None and self.payload() != {"id": self.profile_id}:
            raise Invalid("name a profile by its id alone, or by the other members", "payload.id")

    @staticmethod
    def read_answer(payload: Mapping[str, Any]) -> Answer:
        """`Accepted`, or `Unknown` when nothing fits."""
        return status_answer(payload)
