"""What becomes of a transaction that has ended."""

from dataclasses import replace
from datetime import timedelta

import pytest

from csms.domain.id_tag import AuthorizationStatus, IdTagInfo
from csms.domain.ids import ChargerId, Micro, Minor, Wh
from csms.domain.transaction import ClosedBy, Transaction, TransactionState
from csms.domain.wallet import EntryKind, Movement, post
from csms.services import billing
from csms.store import ledger, station_day, transaction, wallet
from tests.integration.billing.build import (
    HURRY,
    balance,
    charged,
    ended_after_all,
    faults,
    given,
    given_funds,
)
from tests.transactions import (
    NOW,
    PAYER,
    PRICE,
    START,
    STATION,
    TARIFF,
    stopped,
)

pytestmark = pytest.mark.usefixtures("tables")


def test_a_stopped_transaction_is_completed_and_paid() -> None:
    given(stopped())
    given_funds(10_000)
    billed = billing.bill(stopped().transaction_id, NOW)
    assert billed == transaction.get(billed.transaction_id)
    assert (billed.state, billed.due_kind, billed.due_at) == (
        TransactionState.COMPLETED,
        None,
        None,
    )
    assert balance() == 10_000 - PRICE
    assert charged() == [("charge#1", -PRICE)]
    assert faults() == []


def test_the_bill_says_what_it_was_made_of() -> None:
    given(stopped())
    given_funds()
    bill = billing.bill(stopped().transaction_id, NOW).bill
    assert bill is not None
    assert (bill.price_minor, bill.net_minor, bill.tax_minor) == (450, 378, 72)
    assert (bill.energy_wh, bill.currency, bill.billed_at) == (10_000, "EUR", NOW)
    used = stopped().readings
    assert (bill.used_latest_at, bill.used_count, bill.used_hash) == (
        used.latest_at,
        used.count,
        used.readings_hash,
    )


def test_the_entry_names_station_transaction_and_sums() -> None:
    given(stopped())
    given_funds(1000)
    billing.bill(stopped().transaction_id, NOW)
    entry = ledger.find(PAYER, "charge#1")
    assert entry is not None
    assert (entry.station_id, entry.transaction_id, entry.actor) == (STATION, 1, "billing")
    assert (entry.sequence, entry.balance_after_minor, entry.at) == (2, 1000 - PRICE, NOW)


def test_the_stations_day_is_counted_in_its_own_zone() -> None:
    late = START.replace(hour=23, minute=30)
    for number in (1, 2):
        moved = replace(
            stopped(number),
            charger_id=ChargerId(f"cp{number}"),
            started_at=late,
            start_arrived_at=late,
            stopped_at=late + timedelta(hours=1),
            stop_arrived_at=late + timedelta(hours=1),
        )
        given(moved)
    given_funds()
    for number in (1, 2):
        billing.bill(stopped(number).transaction_id, NOW)
    sums = station_day.of_chargers(STATION, "2026-03-01", "2026-03-03")
    assert [(one.day, one.charger_id, one.sessions) for one in sums] == [
        ("2026-03-02", "cp1", 1),
        ("2026-03-02", "cp2", 1),
    ]
    assert [(one.energy_wh, one.revenue_minor) for one in sums] == [(10_000, PRICE)] * 2
    assert station_day.of_chargers(STATION, "2026-03-03", "2026-03-09") == []


def test_billing_again_changes_nothing() -> None:
    given(stopped())
    given_funds()
    first = billing.bill(stopped().transaction_id, NOW)
    assert billing.bill(stopped().transaction_id, NOW + timedelta(days=1)) == first
    assert charged() == [("charge#1", -PRICE)]


