"""RemoteStartTransaction (§5.11, §6.33): ask a charger to start, as if a tag were presented."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from ocpp.v16 import call

from csms.domain.charger_limits import ChargerLimits
from csms.domain.errors import Invalid
from csms.domain.ids import ConnectorId
from csms.ocpp16.answer import Answer, status_answer
from csms.ocpp16.charging_profile import require_start_profile
from csms.ocpp16.commands.wire import wire_payload


@dataclass(frozen=True, slots=True)
class RemoteStartTransaction:
    """id_tag: at most 20 characters. charging_profile: on the wire's form, purpose TxProfile,
    without a transactionId (E 3.41).
    """

    ACTION: ClassVar[str] = "RemoteStartTransaction"

    id_tag: str
    connector_id: ConnectorId | None = None
    charging_profile: Mapping[str, Any] | None = None

    def payload(self) -> dict[str, Any]:
        """The payload of RemoteStartTransaction.req."""
        payload = wire_payload(
            call.RemoteStartTransaction(id_tag=self.id_tag, connector_id=self.connector_id)
        )
        if self.charging_profile is not None:
            payload["chargingProfile"] = dict(self.charging_profile)
        return payload

    @classmethod
    def from_payload(cls, payload: Mapping[str, Any]) -> Self:
        """The command that a stored payload was made of."""
        return cls(payload["idTag"], payload.get("connectorId"), payload.get("chargingProfile"))

    def require(self, limits: ChargerLimits) -> None:
        """A connector of its own, and a profile that fits a start."""
        if self.connector_id == 0:
            raise Invalid("must be 1 or more: a start needs one connector", "payload.connectorId")
        if self.charging_profile is not None:
            require_start_profile(self.charging_profile, limits)

    @staticmethod
    def read_answer(payload: Mapping[str, Any]) -> Answer:
        """`Accepted` means that the charger will try; a StartTransaction tells that it did."""
        return status_answer(payload)
