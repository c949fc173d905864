"""What a charger is told of a tag."""

from datetime import timedelta

import pytest

from csms.domain.id_tag import (
    AuthorizationStatus,
    IdTag,
    IdTagInfo,
    bounded_tag,
    concurrent,
    in_one_group,
    is_accepted,
    judge,
    without_funds,
)
from csms.domain.ids import UserId, fold_tag
from tests.charging import HOUR, MINUTE, START

A = AuthorizationStatus


def tag(name: str = "Tag", **changed: object) -> IdTag:
    return IdTag(fold_tag(name), name, UserId("driver"), **changed)  # type: ignore[arg-type]  # any field


@pytest.mark.parametrize(
    ("known", "status"),
    [
        (None, A.INVALID),
        (tag(), A.ACCEPTED),
        (tag(expires_at=START + MINUTE), A.ACCEPTED),
        (tag(expires_at=START), A.EXPIRED),
        (tag(blocked=True), A.BLOCKED),
        (tag(blocked=True, expires_at=START - HOUR), A.BLOCKED),
    ],
    ids=["unknown", "good", "good for a while", "expired", "blocked", "blocked and expired"],
)
def test_a_tag_is_judged(known: IdTag | None, status: AuthorizationStatus) -> None:
    assert judge(known, START).status is status


def test_parent_and_expiry_are_told() -> None:
    info = judge(tag(parent_id_tag="GROUP", expires_at=START + HOUR), START)
    assert info == IdTagInfo(A.ACCEPTED, START + HOUR, "GROUP")


def test_too_little_money_blocks_for_a_short_time_only() -> None:
    info = without_funds(judge(tag(parent_id_tag="GROUP"), START), START)
    assert (info.status, info.parent_id_tag) == (A.BLOCKED, "GROUP")
    assert info.expires_at is not None
    assert timedelta(0) < info.expires_at - START <= timedelta(minutes=15)


def test_only_an_accepted_tag_may_charge() -> None:
    info = judge(tag(), START)
    assert is_accepted(info)
    assert not is_accepted(concurrent(info))


def test_a_group_is_one_tag_or_one_parent_whatever_the_case() -> None:
    assert in_one_group(tag("a"), tag("A"))
    assert in_one_group(tag("a", parent_id_tag="Fleet"), tag("b", parent_id_tag="FLEET"))
    assert not in_one_group(tag("a"), tag("b"))
    assert not in_one_group(tag("a", parent_id_tag="Fleet"), tag("b"))
    assert not in_one_group(tag("a", parent_id_tag="Fleet"), tag("b", parent_id_tag="Other"))


def test_a_tag_is_kept_whole_up_to_a_bound() -> None:
    assert bounded_tag("x" * 40) == "x" * 40


def test_what_is_longer_stays_too_long_and_apart_from_others() -> None:
    one, other = bounded_tag("x" * 100_000), bounded_tag("x" * 99_999)
    assert one != other
    assert 20 < len(one) < 64
