"""Who asks how often: token buckets, one row per principal and kind of request.

A bucket is kept as the one instant at which it would be full again; a token moves it on by the
time that a token takes to come back. Two conditional writes at most decide, whoever else asks.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from pynamodb.attributes import UnicodeAttribute

from csms.store.base import (
    MILLISECOND,
    ConditionFailed,
    IntAttribute,
    Table,
    deployed_name,
    to_millis,
    to_seconds,
)

KEPT: Final = timedelta(hours=1)
"""After which DynamoDB may remove a bucket that is long full."""


class ThrottleRow(Table):
    """One bucket; none is a full one."""

    class Meta:
        """The table as template.yaml defines it."""

        table_name = deployed_name("throttle")

    bucket = UnicodeAttribute(hash_key=True)
    full_at_ms = IntAttribute()
    ttl = IntAttribute()


@dataclass(frozen=True, slots=True)
class Allowance:
    """How many tokens a bucket holds, and how long one takes to come back."""

    burst: int
    every: timedelta


def take(bucket: str, allowance: Allowance, now: datetime) -> timedelta | None:
    """Take a token from a bucket. None: taken; else how long it takes until there is one."""
    row, now_ms, every_ms = ThrottleRow, to_millis(now), allowance.every // MILLISECOND
    last_ms = now_ms + (allowance.burst - 1) * every_ms
    kept = row.ttl.set(to_seconds(now + allowance.burst * allowance.every + KEPT))
    try:
        is_full = row.bucket.does_not_exist() | (row.full_at_ms <= now_ms)
        row.change((bucket,), [row.full_at_ms.set(now_ms + every_ms), kept], is_full)
    except ConditionFailed:
        try:
            row.change((bucket,), [row.full_at_ms.add(every_ms), kept], row.full_at_ms <= last_ms)
        except ConditionFailed as lost:
            full_at_ms = row.read_item(lost.item).full_at_ms if lost.item else last_ms
            return (full_at_ms - last_ms) * MILLISECOND
    return None
