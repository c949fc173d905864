"""Invoice numbers: one row of numbers without gaps, whatever dies or meets."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta

import pytest

from csms.domain.ids import TransactionId, Wh
from csms.entrypoints.jobs import billing_retry
from csms.services import billing
from csms.services.billing import invoices
from csms.services.charging import resolving
from csms.services.charging.resolving import Decision
from csms.store import transaction
from tests.faults import Killed, killed_after, killed_before, recorded_calls
from tests.integration.billing.build import HURRY, given, given_funds
from tests.transactions import NOW, stopped

pytestmark = pytest.mark.usefixtures("tables")


def billed(count: int) -> None:
    given_funds(10**6)
    given(*(stopped(number) for number in range(1, count + 1)))
    for number in range(1, count + 1):
        billing.bill(TransactionId(number), NOW)


def numbers(count: int) -> list[int | None]:
    found = [transaction.get(TransactionId(number)).bill for number in range(1, count + 1)]
    return [bill.invoice_number if bill else None for bill in found]


def test_the_scheduled_job_numbers_what_was_billed() -> None:
    billed(3)
    assert numbers(3) == [None, None, None]
    event = {"time": (NOW + timedelta(minutes=5)).isoformat()}
    assert billing_retry.handle(event, lambda: True)["complete"] is True
    assert sorted(filter(None, numbers(3))) == [1, 2, 3]
    before = numbers(3)
    billing_retry.handle(event, lambda: True)
    assert numbers(3) == before


def test_a_correction_keeps_the_number() -> None:
    billed(1)
    invoices.number_all(lambda: True)
    made = Decision(TransactionId(1), "admin", "meter was wrong", NOW)
    resolving.set_energy(made, Wh(1))
    assert numbers(1) == [1]


def test_when_the_time_is_over_the_next_run_goes_on() -> None:
    billed(3)
    left = iter([True, True, False])
    assert invoices.number_all(lambda: next(left)) is False
    assert invoices.number_all(lambda: True) is True
    assert sorted(filter(None, numbers(3))) == [1, 2, 3]


def test_jobs_at_once_give_no_number_twice() -> None:
    billed(12)
    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(lambda _: invoices.number_all(lambda: True), range(4)))
    assert done == [True] * 4
    assert sorted(filter(None, numbers(12))) == list(range(1, 13))


@pytest.mark.parametrize("kill", [killed_before, killed_after])
def test_a_death_leaves_no_gap(kill: Callable[[int], object]) -> None:
    billed(5)
    with recorded_calls() as calls, suppress(StopIteration):
        left = iter([True])
        invoices.number_all(lambda: next(left), HURRY)
    for call in range(len(calls.made)):
        with suppress(Killed), kill(call):  # type: ignore[attr-defined] # a context manager
            invoices.number_all(lambda: True, HURRY)
    invoices.number_all(lambda: True, HURRY)
    assert sorted(filter(None, numbers(5))) == [1, 2, 3, 4, 5]
