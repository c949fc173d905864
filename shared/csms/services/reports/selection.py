"""Pages of what a selection means, each read from the index that fits it best."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Final

from csms.domain.export import Selection
from csms.domain.ids import UserId
from csms.domain.transaction import Transaction, TransactionState
from csms.domain.transaction_summary import PENDING_RECONCILIATION, shown_state
from csms.domain.wallet import LedgerEntry
from csms.store import cursor, ledger
from csms.store import transaction_list as lists
from csms.store import user as users
from csms.store.cursor import Page
from csms.store.transaction_list import Period
from csms.store.transaction_row import QUEUED_STATES

MOST_LOOKS: Final = 5
PEOPLE: Final = 25
"""How many people's ledgers one page looks into."""
EVERYBODY: Final = "ledger/everybody"


def transactions(
    wanted: Selection, after: str | None, limit: int, now: datetime
) -> Page[Transaction]:
    """A page of transactions, newest first.

    The narrowest of charger, payer, station and state decides which index is read; the others
    filter its page. Looks at a few full pages for the first match, so that an empty page with a
    cursor is rare. Raises Invalid for a cursor that is not of this list.
    """
    for _ in range(MOST_LOOKS):
        page = _page(wanted, after, limit, now)
        matching = [one for one in page.items if _matches(one, wanted)]
        after = page.cursor
        if matching or after is None or len(page.items) < limit:
            break
    return Page(matching, after)


def looked_back_to(wanted: Selection, after: str | None, now: datetime) -> date | None:
    """The day from which on everything was looked at; None where no day tells how far that is.

    after: the cursor of a page of `transactions`.
    """
    if not _is_by_day(wanted):
        return None
    day = lists.looked_back_to(after, Period(wanted.since, wanted.until))
    return None if day is None or day > now.astimezone(UTC).date() else day


def ledger_entries(wanted: Selection, after: str | None, limit: int) -> Page[LedgerEntry]:
    """A page of entries, newest first: of one person, or of everybody, by name.

    A page may be short, even empty, and still have a cursor. Who is renamed while pages are read
    may be missed, or come twice. Raises Invalid for a cursor that is not of this list.
    """
    if wanted.user_id is not None:
        page = ledger.entries(wanted.user_id, after, limit)
        return Page(_within(page.items, wanted), _going_on(page, wanted))
    place = cursor.decode(after, EVERYBODY) or {"people": None, "user_id": None, "entries": None}
    found: list[LedgerEntry] = []
    if place["user_id"] is not None:
        page = ledger.entries(UserId(place["user_id"]), place["entries"], limit)
        found += _within(page.items, wanted)
        place["entries"] = _going_on(page, wanted)
        if place["entries"] is not None:
            return Page(found, cursor.encode(place, EVERYBODY))
        place["user_id"] = None
        if place["people"] is None:
            return Page(found, None)
    return _of_people(wanted, place["people"], limit, found)


def _of_people(
    wanted: Selection, people: str | None, limit: int, found: list[LedgerEntry]
) -> Page[LedgerEntry]:
    """Entries of the next people, one after the other, until the page is full."""
    for _ in range(PEOPLE):
        listed = users.list_by_name(people, 1)
        people = listed.cursor
        for person in listed.items:
            page = ledger.entries(person.user_id, None, limit)
            found += _within(page.items, wanted)
            rest = _going_on(page, wanted)
            if rest is not None:
                place = {"people": people, "user_id": person.user_id, "entries": rest}
                return Page(found, cursor.encode(place, EVERYBODY))
        if people is None:
            return Page(found, None)
        if len(found) >= limit:
            break
    place = {"people": people, "user_id": None, "entries": None}
    return Page(found, cursor.encode(place, EVERYBODY))


def _within(entries: Sequence[LedgerEntry], wanted: Selection) -> list[LedgerEntry]:
    return [
        entry
        for entry in entries
        if (wanted.since is None or entry.at >= wanted.since)
        and (wanted.until is None or entry.at < wanted.until)
    ]


def _going_on(page: Page[LedgerEntry], wanted: Selection) -> str | None:
    """Where a person's ledger goes on; None when the rest is too old."""
    is_over = any(wanted.since is not None and one.at < wanted.since for one in page.items)
    return None if is_over else page.cursor


def _page(wanted: Selection, after: str | None, limit: int, now: datetime) -> Page[Transaction]:
    period = Period(wanted.since, wanted.until)
    if wanted.charger_id is not None:
        return lists.list_by_charger(wanted.charger_id, after, limit, period)
    if wanted.user_id is not None:
        return lists.list_by_payer(wanted.user_id, after, limit, period)
    if wanted.station_id is not None:
        return lists.list_by_station(wanted.station_id, after, limit, period)
    state = _stored_state(wanted)
    if state in QUEUED_STATES:
        return lists.list_by_queue(state, after, limit, period)
    return lists.list_newest(now, after, limit, period)


def _is_by_day(wanted: Selection) -> bool:
    places = (wanted.charger_id, wanted.user_id, wanted.station_id)
    return places == (None, None, None) and _stored_state(wanted) not in QUEUED_STATES


def _stored_state(wanted: Selection) -> TransactionState | None:
    if wanted.state == PENDING_RECONCILIATION:
        return TransactionState.RUNNING
    return None if wanted.state is None else TransactionState(wanted.state)


def _matches(transaction: Transaction, wanted: Selection) -> bool:
    return (
        (wanted.user_id is None or transaction.payer_id == wanted.user_id)
        and (wanted.station_id is None or transaction.station_id == wanted.station_id)
        and (wanted.state is None or shown_state(transaction) == wanted.state)
    )
