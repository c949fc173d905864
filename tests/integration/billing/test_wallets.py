"""Top-ups, adjustments, and whether a wallet allows a start."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from csms.domain.errors import Invalid, Refused
from csms.domain.ids import Minor, UserId
from csms.domain.station import Station
from csms.domain.wallet import EntryKind, StartRefusal
from csms.services import billing
from csms.store import ledger, wallet
from tests.integration.billing.build import balance, faults, given, given_funds
from tests.transactions import (
    NOW,
    PAYER,
    PRICE,
    START,
    STATION,
    stopped,
)

pytestmark = pytest.mark.usefixtures("tables")

WORKERS = 16


def station(minimum: int) -> Station:
    return Station(
        station_id=STATION,
        name="Station",
        address="Street 1",
        time_zone="Europe/Berlin",
        latitude_e6=52_520_000,
        longitude_e6=13_405_000,
        tariff_id=None,
        minimum_balance_minor=Minor(minimum),
        created_at=START,
    )


def test_a_top_up_is_an_entry_with_its_sums() -> None:
    entry = billing.top_up(PAYER, Minor(2500), "key-1", "admin", "cash", NOW)
    assert entry == ledger.find(PAYER, "request#key-1")
    assert (entry.kind, entry.amount_minor, entry.sequence) == (EntryKind.TOP_UP, 2500, 1)
    assert (entry.actor, entry.note, entry.at) == ("admin", "cash", NOW)
    assert balance() == 2500
    assert faults() == []


def test_a_repeat_gets_the_first_answer() -> None:
    first = billing.top_up(PAYER, Minor(2500), "key-1", "admin", None, NOW)
    again = billing.top_up(PAYER, Minor(2500), "key-1", "other", None, NOW + timedelta(days=1))
    assert again == first
    assert balance() == 2500


def test_a_key_is_not_taken_for_another_request() -> None:
    billing.top_up(PAYER, Minor(2500), "key-1", "admin", None, NOW)
    for amount, note in ((2501, None), (2500, "note")):
        with pytest.raises(Invalid) as refused:
            billing.top_up(PAYER, Minor(amount), "key-1", "admin", note, NOW)
        assert refused.value.field == "Idempotency-Key"
    with pytest.raises(Invalid):
        billing.adjust(PAYER, Minor(2500), "key-1", "admin", "note", NOW)
    assert balance() == 2500


def test_keys_of_requests_cannot_meet_those_of_bills() -> None:
    given(stopped())
    billing.top_up(PAYER, Minor(2500), "charge#1", "admin", None, NOW)
    billing.bill(stopped().transaction_id, NOW)
    assert balance() == 2500 - PRICE


def test_two_users_may_use_the_same_key() -> None:
    other = UserId("other")
    billing.top_up(PAYER, Minor(100), "key", "admin", None, NOW)
    billing.top_up(other, Minor(200), "key", "admin", None, NOW)
    assert (balance(), balance(other)) == (100, 200)


@pytest.mark.parametrize("amount", [0, -1, 10**9 + 1])
def test_a_top_up_lies_within_limits(amount: int) -> None:
    with pytest.raises(Invalid):
        billing.top_up(PAYER, Minor(amount), "key", "admin", None, NOW)
    assert wallet.find(PAYER) is None


@pytest.mark.parametrize("key", ["", "x" * 129, "a\nb"])
def test_a_key_is_short_and_printable(key: str) -> None:
    with pytest.raises(Invalid):
        billing.top_up(PAYER, Minor(100), key, "admin", None, NOW)


def test_an_adjustment_goes_both_ways_and_has_a_note() -> None:
    billing.adjust(PAYER, Minor(500), "a", "admin", "goodwill", NOW)
    billing.adjust(PAYER, Minor(-200), "b", "admin", "entered twice", NOW)
    assert balance() == 300
    for amount, note in ((100, "  "), (0, "nothing")):
        with pytest.raises(Invalid):
            billing.adjust(PAYER, Minor(amount), "c", "admin", note, NOW)
    assert faults() == []


def test_an_adjustment_does_not_go_below_the_limit() -> None:
    given_funds(100)
    with pytest.raises(Refused) as refused:
        billing.adjust(PAYER, Minor(-101), "a", "admin", "note", NOW)
    assert refused.value.reason == "insufficient_funds"
    assert balance() == 100


def test_a_repeated_adjustment_is_answered_even_when_it_could_not_be_made_now() -> None:
    given_funds(100)
    first = billing.adjust(PAYER, Minor(-100), "a", "admin", "note", NOW)
    assert billing.adjust(PAYER, Minor(-100), "a", "admin", "note", NOW) == first
    assert balance() == 0


def test_concurrent_top_ups_all_count() -> None:
    barrier = threading.Barrier(WORKERS)

    def top_up(number: int) -> int:
        barrier.wait()
        return billing.top_up(PAYER, Minor(100), f"key-{number}", "admin", None, NOW).sequence

    with ThreadPoolExecutor(WORKERS) as pool:
        sequences = list(pool.map(top_up, range(WORKERS)))
    assert sorted(sequences) == list(range(1, WORKERS + 1))
    assert balance() == 100 * WORKERS
    assert faults() == []


def test_one_request_sent_sixteen_times_counts_once() -> None:
    barrier = threading.Barrier(WORKERS)

    def top_up(_: int) -> object:
        barrier.wait()
        return billing.top_up(PAYER, Minor(100), "key", "admin", None, NOW)

    with ThreadPoolExecutor(WORKERS) as pool:
        answers = list(pool.map(top_up, range(WORKERS)))
    assert all(answer == answers[0] for answer in answers)
    assert balance() == 100
    assert faults() == []


def test_entries_are_listed_newest_first_page_by_page() -> None:
    for number in range(5):
        billing.top_up(PAYER, Minor(number + 1), f"key-{number}", "admin", None, NOW)
    first = ledger.entries(PAYER, None, 3)
    second = ledger.entries(PAYER, first.cursor, 3)
    amounts = [entry.amount_minor for entry in (*first.items, *second.items)]
    assert amounts == [5, 4, 3, 2, 1]
    assert second.cursor is None
    with pytest.raises(Invalid):
        ledger.entries(UserId("other"), first.cursor, 3)


def test_a_start_needs_money_and_no_open_bill() -> None:
    assert billing.funds_for(PAYER, station(0)).refusal is None
    assert billing.funds_for(PAYER, station(1)).refusal is StartRefusal.INSUFFICIENT_FUNDS
    given(replace(stopped(), due_at=NOW))
    billing.bill(stopped().transaction_id, NOW)
    given_funds(PRICE - 1)
    assert billing.funds_for(PAYER, station(0)).refusal is StartRefusal.OPEN_BILL
    billing.top_up(PAYER, Minor(501), "more", "admin", None, NOW)
    assert billing.funds_for(PAYER, station(500)).refusal is None
