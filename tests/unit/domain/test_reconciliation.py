"""What makes us doubt that a transaction runs, and what clears the doubt."""

from dataclasses import replace
from datetime import timedelta

import pytest

from csms.domain.reconciliation import Trigger, acquit, is_due, suspect
from csms.domain.transaction import Transaction, TransactionState
from tests.charging import HOUR, MINUTE, START, read_until, running

DAY = timedelta(days=1)


def doubted(evidence_after: timedelta = HOUR) -> Transaction:
    """Doubted since an hour after the start, to be closed a day later."""
    at = START + evidence_after
    found = suspect(running(readings=read_until(START + MINUTE)), Trigger.BOOT, at, at + DAY)
    assert found is not None
    return found


def test_a_trigger_after_the_last_reading_raises_a_doubt_with_a_deadline() -> None:
    found = doubted()
    assert found.state is TransactionState.RUNNING
    assert found.reconcile_trigger == "boot"
    assert found.reconcile_evidence_at == START + HOUR
    assert (found.due_kind, found.due_at) == ("reconcile", START + HOUR + DAY)


@pytest.mark.parametrize("offset", [timedelta(0), -MINUTE])
def test_a_trigger_that_a_reading_outlived_raises_none(offset: timedelta) -> None:
    seen = running(readings=read_until(START + HOUR))
    assert suspect(seen, Trigger.STATUS, START + HOUR + offset, START + DAY) is None


def test_a_status_from_before_the_start_raises_no_doubt() -> None:
    assert suspect(running(), Trigger.STATUS, START - MINUTE, START + DAY) is None


def test_what_has_ended_is_not_doubted() -> None:
    ended = running(state=TransactionState.STOPPED)
    assert suspect(ended, Trigger.BOOT, START + HOUR, START + DAY) is None


def test_a_boot_on_every_reconnect_raises_the_bar_and_never_postpones_the_close() -> None:
    later = START + 3 * HOUR
    again = suspect(doubted(), Trigger.BOOT, later, later + DAY)
    assert again is not None
    assert again.reconcile_evidence_at == later
    assert again.due_at == START + HOUR + DAY


def test_a_status_after_a_boot_brings_the_close_forward() -> None:
    at = START + HOUR + MINUTE
    again = suspect(doubted(), Trigger.STATUS, at, at + 15 * MINUTE)
    assert again is not None
    assert again.due_at == at + 15 * MINUTE


def test_an_earlier_trigger_that_arrives_later_does_not_lower_the_bar() -> None:
    again = suspect(doubted(), Trigger.STATUS, START + 30 * MINUTE, START + HOUR)
    assert again is not None
    assert again.reconcile_evidence_at == START + HOUR
    assert again.due_at == START + HOUR


def test_the_same_trigger_again_is_no_change() -> None:
    assert suspect(doubted(), Trigger.BOOT, START + HOUR, START + HOUR + DAY) is None


def test_newer_evidence_clears_the_doubt() -> None:
    cleared = acquit(doubted(), START + HOUR + MINUTE)
    assert cleared is not None
    assert (cleared.reconcile_after, cleared.due_kind, cleared.due_at) == (None, None, None)


@pytest.mark.parametrize("offset", [-MINUTE, timedelta(0)])
def test_queued_readings_from_before_the_trigger_prove_nothing(offset: timedelta) -> None:
    assert acquit(doubted(), START + HOUR + offset) is None


def test_without_a_doubt_nothing_is_cleared() -> None:
    assert acquit(running(), START + DAY) is None


@pytest.mark.parametrize("status_first", [True, False])
def test_the_order_of_a_status_and_newer_readings_does_not_matter(*, status_first: bool) -> None:
    at, read_at = START + HOUR, START + HOUR + MINUTE
    transaction = running()
    if status_first:
        transaction = suspect(transaction, Trigger.STATUS, at, at + DAY) or transaction
    transaction = replace(transaction, readings=read_until(read_at))
    transaction = acquit(transaction, read_at) or transaction
    if not status_first:
        transaction = suspect(transaction, Trigger.STATUS, at, at + DAY) or transaction
    assert transaction.reconcile_after is None


def test_it_is_due_once_the_time_for_evidence_is_over() -> None:
    found = doubted()
    assert found.due_at is not None
    assert is_due(found, found.due_at)
    assert not is_due(found, found.due_at - MINUTE)
    assert not is_due(running(), START + 9 * DAY)
    assert not is_due(replace(found, state=TransactionState.HELD), found.due_at)
