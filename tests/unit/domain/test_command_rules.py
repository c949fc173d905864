"""How long commands live, and what replaces what."""

from datetime import UTC, datetime, timedelta

import pytest

from csms.domain.command import Command, CommandState
from csms.domain.command_rules import changes_credentials, is_superseded, rule_of, subject_of
from csms.domain.ids import ChargerId, CommandId

START = datetime(2026, 3, 1, tzinfo=UTC)


def test_a_start_is_stale_after_a_minute() -> None:
    rule = rule_of("RemoteStartTransaction")
    assert (rule.time_to_live, rule.answer_timeout) == (
        timedelta(seconds=60),
        timedelta(seconds=30),
    )


def test_settings_wait_for_a_day() -> None:
    for action in ("ChangeAvailability", "ChangeConfiguration", "GetConfiguration"):
        assert rule_of(action).time_to_live == timedelta(hours=24)


def test_nothing_is_started_or_stopped_on_a_charger_that_is_not_approved() -> None:
    assert not rule_of("RemoteStartTransaction").while_pending
    assert not rule_of("RemoteStopTransaction").while_pending
    assert rule_of("ChangeConfiguration").while_pending


def command(action: str, **payload: object) -> Command:
    return Command(
        charger_id=ChargerId("cp-1"),
        command_id=CommandId("c"),
        action=action,
        payload=payload,
        state=CommandState.QUEUED,
        requested_by="admin",
        requested_at=START,
        expires_at=START,
        due_at=START,
    )


@pytest.mark.parametrize(
    ("older", "newer", "replaced"),
    [
        (
            command("ChangeAvailability", connectorId=1, type="Operative"),
            command("ChangeAvailability", connectorId=1, type="Inoperative"),
            True,
        ),
        (
            command("ChangeAvailability", connectorId=2, type="Operative"),
            command("ChangeAvailability", connectorId=1, type="Operative"),
            False,
        ),
        (
            command("ChangeConfiguration", key="heartbeatinterval", value="1"),
            command("ChangeConfiguration", key="HeartbeatInterval", value="2"),
            True,
        ),
        (
            command("ChangeConfiguration", key="A", value="1"),
            command("ChangeConfiguration", key="B", value="1"),
            False,
        ),
        (
            command("ChangeConfiguration", key=1),
            command("ChangeAvailability", connectorId=1),
            False,
        ),
        (command("GetConfiguration"), command("GetConfiguration"), False),
        (
            command("RemoteStartTransaction", idTag="a"),
            command("RemoteStartTransaction", idTag="a"),
            False,
        ),
    ],
)
def test_what_a_newer_command_replaces(older: Command, newer: Command, *, replaced: bool) -> None:
    assert is_superseded(older, newer) is replaced
    same = subject_of(older.action, older.payload) == subject_of(newer.action, newer.payload)
    assert same or not replaced


def test_what_replaces_nothing_has_no_subject() -> None:
    assert subject_of("GetConfiguration", {"key": ["A"]}) is None
    assert subject_of("ChangeConfiguration", {"key": "A"}) is not None


def test_what_a_charger_carries_out_by_reconnecting() -> None:
    assert changes_credentials("ChangeConfiguration", {"key": "AuthorizationKey"})
    assert changes_credentials("ChangeConfiguration", {"key": "securityprofile"})
    assert not changes_credentials("ChangeConfiguration", {"key": "HeartbeatInterval"})
    assert not changes_credentials("TriggerMessage", {"key": "AuthorizationKey"})
