"""Secrets never get past this."""

import pytest

from csms.domain.redaction import REMOVED, is_secret, redact, redact_frame

SECRET = "0123456789abcdef"


@pytest.mark.parametrize("key", ["AuthorizationKey", "authorizationkey", " AUTHORIZATIONKEY "])
def test_keys_are_recognised_in_any_spelling(key: str) -> None:
    assert is_secret(key)
    assert redact({"key": key, "value": SECRET}) == {"key": key, "value": REMOVED}


@pytest.mark.parametrize("key", [None, 7, "", "AuthorizeRemoteTxRequests"])
def test_other_keys_stay(key: object) -> None:
    assert not is_secret(key)
    assert redact({"key": key, "value": SECRET}) == {"key": key, "value": SECRET}


def test_of_a_report_only_the_secret_value_goes() -> None:
    entries = [
        {"key": "AuthorizationKey", "readonly": False, "value": SECRET},
        {"key": "A", "readonly": True, "value": "1"},
        "odd",
    ]
    kept = redact({"configurationKey": entries})
    assert kept["configurationKey"] == [
        {"key": "AuthorizationKey", "readonly": False, "value": REMOVED},
        {"key": "A", "readonly": True, "value": "1"},
        "odd",
    ]


@pytest.mark.parametrize(
    "text",
    [
        f'[2,"a","DataTransfer",{{"data":"AuthorizationKey={SECRET}"}}]',
        f'[3,"a",{{"configurationKey":[{{"key":"authorizationKEY","value":"{SECRET}"}}]}}]',
        f"garbage Authorization Key {SECRET}",
    ],
)
def test_a_raw_frame_that_names_a_secret_is_not_kept(text: str) -> None:
    assert SECRET not in redact_frame(text)


def test_other_frames_are_kept_as_they_are() -> None:
    assert redact_frame('[2,"a","Heartbeat",{}]') == '[2,"a","Heartbeat",{}]'
