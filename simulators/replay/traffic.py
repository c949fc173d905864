"""Logged OCPP traffic: JSON lines, each of which is one of these.

frame      {"at": …, "charger": …, "direction": "from-charger" | "to-charger", "frame": [2, …]}
exchange   a row of our message log: {"at", "charger_id", "direction", "request", "answer", …}
page       what GET /api/logs and …/messages answer: {"items": [exchange, …]}
socket     {"at": …, "charger": …, "event": "connect" | "disconnect"}
charger    {"charger": …, "rated_power_w": …}
tariff     {"tariff": {…}}, as POST /api/admin/tariffs takes it
bill       {"charger": …, "bill": {"transaction": …, "energy_wh": …, "price_minor": …, "state": …}}

A frame may also be its text, so that broken JSON can be told. A file may be one page, however it
is laid out. Lines may come in any order: what has a time is sorted by it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

BILL_FACTS: Final = frozenset({"transaction", "energy_wh", "price_minor", "state"})


class BadTraffic(Exception):
    """A log that cannot be read. lines: what is wrong, each with its line number."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


class Step(StrEnum):
    """What happened between a charger and its system."""

    FROM_CHARGER = "from-charger"
    TO_CHARGER = "to-charger"
    CONNECT = "connect"
    DISCONNECT = "disconnect"


@dataclass(frozen=True, slots=True)
class Event:
    """One step. line: where the log says so, from 1. text: the frame, empty without one."""

    line: int
    at: datetime
    charger: str
    step: Step
    text: str = ""


@dataclass(frozen=True, slots=True)
class Billed:
    """What was billed then. facts: those of BILL_FACTS that the log tells."""

    line: int
    charger: str
    transaction: int
    facts: Mapping[str, int | str]


@dataclass(slots=True)
class Traffic:
    """A whole log. events: in the order of their times. rated_power_w: of chargers that tell it."""

    events: list[Event] = field(default_factory=list)
    bills: list[Billed] = field(default_factory=list)
    rated_power_w: dict[str, int] = field(default_factory=dict)
    tariff: Mapping[str, Any] | None = None

    @property
    def chargers(self) -> list[str]:
        """Identities in the order of their first steps."""
        return list(dict.fromkeys(event.charger for event in self.events))


def read_traffic(text: str) -> Traffic:
    """Read a log. Raises BadTraffic that names every line that cannot be read."""
    traffic, wrong = Traffic(), []
    for number, line in _documents(text):
        try:
            _take(traffic, number, line)
        except ValueError as error:
            wrong.append(f"line {number}: {error}")
    if not wrong and not traffic.events:
        wrong.append("line 1: the log holds no frames")
    if wrong:
        raise BadTraffic(wrong)
    traffic.events.sort(key=lambda event: event.at)
    return traffic


def _documents(text: str) -> Iterator[tuple[int, str]]:
    """The JSON documents of a file: one page over many lines, else one to a line."""
    try:
        json.loads(text)
    except ValueError:
        for number, line in enumerate(text.splitlines(), 1):
            if line.strip():
                yield number, line
    else:
        yield 1, text


def _take(traffic: Traffic, number: int, line: str) -> None:
    """Add what a line says. Raises ValueError."""
    try:
        said = json.loads(line)
    except ValueError as error:
        raise ValueError(f"not JSON: {error}") from None
    if not isinstance(said, dict):
        raise ValueError("not a JSON object")  # noqa: TRY004 - as all bad lines
    if "items" in said:
        # The log is read newest first; of the same instant the later row is the later exchange.
        for exchange in reversed(_list(said, "items")):
            traffic.events += _exchange(number, exchange)
    elif "request" in said:
        traffic.events += _exchange(number, said)
    elif "frame" in said:
        step = _word(said, "direction", (Step.FROM_CHARGER, Step.TO_CHARGER))
        traffic.events.append(_event(number, said, step, _frame(said["frame"])))
    elif "event" in said:
        step = _word(said, "event", (Step.CONNECT, Step.DISCONNECT))
        traffic.events.append(_event(number, said, step, ""))
    else:
        _take_facts(traffic, number, said)


def _take_facts(traffic: Traffic, number: int, said: Mapping[str, Any]) -> None:
    if "bill" in said:
        traffic.bills.append(_billed(number, said))
    elif "rated_power_w" in said:
        traffic.rated_power_w[_text(said, "charger")] = _whole(said, "rated_power_w")
    elif isinstance(said.get("tariff"), dict):
        traffic.tariff = said["tariff"]
    else:
        known = "frame, request, items, event, bill, rated_power_w or tariff"
        raise ValueError(f"it has none of {known}")


def _exchange(number: int, said: object) -> list[Event]:
    """The two frames of an exchange; the log has one time for both."""
    if not isinstance(said, dict):
        raise ValueError("an item that is not a JSON object")  # noqa: TRY004 - as all bad lines
    sender = _word(said, "direction", (Step.FROM_CHARGER, Step.TO_CHARGER))
    receiver = Step.TO_CHARGER if sender is Step.FROM_CHARGER else Step.FROM_CHARGER
    named = {**said, "charger": said.get("charger_id")}
    texts = ((sender, said.get("request")), (receiver, said.get("answer")))
    return [_event(number, named, step, _frame(text)) for step, text in texts if text]


def _event(number: int, said: Mapping[str, Any], step: Step, text: str) -> Event:
    written = _text(said, "at")
    try:
        at = datetime.fromisoformat(written)
    except ValueError:
        raise ValueError(f"at: {written!r} is no ISO 8601 time") from None
    if at.tzinfo is None:
        raise ValueError(f"at: {written!r} has no time zone; UTC ends with Z")
    return Event(number, at, _text(said, "charger"), step, text)


def _billed(number: int, said: Mapping[str, Any]) -> Billed:
    bill = said["bill"]
    if not isinstance(bill, dict):
        raise ValueError("bill: not a JSON object")  # noqa: TRY004 - as all bad lines
    unknown = sorted(set(bill) - BILL_FACTS)
    if unknown:
        raise ValueError(f"bill: knows no {unknown[0]!r}, only {', '.join(sorted(BILL_FACTS))}")
    facts = {name: bill[name] for name in bill if name != "transaction"}
    for name in facts.keys() & {"energy_wh", "price_minor"}:
        _whole(bill, name)
    return Billed(number, _text(said, "charger"), _whole(bill, "transaction"), facts)


def _frame(said: object) -> str:
    if isinstance(said, str):
        return said
    if isinstance(said, list):
        return json.dumps(said, separators=(",", ":"), ensure_ascii=False)
    raise ValueError("frame: neither a JSON array nor its text")


def _text(said: Mapping[str, Any], name: str) -> str:
    value = said.get(name)
    if not isinstance(value, str) or not value:
        raise ValueError(f"{name}: missing, or no text")
    return value


def _whole(said: Mapping[str, Any], name: str) -> int:
    value = said.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"{name}: missing, or no whole number")  # noqa: TRY004 - as all bad lines
    return value


def _list(said: Mapping[str, Any], name: str) -> list[Any]:
    value = said[name]
    if not isinstance(value, list):
        raise ValueError(f"{name}: not a JSON array")  # noqa: TRY004 - as all bad lines
    return value


def _word(said: Mapping[str, Any], name: str, known: Sequence[Step]) -> Step:
    for word in known:
        if said.get(name) == word.value:
            return word
    raise ValueError(f"{name}: {said.get(name)!r} is neither {known[0].value} nor {known[1].value}")
