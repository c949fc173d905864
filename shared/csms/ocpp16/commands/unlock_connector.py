"""UnlockConnector (§5.18, §6.55): let go of a cable that is stuck."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from ocpp.v16 import call

from csms.domain.ids import ConnectorId
from csms.ocpp16.answer import Answer, status_answer
from csms.ocpp16.commands.wire import wire_payload


@dataclass(frozen=True, slots=True)
class UnlockConnector:
    """On a connector that charges, the charger ends the transaction first."""

    ACTION: ClassVar[str] = "UnlockConnector"

    connector_id: ConnectorId

    def payload(self) -> dict[str, Any]:
        """The payload of UnlockConnector.req."""
        return wire_payload(call.UnlockConnector(connector_id=self.connector_id))

    @classmethod
    def from_payload(cls, payload: Mapping[str, Any]) -> Self:
        """The command that a stored payload was made of."""
        return cls(ConnectorId(payload["connectorId"]))

    @staticmethod
    def read_answer(payload: Mapping[str, Any]) -> Answer:
        """`Unlocked`, `UnlockFailed`, or `NotSupported`: a fixed cable, or no such connector."""
        return status_answer(payload)
