"""TriggerMessage (§5.17, §6.51): ask a charger to send a message of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar, Self

from ocpp.v16 import call

from csms.domain.ids import ConnectorId
from csms.ocpp16.answer import Answer, status_answer
from csms.ocpp16.commands.wire import wire_payload


class MessageTrigger(StrEnum):
    """What can be asked for (§7.32)."""

    BOOT_NOTIFICATION = "BootNotification"
    DIAGNOSTICS_STATUS_NOTIFICATION = "DiagnosticsStatusNotification"
    FIRMWARE_STATUS_NOTIFICATION = "FirmwareStatusNotification"
    HEARTBEAT = "Heartbeat"
    METER_VALUES = "MeterValues"
    STATUS_NOTIFICATION = "StatusNotification"


@dataclass(frozen=True, slots=True)
class TriggerMessage:
    """connector_id: only for MeterValues and StatusNotification; None asks for all."""

    ACTION: ClassVar[str] = "TriggerMessage"

    message: MessageTrigger
    connector_id: ConnectorId | None = None

    def payload(self) -> dict[str, Any]:
        """The payload of TriggerMessage.req."""
        return wire_payload(
            call.TriggerMessage(
                requested_message=self.message.value, connector_id=self.connector_id
            )
        )

    @classmethod
    def from_payload(cls, payload: Mapping[str, Any]) -> Self:
        """The command that a stored payload was made of."""
        return cls(MessageTrigger(payload["requestedMessage"]), payload.get("connectorId"))

    @staticmethod
    def read_answer(payload: Mapping[str, Any]) -> Answer:
        """`Accepted`, `Rejected` or `NotImplemented`; the message itself follows."""
        return status_answer(payload)
