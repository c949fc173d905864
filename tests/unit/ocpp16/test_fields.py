"""Every member of every message: missing, of the wrong type, too long, out of its words.

The tables say what each case comes to: a CALLERROR with its code, or a normal answer (None).
"""

from datetime import UTC, datetime
from typing import Any

import pytest

from csms.ocpp16._validators import schemas
from csms.ocpp16.validation import Reading, read_request
from csms.ocpp16.violation import Violation
from tests.unit.ocpp16.payloads import ACTIONS, FULL

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
MISSING = "OccurenceConstraintViolation"
TYPE = "TypeConstraintViolation"
PROPERTY = "PropertyConstraintViolation"

# Required members whose loss or nonsense leaves a message that can still be handled.
RECOVERED = {
    ("MeterValues", "connectorId"),
    ("SecurityEventNotification", "timestamp"),
    ("StartTransaction", "timestamp"),
    ("StatusNotification", "errorCode"),
    ("StopTransaction", "meterStop"),
    ("StopTransaction", "timestamp"),
    ("StopTransaction", "transactionId"),
}
TEXTS = [
    (action, name)
    for action in ACTIONS
    for name, schema in schemas.REQUESTS[action]["properties"].items()
    if schema["type"] == "string" and "enum" not in schema
]
BOUNDED_TEXTS = [
    (action, name)
    for action, name in TEXTS
    if "maxLength" in schemas.REQUESTS[action]["properties"][name]
]
WORDS = [
    (action, name)
    for action in ACTIONS
    for name, schema in schemas.REQUESTS[action]["properties"].items()
    if "enum" in schema
]
INTEGERS = [
    (action, name)
    for action in ACTIONS
    for name, schema in schemas.REQUESTS[action]["properties"].items()
    if schema["type"] == "integer"
]
MEMBERS = [(action, name) for action in ACTIONS for name in FULL[action]]


def read(action: str, payload: dict[str, Any]) -> Reading | Violation:
    return read_request(action, payload, NOW)


def is_required(action: str, name: str) -> bool:
    return name in schemas.REQUESTS[action].get("required", ())


def expected_without(action: str, name: str, code: str) -> str | None:
    return code if is_required(action, name) and (action, name) not in RECOVERED else None


def assert_outcome(result: Reading | Violation, code: str | None) -> None:
    if code is None:
        assert isinstance(result, Reading)
        assert result.deviations
    else:
        assert isinstance(result, Violation)
        assert result.code == code
        assert 0 < len(result.description) <= 255


@pytest.mark.parametrize("action", ACTIONS)
def test_a_complete_payload_has_no_deviations(action: str) -> None:
    result = read(action, FULL[action])

    assert isinstance(result, Reading)
    assert result.deviations == ()
    assert result.payload is FULL[action]


@pytest.mark.parametrize(("action", "name"), MEMBERS)
def test_a_missing_member(action: str, name: str) -> None:
    payload = {key: value for key, value in FULL[action].items() if key != name}

    result = read(action, payload)

    if is_required(action, name):
        assert_outcome(result, expected_without(action, name, MISSING))
    else:
        assert isinstance(result, Reading)
        assert result.deviations == ()


@pytest.mark.parametrize(("action", "name"), MEMBERS)
def test_a_null_member_is_a_missing_one(action: str, name: str) -> None:
    result = read(action, FULL[action] | {name: None})

    assert_outcome(result, expected_without(action, name, MISSING))


@pytest.mark.parametrize(("action", "name"), MEMBERS)
@pytest.mark.parametrize("wrong", [True, {"a": 1}, [[]]], ids=["boolean", "object", "array"])
def test_a_member_of_another_type(action: str, name: str, wrong: object) -> None:
    result = read(action, FULL[action] | {name: wrong})

    if name in ("meterValue", "transactionData"):
        # An object is taken for a list of one; what is no reading in a list is dropped.
        assert_outcome(result, TYPE if wrong is True and name == "meterValue" else None)
    elif name == "data" and wrong is not True:
        assert_outcome(result, None)
    else:
        assert_outcome(result, expected_without(action, name, TYPE))


@pytest.mark.parametrize(("action", "name"), TEXTS)
def test_a_number_for_a_text_is_its_digits(action: str, name: str) -> None:
    result = read(action, FULL[action] | {name: 20260301})

    assert_outcome(result, None)
    assert isinstance(result, Reading)
    assert result.payload[name] == "20260301"


