"""Starts happen once, changes lose no change, and lists cost what their page costs."""

from dataclasses import replace
from datetime import timedelta

import pytest

from csms.domain.errors import Invalid, NotFound
from csms.domain.id_tag import AuthorizationStatus, IdTagInfo
from csms.domain.ids import Minor, TariffId, TransactionId, Wh
from csms.domain.tariff import Tariff
from csms.domain.transaction import Bill, ClosedBy, Transaction, TransactionState
from csms.store import counter
from csms.store import transaction as transactions
from csms.store import transaction_list as lists
from csms.store.transaction import StartRecord
from tests.charging import CHARGER, HOUR, MINUTE, START, fact, read_until, running
from tests.engine import Engine
from tests.integration.store.race import THREADS, race
from tests.transactions import TARIFF, stopped

pytestmark = pytest.mark.usefixtures("tables")
ACCEPTED = IdTagInfo(AuthorizationStatus.ACCEPTED)
KEY = "start#key"


def record(number: int) -> StartRecord:
    return StartRecord(TransactionId(number), ACCEPTED, f"m{number}")


def full() -> Transaction:
    """A transaction with everything that one can have."""
    tariff: Tariff = replace(TARIFF, valid_from=START, valid_to=START + HOUR, tax_included=False)
    bill = Bill(Minor(1), Minor(2), Minor(3), Wh(4), "EUR", START, 5, "ab" * 8, START, 6)
    return replace(
        stopped(),
        tariff=tariff,
        bill=bill,
        id_tag_info=IdTagInfo(AuthorizationStatus.EXPIRED, START, "PARENT"),
        readings=replace(
            read_until(START), recent=(("ab" * 8, START), ("cd" * 8, START)), forgotten_at=START
        ),
        reconcile_after=START,
        reconcile_trigger="boot",
        reconcile_evidence_at=START,
        reconciled=True,
        closed_by=ClosedBy.CSMS,
        hold_minor=Minor(7),
        attempts=3,
        last_error="x",
        hold_reason="y",
        reservation_id=9,
        start_message_id="m1",
        stop_message_id="m2",
        started_raw="raw",
        stopped_raw="raw",
        stop_reason="Local",
        stop_id_tag="tag",
    )


@pytest.mark.parametrize("transaction", [running(), full()], ids=["running", "full"])
def test_a_transaction_is_read_as_it_was_written(transaction: Transaction) -> None:
    transactions.create(transaction)
    assert transactions.get(transaction.transaction_id) == transaction
    assert transactions.find(transaction.transaction_id) == transaction


def test_what_is_not_there_is_not_found() -> None:
    assert transactions.find(TransactionId(1)) is None
    with pytest.raises(NotFound):
        transactions.get(TransactionId(1))


def test_sixteen_get_sixteen_numbers() -> None:
    assert sorted(race(lambda _: counter.next_number("n"))) == list(range(1, THREADS + 1))
    assert counter.next_number("other") == 1


def test_one_of_sixteen_starts_takes_the_natural_key_and_all_learn_which() -> None:
    found = race(lambda n: transactions.record_start(KEY, record(n)))
    assert len({one.transaction_id for one in found}) == 1
    assert transactions.find_start(KEY) == found[0]


def test_one_of_sixteen_takes_a_natural_key_over() -> None:
    old = transactions.record_start(KEY, record(99))
    found = race(lambda n: transactions.replace_start(KEY, old, record(n)))
    assert len({one.transaction_id for one in found}) == 1
    assert found[0].transaction_id != 99


def test_a_transaction_is_created_once() -> None:
    made = race(lambda n: transactions.create(running(meter_start_wh=n)))
    assert len({one.meter_start_wh for one in made}) == 1


def test_sixteen_changes_at_once_are_all_there() -> None:
    transactions.create(running())

    def add(_: int) -> None:
        def once_more(one: Transaction) -> Transaction:
            return replace(one, attempts=one.attempts + 1)

        transactions.apply(transactions.get(TransactionId(1)), once_more)

    race(add)
    changed = transactions.get(TransactionId(1))
    assert (changed.attempts, changed.version) == (THREADS, THREADS + 1)


