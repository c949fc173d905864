"""The review queue: messages that fit no transaction, kept for an operator."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from pynamodb.attributes import UnicodeAttribute

from csms.domain.ids import ChargerId
from csms.store import cursor
from csms.store.base import (
    ConditionFailed,
    InstantAttribute,
    Table,
    deployed_name,
    instant_key,
)
from csms.store.cursor import Page

LARGEST_DETAIL: Final = 4096


class ReviewKind(StrEnum):
    """What is in the queue."""

    ORPHAN_STOP = "orphan-stop"
    HISTORIC_START = "historic-start"


class ReviewRow(Table):
    """One message that an operator has to look at."""

    class Meta:
        """The table as template.yaml defines it."""

        table_name = deployed_name("review")

    kind = UnicodeAttribute(hash_key=True)
    at_key = UnicodeAttribute(range_key=True)
    charger_id = UnicodeAttribute()
    arrived_at = InstantAttribute()
    reason = UnicodeAttribute()
    detail = UnicodeAttribute()


@dataclass(frozen=True, slots=True)
class Review:
    """One entry. at: the time that the message names; unique: what a repeat of it shares.

    detail: what was sent, as plain values; reason: why it fits nowhere, for a person.
    """

    kind: ReviewKind
    charger_id: ChargerId
    at: datetime
    unique: str
    arrived_at: datetime
    reason: str
    detail: Mapping[str, Any]


def key_of(review: Review) -> str:
    """What an entry is found by, within its kind."""
    return instant_key(review.at, f"{review.charger_id}#{review.unique}")


def find(kind: ReviewKind, key: str) -> Review | None:
    """Read one entry, consistently; None when it is gone."""
    row = ReviewRow.find(kind.value, key, consistent=True)
    return None if row is None else _review(row)


def remove(kind: ReviewKind, key: str) -> None:
    """Take an entry out that needs nobody any more. Again changes nothing."""
    ReviewRow(kind.value, key).delete()


def put(review: Review) -> bool:
    """Store an entry, once: a repeat is not stored again. Returns whether it is new."""
    row = ReviewRow(
        review.kind.value,
        key_of(review),
        charger_id=review.charger_id,
        arrived_at=review.arrived_at,
        reason=review.reason,
        detail=_bounded(review.detail),
    )
    try:
        row.save(ReviewRow.kind.does_not_exist())
    except ConditionFailed:
        return False
    return True


def _bounded(detail: Mapping[str, Any]) -> str:
    text = json.dumps(detail, separators=(",", ":"))
    return text if len(text) <= LARGEST_DETAIL else json.dumps({"length": len(text)})


def list_by_kind(kind: ReviewKind, after: str | None, limit: int) -> Page[Review]:
    """Entries of a kind, newest first."""
    scope = f"review/{kind}"
    found = ReviewRow.query(
        kind.value,
        scan_index_forward=False,
        limit=limit,
        last_evaluated_key=cursor.decode(after, scope),
    )
    items = [_review(row) for row in found]
    return Page(items, cursor.encode(found.last_evaluated_key, scope))


def _review(row: ReviewRow) -> Review:
    at, _, unique = row.at_key.partition("#")
    return Review(
        kind=ReviewKind(row.kind),
        charger_id=ChargerId(row.charger_id),
        at=datetime.fromisoformat(at),
        unique=unique.rpartition("#")[2],
        arrived_at=row.arrived_at,
        reason=row.reason,
        detail=json.loads(row.detail),
    )