@pytest.mark.parametrize(("action", "name"), BOUNDED_TEXTS)
def test_a_text_that_is_too_long(action: str, name: str) -> None:
    limit = schemas.REQUESTS[action]["properties"][name]["maxLength"]
    text = "x" * (limit + 1)

    result = read(action, FULL[action] | {name: text})

    assert_outcome(result, PROPERTY if name == "csr" else None)
    if isinstance(result, Reading):
        # A cut tag could be somebody else's: it stays, and is an unknown one.
        assert result.payload[name] == (text if name == "idTag" else text[:limit])


@pytest.mark.parametrize(("action", "name"), BOUNDED_TEXTS)
def test_a_text_as_long_as_allowed_is_no_deviation(action: str, name: str) -> None:
    limit = schemas.REQUESTS[action]["properties"][name]["maxLength"]

    result = read(action, FULL[action] | {name: "ä" * limit})

    assert isinstance(result, Reading)
    assert result.deviations == ()


@pytest.mark.parametrize(("action", "name"), WORDS)
def test_a_word_that_does_not_exist(action: str, name: str) -> None:
    result = read(action, FULL[action] | {name: "Nonsense"})

    vague = {"errorCode": "OtherError", "reason": "Other"}
    assert_outcome(result, None if name in vague else PROPERTY)
    if isinstance(result, Reading):
        assert result.payload[name] == vague[name]


@pytest.mark.parametrize(("action", "name"), WORDS)
def test_a_word_in_other_case(action: str, name: str) -> None:
    word = FULL[action][name]

    result = read(action, FULL[action] | {name: f" {word.upper()}"})

    assert_outcome(result, None)
    assert isinstance(result, Reading)
    assert result.payload[name] == word


@pytest.mark.parametrize(("action", "name"), INTEGERS)
@pytest.mark.parametrize("text", ["12", " 12 ", "+12", "12.0"])
def test_digits_for_an_integer(action: str, name: str, text: str) -> None:
    result = read(action, FULL[action] | {name: text})

    assert_outcome(result, None)
    assert isinstance(result, Reading)
    assert result.payload[name] == 12


@pytest.mark.parametrize(("action", "name"), INTEGERS)
@pytest.mark.parametrize("number", [2**63, -(2**63), 10**400], ids=["2^63", "-2^63", "10^400"])
def test_an_integer_beyond_64_bits(action: str, name: str, number: int) -> None:
    result = read(action, FULL[action] | {name: number})

    assert_outcome(result, expected_without(action, name, PROPERTY))


@pytest.mark.parametrize(("action", "name"), INTEGERS)
@pytest.mark.parametrize("text", ["", "abc", "1e5", "0x10", "1 2", "١٢", "9" * 30])
def test_text_that_is_no_integer(action: str, name: str, text: str) -> None:
    result = read(action, FULL[action] | {name: text})

    assert_outcome(result, expected_without(action, name, TYPE))


@pytest.mark.parametrize("action", ["StartTransaction", "StatusNotification"])
def test_a_negative_connector_is_refused(action: str) -> None:
    assert_outcome(read(action, FULL[action] | {"connectorId": -1}), PROPERTY)


@pytest.mark.parametrize("action", ACTIONS)
def test_an_unknown_key_is_stripped(action: str) -> None:
    result = read(action, FULL[action] | {"vendorExtra": {"deep": [1]}})

    assert isinstance(result, Reading)
    assert result.payload == FULL[action]
    assert [(d.code, d.path, d.sample) for d in result.deviations] == [
        ("unknown-key", action, "vendorExtra")
    ]


@pytest.mark.parametrize("action", ACTIONS)
def test_keys_in_another_spelling_are_known(action: str) -> None:
    payload = {key[0].upper() + key[1:]: value for key, value in FULL[action].items()}

    result = read(action, payload)

    assert isinstance(result, Reading)
    assert result.payload == FULL[action]


@pytest.mark.parametrize("action", [a for a in ACTIONS if a != "Heartbeat"])
def test_an_empty_payload_is_refused(action: str) -> None:
    assert_outcome(read(action, {}), MISSING)


@pytest.mark.parametrize(
    ("action", "code"),
    [
        ("Reset", "NotSupported"),
        ("RemoteStartTransaction", "NotSupported"),
        ("InstallCertificate", "NotSupported"),
        ("TransactionEvent", "NotImplemented"),
        ("heartbeat", "NotImplemented"),
        ("", "NotImplemented"),
        ("x" * 1000, "NotImplemented"),
    ],
)
def test_an_action_that_is_not_handled(action: str, code: str) -> None:
    result = read(action, {})

    assert isinstance(result, Violation)
    assert result.code == code


def test_a_violation_does_not_repeat_the_request() -> None:
    result = read("Authorize", {"id": "secret-key-of-the-driver"})

    assert isinstance(result, Violation)
    assert "secret" not in result.description
