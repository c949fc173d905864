"""The message log: one row per exchange, written last, gone after some days."""

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import reduce
from operator import and_
from typing import Any, Final, cast

from pynamodb.attributes import BinaryAttribute, UnicodeAttribute
from pynamodb.expressions.condition import Condition

from csms.domain.ids import ChargerId, ConnectionId
from csms.domain.message import Direction, LoggedExchange
from csms.settings import SETTINGS
from csms.store import cursor, packing
from csms.store.base import (
    InstantAttribute,
    IntAttribute,
    Table,
    deployed_name,
    instant_key,
    to_seconds,
)
from csms.store.cursor import Page

PACKED_ABOVE: Final = 256
"""Characters of request and answer from which compression pays: readings, lists, settings."""
LONGEST: Final = 32 * 1024
"""How much of a frame is kept; the longest that real chargers send are lists of their settings."""
EXAMINED: Final = 200
"""How many rows one page of a filtered list looks at."""
EARLIEST: Final = "0"
LATEST: Final = "~"
"""Sort before and after every key."""


class MessageLogRow(Table):
    """One exchange; `packed` holds request and answer when they are long."""

    class Meta:
        """The table as template.yaml defines it."""

        table_name = deployed_name("message_log")

    charger_id = UnicodeAttribute(hash_key=True)
    at_key = UnicodeAttribute(range_key=True)
    at = InstantAttribute()
    direction = UnicodeAttribute()
    action = UnicodeAttribute(null=True)
    message_id = UnicodeAttribute(null=True)
    connection_id = UnicodeAttribute(null=True)
    request = UnicodeAttribute(null=True)
    answer = UnicodeAttribute(null=True)
    packed = BinaryAttribute(null=True, legacy_encoding=False)
    error = UnicodeAttribute(null=True)
    ttl = IntAttribute()


@dataclass(frozen=True, slots=True)
class LogFilter:
    """What to show; None shows all. since, until: arrival times; errors_only: with an error."""

    since: datetime | None = None
    until: datetime | None = None
    action: str | None = None
    direction: Direction | None = None
    message_id: str | None = None
    errors_only: bool = False


def write(exchange: LoggedExchange) -> None:
    """Store one exchange: one write, and one more per further KB."""
    to_row(exchange).save()


def to_row(exchange: LoggedExchange) -> MessageLogRow:
    """The row of an exchange, under a key of its own."""
    request, answer = _bounded(exchange.request), _bounded(exchange.answer)
    texts: dict[str, Any] = {"request": request, "answer": answer}
    if len(request or "") + len(answer or "") > PACKED_ABOVE:
        texts = {"packed": packing.pack(json.dumps([request, answer]))}
    return MessageLogRow(
        exchange.charger_id,
        instant_key(exchange.at, secrets.token_hex(4)),
        at=exchange.at,
        direction=exchange.direction,
        action=exchange.action,
        message_id=exchange.message_id,
        connection_id=exchange.connection_id,
        error=exchange.error,
        ttl=to_seconds(exchange.at + timedelta(days=SETTINGS.message_log_days)),
        **texts,
    )


def _bounded(text: str | None) -> str | None:
    if text is None or len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST]}… ({len(text)} characters)"


def list_by_charger(
    charger_id: ChargerId, wanted: LogFilter, now: datetime, after: str | None, limit: int
) -> Page[LoggedExchange]:
    """A charger's exchanges, newest first.

    A page looks at a bounded number of rows: filtered, it may be short and still have a cursor.
    """
    scope = f"message_log/{charger_id}"
    filters = _filters(wanted, now)
    items, last_key = MessageLogRow.read_newest(
        charger_id,
        _between(wanted),
        reduce(and_, filters),
        limit=EXAMINED if len(filters) > 1 else limit,
        start=cursor.decode(after, scope),
    )
    if len(items) > limit:
        items = items[:limit]
        last_key = {name: items[-1][name] for name in ("charger_id", "at_key")}
    rows = [MessageLogRow.read_item(item) for item in items]
    return Page([_to_exchange(row) for row in rows], cursor.encode(last_key, scope))


def _between(wanted: LogFilter) -> Condition:
    since = instant_key(wanted.since) if wanted.since else EARLIEST
    until = instant_key(wanted.until) + LATEST if wanted.until else LATEST
    return cast(Condition, MessageLogRow.at_key.between(since, until))


def _filters(wanted: LogFilter, now: datetime) -> Sequence[Condition]:
    row = MessageLogRow
    filters: list[Condition] = [row.ttl > to_seconds(now)]
    if wanted.action:
        filters.append(row.action == wanted.action)
    if wanted.direction:
        filters.append(row.direction == wanted.direction)
    if wanted.message_id:
        filters.append(row.message_id == wanted.message_id)
    if wanted.errors_only:
        filters.append(row.error.exists())
    return filters


def _to_exchange(row: MessageLogRow) -> LoggedExchange:
    request, answer = row.request or "", row.answer
    if row.packed:
        request, answer = json.loads(packing.unpack(row.packed))
    return LoggedExchange(
        charger_id=ChargerId(row.charger_id),
        at=row.at,
        direction=Direction(row.direction),
        action=row.action,
        message_id=row.message_id,
        connection_id=ConnectionId(row.connection_id) if row.connection_id else None,
        request=request,
        answer=answer,
        error=row.error,
    )
