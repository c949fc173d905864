"""A page of a list costs the same whatever lies behind it."""

from dataclasses import replace
from datetime import timedelta

from csms.domain.ids import TransactionId, UserId
from csms.domain.transaction import Transaction, TransactionState
from csms.store import transaction
from csms.store.transaction_row import TransactionRow, to_row
from tests import transactions
from tests.capacity import consumed_capacity
from tests.integration.api.client import Client
from tests.integration.api.world import ADMIN
from tests.integration.events import START

LIST = f"{ADMIN}/transactions"
FEW, MANY = 120, 1500
LISTS = {
    "all": {},
    "of a charger": {"charger_id": "cp1"},
    "of a station": {"station_id": "station"},
    "of a payer": {"user_id": "driver1"},
    "in a queue": {"state": "HELD"},
    "of a time": {"since": START.isoformat()},
}


def test_a_page_costs_the_same_with_few_and_with_many_transactions(admin: Client) -> None:
    admin.now = START + timedelta(hours=20)
    admin.get("/api/admin/users")
    transaction.next_transaction_id()
    fill(1, FEW)
    few = {name: cost_of_two_pages(admin, query) for name, query in LISTS.items()}
    fill(FEW + 1, MANY)
    many = {name: cost_of_two_pages(admin, query) for name, query in LISTS.items()}

    assert many == few
    assert max(many.values()) < 120


def cost_of_two_pages(admin: Client, query: dict[str, str]) -> float:
    """Read units of the first two pages of fifty."""
    with consumed_capacity() as consumed:
        first = admin.get(LIST, query={**query, "limit": 50})
        cursor = first.json["next_cursor"]
        second = admin.get(LIST, query={**query, "limit": 50, "cursor": cursor})
    assert {first.status, second.status} == {200}, first.text + second.text
    assert [len(page.json["items"]) for page in (first, second)] == [50, 50]
    return consumed.read


def fill(first: int, last: int) -> None:
    """Store transactions of one charger and day, side by side."""
    with TransactionRow.batch_write() as batch:
        for number in range(first, last + 1):
            batch.save(to_row(held(number)))


def held(number: int) -> Transaction:
    """One that waits for an operator; each began a second after the one before."""
    started_at = START + timedelta(seconds=number)
    stopped = transactions.stopped(TransactionId(number), payer=UserId("driver1"))
    return replace(
        stopped,
        started_at=started_at,
        start_arrived_at=started_at,
        state=TransactionState.HELD,
        due_kind=None,
        due_at=None,
    )
