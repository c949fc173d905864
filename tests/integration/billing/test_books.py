"""The books name whatever was damaged by hand."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from csms.domain import decision
from csms.domain.charging_session import ChargingSession, SessionState
from csms.domain.ids import ChargingSessionId, Minor, TransactionId, Wh
from csms.domain.transaction import TransactionState
from csms.domain.user import Role, User
from csms.domain.wallet import EntryKind, Movement, post
from csms.entrypoints.jobs import books_check
from csms.services import billing
from csms.services.billing import Refund, books, invoices
from csms.store import transaction, user, wallet
from csms.store.charging_session import ChargingSessionRow
from csms.store.ledger import LedgerRow
from tests.integration.billing.build import faults, given, given_funds
from tests.integration.billing.damages import DAMAGES, wallet_changed
from tests.transactions import NOW, PAYER, START, stopped

pytestmark = pytest.mark.usefixtures("tables")


@pytest.mark.parametrize(("damage", "named"), DAMAGES.values(), ids=DAMAGES)
def test_a_damage_is_named(damage: Callable[[], None], named: set[tuple[str, str]]) -> None:
    given(stopped())
    given_funds()
    billing.bill(stopped().transaction_id, NOW)
    invoices.number_all(lambda: True)
    assert faults() == []
    damage()
    assert {(one.subject, one.detail) for one in faults()} == named


def test_more_refunded_than_was_paid_is_named() -> None:
    given(stopped())
    given_funds()
    billing.bill(stopped().transaction_id, NOW)
    billing.refund(Refund(TransactionId(1), Minor(400), "goodwill", "r", "admin"), NOW)
    LedgerRow.change((PAYER, "request#r"), [LedgerRow.amount_minor.add(100)])
    details = [one.detail for one in faults() if one.subject == "transaction 1"]
    assert details == ["500 was refunded, it says 400", "500 was refunded of 450 paid"]


def test_a_correction_that_gave_back_what_refunds_had_is_named() -> None:
    given(stopped())
    given_funds()
    billed = billing.bill(stopped().transaction_id, NOW)
    billing.refund(Refund(TransactionId(1), Minor(400), "goodwill", "r", "admin"), NOW)
    less = decision.set_energy(transaction.get(TransactionId(1)), Wh(2500), "misread", NOW)
    assert less is not None
    assert transaction.save(less, billed.version + 1) is None
    billing.correct(TransactionId(1), NOW)
    assert faults() == []
    LedgerRow.change((PAYER, "correction#1#1"), [LedgerRow.amount_minor.add(250)])
    details = [one.detail for one in faults() if one.subject == "transaction 1"]
    assert details == [
        "150 was paid for a bill of 150, of which 400 is to stay",
        "400 was refunded of 150 paid",
    ]


def test_a_state_without_its_deadline_is_named() -> None:
    given(replace(stopped(), due_kind=None, due_at=None))
    assert [one.detail for one in faults()] == ["is STOPPED without a deadline for its bill"]


def test_a_deadline_that_no_state_needs_is_named() -> None:
    given(replace(stopped(), state=TransactionState.HELD))
    assert [one.detail for one in faults()] == ["is HELD and still has a deadline"]


def test_a_deadline_that_nobody_kept_is_named() -> None:
    given(stopped())
    found = faults(NOW + timedelta(hours=3))
    assert [one.detail for one in found] == ["its deadline 2026-03-01T13:01:00+00:00 was missed"]


RUNNING = replace(
    stopped(),
    state=TransactionState.RUNNING,
    meter_stop_wh=None,
    stopped_at=None,
    stop_arrived_at=None,
    closed_by=None,
    due_kind=None,
    due_at=None,
)


def test_a_doubt_without_its_deadline_is_named() -> None:
    given(replace(RUNNING, reconcile_after=NOW, reconcile_evidence_at=NOW))
    assert [one.detail for one in faults()] == ["is doubted without a deadline for its end"]


def test_what_runs_on_a_charger_that_is_silent_for_too_long_is_named() -> None:
    given(RUNNING)
    assert faults(START + timedelta(days=7)) == []
    (found,) = faults(START + timedelta(days=7, hours=1))
    silent = "runs, though its charger was last heard of at 2026-03-01T12:00:00+00:00"
    assert found.detail == f"{silent}, and 0 is held for it"


def test_a_hold_that_nobody_answers_for_is_named() -> None:
    given(RUNNING)
    given_funds()
    held = Movement(
        key="hold#9", kind=EntryKind.HOLD, amount_minor=Minor(500), actor="test", at=NOW
    )
    wallet.post(post(wallet.ensure(PAYER), [held]))
    assert [(one.subject, one.detail) for one in faults()] == [
        ("wallet driver", "500 is held, 0 of it for something")
    ]


def test_a_hold_of_a_session_that_was_decided_is_named() -> None:
    given_funds()
    session = ChargingSession(
        session_id=ChargingSessionId("s"),
        user_id=PAYER,
        charger_id=stopped().charger_id,
        connector_id=stopped().connector_id,
        id_tag="0" * 20,
        state=SessionState.REQUESTED,
        requested_at=NOW,
        due_at=NOW,
        requested_by=PAYER,
        hold_minor=Minor(500),
    )
    billing.open_session(session, NOW)
    assert faults(NOW + timedelta(minutes=59)) == []
    missed = "is REQUESTED and still holds 500"
    assert [one.detail for one in faults(NOW + timedelta(hours=2))] == [missed]
    ended = [ChargingSessionRow.state.set(SessionState.FAILED.value)]
    ChargingSessionRow.change(("s",), ended)
    assert [one.detail for one in faults()] == ["is FAILED and still holds 500"]


def test_the_daily_check_finds_nothing_and_then_what_was_damaged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    person = User(PAYER, "iss", "sub", "Driver", None, Role.USER, active=True, created_at=NOW)
    user.create(person)
    given(stopped())
    given_funds()
    billing.bill(stopped().transaction_id, NOW)
    event = {"time": NOW.isoformat()}
    assert books_check.handle(event, lambda: True) == {"discrepancies": 0}
    wallet_changed()
    assert books_check.handle(event, lambda: True) == {"discrepancies": 1}
    assert [one.message for one in caplog.records if one.levelname == "ERROR"] == [
        books_check.OUT_OF_BALANCE
    ]
    with pytest.raises(TimeoutError):
        books_check.handle(event, lambda: False)


def test_everybody_is_in_the_list_of_people() -> None:
    assert list(books.all_people()) == []
