"""DataTransfer (§6.15): whatever a vendor adds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from csms.ocpp16.violation import Deviation


class DataTransferStatus(StrEnum):
    """§7.23."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    UNKNOWN_MESSAGE_ID = "UnknownMessageId"
    UNKNOWN_VENDOR_ID = "UnknownVendorId"


@dataclass(frozen=True, slots=True)
class DataTransfer:
    """data: text; an object, which many chargers send instead, as its JSON."""

    vendor_id: str
    message_id: str | None = None
    data: str | None = None


def read(
    payload: Mapping[str, Any], _arrived_at: datetime, _found: list[Deviation]
) -> DataTransfer:
    """Read a payload that fits the schema."""
    return DataTransfer(payload["vendorId"], payload.get("messageId"), payload.get("data"))


def answer(status: DataTransferStatus, data: str | None = None) -> dict[str, object]:
    """The payload of DataTransfer.conf."""
    return {"status": status.value} if data is None else {"status": status.value, "data": data}
