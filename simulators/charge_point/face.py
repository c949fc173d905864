"""How a charger tells the time: its own, perhaps wrong, clock and its way of writing it down."""

from datetime import datetime, timedelta
from enum import StrEnum

from simulators.charge_point.clock import Clock

_LOCAL_OFFSET = timedelta(hours=1)


class TimestampStyle(StrEnum):
    """Ways of writing a moment that are seen in the field."""

    ZULU = "zulu"
    ZULU_MILLIS = "zulu-millis"
    OFFSET = "offset"
    SHORT_OFFSET = "short-offset"
    LOCAL_WITHOUT_ZONE = "local-without-zone"


class Face:
    """The time a charger believes it is."""

    def __init__(self, clock: Clock, *, follows_central_system: bool) -> None:
        """follows_central_system: takes over currentTime of Boot and Heartbeat answers."""
        self._clock = clock
        self._follows = follows_central_system
        self._wrong_by = timedelta(0)
        self.style = TimestampStyle.ZULU_MILLIS

    def now(self) -> datetime:
        """The moment as this charger believes it to be."""
        return self._clock.now() + self._wrong_by

    def set_to(self, moment: datetime) -> None:
        """Put the charger's clock to `moment`, right or wrong."""
        self._wrong_by = moment - self._clock.now()

    def hear(self, current_time: str) -> None:
        """Take over the central system's time, if this charger does that at all (§4.2, §4.6)."""
        if self._follows:
            self.set_to(parse_moment(current_time))

    def stamp(self, moment: datetime | None = None) -> str:
        """Write a moment (default: now) the way this charger writes it."""
        return write_moment(moment or self.now(), self.style)


def write_moment(moment: datetime, style: TimestampStyle) -> str:
    """Write an aware UTC moment in one of the styles."""
    if style is TimestampStyle.ZULU:
        return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    if style is TimestampStyle.ZULU_MILLIS:
        return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"
    local = moment + _LOCAL_OFFSET
    text = local.strftime("%Y-%m-%dT%H:%M:%S")
    if style is TimestampStyle.OFFSET:
        return f"{text}+01:00"
    if style is TimestampStyle.SHORT_OFFSET:
        return f"{text}+01"
    return text


def parse_moment(text: str) -> datetime:
    """Read a moment the central system wrote (RFC 3339 with a zone)."""
    return datetime.fromisoformat(text)
