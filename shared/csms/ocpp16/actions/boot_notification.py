"""BootNotification (§6.3): what the charger says of itself. No proof of a reboot."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from csms.domain.charger import ChargerModel, Registration
from csms.ocpp16.timestamps import render_time
from csms.ocpp16.violation import Deviation


@dataclass(frozen=True, slots=True)
class BootNotification:
    """The charger's own description, cut where it is longer than the specification allows."""

    about: ChargerModel


def read(
    payload: Mapping[str, Any], _arrived_at: datetime, _found: list[Deviation]
) -> BootNotification:
    """Read a payload that fits the schema; the older of two serial numbers counts if alone."""
    get = payload.get
    return BootNotification(
        ChargerModel(
            vendor=payload["chargePointVendor"],
            model=payload["chargePointModel"],
            serial_number=get("chargePointSerialNumber") or get("chargeBoxSerialNumber"),
            firmware_version=get("firmwareVersion"),
            meter_type=get("meterType"),
            meter_serial_number=get("meterSerialNumber"),
            iccid=get("iccid"),
            imsi=get("imsi"),
        )
    )


def answer(registration: Registration, now: datetime, interval_s: int) -> dict[str, object]:
    """The payload of BootNotification.conf; interval_s: of heartbeats, or until the next try."""
    return {
        "status": registration.value,
        "currentTime": render_time(now),
        "interval": interval_s,
    }
