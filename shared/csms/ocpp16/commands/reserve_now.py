"""ReserveNow (§5.13, §6.37): keep a connector for a tag."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from ocpp.v16 import call

from csms.domain.charger_limits import ChargerLimits
from csms.domain.errors import Refused
from csms.domain.ids import ConnectorId
from csms.ocpp16.answer import Answer, status_answer
from csms.ocpp16.commands.wire import wire_payload


@dataclass(frozen=True, slots=True)
class ReserveNow:
    """connector_id: 0 keeps any one. expires_at: as `2026-01-31T12:00:00.000Z`.

    parent_id_tag: of the group whose members may use it as well.
    """

    ACTION: ClassVar[str] = "ReserveNow"

    connector_id: ConnectorId
    expires_at: str
    id_tag: str
    reservation_id: int
    parent_id_tag: str | None = None

    def payload(self) -> dict[str, Any]:
        """The payload of ReserveNow.req."""
        return wire_payload(
            call.ReserveNow(
                connector_id=self.connector_id,
                expiry_date=self.expires_at,
                id_tag=self.id_tag,
                reservation_id=self.reservation_id,
                parent_id_tag=self.parent_id_tag,
            )
        )

    @classmethod
    def from_payload(cls, payload: Mapping[str, Any]) -> Self:
        """The command that a stored payload was made of."""
        return cls(
            ConnectorId(payload["connectorId"]),
            payload["expiryDate"],
            payload["idTag"],
            payload["reservationId"],
            payload.get("parentIdTag"),
        )

    def require(self, limits: ChargerLimits) -> None:
        """§5.13: connector 0 only where the charger says that it can."""
        if self.connector_id == 0 and not limits.is_on("ReserveConnectorZeroSupported"):
            raise Refused("This charger reserves single connectors only.", "connector-needed")

    @staticmethod
    def read_answer(payload: Mapping[str, Any]) -> Answer:
        """`Accepted`, or why not: `Faulted`, `Occupied`, `Rejected`, `Unavailable`."""
        return status_answer(payload)