def test_a_hold_is_released_by_the_bill() -> None:
    held = replace(stopped(), hold_minor=Minor(1000))
    given(held)
    given_funds(2000)
    before = wallet.find(PAYER)
    assert before is not None
    movement = Movement(
        key="hold#1", kind=EntryKind.HOLD, amount_minor=Minor(1000), actor="test", at=START
    )
    wallet.post(post(before, [movement]))
    billing.bill(held.transaction_id, NOW)
    after = wallet.find(PAYER)
    assert after is not None
    assert (after.balance_minor, after.held_minor, after.version) == (2000 - PRICE, 0, 4)
    assert charged() == [("release#1", -1000), ("charge#1", -PRICE)]
    assert faults() == []


def test_no_energy_is_a_bill_of_nothing() -> None:
    given(stopped(energy_wh=0))
    billed = billing.bill(stopped().transaction_id, NOW)
    assert billed.state is TransactionState.COMPLETED
    assert charged() == [("charge#1", 0)]
    assert faults() == []


@pytest.mark.parametrize(
    ("ended", "reason"),
    [
        (stopped(payer=None), "no_payer"),
        (replace(stopped(), tariff=None), "no_tariff"),
        (replace(stopped(), tariff=replace(TARIFF, currency="JPY")), "other_currency"),
        (
            replace(stopped(), id_tag_info=IdTagInfo(AuthorizationStatus.BLOCKED)),
            "refused_tag",
        ),
    ],
)
def test_what_nobody_can_be_charged_for_waits_for_a_person(ended: Transaction, reason: str) -> None:
    given(ended)
    found = billing.bill(ended.transaction_id, NOW)
    assert (found.state, found.hold_reason) == (TransactionState.UNBILLED, reason)
    assert found.due_kind is None
    assert charged() == []
    assert faults() == []


def test_implausible_energy_is_held_with_its_reasons() -> None:
    given(stopped(energy_wh=910_000))
    given_funds()
    found = billing.bill(stopped().transaction_id, NOW)
    assert (found.state, found.hold_reason) == (TransactionState.HELD, "more_than_rated_power")
    assert (found.bill, found.due_kind) == (None, None)
    assert charged() == []
    assert faults() == []


@pytest.mark.parametrize(
    "state",
    [TransactionState.RUNNING, TransactionState.CANCELLED, TransactionState.HELD],
)
def test_what_has_not_ended_is_not_billed(state: TransactionState) -> None:
    other = replace(stopped(), state=state, due_kind=None, due_at=None)
    given(other)
    assert billing.bill(other.transaction_id, NOW) == other
    assert charged() == []


def test_too_little_money_leaves_the_bill_open_with_a_deadline() -> None:
    given(stopped())
    given_funds(PRICE - 1)
    found = billing.bill(stopped().transaction_id, NOW, HURRY)
    assert found == transaction.get(found.transaction_id)
    assert (found.state, found.attempts, found.due_kind) == (
        TransactionState.BILLING_FAILED,
        1,
        "bill",
    )
    assert found.last_error == "insufficient funds: 4.50 EUR due, 4.49 EUR in the wallet"
    assert found.due_at is not None
    assert timedelta(seconds=30) <= found.due_at - NOW <= timedelta(seconds=60)
    assert balance() == PRICE - 1
    assert faults() == []


def test_each_failure_doubles_the_wait() -> None:
    given(stopped())
    waits = []
    for _ in range(12):
        found = billing.bill(stopped().transaction_id, NOW, HURRY)
        assert found.due_at is not None
        waits.append((found.due_at - NOW).total_seconds())
    assert waits[:4] == [45, 90, 180, 360]
    assert waits[-1] == waits[-2] == 0.75 * 6 * 3600
    assert found.attempts == 12


def test_a_top_up_pays_open_bills_at_once() -> None:
    given(stopped(1), stopped(2))
    for number in (1, 2):
        billing.bill(stopped(number).transaction_id, NOW, HURRY)
    billing.top_up(PAYER, Minor(PRICE), "first", "test", None, NOW)
    states = [transaction.get(stopped(number).transaction_id).state for number in (1, 2)]
    assert sorted(states) == [TransactionState.BILLING_FAILED, TransactionState.COMPLETED]
    billing.top_up(PAYER, Minor(PRICE), "second", "test", None, NOW)
    states = [transaction.get(stopped(number).transaction_id).state for number in (1, 2)]
    assert states == [TransactionState.COMPLETED] * 2
    after = wallet.find(PAYER)
    assert after is not None
    assert (after.balance_minor, after.open_bills) == (0, ())
    assert faults() == []


