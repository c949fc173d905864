"""DiagnosticsStatusNotification (§6.17): how far an upload of diagnostics is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from csms.ocpp16.violation import Deviation


@dataclass(frozen=True, slots=True)
class DiagnosticsStatusNotification:
    """status: `Idle`, `Uploading`, `Uploaded` or `UploadFailed`."""

    status: str


def read(
    payload: Mapping[str, Any], _arrived_at: datetime, _found: list[Deviation]
) -> DiagnosticsStatusNotification:
    """Read a payload that fits the schema."""
    return DiagnosticsStatusNotification(payload["status"])


def answer() -> dict[str, object]:
    """The payload of DiagnosticsStatusNotification.conf, which is empty."""
    return {}
