"""What is wanted of a key, what is reported, and whether they differ."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from csms.domain.configuration import ConfigurationEntry, is_same_value, missing_keys

NOW = datetime(2026, 3, 1, tzinfo=UTC)
ENTRY = ConfigurationEntry("A", "1", readonly=False, known=True, reported_at=NOW)


@pytest.mark.parametrize(
    ("wanted", "reported", "same"),
    [
        ("60", "60", True),
        ("60", " 60 ", True),
        ("true", "True", True),
        ("A,B", "A, B", True),
        ("Name", "name", False),
        ("60", "060", False),
        ("A,B", "B,A", False),
        ("", None, False),
        ("true", "false", False),
    ],
)
def test_values_that_mean_the_same(wanted: str, reported: str | None, *, same: bool) -> None:
    assert is_same_value(wanted, reported) is same


@pytest.mark.parametrize(
    ("desired", "drifted"), [(None, False), ("1", False), ("2", True), ("", True)]
)
def test_drift(desired: str | None, *, drifted: bool) -> None:
    assert replace(ENTRY, desired=desired).has_drifted is drifted


def test_a_key_that_was_never_reported_has_drifted() -> None:
    assert replace(ENTRY, value=None, desired="1").has_drifted


@pytest.mark.parametrize(
    ("since_s", "booted_s", "needed"),
    [(None, None, False), (10, None, True), (10, 9, True), (10, 10, True), (10, 11, False)],
)
def test_a_reboot_is_needed_until_there_was_one(
    since_s: int | None, booted_s: int | None, *, needed: bool
) -> None:
    since = None if since_s is None else NOW + timedelta(seconds=since_s)
    booted = None if booted_s is None else NOW + timedelta(seconds=booted_s)
    assert replace(ENTRY, reboot_since=since).needs_reboot(booted) is needed


def test_what_a_charger_may_have_and_did_not_tell() -> None:
    kept = [
        replace(ENTRY, key="Kept"),
        replace(ENTRY, key="TOLD"),
        replace(ENTRY, key="Gone", known=False),
    ]
    missing = missing_keys(["told", "Standard1"], kept, ["standard1", "Standard2"])
    assert missing == ["Kept", "Standard2"]


def test_nothing_is_missing_where_all_was_told() -> None:
    assert missing_keys(["a"], [replace(ENTRY, key="A")], ["A"]) == []
