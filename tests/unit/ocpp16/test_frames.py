"""Frames: what is answered, what is ignored, and what is never raised."""

import json
from decimal import Decimal

import pytest

from csms.ocpp16.frames import (
    FRAME_LIMIT,
    BadCall,
    Call,
    CallError,
    CallResult,
    Unreadable,
    id_text,
    parse,
    render_call,
    render_error,
    render_result,
)


def shortened(raw: str) -> str:
    return ascii(raw[:30])


def codes(frame: object) -> list[str]:
    assert isinstance(frame, Call | CallResult | CallError)
    return [found.code for found in frame.deviations]


def test_a_call_is_read() -> None:
    frame = parse('[2,"19223201","Authorize",{"idTag":"A"}]')

    assert frame == Call("19223201", "Authorize", {"idTag": "A"})


def test_whitespace_is_allowed() -> None:
    assert parse(' [ 2 , "1" ,\n"Heartbeat" , { } ] ') == Call("1", "Heartbeat", {})


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("", "not-json"),
        ("hello", "not-json"),
        ('[2,"1","Heartbeat",{', "not-json"),
        ('[2,"1","Heartbeat",{}]]', "not-json"),
        ("\x00\x01\xff", "not-json"),
        ("{}", "not-an-array"),
        ('"text"', "not-an-array"),
        ("null", "not-an-array"),
        ("2", "not-an-array"),
        ("[]", "too-short"),
        ("[2]", "too-short"),
        ("[" * 60_000, "too-deep"),
        ("[" * 40 + "]" * 40, "too-short"),
        ("[3," + "[" * 40 + "]" * 40 + "]", "too-deep"),
        ('[3,"1",' + "[" * 60_000 + "]" * 60_000 + "]", "too-deep"),
        ('[2,null,"Heartbeat",{}]', "no-message-id"),
        ('[2,true,"Heartbeat",{}]', "no-message-id"),
        ('[2,["1"],"Heartbeat",{}]', "no-message-id"),
        ('[2,{"id":"1"},"Heartbeat",{}]', "no-message-id"),
        ('[2,"\\ud800","Heartbeat",{}]', "no-message-id"),
        ('[2,NaN,"Heartbeat",{}]', "no-message-id"),
        (f'[2,{"1" * 5000},"Heartbeat",{{}}]', "no-message-id"),
        ('[5,"1","Heartbeat",{}]', "unknown-message-type"),
        ('["2","1","Heartbeat",{}]', "unknown-message-type"),
        ('[null,"1","Heartbeat",{}]', "unknown-message-type"),
        ('[true,"1",{}]', "unknown-message-type"),
        ('[[2],"1",{}]', "unknown-message-type"),
        ('[2.5,"1",{}]', "unknown-message-type"),
        ('"' + "x" * FRAME_LIMIT + '"', "too-long"),
    ],
    ids=shortened,
)
def test_what_cannot_be_answered_is_ignored(raw: str, reason: str) -> None:
    frame = parse(raw)

    assert isinstance(frame, Unreadable)
    assert frame.reason == reason


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ('[2,"1"]', "ProtocolError"),
        ('[2,"1",null]', "ProtocolError"),
        ('[2,"1","Heartbeat"]', "ProtocolError"),
        ('[2,"1",null,{}]', "FormationViolation"),
        ('[2,"1",7,{}]', "FormationViolation"),
        ('[2,"1",{},{}]', "FormationViolation"),
        ('[2,"1","Heartbeat",[]]', "FormationViolation"),
        ('[2,"1","Heartbeat","{}"]', "FormationViolation"),
        ('[2,"1","Heartbeat",0]', "FormationViolation"),
        ('[2,"1","Heartbeat",false]', "FormationViolation"),
        ('[2,"1","Heartbeat",{"a":' + "[" * 40 + "]" * 40 + "}]", "FormationViolation"),
        ('[2,"1","Heartbeat",' + "[" * 50_000 + "]" * 50_000 + "]", "FormationViolation"),
        ('[2,"1","Heartbeat",' + '{"a":' * 15_000 + "1" + "}" * 15_000 + "]", "FormationViolation"),
    ],
    ids=shortened,
)
def test_a_malformed_call_with_an_id_is_answered(raw: str, code: str) -> None:
    frame = parse(raw)

    assert isinstance(frame, BadCall)
    assert frame.message_id == "1"
    assert frame.violation.code == code


def test_a_numeric_id_of_a_deep_call_is_kept() -> None:
    frame = parse('[2, -12 ,"Heartbeat",' + "[" * 50_000 + "]" * 50_000 + "]")

    assert isinstance(frame, BadCall)
    assert (frame.message_id, frame.action) == (-12, "Heartbeat")


def test_a_null_payload_is_an_empty_one() -> None:
    frame = parse('[2,"1","Heartbeat",null]')

    assert isinstance(frame, Call)
    assert frame.payload == {}
    assert codes(frame) == ["null-payload"]


def test_a_long_id_is_answered_with_a_finding() -> None:
    long_id = "x" * 37
    frame = parse(f'[2,"{long_id}","Heartbeat",{{}}]')

    assert isinstance(frame, Call)
    assert frame.message_id == long_id
    assert codes(frame) == ["message-id-too-long"]


def test_an_id_of_36_characters_is_no_finding() -> None:
    assert codes(parse(f'[2,"{"x" * 36}","Heartbeat",{{}}]')) == []


