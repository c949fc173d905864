"""The cache and the local list (§3.5, §5.15)."""

from datetime import UTC, datetime
from typing import Any

import pytest
from ocpp.v16.enums import AuthorizationStatus, UpdateType

from simulators.charge_point.id_tags import AuthorizationCache, LocalList, TagInfo, read_tag_info

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ACCEPTED = {"status": "Accepted"}


def entry(tag: str, info: dict[str, str] | None = ACCEPTED) -> dict[str, Any]:
    return {"id_tag": tag, "id_tag_info": info} if info else {"id_tag": tag}


@pytest.fixture
def filled() -> LocalList:
    local_list = LocalList(3, 2)
    local_list.update(5, UpdateType.full, [entry("A"), entry("B")])
    return local_list


def test_an_accepted_tag_expires() -> None:
    info = read_tag_info({"status": "Accepted", "expiry_date": "2026-03-01T12:00:00Z"})

    assert info.at(NOON.replace(hour=11)) is AuthorizationStatus.accepted
    assert info.at(NOON) is AuthorizationStatus.expired


def test_a_blocked_tag_stays_blocked() -> None:
    assert TagInfo(AuthorizationStatus.blocked, None, NOON).at(NOON) == "Blocked"


def test_tags_are_compared_without_case() -> None:
    cache = AuthorizationCache()
    cache.remember("AbC", TagInfo(AuthorizationStatus.accepted))

    assert cache.find("aBc") is not None
    cache.clear()
    assert cache.find("AbC") is None


def test_a_differential_update_adds_and_removes(filled: LocalList) -> None:
    status = filled.update(6, UpdateType.differential, [entry("C"), entry("a", None)])

    assert (status, filled.version, len(filled)) == ("Accepted", 6, 2)
    assert filled.find("A") is None


@pytest.mark.parametrize(
    ("version", "kind", "entries", "status"),
    [
        (5, "Differential", [entry("C")], "VersionMismatch"),
        (6, "Differential", [entry("C"), entry("D")], "Failed"),  # more than fit
        (6, "Full", [entry("C"), entry("D"), entry("E")], "Failed"),  # more than one update takes
        (6, "Full", [entry("C"), entry("c")], "Failed"),
        (6, "Full", [entry("C", None)], "Failed"),
        (0, "Full", [], "Failed"),
        (-1, "Full", [], "Failed"),
    ],
)
def test_a_bad_update_changes_nothing(
    filled: LocalList, version: int, kind: str, entries: list[dict[str, Any]], status: str
) -> None:
    assert filled.update(version, UpdateType(kind), entries) == status
    assert (filled.version, len(filled)) == (5, 2)
    assert filled.find("B") is not None
