"""FirmwareStatusNotification (§6.19): how far an update of the firmware is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from csms.ocpp16.violation import Deviation


@dataclass(frozen=True, slots=True)
class FirmwareStatusNotification:
    """status: a word of §7.25, or of the security whitepaper's longer list."""

    status: str


def read(
    payload: Mapping[str, Any], _arrived_at: datetime, _found: list[Deviation]
) -> FirmwareStatusNotification:
    """Read a payload that fits the schema."""
    return FirmwareStatusNotification(payload["status"])


def answer() -> dict[str, object]:
    """The payload of FirmwareStatusNotification.conf, which is empty."""
    return {}
