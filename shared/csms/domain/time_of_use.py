"""Windows of a tariff: other prices at certain local times, whatever the clocks do.

What counts is what a clock on the wall of the station shows. An hour that a change of clocks skips
is in no window, an hour that it repeats is in its window twice.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import pairwise
from typing import Final

from csms.domain.ids import Micro

FREE: Final = Micro(0)
MINUTES_OF_A_DAY: Final = 1440

_DAY: Final = timedelta(days=1)
_MINUTE: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Window:
    """Prices at certain hours of certain weekdays.

    weekdays: 0 is Monday. begins_minute, ends_minute: minutes of the local day, the second not
    included; an end that is not after the beginning lies on the next day, and the night then
    belongs to the weekday on which it begins. energy_rate: per kWh; minute_rate: of charging.
    """

    name: str
    weekdays: tuple[int, ...]
    begins_minute: int
    ends_minute: int
    energy_rate: Micro
    minute_rate: Micro = FREE

    def covers(self, local: datetime) -> bool:
        """Whether a local time lies in it."""
        minute = local.hour * 60 + local.minute
        day = local.weekday()
        if self.begins_minute < self.ends_minute:
            return day in self.weekdays and self.begins_minute <= minute < self.ends_minute
        began_yesterday = (day - 1) % 7 in self.weekdays and minute < self.ends_minute
        return began_yesterday or (day in self.weekdays and minute >= self.begins_minute)


@dataclass(frozen=True, slots=True)
class Slice:
    """A time under one price. window: None where the tariff's own prices hold."""

    since: datetime
    until: datetime
    window: Window | None


def slices(
    windows: Sequence[Window], zone: tzinfo, since: datetime, until: datetime
) -> Sequence[Slice]:
    """Cut a time where its price changes; at least one slice, which may be empty.

    since, until: UTC. Where windows overlap, the first one counts.
    """
    found: list[Slice] = []
    cuts = [since, *_cuts(windows, zone, since, until), until]
    for begin, end in pairwise(cuts):
        window = _window_at(windows, begin.astimezone(zone))
        if found and found[-1].window == window:
            found[-1] = Slice(found[-1].since, end, window)
        elif begin < end or (not found and end == until):
            found.append(Slice(begin, end, window))
    return found


def _window_at(windows: Sequence[Window], local: datetime) -> Window | None:
    return next((window for window in windows if window.covers(local)), None)


def _cuts(
    windows: Sequence[Window], zone: tzinfo, since: datetime, until: datetime
) -> Iterator[datetime]:
    """Instants between two others at which the price may change, in their order."""
    if not windows:
        return
    minutes = {0} | {one.begins_minute for one in windows} | {one.ends_minute for one in windows}
    offsets = sorted(minute * timedelta(minutes=1) for minute in minutes)
    for begin, end in _spans(zone, since, until):
        ahead = begin.astimezone(zone).utcoffset() or timedelta(0)
        day = (begin + ahead).date()
        last = (end + ahead).date()
        yield begin
        while day <= last:
            midnight = datetime.combine(day, time.min, UTC) - ahead
            yield from (midnight + offset for offset in offsets if begin < midnight + offset < end)
            day = _next(day)


def _next(day: date) -> date:
    return day + _DAY


def _spans(zone: tzinfo, since: datetime, until: datetime) -> Iterator[tuple[datetime, datetime]]:
    """Parts of a time in each of which the clocks are not changed."""
    begin = probe = since
    while probe < until:
        after = min(probe + _DAY, until)
        if _offset(zone, probe) != _offset(zone, after):
            change = _change(zone, probe, after)
            yield begin, change
            begin = change
        probe = after
    yield begin, until


def _change(zone: tzinfo, before: datetime, after: datetime) -> datetime:
    """The instant from which the clocks of `after` hold; there is one change a day at most."""
    first = before.replace(second=0, microsecond=0)
    low, high = 0, -((first - after) // _MINUTE)
    # Clocks change at whole minutes: (low, high] holds the first minute after the change.
    while high - low > 1:
        middle = (low + high) // 2
        if _offset(zone, first + middle * _MINUTE) == _offset(zone, before):
            low = middle
        else:
            high = middle
    return first + high * _MINUTE


def _offset(zone: tzinfo, at: datetime) -> timedelta | None:
    return at.astimezone(zone).utcoffset()
