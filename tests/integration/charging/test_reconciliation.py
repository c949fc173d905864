"""Transactions without a Stop, Stops without a transaction, and what comes late."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest

from csms.domain.ids import ConnectorId, TransactionId, fold_tag
from csms.domain.transaction import ClosedBy, TransactionState
from csms.services.charging import events
from csms.store import charger as chargers
from csms.store import id_tag as tags
from csms.store import review
from csms.store.review import ReviewKind
from tests.integration.charging.world import (
    DAY,
    HOUR,
    MINUTE,
    NOW,
    SECOND,
    TAG,
    Frames,
    add_tag,
    bills,
    build,
    stop_payload,
    stored,
    sweep,
)

pytestmark = pytest.mark.usefixtures("tables")
S = TransactionState


def begun(frames: Frames) -> int:
    """A transaction with a reading of 5,000 Wh half an hour after its start."""
    number = int(frames.start(NOW)["transactionId"])
    frames.meter(number, NOW + 30 * MINUTE, 5000)
    return number


def lost(frames: Frames) -> int:
    """A transaction that we closed and billed after the connector became free."""
    number = begun(frames)
    frames.status("Available", NOW + HOUR)
    sweep(NOW + HOUR + 15 * MINUTE)
    assert stored(number).state is S.COMPLETED
    return number


def kinds(number: int) -> list[str]:
    return [entry.kind for entry in events.read(TransactionId(number))]


class TestStatusTrigger:
    """The connector reports what no transaction has."""

    @pytest.mark.parametrize("status", ["Available", "Preparing", "Reserved", "Unavailable"])
    def test_it_is_closed_at_its_last_reading_after_a_quarter_of_an_hour(self, status: str) -> None:
        frames = build()
        number = begun(frames)
        frames.status(status, NOW + HOUR)
        sweep(NOW + HOUR + 14 * MINUTE)
        assert stored(number).state is S.RUNNING
        assert stored(number).reconcile_trigger == "status"
        sweep(NOW + HOUR + 15 * MINUTE)
        ended = stored(number)
        assert (ended.state, ended.closed_by, ended.reconciled) == (
            S.COMPLETED,
            ClosedBy.CSMS,
            True,
        )
        assert (ended.meter_stop_wh, ended.stopped_at) == (5000, NOW + 30 * MINUTE)
        assert bills() == [(f"charge#{number}", -210)]
        assert "closed" in kinds(number)

    @pytest.mark.parametrize("status", ["Charging", "SuspendedEV", "SuspendedEVSE", "Finishing"])
    def test_other_statuses_end_nothing(self, status: str) -> None:
        frames = build()
        number = begun(frames)
        frames.status(status, NOW + HOUR)
        sweep(NOW + 2 * DAY)
        assert stored(number).state is S.RUNNING

    def test_a_status_from_before_the_start_or_the_last_reading_ends_nothing(self) -> None:
        frames = build()
        frames.status("Preparing", NOW - SECOND)
        number = begun(frames)
        frames.status("Available", NOW + 29 * MINUTE, NOW + HOUR)
        assert stored(number).reconcile_after is None

    def test_newer_readings_clear_the_doubt(self) -> None:
        frames = build()
        number = begun(frames)
        frames.status("Available", NOW + HOUR)
        frames.meter(number, NOW + HOUR + SECOND, 6000)
        assert stored(number).reconcile_after is None
        sweep(NOW + 2 * DAY)
        assert stored(number).state is S.RUNNING
        assert "went-on" in kinds(number)

    def test_old_queued_readings_do_not(self) -> None:
        frames = build()
        number = begun(frames)
        frames.status("Available", NOW + HOUR)
        frames.meter(number, NOW + 45 * MINUTE, 7000, NOW + HOUR + MINUTE)
        assert stored(number).reconcile_after is not None
        sweep(NOW + HOUR + 15 * MINUTE)
        assert stored(number).meter_stop_wh == 7000

    def test_a_status_of_charging_clears_it_too(self) -> None:
        frames = build()
        number = begun(frames)
        frames.status("Unavailable", NOW + HOUR)
        frames.status("Charging", NOW + HOUR + MINUTE)
        assert stored(number).reconcile_after is None

    def test_a_start_that_arrives_after_its_connector_became_free_is_doubted(self) -> None:
        frames = build()
        frames.status("Available", NOW + HOUR)
        number = frames.start(NOW, NOW + 2 * HOUR)["transactionId"]
        sweep(NOW + 2 * HOUR + 15 * MINUTE)
        assert stored(number).closed_by is ClosedBy.CSMS


class TestBootTrigger:
    """A boot is no proof of a reboot."""

    def test_what_stays_silent_after_a_boot_is_closed_a_day_later(self) -> None:
        frames = build()
        number = begun(frames)
        frames.boot(NOW + HOUR)
        sweep(NOW + HOUR + DAY - SECOND)
        assert stored(number).state is S.RUNNING
        sweep(NOW + HOUR + DAY)
        assert stored(number).state is S.COMPLETED

    def test_a_charger_that_boots_on_every_reconnect_keeps_its_transaction(self) -> None:
        frames = build()
        number = begun(frames)
        for hours in range(1, 60, 2):
            frames.boot(NOW + hours * HOUR)
            frames.meter(number, NOW + hours * HOUR + MINUTE, 5000 + hours)
            sweep(NOW + hours * HOUR + 2 * MINUTE)
        assert stored(number).state is S.RUNNING
        assert stored(number).reconcile_after is None

    def test_boots_alone_do_not_keep_it(self) -> None:
        frames = build()
        number = begun(frames)
        for hours in range(1, 26, 2):
            frames.boot(NOW + hours * HOUR)
        sweep(NOW + HOUR + DAY)
        assert stored(number).closed_by is ClosedBy.CSMS

    def test_without_a_transaction_a_boot_touches_nothing(self) -> None:
        frames = build()
        number = begun(frames)
        frames.stop(number, NOW + HOUR, 11_000)
        before = stored(number)
        frames.boot(NOW + 2 * HOUR)
        assert stored(number) == before


class TestTrueStop:
    """The charger's word after our own close."""

    def test_two_days_later_the_difference_is_one_correction(self) -> None:
        frames = build()
        number = lost(frames)
        for n in range(3):
            frames.stop(number, NOW + 50 * MINUTE, 9000, NOW + 2 * DAY + n * MINUTE)
        ended = stored(number)
        assert (ended.state, ended.closed_by) == (S.COMPLETED, ClosedBy.CHARGER)
        assert (ended.meter_stop_wh, ended.stopped_at) == (9000, NOW + 50 * MINUTE)
        assert [amount for _, amount in bills()] == [-210, -160]
        assert "true-stop" in kinds(number)
        sweep(NOW + 3 * DAY)
        assert len(bills()) == 2

    def test_a_true_end_that_the_gate_doubts_is_held(self) -> None:
        frames = build()
        number = lost(frames)
        frames.stop(number, NOW + 50 * MINUTE, 9_000_000, NOW + 2 * DAY)
        assert stored(number).state is S.HELD
        assert len(bills()) == 1

    def test_the_same_end_makes_no_entry(self) -> None:
        frames = build()
        number = lost(frames)
        frames.stop(number, NOW + 30 * MINUTE, 5000, NOW + 2 * DAY)
        assert stored(number).closed_by is ClosedBy.CHARGER
        assert len(bills()) == 1


