"""Frames: whatever arrives, and whatever is written and read again."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from csms.ocpp16.frames import Call, CallError, CallResult, parse, render_call, render_error
from csms.ocpp16.frames import render_result as render
from tests.unit.ocpp16.payloads import texts, wild_objects

ids = texts | st.integers(-(10**30), 10**30)
plain_objects: st.SearchStrategy[dict[str, Any]] = st.dictionaries(
    texts, st.none() | st.booleans() | st.integers(-(2**63), 2**63) | texts, max_size=4
)
FRAMES = ("Call", "CallResult", "CallError", "BadCall", "Unreadable")


@given(st.text())
def test_no_text_raises(raw: str) -> None:
    assert type(parse(raw)).__name__ in FRAMES


@given(st.binary())
def test_no_bytes_raise(raw: bytes) -> None:
    assert type(parse(raw.decode("latin-1"))).__name__ in FRAMES
    assert type(parse(raw.decode("utf-8", "surrogatepass" if raw == b"" else "replace")))


@given(st.lists(st.none() | st.integers() | texts | wild_objects, max_size=6))
def test_no_array_raises(elements: list[Any]) -> None:
    assert type(parse(json.dumps(elements, default=str))).__name__ in FRAMES


@given(st.text(alphabet='[]{}",:0123456789.eE+-tfnul\\ud8 NaI', max_size=80))
def test_no_near_json_raises(raw: str) -> None:
    assert type(parse(raw)).__name__ in FRAMES
    assert type(parse(f'[2,"1","Heartbeat",{raw}]')).__name__ in FRAMES


@given(texts, texts.filter(bool), plain_objects)
def test_a_call_is_read_as_it_was_written(
    message_id: str, action: str, payload: dict[str, Any]
) -> None:
    frame = parse(render_call(message_id, action, payload))

    assert isinstance(frame, Call)
    assert (frame.message_id, frame.action, frame.payload) == (message_id, action, payload)


@given(ids, plain_objects)
def test_a_result_is_read_as_it_was_written(message_id: str | int, payload: dict[str, Any]) -> None:
    frame = parse(render(message_id, payload))

    assert isinstance(frame, CallResult)
    assert (frame.message_id, frame.payload) == (message_id, payload)


@given(ids, st.text(st.characters(exclude_categories=["Cs"]), max_size=255))
def test_an_error_is_read_as_it_was_written(message_id: str | int, description: str) -> None:
    frame = parse(render_error(message_id, "SecurityError", description))

    assert isinstance(frame, CallError)
    assert (frame.message_id, frame.code) == (message_id, "SecurityError")
    assert (frame.description, frame.details) == (description, {})
