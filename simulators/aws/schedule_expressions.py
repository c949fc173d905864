"""EventBridge's schedule expressions: `rate(5 minutes)` and `cron(0 3 * * ? *)`, in UTC."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

_RATE = re.compile(r"rate\((\d+) (minute|hour|day)s?\)")
_CRON = re.compile(r"cron\((.+)\)")
_UNIT_S = {"minute": 60, "hour": 3600, "day": 86_400}
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_DAYS = ("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT")
# Field order of EventBridge: minutes, hours, day of month, month, day of week, year.
_RANGES = ((0, 59), (0, 23), (1, 31), (1, 12), (1, 7), (1970, 2199))
_NAMES: tuple[tuple[str, ...], ...] = ((), (), (), _MONTHS, _DAYS, ())
SEARCH_DAYS = 366 * 8


class BadExpression(ValueError):
    """The expression is not one of EventBridge's, or uses a part that is not supported."""


@dataclass(frozen=True, slots=True)
class Rate:
    """Every so many seconds."""

    period_s: int

    def next_after(self, moment: datetime) -> datetime:
        """One period later."""
        return moment + timedelta(seconds=self.period_s)


@dataclass(frozen=True, slots=True)
class Cron:
    """At the minutes that all fields allow; days of week count from Sunday = 1."""

    minutes: frozenset[int]
    hours: frozenset[int]
    days: frozenset[int]
    months: frozenset[int]
    weekdays: frozenset[int]
    years: frozenset[int]

    def next_after(self, moment: datetime) -> datetime:
        """The first matching minute after the moment. Raises BadExpression if none comes."""
        start = moment.astimezone(UTC).replace(second=0, microsecond=0) + timedelta(minutes=1)
        day = start.replace(hour=0, minute=0)
        for _ in range(SEARCH_DAYS):
            if self._has_day(day):
                for hour in sorted(self.hours):
                    for minute in sorted(self.minutes):
                        candidate = day.replace(hour=hour, minute=minute)
                        if candidate >= start:
                            return candidate
            day += timedelta(days=1)
        raise BadExpression("the schedule never comes")

    def _has_day(self, day: datetime) -> bool:
        return (
            day.year in self.years
            and day.month in self.months
            and day.day in self.days
            and day.isoweekday() % 7 + 1 in self.weekdays
        )


type Schedule = Rate | Cron


def parse_schedule(expression: str) -> Schedule:
    """Read a schedule expression. Raises BadExpression."""
    rate = _RATE.fullmatch(expression.strip())
    if rate:
        count, unit = int(rate.group(1)), rate.group(2)
        is_plural = expression.strip().endswith("s)")
        if count < 1 or is_plural != (count > 1):
            raise BadExpression(f"{expression}: one takes the singular, more the plural")
        return Rate(count * _UNIT_S[unit])
    cron = _CRON.fullmatch(expression.strip())
    fields = cron.group(1).split() if cron else []
    if len(fields) != len(_RANGES):
        raise BadExpression(f"{expression} is neither rate(…) nor cron(…) with six fields")
    if (fields[2] == "?") == (fields[4] == "?"):
        raise BadExpression(f"{expression}: exactly one of the two day fields is ?")
    return Cron(*(_values(text, position) for position, text in enumerate(fields)))


def _values(text: str, position: int) -> frozenset[int]:
    values: set[int] = set()
    for part in text.upper().split(","):
        values |= _part(part, position)
    return frozenset(values)


def _part(part: str, position: int) -> set[int]:
    low, high = _RANGES[position]
    span, _, step_text = part.partition("/")
    try:
        step = int(step_text) if step_text else 1
        if span in ("*", "?"):
            first, last = low, high
        elif "-" in span:
            first_text, last_text = span.split("-")
            first, last = _number(first_text, position), _number(last_text, position)
        else:
            first = _number(span, position)
            last = high if step_text else first
    except ValueError as error:
        raise BadExpression(f"{part} is not supported in a schedule") from error
    if not (low <= first <= last <= high and step >= 1):
        raise BadExpression(f"{part} is out of range in a schedule")
    return set(range(first, last + 1, step))


def _number(text: str, position: int) -> int:
    names = _NAMES[position]
    return names.index(text) + 1 if text in names else int(text)