def test_a_stale_write_gets_what_is_there_and_changes_nothing() -> None:
    transactions.create(running())
    assert transactions.save(running(attempts=1), 1) is None
    there = transactions.save(running(attempts=2), 1)
    assert there is not None
    assert (there.attempts, there.version) == (1, 2)


def test_a_rule_that_has_nothing_to_do_writes_nothing() -> None:
    transactions.create(running())
    before = transactions.get(TransactionId(1))
    assert transactions.change(before, lambda _: None) is None
    assert transactions.get(TransactionId(1)) == before


def test_a_row_stays_within_the_kilobyte_of_one_write_unit(tables: Engine) -> None:
    name = "x" * 32
    long = running(
        tariff=replace(TARIFF, tariff_id=TariffId(name), name="Standard tariff, weekdays"),
        station_id=name,
        payer_id=name,
        session_id=name[:20],
        id_tag="X" * 20,
        start_key="start#" + name,
        started_raw="2026-03-01T12:00:00.000+01:00",
        start_message_id="00000000-0000-4000-8000-000000000000",
        readings=replace(
            read_until(START, 12_345_678), recent=tuple((fact(n).digest, START) for n in range(4))
        ),
    )
    transactions.create(long)
    (row,) = tables.rows("csms-transaction")
    size = sum(len(key) + len(next(iter(value.values()))) for key, value in row.items())
    assert size <= 1024


def test_deadlines_are_found_by_kind_and_only_when_they_are_over() -> None:
    transactions.create(running(1, due_kind="reconcile", due_at=START))
    transactions.create(running(2, due_kind="reconcile", due_at=START + HOUR))
    transactions.create(running(3, due_kind="bill", due_at=START))
    transactions.create(running(4))
    due = transactions.list_due("reconcile", START + MINUTE, 10)
    assert [one.transaction_id for one in due] == [1]


class TestLists:
    """Newest first, a page at a time."""

    def test_pages_go_on_where_the_last_ended(self) -> None:
        for n in range(5):
            transactions.create(running(n + 1, started_at=START + n * MINUTE))
        first = lists.list_by_charger(CHARGER, None, 3)
        rest = lists.list_by_charger(CHARGER, first.cursor, 3)
        assert [one.transaction_id for one in first.items] == [5, 4, 3]
        assert [one.transaction_id for one in rest.items] == [2, 1]
        assert rest.cursor is None

    def test_a_cursor_of_another_list_is_refused(self) -> None:
        for n in range(2):
            transactions.create(running(n + 1))
        cursor = lists.list_by_charger(CHARGER, None, 1).cursor
        with pytest.raises(Invalid):
            lists.list_by_station(running().station_id, cursor, 1)

    def test_all_are_listed_across_days(self) -> None:
        for n in range(3):
            number = transactions.next_transaction_id()
            transactions.create(running(number, started_at=START - n * timedelta(days=10)))
        found: list[int] = []
        cursor: str | None = None
        for _ in range(10):
            page = lists.list_newest(START + HOUR, cursor, 2)
            found += [one.transaction_id for one in page.items]
            cursor = page.cursor
            if cursor is None or len(found) == 3:
                break
        assert found == [1, 2, 3]

    def test_a_clock_at_1970_hides_nothing(self) -> None:
        transactions.create(running(started_at=START.replace(year=1970)))
        assert len(lists.list_by_day(START.date(), None, 5).items) == 1

    def test_the_queue_follows_the_state(self) -> None:
        transactions.create(running())
        lists_now = lists.list_by_queue(TransactionState.RUNNING, None, 5)
        assert len(lists_now.items) == 1
        transactions.save(running(state=TransactionState.STOPPED), 1)
        assert not lists.list_by_queue(TransactionState.RUNNING, None, 5).items
        with pytest.raises(Invalid):
            lists.list_by_queue(TransactionState.COMPLETED, None, 5)

    def test_long_running_ones_come_oldest_first(self) -> None:
        for n in range(3):
            transactions.create(running(n + 1, started_at=START - n * HOUR))
        found = lists.running_since(START - MINUTE)
        assert [one.transaction_id for one in found] == [3, 2]
