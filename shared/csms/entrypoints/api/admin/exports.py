"""Transactions and ledgers as files for spreadsheets and bookkeeping."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Annotated, Final

from fastapi import APIRouter, Query

from csms.domain.errors import Invalid, Refused
from csms.domain.ids import UserId
from csms.domain.wallet import LedgerEntry
from csms.entrypoints.api.admin.transactions import Restrictions, page_of
from csms.entrypoints.api.clock import Now
from csms.entrypoints.api.csv_answer import CsvAnswer, csv_answer
from csms.entrypoints.api.fields import Body, Instant, Key
from csms.entrypoints.api.problems import responses
from csms.entrypoints.api.views import transaction as transaction_view
from csms.entrypoints.api.views import wallet as wallet_view
from csms.entrypoints.api.views.transaction import TransactionView
from csms.entrypoints.api.views.wallet import LedgerEntryView
from csms.store import ledger
from csms.store import user as users
from csms.store.cursor import Page

router = APIRouter(prefix="/api/admin/exports", tags=["exports"])

MOST_ROWS: Final = 5000
ROWS_PER_PAGE: Final = 200
MOST_PAGES: Final = 100
LOOK_BACK: Final = timedelta(days=366)
TRANSACTION_COLUMNS: Final = tuple(TransactionView.model_fields)
LEDGER_COLUMNS: Final = tuple(LedgerEntryView.model_fields)


class LedgerRestrictions(Body):
    """Whose entries, and of when."""

    user_id: Annotated[Key, Query()]
    since: Annotated[Instant | None, Query(description="at or after")] = None
    until: Annotated[Instant | None, Query(description="before")] = None


@router.get("/transactions.csv", response_class=CsvAnswer, responses=responses(404, 409))
def export_transactions(wanted: Annotated[Restrictions, Query()], now: Now) -> CsvAnswer:
    """Transactions, newest first, restricted as the list is; 5,000 at most.

    Without `since`, of the year before `until`. 409 `too_many_rows` when there are more.
    """
    if wanted.since is None:
        wanted = wanted.model_copy(update={"since": (wanted.until or now) - LOOK_BACK})

    def read(cursor: str | None) -> Page[TransactionView]:
        page = page_of(wanted, cursor, ROWS_PER_PAGE, now)
        return Page([transaction_view.show(one) for one in page.items], page.cursor)

    return csv_answer("transactions.csv", all_rows(read), TRANSACTION_COLUMNS)


@router.get("/ledger.csv", response_class=CsvAnswer, responses=responses(404, 409))
def export_ledger(wanted: Annotated[LedgerRestrictions, Query()]) -> CsvAnswer:
    """What happened to a person's money, newest first; 5,000 entries at most.

    409 `too_many_rows` when there are more.
    """
    if wanted.since is not None and wanted.until is not None and wanted.until <= wanted.since:
        raise Invalid("until must be later than since", "query.until")
    user = users.get(UserId(wanted.user_id))

    def read(cursor: str | None) -> Page[LedgerEntryView]:
        page = ledger.entries(user.user_id, cursor, ROWS_PER_PAGE)
        is_over = any(_is_before(entry, wanted.since) for entry in page.items)
        shown = [
            wallet_view.show_entry(entry)
            for entry in page.items
            if not _is_before(entry, wanted.since)
            and (wanted.until is None or entry.at < wanted.until)
        ]
        return Page(shown, None if is_over else page.cursor)

    return csv_answer("ledger.csv", all_rows(read), LEDGER_COLUMNS)


def _is_before(entry: LedgerEntry, since: datetime | None) -> bool:
    return since is not None and entry.at < since


def all_rows[T](read: Callable[[str | None], Page[T]]) -> Iterator[T]:
    """Every row of a list. Raises Refused when that is more than one answer holds."""
    cursor: str | None = None
    rows = 0
    for _ in range(MOST_PAGES):
        page = read(cursor)
        rows += len(page.items)
        if rows > MOST_ROWS:
            break
        yield from page.items
        cursor = page.cursor
        if cursor is None:
            return
    raise Refused(f"more than {MOST_ROWS} rows: ask for a shorter time", "too_many_rows")
