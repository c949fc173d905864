"""The schedule that bills what could not be billed at once."""

from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest

from csms.domain.id_tag import IdTag
from csms.domain.ids import fold_tag
from csms.domain.transaction import TransactionState
from csms.services import billing
from csms.store import charger as chargers
from csms.store import id_tag as tags
from csms.store import transaction
from functions.billing_retry.handler import handler
from tests import faults as fault
from tests.integration.billing.build import (
    HURRY,
    balance,
    charged,
    faults,
    given,
    given_funds,
)
from tests.transactions import NOW, PAYER, PRICE, START, STOP, stopped

pytestmark = pytest.mark.usefixtures("tables")

MANY = 230


def sweep(at: datetime, remaining_ms: int = 25_000) -> object:
    """Run the job once."""
    context = SimpleNamespace(get_remaining_time_in_millis=lambda: remaining_ms)
    return handler({"time": at.strftime("%Y-%m-%dT%H:%M:%SZ")}, context)


def test_nothing_is_done_before_a_deadline() -> None:
    given(stopped())
    given_funds()
    assert sweep(STOP + timedelta(seconds=59)) == {"tried": 0, "complete": True}
    assert charged() == []
    assert sweep(STOP + timedelta(seconds=60)) == {"tried": 1, "complete": True}
    assert charged() == [("charge#1", -PRICE)]


def test_all_that_is_due_is_done_in_pages() -> None:
    for number in range(MANY):
        given(stopped(number + 1))
    given_funds(MANY * PRICE)
    assert sweep(NOW + timedelta(hours=1)) == {"tried": MANY, "complete": True}
    assert balance() == 0
    assert len(charged()) == MANY
    assert faults(NOW + timedelta(hours=1)) == []


def test_it_stops_when_its_time_is_over() -> None:
    given(stopped(1), stopped(2))
    given_funds()
    assert sweep(NOW + timedelta(hours=1), remaining_ms=9_000) == {"tried": 0, "complete": False}
    assert charged() == []


def test_what_fails_is_tried_once_in_a_run_and_again_after_its_deadline() -> None:
    given(stopped())
    first = sweep(NOW + timedelta(hours=1))
    failed = transaction.get(stopped().transaction_id)
    assert (first, failed.attempts) == ({"tried": 1, "complete": True}, 1)
    assert failed.due_at is not None
    assert sweep(failed.due_at - timedelta(seconds=1)) == {"tried": 0, "complete": True}
    assert sweep(failed.due_at + timedelta(seconds=1)) == {"tried": 1, "complete": True}
    assert transaction.get(failed.transaction_id).attempts == 2


def counted(capsys: pytest.CaptureFixture[str]) -> int:
    """How many failed bills the alarm was told of since it was last asked."""
    return capsys.readouterr().out.count('"BillFailed":[1')


def test_a_driver_without_money_is_no_alarm(capsys: pytest.CaptureFixture[str]) -> None:
    given(stopped())
    sweep(NOW + timedelta(hours=1))
    failed = transaction.get(stopped().transaction_id)
    assert failed.last_error == "insufficient funds: 4.50 EUR due, 0.00 EUR in the wallet"
    assert counted(capsys) == 0


def test_a_bill_that_fails_for_another_reason_is_an_alarm(
    capsys: pytest.CaptureFixture[str],
) -> None:
    given(stopped(1), stopped(2))
    given_funds()
    busy = fault.cancellation(["TransactionConflict", "None", "None", "None"])
    with fault.refused("TransactWriteItems", busy, times=6):
        sweep(NOW + timedelta(hours=1))
    states = [transaction.get(stopped(number).transaction_id).state for number in (1, 2)]
    assert sorted(states) == [TransactionState.BILLING_FAILED, TransactionState.COMPLETED]
    assert counted(capsys) == 1


def test_what_was_paid_meanwhile_is_not_due_any_more() -> None:
    given(stopped())
    failed = billing.bill(stopped().transaction_id, NOW, HURRY)
    assert failed.due_at is not None
    given_funds()
    settled = transaction.get(failed.transaction_id)
    assert (settled.state, settled.last_error) == (TransactionState.COMPLETED, None)
    assert sweep(failed.due_at + timedelta(minutes=5)) == {"tried": 0, "complete": True}


def test_it_also_frees_what_an_end_left_taken() -> None:
    tag = fold_tag(stopped().id_tag)
    tags.create(IdTag(tag, stopped().id_tag, PAYER), START)
    assert tags.claim(tag, stopped().start_key, START) is None
    chargers.set_running(stopped().charger_id, stopped().connector_id, stopped().transaction_id)
    given(stopped())
    given_funds()
    sweep(NOW + timedelta(hours=1))
    connector = chargers.connector(stopped().charger_id, stopped().connector_id)
    assert connector is not None
    assert connector.transaction_id is None
    assert tags.claimed_starts(tag) == {}
    assert charged() == [("charge#1", -PRICE)]
