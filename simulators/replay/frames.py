"""What a logged frame says, and the ids in it, which differ from one system to the next."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from simulators.replay.traffic import Event, Step, Traffic

CALL: Final = 2
CALL_RESULT: Final = 3
CALL_ERROR: Final = 4
TRANSACTION_ID: Final = "transactionId"
TIMES: Final = frozenset({"currentTime", "expiryDate"})

type Frame = list[Any]


def read_frame(text: str) -> Frame | None:
    """The frame, or None when it is none that has a type and an id; an answer has a payload too."""
    try:
        frame = json.loads(text)
    except ValueError:
        return None
    if not isinstance(frame, list) or len(frame) < 2 or not isinstance(frame[1], str | int):
        return None
    return frame if frame[0] == CALL or len(frame) > 2 else None


def with_transactions(value: Any, ids: Mapping[int, int]) -> Any:  # noqa: ANN401 - JSON
    """A payload with every transaction id that is known replaced by its counterpart."""
    if isinstance(value, list):
        return [with_transactions(part, ids) for part in value]
    if not isinstance(value, dict):
        return value
    return {
        name: ids.get(part, part)
        if name == TRANSACTION_ID and isinstance(part, int)
        else with_transactions(part, ids)
        for name, part in value.items()
    }


def comparable(frame: Frame, ids: Mapping[int, int]) -> Any:  # noqa: ANN401 - JSON
    """An answer without what differs of itself: ids as here, times only as times.

    Of a CALLERROR the code counts; its description is prose.
    """
    if frame[0] == CALL_ERROR:
        return {"error": frame[2]}
    payload = with_transactions(frame[2], ids)
    return _without_times(payload)


def _without_times(value: Any) -> Any:  # noqa: ANN401 - JSON
    if not isinstance(value, dict):
        return value
    return {
        name: "(a time)" if name in TIMES and isinstance(part, str) else _without_times(part)
        for name, part in value.items()
    }


def tags_told(traffic: Traffic) -> dict[str, list[Mapping[str, Any]]]:
    """Each tag that chargers showed, with what they were told of it, in order."""
    asked: dict[tuple[str, object], str] = {}
    told: dict[str, list[Mapping[str, Any]]] = {}
    for event in traffic.events:
        frame = read_frame(event.text)
        if frame is None:
            continue
        key = (event.charger, frame[1])
        if event.step is Step.FROM_CHARGER and frame[0] == CALL:
            tag = _tag(frame)
            if tag is not None:
                asked[key] = tag
                told.setdefault(tag, [])
        elif event.step is Step.TO_CHARGER and frame[0] == CALL_RESULT and key in asked:
            info = _info(frame)
            if info is not None:
                told[asked.pop(key)].append(info)
    return told


def connectors(event: Event) -> int:
    """The connector that a frame of a charger names; 0 when it names none."""
    frame = read_frame(event.text)
    if frame is None or frame[0] != CALL or len(frame) < 4 or not isinstance(frame[3], dict):
        return 0
    number = frame[3].get("connectorId")
    return number if isinstance(number, int) else 0


def _tag(frame: Frame) -> str | None:
    is_shown = len(frame) > 3 and frame[2] in ("Authorize", "StartTransaction")
    tag = frame[3].get("idTag") if is_shown and isinstance(frame[3], dict) else None
    return tag if isinstance(tag, str) and tag else None


def _info(frame: Frame) -> Mapping[str, Any] | None:
    info = frame[2].get("idTagInfo") if isinstance(frame[2], dict) else None
    return info if isinstance(info, dict) else None
