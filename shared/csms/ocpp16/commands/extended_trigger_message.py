"""ExtendedTriggerMessage (S 5.5): TriggerMessage, and the messages of the security extension."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar, Final, Self

from ocpp.v16 import call

from csms.domain.charger_limits import ChargerLimits
from csms.domain.errors import Refused
from csms.domain.ids import ConnectorId
from csms.ocpp16.answer import Answer, status_answer
from csms.ocpp16.commands.wire import wire_payload

NAME_KEY: Final = "CpoName"


class ExtendedTrigger(StrEnum):
    """What can be asked for (S, MessageTriggerEnumType)."""

    BOOT_NOTIFICATION = "BootNotification"
    LOG_STATUS_NOTIFICATION = "LogStatusNotification"
    FIRMWARE_STATUS_NOTIFICATION = "FirmwareStatusNotification"
    HEARTBEAT = "Heartbeat"
    METER_VALUES = "MeterValues"
    SIGN_CHARGE_POINT_CERTIFICATE = "SignChargePointCertificate"
    STATUS_NOTIFICATION = "StatusNotification"


@dataclass(frozen=True, slots=True)
class ExtendedTriggerMessage:
    """connector_id: only for MeterValues and StatusNotification; None asks for all."""

    ACTION: ClassVar[str] = "ExtendedTriggerMessage"

    message: ExtendedTrigger
    connector_id: ConnectorId | None = None

    def payload(self) -> dict[str, Any]:
        """The payload of ExtendedTriggerMessage.req."""
        return wire_payload(
            call.ExtendedTriggerMessage(
                requested_message=self.message.value, connector_id=self.connector_id
            )
        )

    @classmethod
    def from_payload(cls, payload: Mapping[str, Any]) -> Self:
        """The command that a stored payload was made of."""
        return cls(ExtendedTrigger(payload["requestedMessage"]), payload.get("connectorId"))

    def require(self, limits: ChargerLimits) -> None:
        """S: A00.FR.404: a charger puts CpoName into its request, so it must be set before."""
        asks_for_request = self.message is ExtendedTrigger.SIGN_CHARGE_POINT_CERTIFICATE
        name = limits.values.get(NAME_KEY.casefold())
        if asks_for_request and name is not None and not name.strip():
            raise Refused(f"Set {NAME_KEY} of this charger first.", "cpo-name-missing")

    @staticmethod
    def read_answer(payload: Mapping[str, Any]) -> Answer:
        """`Accepted`, `Rejected` or `NotImplemented`; the message itself follows."""
        return status_answer(payload)
