"""Rows that are read ahead: each is used once, in place of its own read; nothing else changes."""

from threading import Thread

import pytest

from csms.domain.ids import ChargerId, TransactionId
from csms.store import connection, transaction
from csms.store.prefetch import Wanted, reading_ahead
from tests.faults import recorded_calls
from tests.integration.charging.world import build
from tests.transactions import stopped

pytestmark = pytest.mark.usefixtures("tables")

CHARGER = ChargerId("cp1")
NUMBER = TransactionId(1)


@pytest.fixture
def both() -> list[Wanted]:
    """A charger's row and a transaction, which are there."""
    build(CHARGER)
    transaction.create(stopped())
    return [connection.wanted(CHARGER), transaction.wanted(NUMBER)]


def test_two_rows_are_read_in_one_call_and_are_what_their_reads_find(both: list[Wanted]) -> None:
    expected = (connection.find(CHARGER), transaction.find(NUMBER))
    with recorded_calls() as calls, reading_ahead(both):
        assert (connection.find(CHARGER), transaction.find(NUMBER)) == expected
    assert calls.made == ["BatchGetItem"]


def test_a_row_is_handed_out_once(both: list[Wanted]) -> None:
    with reading_ahead(both):
        before = transaction.find(NUMBER)
        assert before is not None
        assert transaction.save(before, before.version) is None
        after = transaction.find(NUMBER)
    assert after is not None
    assert after.version == before.version + 1


def test_who_must_see_every_write_asks_the_table(both: list[Wanted]) -> None:
    with reading_ahead(both):
        assert transaction.save(stopped(), stopped().version) is None
        assert transaction.get(NUMBER).version == stopped().version + 1


def test_what_is_missing_is_looked_for_as_ever(both: list[Wanted]) -> None:
    absent = TransactionId(2)
    with reading_ahead([*both, transaction.wanted(absent)]):
        transaction.create(stopped(2))
        assert transaction.find(absent) == stopped(2)


def test_one_row_is_left_to_its_own_read(both: list[Wanted]) -> None:
    with recorded_calls() as calls, reading_ahead(both[:1]):
        connection.find(CHARGER)
    assert calls.made == ["GetItem"]


def test_nothing_is_kept_for_later_or_for_others(both: list[Wanted]) -> None:
    with reading_ahead(both):
        with recorded_calls() as elsewhere:
            other = Thread(target=lambda: transaction.find(NUMBER))
            other.start()
            other.join()
        transaction.find(NUMBER)
    with recorded_calls() as later:
        connection.find(CHARGER)
    assert (elsewhere.made, later.made) == (["GetItem"], ["GetItem"])