class TestNextStart:
    """A new start on a connector where a transaction runs."""

    def test_a_later_one_ends_it_at_its_last_reading(self) -> None:
        frames = build()
        number = begun(frames)
        add_tag("other")
        later = frames.start(NOW + HOUR, idTag="other")["transactionId"]
        ended = stored(number)
        assert (ended.state, ended.stop_reason) == (S.COMPLETED, "Superseded")
        assert ended.meter_stop_wh == 5000
        assert "superseded" in kinds(number)
        connector = chargers.connector(frames.charger_id, ConnectorId(1))
        assert connector is not None
        assert connector.transaction_id == later

    def test_one_from_before_its_last_reading_is_history_for_an_operator(self) -> None:
        frames = build()
        number = begun(frames)
        early = frames.start(NOW - DAY, NOW + HOUR, idTag="other")["transactionId"]
        assert stored(number).state is S.RUNNING
        assert stored(early).state is S.RUNNING
        (entry,) = review.list_by_kind(ReviewKind.HISTORIC_START, None, 5).items
        assert entry.detail == {"transaction_id": early}
        frames.stop(early, NOW - DAY + HOUR, 2000, NOW + HOUR)
        assert stored(early).closed_by is ClosedBy.CHARGER
        assert stored(number).state is S.RUNNING

    def test_history_without_a_stop_does_not_run_for_ever(self) -> None:
        frames = build()
        begun(frames)
        early = frames.start(NOW - DAY, NOW + HOUR, idTag="other")["transactionId"]
        sweep(NOW + HOUR + DAY)
        assert stored(early).closed_by is ClosedBy.CSMS

    def test_of_sixteen_starts_at_once_the_latest_runs_and_no_other_does(self) -> None:
        frames = build()
        with ThreadPoolExecutor(16) as pool:
            started = list(
                pool.map(lambda n: frames.start(NOW + n * MINUTE, idTag=f"t{n}"), range(16))
            )
        latest = started[-1]["transactionId"]
        connector = chargers.connector(frames.charger_id, ConnectorId(1))
        assert connector is not None
        assert connector.transaction_id == latest
        sweep(NOW + 3 * DAY)
        states = {stored(one["transactionId"]).state for one in started[:-1]}
        assert states == {S.UNBILLED}
        assert stored(latest).state is S.RUNNING

    def test_another_connector_is_another_matter(self) -> None:
        frames = build()
        number = begun(frames)
        frames.start(NOW + HOUR, idTag="other", connectorId=2)
        assert stored(number).state is S.RUNNING


