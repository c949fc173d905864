"""LogStatusNotification (S 5.13): how far an upload of a log is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from csms.ocpp16.violation import Deviation


@dataclass(frozen=True, slots=True)
class LogStatusNotification:
    """request_id: of the GetLog that asked for it, if any."""

    status: str
    request_id: int | None = None


def read(
    payload: Mapping[str, Any], _arrived_at: datetime, _found: list[Deviation]
) -> LogStatusNotification:
    """Read a payload that fits the schema."""
    return LogStatusNotification(payload["status"], payload.get("requestId"))


def answer() -> dict[str, object]:
    """The payload of LogStatusNotification.conf, which is empty."""
    return {}
