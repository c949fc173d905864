"""DataTransfer (§5.6, §6.15): whatever a vendor adds, from us."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from ocpp.v16 import call

from csms.ocpp16.answer import Answer, status_answer
from csms.ocpp16.commands.wire import wire_payload


@dataclass(frozen=True, slots=True)
class DataTransfer:
    """vendor_id: at most 255 characters; message_id: at most 50."""

    ACTION: ClassVar[str] = "DataTransfer"

    vendor_id: str
    message_id: str | None = None
    data: str | None = None

    def payload(self) -> dict[str, Any]:
        """The payload of DataTransfer.req."""
        return wire_payload(call.DataTransfer(self.vendor_id, self.message_id, self.data))

    @classmethod
    def from_payload(cls, payload: Mapping[str, Any]) -> Self:
        """The command that a stored payload was made of."""
        return cls(payload["vendorId"], payload.get("messageId"), payload.get("data"))

    @staticmethod
    def read_answer(payload: Mapping[str, Any]) -> Answer:
        """`Accepted`, `Rejected`, `UnknownMessageId` or `UnknownVendorId`."""
        return status_answer(payload)
