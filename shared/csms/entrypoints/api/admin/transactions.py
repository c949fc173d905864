"""Transactions for operators."""

from datetime import date, datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import Field

from csms.domain.billing import awaits_billing
from csms.domain.errors import Invalid, Refused
from csms.domain.export import Selection
from csms.domain.ids import StationId, TransactionId, UserId
from csms.domain.transaction import Transaction
from csms.entrypoints.api import paging
from csms.entrypoints.api.charger_path import canonical
from csms.entrypoints.api.clock import Now
from csms.entrypoints.api.fields import Body, Instant, Key, TransactionNumber
from csms.entrypoints.api.pace import paced_money
from csms.entrypoints.api.paging import Cursor, Limit, PageView
from csms.entrypoints.api.problems import responses
from csms.entrypoints.api.trail import Audited
from csms.entrypoints.api.views import transaction as view
from csms.entrypoints.api.views.transaction import (
    OperatorTimelineView,
    OperatorTransactionView,
    ReadingView,
    TransactionDetail,
)
from csms.services.accounts import names as people_names
from csms.services.billing.evidence import priced_so_far
from csms.services.chargers import names
from csms.services.charging import ends, events
from csms.services.reports import selection
from csms.store import meter_value as meter_values
from csms.store import transaction as transactions
from csms.store.cursor import Page

router = APIRouter(prefix="/api/admin/transactions", tags=["transactions"])

State = Literal[
    "RUNNING",
    "PENDING_RECONCILIATION",
    "STOPPED",
    "COMPLETED",
    "BILLING_FAILED",
    "HELD",
    "UNBILLED",
    "CANCELLED",
]


class TransactionPage(PageView[OperatorTransactionView]):
    """One page of transactions."""

    looked_back_to: date | None = Field(
        description="where there may be older ones: the day (UTC) from which on all were looked at"
    )


class Restrictions(Body):
    """Which transactions; what is left out restricts nothing."""

    since: Annotated[Instant | None, Query(description="started at or after")] = None
    until: Annotated[Instant | None, Query(description="started before")] = None
    station_id: Annotated[Key | None, Query()] = None
    charger_id: Annotated[Key | None, Query()] = None
    user_id: Annotated[Key | None, Query(description="who pays")] = None
    state: Annotated[State | None, Query()] = None

    def to_selection(self) -> Selection:
        """What to read. Raises Invalid for a time that ends before it begins, NotFound."""
        if self.since is not None and self.until is not None and self.until <= self.since:
            raise Invalid("until must be later than since", "query.until")
        return Selection(
            since=self.since,
            until=self.until,
            station_id=None if self.station_id is None else StationId(self.station_id),
            charger_id=None if self.charger_id is None else canonical(self.charger_id),
            user_id=None if self.user_id is None else UserId(self.user_id),
            state=self.state,
        )


class Filters(Restrictions):
    """Which transactions to list."""

    limit: Limit = 50
    cursor: Cursor = None


@router.get("", responses=responses(404))
def list_transactions(wanted: Annotated[Filters, Query()], now: Now) -> TransactionPage:
    """Transactions, newest first.

    The narrowest of charger, payer, station and state decides which index is read; the others
    filter its page, which may then be short, even empty, and still have a `next_cursor`. So may
    one that is read from no index: it looks back 31 days at most.
    """
    chosen = wanted.to_selection()
    page = selection.transactions(chosen, wanted.cursor, wanted.limit, now)
    known = names.read((one.charger_id, one.station_id) for one in page.items)
    people = people_names.read(one.payer_id for one in page.items)
    return TransactionPage(
        **dict(paging.view(page, lambda one: view.show_to_operator(one, known, people))),
        looked_back_to=selection.looked_back_to(chosen, page.cursor, now),
    )


@router.get("/{transaction_id}", responses=responses(404))
def read_transaction(transaction_id: TransactionNumber, now: Now) -> TransactionDetail:
    """One transaction with its price."""
    return detail(transactions.get(TransactionId(transaction_id)), now)


@router.get("/{transaction_id}/meter-values", responses=responses(404))
def list_meter_values(
    transaction_id: TransactionNumber, limit: Limit = 200, cursor: Cursor = None
) -> PageView[ReadingView]:
    """What the charger measured, oldest first: the data of charts."""
    transaction = transactions.get(TransactionId(transaction_id))
    series = meter_values.transaction_series(transaction.transaction_id)
    page = meter_values.list_series(series, cursor, limit)
    readings = [reading for stored in page.items for reading in stored.readings]
    return paging.view(Page(readings, page.cursor), view.show_reading)


@router.get("/{transaction_id}/timeline", responses=responses(404))
def read_timeline(transaction_id: TransactionNumber) -> list[OperatorTimelineView]:
    """What happened, in words, with the ids of the messages behind it."""
    transaction = transactions.get(TransactionId(transaction_id))
    entries = events.read(transaction.transaction_id)
    people = people_names.read({entry.actor for entry in entries})
    return [view.show_event_to_operator(entry, people) for entry in entries]


@router.post(
    "/{transaction_id}/retry-billing",
    responses=responses(404, 409, 429),
    dependencies=[paced_money],
)
def retry_billing(transaction_id: TransactionNumber, now: Now, trail: Audited) -> TransactionDetail:
    """Bill a transaction now whose bill failed or is still due."""
    before = transactions.get(TransactionId(transaction_id))
    if not awaits_billing(before):
        raise Refused(f"a {before.state} transaction has no bill to try again", "not_billable")
    facts = {"state": before.state, "attempts": before.attempts}
    trail.note("transaction.billing-retried", f"transaction#{transaction_id}", facts)
    return detail(ends.settle(before, now), now)


def detail(transaction: Transaction, now: datetime) -> TransactionDetail:
    """A transaction with everything, and its price so far."""
    known = names.read([(transaction.charger_id, transaction.station_id)])
    people = people_names.read([transaction.payer_id])
    return view.show_detail(transaction, known, people, priced_so_far(transaction, now))
