"""The row of the message log, written last: request and answer together, redacted."""

import logging
from dataclasses import dataclass
from typing import Final

from csms.domain.charger import Connection
from csms.domain.message import Direction, LoggedExchange, is_kept
from csms.entrypoints.ocpp.event import SocketEvent
from csms.settings import SETTINGS
from csms.store import message_log

LOG: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Entry:
    """What happened. request, answer: frames without secrets; error: what went wrong, if it did."""

    direction: Direction
    action: str | None
    message_id: str | None
    request: str
    answer: str | None
    error: str | None = None


def write(event: SocketEvent, connection: Connection | None, entry: Entry) -> None:
    """Keep an exchange if the charger's level, or else the system's, says so. Never raises."""
    level = (connection.log_level if connection is not None else None) or SETTINGS.message_log
    if event.charger_id is None or not is_kept(level, entry.error):
        return
    exchange = LoggedExchange(
        charger_id=event.charger_id,
        at=event.at,
        direction=entry.direction,
        action=entry.action,
        message_id=entry.message_id,
        connection_id=event.connection_id,
        request=entry.request,
        answer=entry.answer,
        error=entry.error,
    )
    try:
        message_log.write(exchange)
    except Exception:  # the charger has its answer: a lost log row must not undo it
        LOG.exception("an exchange could not be logged")
