"""Chargers and tags that turned up without being known here."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class UnknownKind(StrEnum):
    """What turned up."""

    CHARGER = "charger"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Unknown:
    """One unknown identity or tag.

    key: its canonical form; as_sent: how it wrote itself last. detail: that, and from where.
    times: counted once a minute.
    """

    kind: UnknownKind
    key: str
    as_sent: str
    detail: str
    first_seen_at: datetime
    last_seen_at: datetime
    times: int