class TestSilence:
    """No contact for a week."""

    def test_it_is_set_aside_and_its_tag_may_charge_again(self) -> None:
        frames = build()
        number = begun(frames)
        sweep(NOW + 7 * DAY)
        assert stored(number).state is S.RUNNING
        sweep(NOW + 7 * DAY + HOUR)
        held = stored(number)
        assert (held.state, held.hold_reason) == (S.HELD, "no_contact")
        assert not tags.claimed_starts(fold_tag(TAG))
        assert "no-contact" in kinds(number)
        assert not bills()

    def test_its_true_stop_is_billed(self) -> None:
        frames = build()
        number = begun(frames)
        sweep(NOW + 8 * DAY)
        frames.stop(number, NOW + HOUR, 11_000, NOW + 9 * DAY)
        assert stored(number).state is S.COMPLETED
        assert bills() == [(f"charge#{number}", -450)]

    def test_a_charger_that_is_heard_of_keeps_its_long_transaction(self) -> None:
        frames = build()
        number = begun(frames)
        frames.boot(NOW + 7 * DAY)
        frames.meter(number, NOW + 7 * DAY + MINUTE, 6000)
        sweep(NOW + 7 * DAY + HOUR)
        assert (stored(number).state, stored(number).reconcile_after) == (S.RUNNING, None)

    def test_a_transaction_that_no_connector_points_to_is_doubted(self) -> None:
        frames = build()
        number = begun(frames)
        chargers.clear_running(frames.charger_id, ConnectorId(1), TransactionId(number))
        frames.boot(NOW + 7 * DAY)
        sweep(NOW + 7 * DAY + HOUR)
        assert stored(number).reconcile_trigger == "history"


class TestOrphans:
    """A Stop that names no transaction of this charger."""

    @pytest.mark.parametrize("sent", [-1, 0, 77_777])
    def test_the_one_that_fits_is_ended_once(self, sent: int) -> None:
        frames = build()
        number = begun(frames)
        for n in range(3):
            assert frames.stop(sent, NOW + HOUR, 11_000, NOW + HOUR + n * SECOND) == {}
        assert stored(number).state is S.COMPLETED
        assert bills() == [(f"charge#{number}", -450)]
        assert "matched" in kinds(number)
        assert not review.list_by_kind(ReviewKind.ORPHAN_STOP, None, 5).items

    def test_what_fits_nothing_is_kept_for_an_operator_once(self) -> None:
        frames = build()
        for n in range(3):
            assert frames.stop(-1, NOW + HOUR, 11_000, NOW + HOUR + n * SECOND) == {}
        (orphan,) = review.list_by_kind(ReviewKind.ORPHAN_STOP, None, 5).items
        assert orphan.charger_id == frames.charger_id
        assert orphan.detail["meter_stop_wh"] == 11_000

    def test_two_that_fit_are_left_to_an_operator(self) -> None:
        frames = build()
        one, other = begun(frames), frames.start(NOW, idTag="other", connectorId=2)
        frames.stop(-1, NOW + HOUR, 11_000)
        assert stored(one).state is stored(other["transactionId"]).state is S.RUNNING
        assert len(review.list_by_kind(ReviewKind.ORPHAN_STOP, None, 5).items) == 1

    def test_the_finding_says_so(self) -> None:
        frames = build()
        begun(frames)
        reply = frames.answer("StopTransaction", stop_payload(-1, NOW + HOUR, 11_000), NOW + HOUR)
        assert [finding.code for finding in reply.findings] == ["transaction-unknown"]


@pytest.mark.parametrize("late", [timedelta(0), 2 * DAY, 30 * DAY])
def test_a_whole_session_may_arrive_late(late: timedelta) -> None:
    frames = build()
    arrival: datetime = NOW + HOUR + late
    number = frames.start(NOW, arrival)["transactionId"]
    frames.meter(number, NOW + 30 * MINUTE, 5000, arrival)
    frames.stop(number, NOW + HOUR, 11_000, arrival)
    ended = stored(number)
    assert (ended.state, ended.started_at, ended.start_arrived_at) == (S.COMPLETED, NOW, arrival)
    assert bills() == [(f"charge#{number}", -450)]
