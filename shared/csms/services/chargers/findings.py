"""Findings: deviations of a charger, counted where they arise."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from csms.domain.ids import ChargerId
from csms.domain.redaction import redact_frame
from csms.ocpp16.violation import Deviation
from csms.store import finding as finding_store

PER_MESSAGE: Final = 8


def record(
    charger_id: ChargerId, deviations: Iterable[Deviation], action: str | None, now: datetime
) -> None:
    """Count a message's deviations on the charger: one write for each kind, at most eight."""
    found = {
        (deviation.code, f"{action or 'frame'}.{deviation.path}"): redact_frame(deviation.sample)
        for deviation in deviations
    }
    finding_store.count_all(charger_id, dict(list(found.items())[:PER_MESSAGE]), now)
