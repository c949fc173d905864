"""Tags, sessions, readings, reviews: each written once, whoever races."""

from dataclasses import replace

import pytest

from csms.domain.charging_session import ChargingSession, SessionState
from csms.domain.errors import Conflict, NotFound
from csms.domain.id_tag import IdTag
from csms.domain.ids import (
    ChargerId,
    ChargingSessionId,
    CommandId,
    ConnectorId,
    TransactionId,
    UserId,
    fold_tag,
)
from csms.domain.transaction import TimelineEntry
from csms.store import charging_session as sessions
from csms.store import id_tag as tags
from csms.store import meter_value as meter_values
from csms.store import review, timeline
from csms.store.meter_value import StoredReadings
from csms.store.review import Review, ReviewKind
from tests.charging import CHARGER, HOUR, MINUTE, ONE, START, reading
from tests.integration.store.race import THREADS, race

pytestmark = pytest.mark.usefixtures("tables")
TAG = IdTag(fold_tag("Card"), "Card", UserId("driver"))
SESSION = ChargingSession(
    session_id=ChargingSessionId("s"),
    user_id=UserId("driver"),
    charger_id=ChargerId("cp1"),
    connector_id=ConnectorId(1),
    id_tag="VIRTUAL",
    state=SessionState.REQUESTED,
    requested_at=START,
    due_at=START + MINUTE,
    requested_by="driver",
)


class TestTags:
    """Places on a tag."""

    def test_one_of_sixteen_takes_the_last_place(self) -> None:
        tags.create(replace(TAG, concurrent_limit=3), START)
        for n in range(2):
            assert tags.claim(TAG.tag, f"start#before{n}", START) is None
        taken = race(lambda n: tags.claim(TAG.tag, f"start#{n}", START) is None)
        assert taken.count(True) == 1

    def test_the_same_start_has_its_place_already(self) -> None:
        tags.create(TAG, START)
        assert set(race(lambda _: tags.claim(TAG.tag, "start#same", START))) == {None}
        assert list(tags.claimed_starts(TAG.tag)) == ["start#same"]

    def test_whoever_has_no_place_learns_who_has_them(self) -> None:
        tags.create(TAG, START)
        tags.claim(TAG.tag, "start#a", START)
        assert tags.claim(TAG.tag, "start#b", START + HOUR) == {"start#a": START}

    def test_a_place_that_was_given_back_is_free(self) -> None:
        tags.create(TAG, START)
        tags.claim(TAG.tag, "start#a", START)
        tags.release(TAG.tag, "start#a")
        tags.release(TAG.tag, "start#never")
        assert tags.claim(TAG.tag, "start#b", START) is None

    def test_an_unknown_tag_gets_no_row_by_claiming_or_releasing(self) -> None:
        assert tags.claim(TAG.tag, "start#a", START) == {}
        tags.release(TAG.tag, "start#a")
        assert tags.find(TAG.tag, START) is None

    def test_a_tag_is_registered_once(self) -> None:
        tags.create(TAG, START)
        with pytest.raises(Conflict):
            tags.create(TAG, START)

    def test_one_of_sixteen_edits_wins(self) -> None:
        tags.create(TAG, START)

        def edit(number: int) -> bool:
            try:
                tags.replace(replace(TAG, concurrent_limit=number + 1, version=2))
            except Conflict:
                return False
            return True

        assert race(edit).count(True) == 1
        found = tags.find(TAG.tag, START)
        assert found is not None
        assert found.version == 2

    def test_an_edit_leaves_what_runs(self) -> None:
        tags.create(TAG, START)
        tags.claim(TAG.tag, "start#a", START)
        tags.replace(replace(TAG, blocked=True, user_id=None, version=2))
        found = tags.find(TAG.tag, START)
        assert found is not None
        assert (found.blocked, found.user_id) == (True, None)
        assert list(tags.claimed_starts(TAG.tag)) == ["start#a"]
        assert not tags.list_by_user(UserId("driver"), None, 5).items

    def test_a_tag_that_is_gone_cannot_be_edited(self) -> None:
        with pytest.raises(NotFound):
            tags.replace(replace(TAG, version=2))
        tags.create(TAG, START)
        with pytest.raises(Conflict):
            tags.delete(TAG.tag, 2)
        tags.delete(TAG.tag, 1)
        with pytest.raises(NotFound):
            tags.delete(TAG.tag, 1)

    def test_a_virtual_tag_is_not_listed_and_expires(self) -> None:
        tags.create(replace(TAG, session_id=SESSION.session_id), START)
        assert tags.find(TAG.tag, START) is not None
        assert tags.find(TAG.tag, START + tags.VIRTUAL_TAG_LIFE) is None
        assert not tags.list_all(None, 5).items