def test_elements_after_the_payload_are_a_finding() -> None:
    assert codes(parse('[2,"1","Heartbeat",{},"more"]')) == ["extra-elements"]


@pytest.mark.parametrize(
    "raw",
    [
        '\ufeff[2,"1","DataTransfer",{"data":"a"}]',
        '[2,"1","DataTransfer",{"data":"a"}]\x00',
        '[2,"1","DataTransfer",{"data":"a\tb\nc"}]',
        '[2,"1","DataTransfer",{"data":"a","x":1e99999999999999999999}]',
        f'[2,"1","DataTransfer",{{"data":"a","x":{"9" * 5000}}}]',
    ],
    ids=shortened,
)
def test_loose_json_is_read_with_a_finding(raw: str) -> None:
    frame = parse(raw)

    assert isinstance(frame, Call)
    assert frame.payload["data"].startswith("a")
    assert codes(frame) == ["loose-json"]


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_null(word: str) -> None:
    frame = parse(f'[2,"1","MeterValues",{{"value":{word}}}]')

    assert isinstance(frame, Call)
    assert frame.payload == {"value": None}


def test_fractions_are_exact() -> None:
    frame = parse('[2,"1","X",{"value":0.1}]')

    assert isinstance(frame, Call)
    assert frame.payload["value"] == Decimal("0.1")


def test_the_last_of_repeated_keys_counts() -> None:
    frame = parse('[2,"1","X",{"a":1,"a":2}]')

    assert isinstance(frame, Call)
    assert frame.payload == {"a": 2}


def test_half_a_surrogate_pair_is_replaced() -> None:
    frame = parse('[2,"1","X",{"a\\udfff":["\\ud800b",1,{"c":"\\ud83d\\ude00"}]}]')

    assert isinstance(frame, Call)
    assert frame.payload == {"a\ufffd": ["\ufffdb", 1, {"c": "😀"}]}
    assert codes(frame) == ["broken-text"]


def test_text_of_all_scripts_is_kept() -> None:
    frame = parse('[2,"1","X",{"a":"Zürich 東京 \\u0000"}]')

    assert frame == Call("1", "X", {"a": "Zürich 東京 \x00"})


def test_a_result_is_read() -> None:
    assert parse('[3,"1",{"status":"Accepted"}]') == CallResult("1", {"status": "Accepted"})


@pytest.mark.parametrize("raw", ['[3,"1"]', '[3,"1",null]', '[3,"1",[]]', '[3,"1","Accepted"]'])
def test_a_result_without_an_object_still_ends_the_command(raw: str) -> None:
    frame = parse(raw)

    assert isinstance(frame, CallResult)
    assert frame.payload == {}
    assert codes(frame) == ["payload-not-an-object"]


def test_an_error_is_read() -> None:
    frame = parse('[4,"1","NotSupported","no",{"why":1}]')

    assert frame == CallError("1", "NotSupported", "no", {"why": 1})


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ('[4,"1"]', "GenericError"),
        ('[4,"1",null,null,null]', "GenericError"),
        ('[4,"1",7,"x",{}]', "GenericError"),
        ('[4,"1","NotSupported"]', "NotSupported"),
        ('[4,"1","OccurrenceConstraintViolation","",[]]', "OccurrenceConstraintViolation"),
    ],
)
def test_an_incomplete_error_still_ends_the_command(raw: str, code: str) -> None:
    frame = parse(raw)

    assert isinstance(frame, CallError)
    assert frame.code == code
    assert frame.details == {}


def test_an_error_is_bounded() -> None:
    frame = parse(json.dumps([4, "1", "C" * 500, "d" * 500, {}]))

    assert isinstance(frame, CallError)
    assert len(frame.code) == 36
    assert len(frame.description) == 255


@pytest.mark.parametrize("written", ['"abc"', '"7"', "7", "-7", "1.50", '"ä\\"x"', '""', "0"])
def test_the_id_goes_back_exactly_as_it_came(written: str) -> None:
    frame = parse(f'[2,{written},"Heartbeat",{{}}]')

    assert isinstance(frame, Call)
    assert render_result(frame.message_id, {}) == f"[3,{written},{{}}]"
    assert render_error(frame.message_id, "InternalError", "").startswith(f"[4,{written},")


def test_rendering_is_compact() -> None:
    assert render_call("1", "Reset", {"type": "Soft"}) == '[2,"1","Reset",{"type":"Soft"}]'
    assert render_result("1", {"a": [1, 2]}) == '[3,"1",{"a":[1,2]}]'


def test_decimals_are_rendered_as_numbers() -> None:
    payload = {"limit": Decimal("21.4"), "whole": Decimal("16.0"), "count": 3}

    assert render_call("1", "X", payload) == '[2,"1","X",{"limit":21.4,"whole":16,"count":3}]'


def test_what_is_no_json_is_not_rendered() -> None:
    with pytest.raises(TypeError):
        render_call("1", "X", {"a": object()})


def test_an_error_has_no_details_and_a_bounded_description() -> None:
    error = json.loads(render_error("1", "InternalError", "x" * 300))

    assert error == [4, "1", "InternalError", "x" * 255, {}]


def test_ids_as_text() -> None:
    assert [id_text("a"), id_text(12), id_text(Decimal("1.50"))] == ["a", "12", "1.50"]
