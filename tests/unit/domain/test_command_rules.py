"""How long commands live, and what replaces what."""

from datetime import timedelta

from csms.domain.command_rules import changes_credentials, is_superseded, rule_of


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


def test_availability_of_the_same_connector_is_replaced() -> None:
    one, other = {"connectorId": 1, "type": "Operative"}, {"connectorId": 2, "type": "Operative"}
    assert is_superseded("ChangeAvailability", one, {"connectorId": 1, "type": "Inoperative"})
    assert not is_superseded("ChangeAvailability", one, other)


def test_questions_and_starts_replace_nothing() -> None:
    assert not is_superseded("GetConfiguration", {}, {})
    assert not is_superseded("RemoteStartTransaction", {"idTag": "a"}, {"idTag": "a"})


def test_what_a_charger_carries_out_by_reconnecting() -> None:
    assert changes_credentials("ChangeConfiguration", {"key": "AuthorizationKey"})
    assert changes_credentials("ChangeConfiguration", {"key": "securityprofile"})
    assert not changes_credentials("ChangeConfiguration", {"key": "HeartbeatInterval"})
    assert not changes_credentials("TriggerMessage", {"key": "AuthorizationKey"})
