"""Agreement with python-ocpp: its payload classes, its words, its schemas."""

import json
from dataclasses import fields
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ocpp import exceptions, messages
from ocpp.charge_point import snake_to_camel_case
from ocpp.messages import MessageType, SchemaValidationError, get_validator, unpack
from ocpp.v16 import call, enums

from csms.domain.charger import Availability, ConnectorStatus, Registration
from csms.domain.id_tag import AuthorizationStatus
from csms.ocpp16._validators import received, schemas
from csms.ocpp16.actions.data_transfer import DataTransferStatus
from csms.ocpp16.commands.trigger_message import MessageTrigger
from csms.ocpp16.frames import Call, parse, render_call, render_error, render_result
from csms.ocpp16.validation import Reading, read_request
from csms.ocpp16.violation import ErrorCode
from tests.unit.ocpp16.payloads import (
    ACTIONS,
    FULL,
    METER_VALUE,
    damaged_calls,
    texts,
    valid_calls,
)
from tests.unit.ocpp16.test_actions import NOW

# Read only when the newer member is missing.
SECOND_CHOICE = {("BootNotification", "chargeBoxSerialNumber")}
OTHER_VALUES: dict[str, object] = {
    "timestamp": "2026-04-01T10:00:00Z",
    "meterValue": [METER_VALUE, METER_VALUE],
    "transactionData": [],
}
MEMBERS = [(action, name) for action in ACTIONS for name in FULL[action]]


def accepts(action: str, payload: dict[str, Any]) -> bool:
    try:
        get_validator(MessageType.Call, action, "1.6").validate(payload)
    except SchemaValidationError:
        return False
    return True


def is_compiled_valid(action: str, payload: dict[str, Any]) -> bool:
    try:
        received.REQUESTS[action](payload)
    except ValueError:
        return False
    return True


def other_value(action: str, name: str) -> object:
    schema = schemas.REQUESTS[action]["properties"][name]
    if name in OTHER_VALUES:
        return OTHER_VALUES[name]
    if "enum" in schema:
        return next(word for word in schema["enum"] if word != FULL[action][name])
    return 99 if schema["type"] == "integer" else "other"


@pytest.mark.parametrize("action", ACTIONS)
def test_the_examples_have_every_member_of_the_payload_class(action: str) -> None:
    members = {field.name: 0 for field in fields(getattr(call, action))}

    assert set(snake_to_camel_case(members)) == set(FULL[action])
    assert accepts(action, FULL[action])


@pytest.mark.parametrize(("action", "name"), MEMBERS)
def test_every_member_is_read(action: str, name: str) -> None:
    first = read_request(action, FULL[action], NOW)
    second = read_request(action, FULL[action] | {name: other_value(action, name)}, NOW)

    assert isinstance(first, Reading)
    assert isinstance(second, Reading)
    assert second.deviations == ()
    assert (first.request == second.request) == ((action, name) in SECOND_CHOICE)


@given(valid_calls)
def test_both_accept_what_is_valid(sent: tuple[str, dict[str, Any]]) -> None:
    action, payload = sent

    assert is_compiled_valid(action, payload)
    assert accepts(action, payload) or "Hertz" in str(payload)


@settings(max_examples=300)
@given(damaged_calls())
def test_compiled_validators_accept_nothing_more(sent: tuple[str, dict[str, Any]]) -> None:
    action, payload = sent
    if is_compiled_valid(action, payload):
        assert accepts(action, payload) or "Hertz" in str(payload)


@settings(max_examples=300)
@given(damaged_calls())
def test_what_was_mended_is_valid(sent: tuple[str, dict[str, Any]]) -> None:
    action, payload = sent
    result = read_request(action, payload, NOW)
    if not isinstance(result, Reading) or result.deviations == ():
        return
    mended = dict(result.payload)
    # What is kept, left out or left empty on purpose.
    if len(mended.get("idTag", "")) > 20:
        mended["idTag"] = ""
    if action == "StopTransaction":
        mended.setdefault("meterStop", 0)
    if mended.get("meterValue") == []:
        mended["meterValue"] = [METER_VALUE]
    assert accepts(action, mended) or "Hertz" in str(mended)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (ConnectorStatus, enums.ChargePointStatus),
        (Registration, enums.RegistrationStatus),
        (Availability, enums.AvailabilityType),
        (AuthorizationStatus, enums.AuthorizationStatus),
        (DataTransferStatus, enums.DataTransferStatus),
    ],
)
def test_words_are_the_same(ours: type[StrEnum], theirs: type[StrEnum]) -> None:
    assert {word.value for word in ours} == {word.value for word in theirs}


def test_triggers_are_those_of_the_plain_message() -> None:
    security = {"LogStatusNotification", "SignChargePointCertificate"}

    assert {word.value for word in MessageTrigger} == set(enums.MessageTrigger) - security


def test_error_codes_are_those_of_ocpp_1_6() -> None:
    later_versions = {"FormatViolation", "OccurrenceConstraintViolation"}
    theirs = {error.code for error in exceptions.OCPPError.__subclasses__()}

    assert {code.value for code in ErrorCode} == theirs - later_versions


@given(st.text(st.characters(codec="ascii")), st.dictionaries(texts, texts | st.integers()))
def test_both_write_the_same_frames(message_id: str, payload: dict[str, Any]) -> None:
    ours = [
        render_call(message_id, "Reset", payload),
        render_result(message_id, payload),
        render_error(message_id, "GenericError", "because"),
    ]
    theirs = [
        messages.Call(message_id, "Reset", payload).to_json(),
        messages.CallResult(message_id, payload).to_json(),
        messages.CallError(message_id, "GenericError", "because", {}).to_json(),
    ]
    # Theirs escapes what is not ASCII, ours does not: the same JSON.
    assert [json.loads(text) for text in ours] == [json.loads(text) for text in theirs]
    if all(text.isascii() and "\x7f" not in text for text in ours):
        assert ours == theirs


def test_python_ocpp_reads_what_we_write() -> None:
    frame = parse('[2,"1","Heartbeat",{}]')
    assert isinstance(frame, Call)

    message = unpack(render_result(frame.message_id, {"currentTime": "2026-03-01T12:00:00.000Z"}))

    assert (message.unique_id, message.payload["currentTime"]) == ("1", "2026-03-01T12:00:00.000Z")
