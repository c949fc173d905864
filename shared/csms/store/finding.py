"""Findings: how chargers deviate from the specification, counted."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from pynamodb.expressions.update import Action

from csms.domain.finding import Finding
from csms.domain.ids import ChargerId
from csms.store.base import set_or_remove
from csms.store.charger_rows import FINDING, FindingRow, to_finding

SAMPLE_LIMIT: Final = 60
PLACE_LIMIT: Final = 120

type Place = tuple[str, str]
"""A finding's code, and where it was: the action and the field."""


def of_charger(charger_id: ChargerId) -> Sequence[Finding]:
    """The findings of a charger, by code and place."""
    found = FindingRow.read_partition(charger_id, FINDING)
    return [to_finding(FindingRow.read_item(item)) for item in found]


def count(charger_id: ChargerId, place: Place, sample: str, now: datetime) -> None:
    """Count a finding once more: one write. There are as many places as the protocol has."""
    row = FindingRow
    key = f"{FINDING}{place[0]}#{place[1]}"[:PLACE_LIMIT]
    actions: list[Action] = [
        row.times.add(1),
        row.first_seen_at.set(row.first_seen_at | now),
        row.last_seen_at.set(now),
        set_or_remove(row.sample, sample[:SAMPLE_LIMIT]),
    ]
    row.change((charger_id, key), actions, returning="NONE")


def count_all(charger_id: ChargerId, found: Mapping[Place, str], now: datetime) -> None:
    """Count several findings, each with its sample."""
    for place, sample in found.items():
        count(charger_id, place, sample, now)