def test_a_doubtful_end_closes_the_open_bill() -> None:
    given(stopped())
    unpaid = billing.bill(stopped().transaction_id, NOW, HURRY)
    doubtful = replace(unpaid, meter_stop_wh=Wh(0), state=TransactionState.STOPPED)
    assert transaction.save(doubtful, unpaid.version) is None
    assert billing.bill(unpaid.transaction_id, NOW).state is TransactionState.HELD
    after = wallet.find(PAYER)
    assert after is not None
    assert after.open_bills == ()


@pytest.mark.parametrize(("meter_stop", "correction"), [(13_500, -100), (6000, 200)])
def test_a_true_end_after_our_own_is_one_correction(meter_stop: int, correction: int) -> None:
    given(replace(stopped(), closed_by=ClosedBy.CSMS, reconciled=True))
    given_funds(10_000)
    first = billing.bill(stopped().transaction_id, NOW)
    end = replace(stopped().readings, highest_register_wh=Wh(meter_stop), latest_register_wh=None)
    ended_after_all(replace(first, readings=end), meter_stop)
    later = NOW + timedelta(days=2)
    corrected = billing.correct(first.transaction_id, later)
    assert billing.correct(first.transaction_id, later) == corrected
    assert billing.bill(first.transaction_id, later) == corrected
    assert charged() == [("charge#1", -PRICE), ("correction#1#1", correction)]
    assert corrected.bill is not None
    assert corrected.bill.price_minor == PRICE - correction
    (sums,) = station_day.of_chargers(STATION, "2026-03-01", "2026-03-01")
    assert (sums.sessions, sums.revenue_minor) == (1, PRICE - correction)
    assert faults() == []


def test_a_true_end_that_costs_the_same_is_no_entry() -> None:
    given(replace(stopped(), closed_by=ClosedBy.CSMS, tariff=replace(TARIFF, energy_rate=Micro(0))))
    given_funds()
    first = billing.bill(stopped().transaction_id, NOW)
    ended_after_all(first, 12_000)
    corrected = billing.correct(first.transaction_id, NOW + timedelta(days=2))
    assert corrected.state is TransactionState.COMPLETED
    assert corrected.due_kind is None
    assert charged() == [("charge#1", -50)]
    assert faults() == []


def test_a_doubtful_true_end_is_held_and_moves_no_money() -> None:
    given(replace(stopped(), closed_by=ClosedBy.CSMS))
    given_funds()
    first = billing.bill(stopped().transaction_id, NOW)
    ended_after_all(first, 900_000)
    held = billing.correct(first.transaction_id, NOW + timedelta(days=2))
    assert (held.state, held.hold_reason) == (TransactionState.HELD, "more_than_rated_power")
    assert charged() == [("charge#1", -PRICE)]
    assert faults() == []


def test_a_correction_that_cannot_be_paid_waits_for_money() -> None:
    given(replace(stopped(), closed_by=ClosedBy.CSMS))
    given_funds(PRICE)
    first = billing.bill(stopped().transaction_id, NOW)
    ended_after_all(first, 13_500)
    later = NOW + timedelta(days=2)
    waiting = billing.correct(first.transaction_id, later, HURRY)
    assert (waiting.state, waiting.due_kind) == (TransactionState.BILLING_FAILED, "bill")
    assert waiting.bill == first.bill
    assert faults(later) == []
    billing.top_up(PAYER, Minor(100), "more", "test", None, later)
    assert charged() == [("charge#1", -PRICE), ("correction#1#1", -100)]
    assert transaction.get(first.transaction_id).state is TransactionState.COMPLETED
    assert (balance(), faults(later)) == (0, [])
