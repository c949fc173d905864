"""Who may charge: tags, people, money, and how many transactions at once."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from csms.domain.audit import AuditEntry
from csms.domain.ids import Minor, UserId, fold_tag
from csms.domain.transaction import TransactionState
from csms.domain.unknown import UnknownKind
from csms.services import billing
from csms.store import id_tag as tags
from csms.store import inbox
from csms.store import user as users
from tests.integration.charging.world import (
    DRIVER,
    HOUR,
    MINUTE,
    NOW,
    SECOND,
    TAG,
    Frames,
    add_charger,
    add_tag,
    build,
    start_payload,
    stored,
)

pytestmark = pytest.mark.usefixtures("tables")
POOR = UserId("poor")


def status(frames: Frames, tag: str) -> str:
    """What an Authorize says of a tag."""
    return str(frames.send("Authorize", {"idTag": tag}, NOW)["idTagInfo"]["status"])


def test_a_tag_is_known_whatever_its_case() -> None:
    assert status(build(), TAG.upper()) == "Accepted"


def test_parent_and_expiry_are_told() -> None:
    frames = build()
    add_tag("member", parent_id_tag="GROUP", expires_at=NOW + HOUR)
    info = frames.send("Authorize", {"idTag": "member"}, NOW)["idTagInfo"]
    assert info == {
        "status": "Accepted",
        "parentIdTag": "GROUP",
        "expiryDate": "2026-03-01T13:00:00.000Z",
    }


def test_blocked_and_expired_tags_are_told_apart() -> None:
    frames = build()
    add_tag("blocked", blocked=True)
    add_tag("expired", expires_at=NOW - SECOND)
    assert (status(frames, "blocked"), status(frames, "expired")) == ("Blocked", "Expired")


@pytest.mark.parametrize("unknown", ["nobody", "x" * 21, TAG + " ", ""])
def test_an_unknown_tag_is_invalid_and_goes_to_the_inbox(unknown: str) -> None:
    frames = build()
    assert status(frames, unknown) == "Invalid"
    (entry,) = inbox.list_unknown(UnknownKind.TAG, NOW)
    assert entry.detail.startswith(unknown[:20])


def test_a_known_tag_is_not_in_the_inbox() -> None:
    frames = build()
    frames.start(NOW)
    frames.send("Authorize", {"idTag": TAG}, NOW)
    assert not inbox.list_unknown(UnknownKind.TAG, NOW)


def test_too_little_money_blocks_for_a_short_time() -> None:
    frames = build()
    add_tag("poor", user_id=POOR)
    billing.top_up(POOR, Minor(499), "a", "test", None, NOW)
    info = frames.send("Authorize", {"idTag": "poor"}, NOW)["idTagInfo"]
    assert info == {"status": "Blocked", "expiryDate": "2026-03-01T12:05:00.000Z"}
    billing.top_up(POOR, Minor(1), "b", "test", None, NOW)
    assert status(frames, "poor") == "Accepted"


def test_a_person_who_is_kept_out_cannot_charge() -> None:
    frames = build()
    assert status(frames, TAG) == "Accepted"
    entry = AuditEntry(f"user#{DRIVER}", NOW, "operator", "user.deactivated", "request")
    users.set_active(users.get(DRIVER), active=False, entry=entry)
    assert status(frames, TAG) == "Blocked"


def test_a_refused_tag_gets_a_transaction_all_the_same_and_nobody_is_billed() -> None:
    frames = build()
    started = frames.start(NOW, idTag="nobody")
    assert started["idTagInfo"]["status"] == "Invalid"
    number = started["transactionId"]
    assert stored(number).state is TransactionState.RUNNING
    frames.stop(number, NOW + MINUTE, 1100)
    ended = stored(number)
    assert (ended.state, ended.hold_reason) == (TransactionState.UNBILLED, "refused_tag")


def test_a_tag_is_looked_at_again_when_a_charger_authorised_it_by_itself() -> None:
    frames = build()
    add_tag("blocked", blocked=True)
    assert frames.start(NOW, idTag="blocked")["idTagInfo"]["status"] == "Blocked"


class TestConcurrentTransactions:
    """A tag may run as many at once as its limit says."""

    def test_a_second_start_is_concurrent_and_the_next_one_after_a_stop_is_not(self) -> None:
        frames, other = build(), add_charger("cp2")
        first = frames.start(NOW)["transactionId"]
        assert other.start(NOW + MINUTE)["idTagInfo"]["status"] == "ConcurrentTx"
        frames.stop(first, NOW + HOUR, 11_000)
        assert other.start(NOW + 2 * HOUR)["idTagInfo"]["status"] == "Accepted"

    def test_authorize_never_says_concurrent(self) -> None:
        frames = build()
        frames.start(NOW)
        assert status(frames, TAG) == "Accepted"

    def test_of_sixteen_starts_at_once_as_many_are_accepted_as_the_limit_says(self) -> None:
        build()
        add_tag("fleet", concurrent_limit=3)
        fleet = [add_charger(f"f{n}") for n in range(16)]
        with ThreadPoolExecutor(16) as pool:
            answers = list(pool.map(lambda one: one.start(NOW, idTag="fleet"), fleet))
        told = [answer["idTagInfo"]["status"] for answer in answers]
        assert (told.count("Accepted"), told.count("ConcurrentTx")) == (3, 13)
        assert len({answer["transactionId"] for answer in answers}) == 16

    def test_a_place_of_a_start_that_came_to_nothing_is_free_after_a_minute(self) -> None:
        frames = build()
        tags.claim(fold_tag(TAG), "start#lost", NOW)
        assert frames.start(NOW + SECOND)["idTagInfo"]["status"] == "ConcurrentTx"
        later = NOW + 2 * MINUTE
        assert frames.start(later)["idTagInfo"]["status"] == "Accepted"

    def test_a_place_that_an_ended_transaction_kept_is_free(self) -> None:
        frames = build()
        payload = start_payload(NOW)
        number = frames.send("StartTransaction", payload, NOW)["transactionId"]
        frames.stop(number, NOW + HOUR, 11_000)
        # As when the process died before it gave the place back.
        tags.claim(fold_tag(TAG), stored(number).start_key, NOW)
        assert frames.start(NOW + 2 * HOUR)["idTagInfo"]["status"] == "Accepted"


def test_the_stop_tells_what_it_knows_of_the_tag_that_it_names() -> None:
    frames = build()
    add_tag("blocked", blocked=True)
    number = frames.start(NOW)["transactionId"]
    answer = frames.stop(number, NOW + HOUR, 11_000, idTag="blocked")
    assert answer == {"idTagInfo": {"status": "Blocked"}}
    assert stored(number).stop_id_tag == "blocked"
    assert stored(number).state is TransactionState.COMPLETED
