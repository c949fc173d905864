"""What a transaction used under which price: energy by readings, time by its connector's states.

Energy between two readings is taken to have flowed evenly. Pure, and blind to how often and in
which order readings and states were delivered.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from fractions import Fraction
from itertools import pairwise
from math import floor
from typing import Final

from csms.domain.charger import ConnectorStatus
from csms.domain.ids import Wh
from csms.domain.plausibility import GOING_BACK_TOLERANCE_WH, delivered_energy, plausible_instant
from csms.domain.pricing import Consumption, Use
from csms.domain.starting import shown_start
from csms.domain.tariff import Tariff
from csms.domain.time_of_use import Slice, Window, slices
from csms.domain.transaction import Transaction

IDLE_STATES: Final = frozenset({ConnectorStatus.SUSPENDED_EV, ConnectorStatus.FINISHING})
"""The vehicle takes nothing. SuspendedEVSE is not among them: there the station gives nothing."""
CHARGING_STATES: Final = frozenset({ConnectorStatus.PREPARING, ConnectorStatus.CHARGING})

_SECOND: Final = timedelta(seconds=1)
_MICROSECOND: Final = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class StateChange:
    """A status that a connector reported while a transaction ran. at: by the charger's clock."""

    at: datetime
    status: ConnectorStatus
    arrived_at: datetime


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a price beyond energy is made of; empty where the tariff does not ask.

    registers: the import register at times, as shown. count, digest: of the requests behind them,
    as in a ReadingSummary.
    """

    registers: tuple[tuple[datetime, Wh], ...] = ()
    states: tuple[StateChange, ...] = ()
    count: int | None = None
    digest: str | None = None


NOTHING_KNOWN: Final = Evidence()


def consumption(
    transaction: Transaction, tariff: Tariff, evidence: Evidence, zone: tzinfo
) -> Consumption:
    """What an ended transaction used, as its tariff asks. zone: of its station.

    Without a state that says otherwise, a transaction charges from its start to its stop. Energy
    that an operator has set flowed evenly.
    """
    total = delivered_energy(transaction)
    if not tariff.needs_readings and not tariff.needs_states:
        return Consumption(total)
    since, until = _times(transaction)
    stay = _Stay(since, until, evidence.states, _curve(transaction, evidence.registers, total))
    return _split(stay, tariff, zone)


def forecast(
    tariff: Tariff, energy_wh: Wh, since: datetime, charging_s: int, idle_s: int, zone: tzinfo
) -> Consumption:
    """What charging evenly for a time and idling after it would use under a tariff."""
    since = since.astimezone(UTC)
    full = since + timedelta(seconds=charging_s)
    until = full + timedelta(seconds=idle_s)
    states = (StateChange(full, ConnectorStatus.SUSPENDED_EV, full),)
    curve = ((since, 0), (full, int(energy_wh)), (until, int(energy_wh)))
    return _split(_Stay(since, until, states, curve), tariff, zone)


@dataclass(frozen=True, slots=True)
class _Stay:
    """A time at a connector. curve: energy delivered by times, from the first to the last."""

    since: datetime
    until: datetime
    states: Sequence[StateChange]
    curve: Sequence[tuple[datetime, int]]


def _split(stay: _Stay, tariff: Tariff, zone: tzinfo) -> Consumption:
    charging = _periods(stay, CHARGING_STATES)
    energy: dict[Window | None, Fraction] = {}
    times: dict[Window | None, timedelta] = {}
    before = Fraction(0)
    for part in slices(tariff.windows, zone, stay.since, stay.until):
        after = _at(stay.curve, part.until)
        energy[part.window] = energy.get(part.window, Fraction(0)) + after - before
        times[part.window] = times.get(part.window, timedelta(0)) + _within(part, charging)
        before = after
    uses = {
        window: Use(window, wh, times[window] // _SECOND)
        for window, wh in _whole(energy, tariff).items()
    }
    own = uses.pop(None, Use(None, Wh(0)))
    idle = _total(_periods(stay, IDLE_STATES)) // _SECOND
    in_windows = tuple(uses[one] for one in dict.fromkeys(tariff.windows) if one in uses)
    return Consumption(own.energy_wh, own.charging_s, idle, in_windows)


def _whole(energy: Mapping[Window | None, Fraction], tariff: Tariff) -> Mapping[Window | None, Wh]:
    """Energy under each price in whole Wh, none of it lost: what remains goes under the cheapest.

    So more energy at the end never makes the energy cheaper, before lines are rounded to money
    (decision 6): no dearer part falls, and the cheapest is the least that a Wh can cost.
    """
    whole = {window: floor(wh) for window, wh in energy.items()}
    cheapest = min(whole, key=lambda window: window.energy_rate if window else tariff.energy_rate)
    whole[cheapest] += int(sum(energy.values())) - sum(whole.values())
    return {window: Wh(wh) for window, wh in whole.items()}


def _times(transaction: Transaction) -> tuple[datetime, datetime]:
    """Start and stop as shown; a stop before the start is no time."""
    since = shown_start(transaction)
    stopped_at, arrived_at = transaction.stopped_at, transaction.stop_arrived_at
    if stopped_at is None:
        return since, since
    until = plausible_instant(stopped_at, arrived_at or stopped_at)
    return since, max(since, until)


def _curve(
    transaction: Transaction, registers: Sequence[tuple[datetime, Wh]], total: Wh
) -> Sequence[tuple[datetime, int]]:
    """Energy delivered by times: from 0 at the start to all of it at the stop, never falling."""
    since, until = _times(transaction)
    curve = [(since, 0)]
    if transaction.corrected_energy_wh is None:
        for at, register_wh in sorted(set(registers)):
            delivered = register_wh - transaction.meter_start_wh
            belongs = -GOING_BACK_TOLERANCE_WH <= delivered <= total + GOING_BACK_TOLERANCE_WH
            if since < at < until and belongs:
                curve.append((at, min(total, max(curve[-1][1], delivered))))
    return [*curve, (until, total)]


def _at(curve: Sequence[tuple[datetime, int]], at: datetime) -> Fraction:
    """Energy in Wh delivered by a time, exactly."""
    place = bisect_right(curve, at, key=lambda point: point[0])
    earlier, wh = curve[place - 1]
    if place == len(curve):
        return Fraction(wh)
    later, more = curve[place]
    share = Fraction((at - earlier) // _MICROSECOND, (later - earlier) // _MICROSECOND)
    return wh + (more - wh) * share


def _periods(
    stay: _Stay, wanted: frozenset[ConnectorStatus]
) -> Sequence[tuple[datetime, datetime]]:
    """The parts of a time in which a connector had one of some states; it begins with charging."""
    since, until = stay.since, stay.until
    ordered = sorted(stay.states, key=lambda one: (one.at, one.arrived_at, one.status))
    changes = [
        (since, ConnectorStatus.CHARGING),
        *((min(max(one.at, since), until), one.status) for one in ordered),
        (until, ConnectorStatus.AVAILABLE),
    ]
    return [
        (begin, end)
        for (begin, status), (end, _) in pairwise(changes)
        if status in wanted and begin < end
    ]


def _within(part: Slice, periods: Sequence[tuple[datetime, datetime]]) -> timedelta:
    inside = ((max(begin, part.since), min(end, part.until)) for begin, end in periods)
    return _total([(begin, end) for begin, end in inside if begin < end])


def _total(periods: Sequence[tuple[datetime, datetime]]) -> timedelta:
    return sum((end - begin for begin, end in periods), timedelta(0))
