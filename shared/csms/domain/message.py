"""One exchange of messages with a charger, as the message log keeps it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from csms.domain.ids import ChargerId, ConnectionId


class Direction(StrEnum):
    """Who asked."""

    FROM_CHARGER = "from-charger"
    TO_CHARGER = "to-charger"


class LogLevel(StrEnum):
    """Which exchanges are kept."""

    ALL = "all"
    FAULTS = "faults"
    OFF = "off"


def is_kept(level: str, error: str | None) -> bool:
    """Whether an exchange is kept at a level; error: what went wrong, if anything did."""
    return level == LogLevel.ALL or (level == LogLevel.FAULTS and error is not None)


@dataclass(frozen=True, slots=True)
class LoggedExchange:
    """A request with its answer, redacted.

    at: arrival of the request, or of the answer to a request of ours. message_id: OCPP's unique id.
    request, answer: the frames as text. error: the code of a CALLERROR, or what went wrong here.
    """

    charger_id: ChargerId
    at: datetime
    direction: Direction
    action: str | None
    message_id: str | None
    connection_id: ConnectionId | None
    request: str
    answer: str | None
    error: str | None = None
