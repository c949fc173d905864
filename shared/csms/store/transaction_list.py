"""Lists of transactions, newest first: by charger, station, payer, state and day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import batched
from typing import Any, Final

from pynamodb.indexes import GlobalSecondaryIndex

from csms.domain.errors import Invalid
from csms.domain.ids import ChargerId, StationId, UserId
from csms.domain.transaction import Transaction, TransactionState
from csms.store import cursor
from csms.store.base import instant_key
from csms.store.cursor import Page
from csms.store.transaction import has_any
from csms.store.transaction_row import (
    QUEUED_STATES,
    TRANSACTION_ROW,
    QueueIndex,
    TransactionRow,
    from_row,
)

DAYS_PER_PAGE: Final = 31
"""How many days one page looks back at most, whatever it found."""
FIRST_DAY: Final = date(2020, 1, 1)

RUNNING_AT_ONCE: Final = 25


@dataclass(frozen=True, slots=True)
class Period:
    """When transactions started: from `since` on, before `until`; None leaves that end open."""

    since: datetime | None = None
    until: datetime | None = None

    @property
    def keys(self) -> tuple[str, str]:
        """The sort keys between which its transactions lie."""
        first = instant_key(self.since) if self.since else "0"
        return first, instant_key(self.until) if self.until else "~"


ALWAYS: Final = Period()


def list_by_day(
    day: date, after: str | None, limit: int, period: Period = ALWAYS
) -> Page[Transaction]:
    """Transactions that started on a UTC day, newest first."""
    return _page(TransactionRow.by_day, day.isoformat(), f"day/{day}", after, limit, period)


def list_by_charger(
    charger_id: ChargerId, after: str | None, limit: int, period: Period = ALWAYS
) -> Page[Transaction]:
    """Transactions of a charger, newest first."""
    scope = f"charger/{charger_id}"
    return _page(TransactionRow.by_charger, charger_id, scope, after, limit, period)


def list_by_station(
    station_id: StationId, after: str | None, limit: int, period: Period = ALWAYS
) -> Page[Transaction]:
    """Transactions of a station, newest first."""
    scope = f"station/{station_id}"
    return _page(TransactionRow.by_station, station_id, scope, after, limit, period)


def list_by_payer(
    user_id: UserId, after: str | None, limit: int, period: Period = ALWAYS
) -> Page[Transaction]:
    """Transactions that a user pays for, newest first."""
    return _page(TransactionRow.by_payer, user_id, f"payer/{user_id}", after, limit, period)


def list_by_queue(
    state: TransactionState, after: str | None, limit: int, period: Period = ALWAYS
) -> Page[Transaction]:
    """Transactions that are RUNNING, HELD, UNBILLED or BILLING_FAILED, newest first."""
    if state not in QUEUED_STATES:
        raise Invalid(f"There is no list of transactions that are {state}.", "state")
    return _page(TransactionRow.by_queue, state.value, f"queue/{state}", after, limit, period)


def list_newest(
    now: datetime, after: str | None, limit: int, period: Period = ALWAYS
) -> Page[Transaction]:
    """All transactions, newest first: of today, of the day before, and so on.

    A page looks back 31 days: it may hold fewer than `limit`, even none, and still have a cursor;
    `looked_back_to` says how far. Never beyond 2020, nor at all where there is no transaction yet.
    """
    scope = _newest_scope(period)
    newest = (now if period.until is None else min(now, period.until)).astimezone(UTC).date()
    oldest = max(FIRST_DAY, period.since.astimezone(UTC).date() if period.since else FIRST_DAY)
    place = cursor.decode(after, scope) or {"day": newest.isoformat(), "after": None}
    day, inner = date.fromisoformat(place["day"]), place["after"]
    items: list[Transaction] = []
    for looked in range(DAYS_PER_PAGE):
        if looked == 1 and not items and not has_any():
            return Page([], None)
        if len(items) >= limit or day < oldest:
            break
        page = list_by_day(day, inner, limit - len(items), period)
        items.extend(page.items)
        inner = page.cursor
        if inner is None:
            day -= timedelta(days=1)
    if day < oldest:
        return Page(items, None)
    return Page(items, cursor.encode({"day": day.isoformat(), "after": inner}, scope))


def looked_back_to(after: str | None, period: Period) -> date | None:
    """The day from which on a list of `list_newest` was looked at whole; None at its end.

    after: the cursor of its page. Raises Invalid for one that is not of this list.
    """
    place = cursor.decode(after, _newest_scope(period))
    return None if place is None else date.fromisoformat(place["day"]) + timedelta(days=1)


def _newest_scope(period: Period) -> str:
    return "newest/{}/{}".format(*period.keys)


def running_since(before: datetime) -> Iterator[Transaction]:
    """Running transactions that started before an instant, oldest first; the caller stops it."""
    rows = TransactionRow.by_queue.query(
        TransactionState.RUNNING.value,
        QueueIndex.started_key < instant_key(before),
        page_size=RUNNING_AT_ONCE,
    )
    for keys in batched((row.key for row in rows), RUNNING_AT_ONCE, strict=False):
        yield from _read(keys)


def _page(
    index: GlobalSecondaryIndex[Any],
    key: str,
    scope: str,
    after: str | None,
    limit: int,
    period: Period = ALWAYS,
) -> Page[Transaction]:
    first, last = period.keys
    scope = f"transaction/{scope}/{first}/{last}"
    found = index.query(
        key,
        TransactionRow.started_key.between(first, last),
        scan_index_forward=False,
        limit=limit,
        last_evaluated_key=cursor.decode(after, scope),
    )
    items = _read([row.key for row in found])
    return Page(items, cursor.encode(found.last_evaluated_key, scope))


def _read(keys: Sequence[str]) -> Sequence[Transaction]:
    return [from_row(row) for row in TransactionRow.read_many([(k, TRANSACTION_ROW) for k in keys])]
