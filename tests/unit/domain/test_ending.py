"""How a transaction ends."""

from dataclasses import replace
from datetime import timedelta

import pytest

from csms.domain.ending import (
    CloseReason,
    close,
    could_read,
    covers,
    extend,
    hold_for_silence,
    is_open,
    match_orphan,
    stop,
)
from csms.domain.ids import ChargerId, ConnectorId, Wh
from csms.domain.transaction import ClosedBy, Transaction, TransactionState
from tests.charging import HOUR, MINUTE, ONE, START, read_until, running, stop_facts

S = TransactionState
NOW = START + 2 * HOUR


def closed(state: TransactionState = S.COMPLETED) -> Transaction:
    """Closed by us at its last reading, an hour after the start."""
    ended = close(running(readings=read_until(START + HOUR)), CloseReason.RECONCILED, NOW)
    assert ended is not None
    return replace(ended, state=state)


def stopped(state: TransactionState = S.COMPLETED) -> Transaction:
    """Ended by the charger's word."""
    ended = stop(running(), stop_facts())
    assert ended is not None
    return replace(ended, state=state)


def test_a_stop_ends_a_running_transaction_with_a_deadline_for_its_bill() -> None:
    suspected = running(
        reconcile_after=NOW, reconcile_trigger="boot", reconcile_evidence_at=START, due_at=NOW
    )
    ended = stop(suspected, stop_facts())
    assert ended is not None
    assert (ended.state, ended.closed_by) == (S.STOPPED, ClosedBy.CHARGER)
    assert (ended.meter_stop_wh, ended.stopped_at) == (11_000, START + HOUR)
    assert (ended.due_kind, ended.due_at) == ("bill", stop_facts().arrived_at + MINUTE)
    assert ended.reconcile_after is None


@pytest.mark.parametrize("state", list(S))
def test_only_a_stop_for_one_that_its_charger_ended_is_a_repeat(state: TransactionState) -> None:
    assert stop(stopped(state), stop_facts()) is None
    true_end = stop(closed(state), stop_facts())
    assert (true_end is None) is (state is S.CANCELLED)


@pytest.mark.parametrize("state", [S.STOPPED, S.HELD, S.UNBILLED, S.BILLING_FAILED])
def test_the_true_end_after_our_own_close_is_billed_anew(state: TransactionState) -> None:
    true_end = stop(replace(closed(state), hold_reason="x", attempts=3), stop_facts())
    assert true_end is not None
    assert (true_end.state, true_end.due_kind) == (S.STOPPED, "bill")
    assert (true_end.closed_by, true_end.meter_stop_wh) == (ClosedBy.CHARGER, 11_000)
    assert (true_end.hold_reason, true_end.attempts) == (None, 0)


def test_the_true_end_after_our_own_bill_is_corrected() -> None:
    true_end = stop(closed(S.COMPLETED), stop_facts())
    assert true_end is not None
    assert (true_end.state, true_end.due_kind) == (S.COMPLETED, "correct")


def test_a_stop_without_a_register_ends_at_the_last_reading() -> None:
    ended = stop(running(readings=read_until(START + MINUTE)), stop_facts(meter_stop_wh=None))
    assert ended is not None
    assert ended.meter_stop_wh == 5000


def test_we_close_at_the_last_reading() -> None:
    ended = closed(S.STOPPED)
    assert (ended.meter_stop_wh, ended.stopped_at) == (5000, START + HOUR)
    assert (ended.closed_by, ended.reconciled, ended.due_kind) == (ClosedBy.CSMS, True, "bill")


def test_without_readings_we_close_where_it_began() -> None:
    ended = close(running(), CloseReason.SUPERSEDED, NOW)
    assert ended is not None
    assert (ended.meter_stop_wh, ended.stopped_at) == (1000, START)


@pytest.mark.parametrize("state", [state for state in S if state is not S.RUNNING])
def test_only_what_runs_is_closed_or_set_aside(state: TransactionState) -> None:
    assert close(running(state=state), CloseReason.RECONCILED, NOW) is None
    assert hold_for_silence(running(state=state)) is None


def test_silence_sets_aside_and_a_stop_still_ends_it() -> None:
    held = hold_for_silence(running(due_kind="reconcile", due_at=NOW, reconcile_after=NOW))
    assert held is not None
    assert (held.state, held.hold_reason, held.due_at) == (S.HELD, "no_contact", None)
    assert is_open(held)
    ended = stop(held, stop_facts())
    assert ended is not None
    assert ended.state is S.STOPPED


def test_one_that_the_gate_held_is_not_open() -> None:
    assert not is_open(stopped(S.HELD))


def test_a_late_reading_moves_our_close_until_it_is_billed() -> None:
    later = replace(closed(S.STOPPED), readings=read_until(START + HOUR + MINUTE, 6000))
    assert extend(later).meter_stop_wh == 6000
    assert extend(replace(later, state=S.COMPLETED)).meter_stop_wh == 5000


def test_a_late_reading_does_not_move_the_charger_s_word() -> None:
    later = replace(stopped(S.STOPPED), readings=read_until(START + HOUR + MINUTE, 16_000))
    assert extend(later).meter_stop_wh == 11_000


class TestOrphans:
    """A Stop without a usable transaction id."""

    def test_the_only_open_transaction_that_fits_is_meant(self) -> None:
        candidates = [running(1), stopped(S.COMPLETED), running(3, meter_start_wh=Wh(90_000))]
        assert (
            match_orphan(candidates, stop_facts(reason="Other", meter_stop_wh=Wh(9000)))
            == (candidates[0])
        )

    @pytest.mark.parametrize(
        "unfit",
        [
            running(charger_id=ChargerId("cp2")),
            running(started_at=START + 2 * HOUR),
            running(meter_start_wh=Wh(11_001 + 5)),
            running(rated_power_w=1000),
            running(readings=read_until(START + MINUTE, 20_000)),
            closed(),
            running(state=S.CANCELLED),
        ],
        ids=["other charger", "began later", "register", "power", "readings", "closed", "over"],
    )
    def test_one_that_cannot_have_ended_so_is_not_meant(self, unfit: Transaction) -> None:
        assert match_orphan([unfit], stop_facts()) is None

    def test_two_that_fit_are_none(self) -> None:
        two = [running(1), running(2, connector_id=ConnectorId(2))]
        assert match_orphan(two, stop_facts()) is None

    def test_a_tag_decides_between_two(self) -> None:
        two = [running(1), running(2, id_tag="OTHER")]
        assert match_orphan(two, stop_facts(id_tag="other")) == two[1]

    def test_a_repeat_finds_what_it_ended(self) -> None:
        candidates = [running(5), stopped(S.COMPLETED)]
        assert match_orphan(candidates, stop_facts()) == candidates[1]
        later = stop_facts(stopped_at=START + HOUR + MINUTE)
        assert match_orphan(candidates, later) == candidates[0]


def test_a_transaction_covers_its_connector_from_start_to_end() -> None:
    ended = stopped()
    assert covers(ended, ONE, START)
    assert covers(ended, ONE, START + HOUR)
    assert not covers(ended, ONE, START + HOUR + MINUTE)
    assert not covers(ended, ONE, START - MINUTE)
    assert not covers(ended, ConnectorId(2), START)
    assert covers(running(), ONE, START + timedelta(days=9))


def test_the_main_meter_of_one_connector_is_told_from_that_of_a_site() -> None:
    assert could_read(running(), Wh(5000), START + HOUR)
    assert not could_read(running(), Wh(9_000_000), START + HOUR)
    assert not could_read(running(), Wh(500), START + HOUR)