class TestSessions:
    """A session is decided once."""

    def test_a_session_is_read_as_it_was_written(self) -> None:
        sessions.create(SESSION)
        assert sessions.get(SESSION.session_id) == SESSION

    def test_one_of_sixteen_transactions_adopts_it(self) -> None:
        sessions.create(SESSION)
        linked = race(lambda n: sessions.link(SESSION.session_id, TransactionId(n + 1)))
        assert sum(one is not None for one in linked) == 1

    def test_the_same_transaction_may_adopt_it_again(self) -> None:
        sessions.create(SESSION)
        linked = race(lambda _: sessions.link(SESSION.session_id, TransactionId(1)))
        assert None not in linked

    def test_it_fails_or_is_linked_and_failing_does_not_undo_a_link(self) -> None:
        sessions.create(SESSION)
        race(
            lambda n: (
                sessions.link(SESSION.session_id, TransactionId(1))
                if n % 2
                else sessions.end(SESSION, SessionState.FAILED, "no_start")
            )
        )
        assert sessions.get(SESSION.session_id).state is SessionState.LINKED

    def test_a_late_answer_does_not_bring_back_what_was_decided(self) -> None:
        sessions.create(SESSION)
        sessions.end(SESSION, SessionState.CANCELLED, "cancelled")
        assert sessions.await_start(SESSION.session_id, CommandId("c"), START + HOUR) is None
        assert sessions.link(SESSION.session_id, TransactionId(1)) is None
        assert sessions.end(SESSION, SessionState.FAILED, "x") is None

    def test_only_the_undecided_are_due(self) -> None:
        sessions.create(SESSION)
        shards = range(8)
        due = [one for shard in shards for one in sessions.list_due(shard, START + HOUR, 5)]
        assert due == [SESSION.session_id]
        sessions.link(SESSION.session_id, TransactionId(1))
        assert not any(sessions.list_due(shard, START + HOUR, 5) for shard in shards)


class TestReadings:
    """One row per request."""

    def stored(self, samples: int = 1) -> StoredReadings:
        readings = tuple(reading(START + n * MINUTE, 1000 + n) for n in range(samples))
        digest = meter_values.digest_of(ONE, readings)
        return StoredReadings(ONE, readings, digest, START + HOUR, "m1")

    @pytest.mark.parametrize("samples", [1, 3, 100])
    def test_readings_are_read_as_they_were_written(self, samples: int) -> None:
        stored = self.stored(samples)
        assert meter_values.put("tx#1", stored) is None
        assert list(meter_values.list_series("tx#1", None, 5).items) == [stored]

    def test_one_of_sixteen_stores_them_and_the_others_learn_when_they_came(self) -> None:
        stored = self.stored()
        before = race(
            lambda n: meter_values.put("tx#1", replace(stored, arrived_at=START + n * MINUTE))
        )
        assert before.count(None) == 1
        first = START + before.index(None) * MINUTE
        assert {one for one in before if one is not None} == {first}

    def test_other_readings_are_another_row(self) -> None:
        assert meter_values.put("tx#1", self.stored(1)) is None
        assert meter_values.put("tx#1", self.stored(2)) is None
        assert len(meter_values.list_series("tx#1", None, 5).items) == 2

    def test_a_series_is_read_between_two_times(self) -> None:
        series = meter_values.connector_series(CHARGER, ONE)
        meter_values.put(series, self.stored())
        assert meter_values.list_between(series, START, START, 5)
        assert not meter_values.list_between(series, START + MINUTE, START + HOUR, 5)


def test_a_message_for_review_is_kept_once() -> None:
    entry = Review(ReviewKind.ORPHAN_STOP, CHARGER, START, "key", START, "why", {"a": 1})
    assert race(lambda _: review.put(entry)).count(True) == 1
    assert list(review.list_by_kind(ReviewKind.ORPHAN_STOP, None, THREADS).items) == [entry]
    assert not review.list_by_kind(ReviewKind.HISTORIC_START, None, 5).items


def test_the_same_event_twice_is_one_line_of_the_timeline() -> None:
    entry = TimelineEntry(TransactionId(1), START, START, "kind", "text", ("m1",))
    for one in (entry, entry, replace(entry, text="other")):
        timeline.add_event(one)
    assert {line.text for line in timeline.events(TransactionId(1))} == {"text", "other"}
    assert not timeline.events(TransactionId(2))
