"""Heartbeat (§6.29): the charger is alive and asks for the time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from csms.ocpp16.timestamps import render_time
from csms.ocpp16.violation import Deviation


@dataclass(frozen=True, slots=True)
class Heartbeat:
    """Has no members."""


def read(_payload: Mapping[str, Any], _arrived_at: datetime, _found: list[Deviation]) -> Heartbeat:
    """Read a payload that fits the schema."""
    return Heartbeat()


def answer(now: datetime) -> dict[str, object]:
    """The payload of Heartbeat.conf."""
    return {"currentTime": render_time(now)}
