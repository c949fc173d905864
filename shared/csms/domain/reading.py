"""Meter readings as the product keeps them: normalised, exact, without floats."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Final

from csms.domain.ids import Wh
from csms.domain.instants import whole_millisecond
from csms.domain.plausibility import plausible_instant
from csms.domain.transaction import ReadingSummary

RECENT_LIMIT: Final = 4
"""Requests of which a summary knows by name that it has them; older ones it knows by arrival."""
HASH_MODULUS: Final = 1 << 64


@dataclass(frozen=True, slots=True)
class Sample:
    """One sampled value in its normal unit.

    measurand: OCPP's name, as `Energy.Active.Import.Register`.
    value: exact; energy in Wh, power in W, current in A, voltage in V, charge in percent.
    phase, location, context: OCPP's words; phase is None for a total.
    raw: what the charger sent, kept when it was not a plain number (signed data).
    """

    measurand: str
    value: Decimal | None
    unit: str
    context: str = "Sample.Periodic"
    phase: str | None = None
    location: str = "Outlet"
    raw: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All samples of one instant.

    taken_at: the charger's own time (UTC); raw_time: its text, None when it sent none.
    register_wh: the import register at the outlet, None when the reading has none.
    """

    taken_at: datetime
    raw_time: str | None
    samples: Sequence[Sample]
    register_wh: Wh | None


@dataclass(frozen=True, slots=True)
class ReadingFact:
    """What one MeterValues request adds to a summary.

    digest: of the request, 16 hex digits. newest_at: time of its newest reading, as shown.
    latest_at, latest_register_wh: of its newest reading with a register; highest_register_wh: the
    largest of its registers. arrived_at: when it came for the first time.
    """

    digest: str
    newest_at: datetime
    latest_at: datetime | None
    latest_register_wh: Wh | None
    highest_register_wh: Wh | None
    arrived_at: datetime


def fact_of(readings: Sequence[Reading], digest: str, arrived_at: datetime) -> ReadingFact:
    """Summarise the readings of one request. readings: at least one."""
    times = [
        plausible_instant(whole_millisecond(reading.taken_at), arrived_at) for reading in readings
    ]
    registers = [
        (at, reading.register_wh)
        for at, reading in zip(times, readings, strict=True)
        if reading.register_wh is not None
    ]
    latest_at, latest_wh = max(registers, default=(None, None))
    return ReadingFact(
        digest=digest,
        newest_at=max(times),
        latest_at=latest_at,
        latest_register_wh=latest_wh,
        highest_register_wh=max((wh for _, wh in registers), default=None),
        arrived_at=arrived_at,
    )


def without_registers(fact: ReadingFact) -> ReadingFact:
    """The same without its registers, for readings of a meter that is not the connector's."""
    return replace(fact, latest_at=None, latest_register_wh=None, highest_register_wh=None)


def add_reading(summary: ReadingSummary, fact: ReadingFact) -> ReadingSummary:
    """Merge a request that was stored just now. Any order gives the same sums."""
    merged = _extremes(summary, fact)
    if any(fact.digest == digest for digest, _ in summary.recent):
        return merged
    return _counted(merged, fact)


def repeat_reading(summary: ReadingSummary, fact: ReadingFact) -> ReadingSummary:
    """Merge a request that had been stored before: it counts only if it was not merged then.

    What was merged long ago is no longer listed; the time of its first arrival tells.
    """
    if summary.forgotten_at is not None and fact.arrived_at <= summary.forgotten_at:
        return _extremes(summary, fact)
    return add_reading(summary, fact)


def _extremes(summary: ReadingSummary, fact: ReadingFact) -> ReadingSummary:
    mine = (summary.latest_at, summary.latest_register_wh)
    its = (fact.latest_at, fact.latest_register_wh)
    latest_at, latest_wh = max(mine, its, key=_newest)
    return replace(
        summary,
        latest_at=latest_at,
        latest_register_wh=latest_wh,
        highest_register_wh=_larger(summary.highest_register_wh, fact.highest_register_wh),
        newest_at=max(summary.newest_at or fact.newest_at, fact.newest_at),
    )


def _newest(pair: tuple[datetime | None, Wh | None]) -> tuple[bool, datetime | None, Wh | None]:
    return (pair[0] is not None, *pair) if pair[0] is not None else (False, None, None)


def _larger(one: Wh | None, other: Wh | None) -> Wh | None:
    known = [wh for wh in (one, other) if wh is not None]
    return max(known, default=None)


def _counted(summary: ReadingSummary, fact: ReadingFact) -> ReadingSummary:
    total = (int(summary.readings_hash, 16) + int(fact.digest, 16)) % HASH_MODULUS
    recent = sorted((*summary.recent, (fact.digest, fact.arrived_at)), key=lambda seen: seen[1])
    forgotten = [at for _, at in recent[:-RECENT_LIMIT]]
    if summary.forgotten_at is not None:
        forgotten.append(summary.forgotten_at)
    return replace(
        summary,
        count=summary.count + 1,
        readings_hash=f"{total:016x}",
        recent=tuple(recent[-RECENT_LIMIT:]),
        forgotten_at=max(forgotten, default=None),
    )
