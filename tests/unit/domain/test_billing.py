"""How an ended transaction becomes money."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csms.domain.billing import (
    UnbilledReason,
    awaits_billing,
    business_day,
    charged,
    completed,
    correction_note,
    earned,
    earned_tax,
    failed,
    movements,
    parked,
    replay,
    retry_delay,
    unbilled_reason,
)
from csms.domain.id_tag import AuthorizationStatus, IdTagInfo
from csms.domain.ids import Micro, Minor, TransactionId, Wh
from csms.domain.tariff import Tariff
from csms.domain.transaction import Transaction, TransactionState
from csms.domain.wallet import EntryKind
from tests.transactions import NOW, START, TARIFF, stopped

registers = st.integers(1000, 1_000_000).map(Wh)
tariffs = st.builds(
    lambda rate, fee, tax, included: replace(
        TARIFF, energy_rate=rate, session_fee_minor=fee, tax_rate=tax, tax_included=included
    ),
    st.integers(0, 3_000_000).map(Micro),
    st.integers(0, 1000).map(Minor),
    st.integers(0, 300_000).map(Micro),
    st.booleans(),
)


def billed(transaction: Transaction) -> Transaction:
    assert transaction.tariff is not None
    return completed(transaction, replay(transaction, transaction.tariff), NOW)


@given(registers, tariffs.map(lambda tariff: replace(stopped(), tariff=tariff)))
def test_a_bill_can_be_replayed(meter_stop: Wh, ended: Transaction) -> None:
    done = billed(replace(ended, meter_stop_wh=meter_stop))
    assert done.bill is not None
    assert done.tariff is not None
    replayed = replay(done, done.tariff)
    assert replayed.total_minor == done.bill.price_minor
    assert (replayed.net_minor, replayed.tax_minor) == (done.bill.net_minor, done.bill.tax_minor)


@given(registers, registers, tariffs)
def test_charge_and_correction_are_the_price_of_the_true_end(
    close: Wh, end: Wh, tariff: object
) -> None:
    ended = replace(stopped(), meter_stop_wh=close, tariff=tariff)  # type: ignore[arg-type] # drawn
    priced = replay(ended, ended.tariff or TARIFF)
    true_end = replace(completed(ended, priced, NOW), meter_stop_wh=end)
    final = replay(true_end, ended.tariff or TARIFF)
    entries = [*movements(ended, priced, NOW), *movements(true_end, final, NOW)]
    assert sum(entry.amount_minor for entry in entries) == -final.total_minor
    assert [entry.kind for entry in entries[1:]] in ([], [EntryKind.CORRECTION])


type Step = tuple[str, int]
steps = st.lists(
    st.tuples(st.sampled_from(["correct", "refund"]), st.integers(0, 60_000)), max_size=8
)


@given(tariffs, steps)
def test_corrections_and_refunds_never_give_back_more_than_was_charged(
    tariff: Tariff, wanted: list[Step]
) -> None:
    """Whatever follows upon what: the price stays paid, less the refunds, and never below zero."""
    one = replace(stopped(), tariff=tariff)
    entries = [*movements(one, replay(one, tariff), NOW)]
    one = billed(one)
    for step, amount in wanted:
        if step == "refund":
            given_back = Minor(min(amount, earned(one)))
            one = replace(one, refunded_minor=Minor(one.refunded_minor + given_back))
        else:
            one = replace(one, corrected_energy_wh=Wh(amount))
            entries += movements(one, replay(one, tariff), NOW)
            one = billed(one)
        assert one.bill is not None
        taken = -sum(entry.amount_minor for entry in entries if entry.amount_minor < 0)
        back = sum(entry.amount_minor for entry in entries if entry.amount_minor > 0)
        assert back + one.refunded_minor <= taken
        assert taken - back == charged(one.bill.price_minor, one.refunded_minor)
        assert earned(one) == taken - back - one.refunded_minor
        assert 0 <= earned_tax(one) <= max(0, one.bill.tax_minor)


def test_a_correction_below_the_refunds_gives_back_the_rest_and_says_so() -> None:
    done = replace(billed(stopped()), refunded_minor=Minor(300))
    less = replace(done, corrected_energy_wh=Wh(2_500))
    (entry,) = movements(less, replay(less, TARIFF), NOW)
    assert entry.amount_minor == 150
    note = correction_note(less, billed(less), NOW)
    assert note is not None
    assert note.text.endswith("; refunds had given back 300 already")


def test_a_completed_transaction_waits_for_nothing() -> None:
    done = billed(replace(stopped(), last_error="busy", attempts=2))
    assert (done.state, done.due_kind, done.due_at) == (TransactionState.COMPLETED, None, None)
    assert (done.last_error, done.attempts, done.version) == (None, 2, 2)


@pytest.mark.parametrize("state", list(TransactionState))
def test_only_ended_and_unsettled_transactions_await_a_bill(state: TransactionState) -> None:
    waits = state in (TransactionState.STOPPED, TransactionState.BILLING_FAILED)
    assert awaits_billing(replace(stopped(), state=state)) is waits


def test_a_completed_transaction_awaits_its_correction() -> None:
    done = billed(stopped())
    assert not awaits_billing(done)
    assert awaits_billing(replace(done, due_kind="correct"))


@pytest.mark.parametrize(
    ("transaction", "reason"),
    [
        (stopped(), None),
        (replace(stopped(), payer_id=None), UnbilledReason.NO_PAYER),
        (replace(stopped(), tariff=None), UnbilledReason.NO_TARIFF),
        (
            replace(stopped(), id_tag_info=IdTagInfo(AuthorizationStatus.CONCURRENT_TX)),
            UnbilledReason.REFUSED_TAG,
        ),
        (
            replace(stopped(), tariff=replace(TARIFF, currency="USD")),
            UnbilledReason.OTHER_CURRENCY,
        ),
    ],
)
def test_who_cannot_be_charged_has_a_reason(
    transaction: Transaction, reason: UnbilledReason | None
) -> None:
    assert unbilled_reason(transaction, "EUR") is reason


@given(st.integers(1, 10_000), st.integers(0, 1000))
def test_retries_wait_between_half_a_minute_and_six_hours(attempts: int, spread: int) -> None:
    delay = retry_delay(attempts, spread)
    assert timedelta(seconds=30) <= delay <= timedelta(hours=6)
    assert retry_delay(attempts + 1, spread) >= delay


def test_a_failure_keeps_a_bounded_error_and_a_deadline() -> None:
    after = failed(stopped(), "x" * 1000, NOW, 1000)
    assert (after.state, after.attempts) == (TransactionState.BILLING_FAILED, 1)
    assert (after.due_kind, after.due_at) == ("bill", NOW + timedelta(minutes=1))
    assert after.last_error == "x" * 200


def test_what_waits_for_a_person_has_no_deadline() -> None:
    held = parked(stopped(), TransactionState.HELD, "why")
    assert (held.state, held.hold_reason, held.due_kind, held.due_at) == (
        TransactionState.HELD,
        "why",
        None,
        None,
    )


def test_the_timeline_tells_a_correction_and_not_a_first_bill() -> None:
    done = billed(stopped())
    assert correction_note(stopped(), done, NOW) is None
    note = correction_note(done, billed(replace(done, meter_stop_wh=Wh(12_000))), NOW)
    assert note is not None
    assert note.text == (
        "Corrected (true end after our own close): 490 minor units of EUR for 11000 Wh instead of"
        " 450 for 10000 Wh, billed 2026-03-01 13:00:02 UTC"
    )


@pytest.mark.parametrize(
    ("started", "zone", "day"),
    [
        (START, "Europe/Berlin", "2026-03-01"),
        (START.replace(hour=23), "Europe/Berlin", "2026-03-02"),
        (START.replace(hour=2), "America/New_York", "2026-02-28"),
        (datetime(1970, 1, 1, tzinfo=UTC), "Europe/Berlin", "2026-03-01"),
        (START + timedelta(days=300), "Europe/Berlin", "2026-03-01"),
    ],
)
def test_a_transaction_counts_on_the_local_day_of_its_start(
    started: datetime, zone: str, day: str
) -> None:
    moved = replace(
        stopped(), transaction_id=TransactionId(1), started_at=started, start_arrived_at=START
    )
    if started.year == START.year and started < START + timedelta(days=1):
        moved = replace(moved, start_arrived_at=started)
    assert business_day(moved, ZoneInfo(zone)) == day
