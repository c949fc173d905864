"""SignedFirmwareStatusNotification (S 5.19): how far a signed firmware update is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from csms.ocpp16.violation import Deviation


@dataclass(frozen=True, slots=True)
class SignedFirmwareStatusNotification:
    """request_id: of the SignedUpdateFirmware that asked for it, if any."""

    status: str
    request_id: int | None = None


def read(
    payload: Mapping[str, Any], _arrived_at: datetime, _found: list[Deviation]
) -> SignedFirmwareStatusNotification:
    """Read a payload that fits the schema."""
    return SignedFirmwareStatusNotification(payload["status"], payload.get("requestId"))


def answer() -> dict[str, object]:
    """The payload of SignedFirmwareStatusNotification.conf, which is empty."""
    return {}
