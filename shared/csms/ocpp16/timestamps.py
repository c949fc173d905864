"""Times as chargers write them, and as we write them."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from csms.domain.errors import Invalid
from csms.ocpp16.violation import Deviation, deviation

RAW_LIMIT = 64
# A clock before this was never set; one this far ahead is wrong or in another zone.
EARLIEST = datetime(2020, 1, 1, tzinfo=UTC)
AHEAD = timedelta(minutes=5)
# The shortest run of digits that is taken as a time since 1970: seconds, then milliseconds.
EPOCH_DIGITS = (10, 13)

_WRITTEN = re.compile(
    r"(?P<year>\d{4})-?(?P<month>\d\d)-?(?P<day>\d\d)"
    r"(?:[Tt ]+(?P<hour>\d\d?):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,](?P<fraction>\d+))?)?)?"
    r"\s*(?P<zone>[Zz]|UTC|GMT|[+-]\d\d?(?::?\d\d)?)?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class RawTime:
    """A time of the charger.

    raw: its text, at most 64 characters; None when it sent none. instant: what the text means in
    UTC, however implausible; the time of arrival when it means nothing. Keys use this instant,
    screens use `clamp`.
    """

    raw: str | None
    instant: datetime
    deviations: tuple[Deviation, ...] = ()


def read_time(raw: object, arrived_at: datetime, path: str = "timestamp") -> RawTime:
    """Read a time in any form that chargers use; UTC is assumed where no zone is given.

    Local times, `+02`, missing zones, any number of fractional digits, a space for the T, seconds
    or milliseconds since 1970. Without a readable time the arrival counts.
    """
    # The form that nearly all chargers use, without a pattern: 2026-03-01T10:00:00[.000]Z.
    if (
        isinstance(raw, str)
        and len(raw) in (20, 24)
        and f"{raw[4]}{raw[7]}{raw[10]}{raw[-1]}" == "--TZ"
    ):
        try:
            return RawTime(raw, datetime.fromisoformat(raw))
        except ValueError:
            pass
    return _read_loose_time(raw, arrived_at, path)


def _read_loose_time(raw: object, arrived_at: datetime, path: str) -> RawTime:
    text = raw.strip() if isinstance(raw, str) else ""
    if not text:
        return RawTime(None, arrived_at, (deviation("time-missing", path, raw),))
    kept = text[:RAW_LIMIT]
    if text.isascii() and text.isdigit() and len(text) in EPOCH_DIGITS:
        unit = timedelta(seconds=1) if len(text) == EPOCH_DIGITS[0] else timedelta(milliseconds=1)
        instant = datetime(1970, 1, 1, tzinfo=UTC) + int(text) * unit
        return RawTime(kept, instant, (deviation("time-format", path, raw),))
    match = _WRITTEN.fullmatch(kept)
    instant_or_none = _instant(match) if match else None
    if match is None or instant_or_none is None:
        return RawTime(kept, arrived_at, (deviation("time-unreadable", path, raw),))
    return RawTime(kept, instant_or_none, _form(match, path, kept))


def _instant(match: re.Match[str]) -> datetime | None:
    fraction = (match["fraction"] or "")[:6].ljust(6, "0")
    hour, second = int(match["hour"] or 0), int(match["second"] or 0)
    if second > 60:
        return None
    try:
        local = datetime(
            int(match["year"]),
            int(match["month"]),
            int(match["day"]),
            hour % 24 if hour == 24 else hour,
            int(match["minute"] or 0),
            min(second, 59),  # a leap second
            int(fraction),
            tzinfo=_zone(match["zone"]),
        )
        local += timedelta(days=1 if hour == 24 else 0, seconds=1 if second == 60 else 0)
        return local.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _zone(zone: str | None) -> timezone:
    digits = re.sub(r"\D", "", zone or "")
    if zone is None or not digits:
        return UTC
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(-offset if zone.startswith("-") else offset)


def _form(match: re.Match[str], path: str, raw: str) -> tuple[Deviation, ...]:
    """What of a readable time is not RFC 3339 (which §3.14 names through ISO 8601)."""
    if match["zone"] is None:
        return (deviation("time-without-zone", path, raw),)
    if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", raw, re.ASCII):
        return ()
    return (deviation("time-format", path, raw),)


def clamp(
    instant: datetime, arrived_at: datetime, path: str = "timestamp"
) -> tuple[datetime, tuple[Deviation, ...]]:
    """The time to show: the arrival where the charger's clock cannot be right.

    More than five minutes ahead, or before 2020.
    """
    if EARLIEST <= instant <= arrived_at + AHEAD:
        return instant, ()
    return arrived_at, (deviation("clock-implausible", path, render_time(instant)),)


def require_time(text: object, field: str) -> datetime:
    """A time of ours in a payload. Raises Invalid for one that is none, or has no zone."""
    try:
        at = datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        at = None
    if at is None or at.tzinfo is None:
        raise Invalid("must be a time with a zone, as 2026-01-31T12:00:00Z", field)
    return at


def render_time(instant: datetime) -> str:
    """A time as we send it: `2026-01-31T12:00:00.000Z`."""
    return instant.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"
