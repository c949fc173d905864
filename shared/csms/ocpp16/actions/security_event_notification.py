"""SecurityEventNotification (S 5.15): something that endangers the charger."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from csms.ocpp16.timestamps import RawTime, read_time
from csms.ocpp16.violation import Deviation


@dataclass(frozen=True, slots=True)
class SecurityEventNotification:
    """type: a word of the whitepaper's list of events, or the vendor's own."""

    type: str
    timestamp: RawTime
    tech_info: str | None = None


def read(
    payload: Mapping[str, Any], arrived_at: datetime, found: list[Deviation]
) -> SecurityEventNotification:
    """Read a payload that fits the schema."""
    time = read_time(payload["timestamp"], arrived_at)
    found += time.deviations
    return SecurityEventNotification(payload["type"], time, payload.get("techInfo"))


def answer() -> dict[str, object]:
    """The payload of SecurityEventNotification.conf, which is empty."""
    return {}
