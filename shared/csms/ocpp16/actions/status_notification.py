"""StatusNotification (§6.47): what a connector, or the whole charger (connector 0), is doing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from csms.domain.charger import ConnectorStatus
from csms.domain.ids import ConnectorId
from csms.ocpp16.timestamps import RawTime, read_time
from csms.ocpp16.violation import Deviation


@dataclass(frozen=True, slots=True)
class StatusNotification:
    """timestamp: None when the charger sent none, which it may: then the arrival counts."""

    connector_id: ConnectorId
    status: ConnectorStatus
    error_code: str
    timestamp: RawTime | None
    info: str | None = None
    vendor_id: str | None = None
    vendor_error_code: str | None = None


def read(
    payload: Mapping[str, Any], arrived_at: datetime, found: list[Deviation]
) -> StatusNotification:
    """Read a payload that fits the schema."""
    time = None
    if "timestamp" in payload:
        time = read_time(payload["timestamp"], arrived_at)
        found += time.deviations
    get = payload.get
    return StatusNotification(
        ConnectorId(payload["connectorId"]),
        ConnectorStatus(payload["status"]),
        payload["errorCode"],
        time,
        get("info"),
        get("vendorId"),
        get("vendorErrorCode"),
    )


def answer() -> dict[str, object]:
    """The payload of StatusNotification.conf, which is empty."""
    return {}
