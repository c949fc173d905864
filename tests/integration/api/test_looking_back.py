"""A list of transactions looks back a bounded while, says how far, and goes on from there."""

from dataclasses import replace
from datetime import timedelta

import pytest

from csms.domain.transaction import TransactionState
from csms.store import transaction
from tests import transactions
from tests.capacity import consumed_capacity
from tests.integration.api.client import Client
from tests.integration.api.world import ADMIN
from tests.integration.events import START

LIST = f"{ADMIN}/transactions"
WHO_ASKS = 1
"""Each request reads who is behind its token."""
DAYS_OF_A_PAGE = 31


@pytest.fixture
def later(admin: Client) -> Client:
    """An operator, a hundred days after the only transaction, which was cancelled."""
    cancelled = transactions.stopped(transaction.next_transaction_id())
    transaction.create(replace(cancelled, state=TransactionState.CANCELLED, due_kind=None))
    admin.now = START + timedelta(days=100)
    admin.get(LIST)
    return admin


@pytest.mark.parametrize("query", [{}, {"state": "CANCELLED"}, {"state": "COMPLETED"}])
def test_where_there_never_was_a_transaction_one_day_is_asked(
    admin: Client, query: dict[str, str]
) -> None:
    admin.get(LIST)
    with consumed_capacity() as consumed:
        answer = admin.get(LIST, query=query)

    assert answer.json == {"items": [], "next_cursor": None, "looked_back_to": None}
    assert consumed.rounds == WHO_ASKS + 2, consumed.calls


@pytest.mark.parametrize("query", [{}, {"state": "CANCELLED"}])
def test_a_page_of_nothing_says_how_far_it_looked_back(
    later: Client, query: dict[str, str]
) -> None:
    with consumed_capacity() as consumed:
        first = later.get(LIST, query=query).json
    second = later.get(LIST, query={**query, "cursor": first["next_cursor"]}).json

    since = (later.now - timedelta(days=DAYS_OF_A_PAGE - 1)).date()
    assert (first["items"], first["looked_back_to"]) == ([], since.isoformat())
    assert second["looked_back_to"] == (since - timedelta(days=DAYS_OF_A_PAGE)).isoformat()
    assert consumed.rounds <= WHO_ASKS + DAYS_OF_A_PAGE + 1, consumed.calls


def test_who_goes_on_finds_what_is_old(later: Client) -> None:
    found: list[dict[str, str]] = []
    cursor, pages = None, 0
    while not found:
        query = {"state": "CANCELLED", **({"cursor": cursor} if cursor else {})}
        page = later.get(LIST, query=query).json
        found, cursor, pages = page["items"], page["next_cursor"], pages + 1

    assert [one["state"] for one in found] == ["CANCELLED"]
    assert pages == 4


def test_a_list_of_one_charger_needs_no_looking_back(later: Client) -> None:
    page = later.get(LIST, query={"charger_id": "cp1", "state": "COMPLETED"}).json

    assert page == {"items": [], "next_cursor": None, "looked_back_to": None}


def test_a_day_that_is_not_looked_at_whole_is_not_named(admin: Client) -> None:
    for _ in range(2):
        transaction.create(transactions.stopped(transaction.next_transaction_id()))

    page = admin.get(LIST, query={"limit": 1}).json

    assert len(page["items"]) == 1
    assert page["next_cursor"] is not None
    assert page["looked_back_to"] is None
