"""ChangeAvailability (§5.2, §6.7): take a connector, or all (connector 0), in or out of use."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from ocpp.v16 import call

from csms.domain.charger import Availability
from csms.domain.ids import ConnectorId
from csms.ocpp16.answer import Answer, status_answer
from csms.ocpp16.commands.wire import wire_payload


@dataclass(frozen=True, slots=True)
class ChangeAvailability:
    """A charger that is charging answers `Scheduled`: it changes when the transaction ends."""

    ACTION: ClassVar[str] = "ChangeAvailability"

    connector_id: ConnectorId
    availability: Availability

    def payload(self) -> dict[str, Any]:
        """The payload of ChangeAvailability.req."""
        return wire_payload(
            call.ChangeAvailability(connector_id=self.connector_id, type=self.availability.value)
        )

    @classmethod
    def from_payload(cls, payload: Mapping[str, Any]) -> Self:
        """The command that a stored payload was made of."""
        return cls(ConnectorId(payload["connectorId"]), Availability(payload["type"]))

    @staticmethod
    def read_answer(payload: Mapping[str, Any]) -> Answer:
        """`Accepted`, `Scheduled` or `Rejected`."""
        return status_answer(payload)
