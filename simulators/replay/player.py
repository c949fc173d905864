"""Plays a log through the real functions, in the log's own time: an hour of it takes no hour.

Ids are translated as they are learnt. A transaction has the number that each system gave it; a
command that the other system sent is sent again here, and its answer handed on under our id.
What this system asks of its own accord is answered as a charger does that does not offer it.
"""

from __future__ import annotations

import json
from collections import Counter, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from csms.domain.errors import CsmsError
from csms.domain.ids import ChargerId
from csms.domain.transaction import Transaction
from csms.entrypoints.jobs import billing_retry, heartbeat_sweep
from csms.services import commands
from csms.store import transaction_list
from simulators.replay.frames import (
    CALL,
    CALL_ERROR,
    CALL_RESULT,
    TRANSACTION_ID,
    Frame,
    comparable,
    read_frame,
    with_transactions,
)
from simulators.replay.socket import Gateway, Socket
from simulators.replay.traffic import Event, Step

SWEEP_EVERY: Final = timedelta(minutes=1)
AFTERWARDS: Final = (timedelta(minutes=1), timedelta(minutes=20), timedelta(hours=25))
"""When the sweeps look again after the last frame: what is overdue by then comes to its end."""
MOST_QUESTIONS: Final = 60
PAGE: Final = 200


@dataclass(frozen=True, slots=True)
class Difference:
    """One answer that differs. then, now: as JSON, None where there was none."""

    event: Event
    about: str
    then: Any
    now: Any


@dataclass(slots=True)
class Exchange:
    """A CALL of a charger, and what it was answered here."""

    event: Event
    call: Frame
    answer: Frame | None


@dataclass(slots=True)
class ChargerLog:
    """What came of one charger. transactions: its numbers then → the numbers here."""

    name: str
    charger_id: ChargerId
    frames: int = 0
    same: int = 0
    unanswered_then: int = 0
    unknown_answers: int = 0
    differences: list[Difference] = field(default_factory=list)
    transactions: dict[int, int] = field(default_factory=dict)
    asked_here: Counter[str] = field(default_factory=Counter)
    billed: list[Transaction] = field(default_factory=list)


class _Charger:
    """One charger of the log while it is played."""

    def __init__(self, log: ChargerLog, gateway: Gateway) -> None:
        self.log = log
        self.socket = Socket(gateway, log.charger_id)
        self._open: dict[str, deque[Exchange]] = {}
        self._commands: dict[object, str] = {}

    def play(self, event: Event) -> None:
        """Play one step."""
        self.log.frames += bool(event.text)
        match event.step:
            case Step.CONNECT:
                self.socket.connect(event.at)
            case Step.DISCONNECT:
                self.socket.disconnect(event.at)
            case Step.FROM_CHARGER:
                self._from_charger(event)
            case Step.TO_CHARGER:
                self._to_charger(event)

    def look(self, at: datetime) -> list[Frame]:
        """Take what was posted; what is asked here alone is answered at once."""
        answers: list[Frame] = []
        for _ in range(MOST_QUESTIONS):
            posted = self.socket.take()
            answers += [frame for frame in posted if frame[0] != CALL]
            questions = [frame for frame in posted if frame[0] == CALL]
            own = [one for one in questions if one[1] not in self._commands.values()]
            if not own:
                break
            for question in own:
                self.log.asked_here[question[2]] += 1
                refusal = [CALL_ERROR, question[1], "NotSupported", "", {}]
                self.socket.send(json.dumps(refusal), at)
        return answers

    def close(self) -> None:
        """Count what the log never shows an answer to."""
        self.log.unanswered_then = sum(len(left) for left in self._open.values())

    def _from_charger(self, event: Event) -> None:
        frame = read_frame(event.text)
        if frame is None or frame[0] not in (CALL, CALL_RESULT, CALL_ERROR):
            self.socket.send(event.text, event.at)
            self.look(event.at)
        elif frame[0] == CALL:
            self._call(event, frame)
        elif frame[1] in self._commands:
            translated = [frame[0], self._commands[frame[1]], *frame[2:]]
            self.socket.send(json.dumps(translated), event.at)
            self.look(event.at)
        else:
            self.log.unknown_answers += 1

    def _call(self, event: Event, frame: Frame) -> None:
        text = event.text
        translated = with_transactions(frame, self.log.transactions)
        if translated != frame:
            text = json.dumps(translated, ensure_ascii=False)
        self.socket.send(text, event.at)
        answers = [one for one in self.look(event.at) if one[1] == frame[1]]
        exchange = Exchange(event, frame, answers[0] if answers else None)
        self._open.setdefault(str(frame[1]), deque()).append(exchange)

    def _to_charger(self, event: Event) -> None:
        frame = read_frame(event.text)
        if frame is None or (frame[0] == CALL and len(frame) < 4):
            self.log.unknown_answers += 1
        elif frame[0] == CALL:
            self._command(event, frame)
        else:
            self._answered(frame)

    def _answered(self, then: Frame) -> None:
        """Hold the answer of then against ours."""
        waiting = self._open.get(str(then[1]))
        if not waiting:
            self.log.unknown_answers += 1
            return
        exchange = waiting.popleft()
        now = exchange.answer
        self._learn(exchange.call, then, now)
        ids = self.log.transactions
        was = comparable(then, ids)
        is_now = None if now is None else comparable(now, {})
        if was == is_now:
            self.log.same += 1
        else:
            about = " ".join(str(part) for part in exchange.call[2:3])
            self.log.differences.append(Difference(exchange.event, about, was, is_now))

    def _learn(self, call: Frame, then: Frame, now: Frame | None) -> None:
        if call[2:3] != ["StartTransaction"] or now is None:
            return
        number_then, number_now = _number(then), _number(now)
        if number_then is not None and number_now is not None:
            self.log.transactions[number_then] = number_now

    def _command(self, event: Event, frame: Frame) -> None:
        """Send what the other system sent."""
        action, payload = frame[2:4]
        translated = with_transactions(payload, self.log.transactions)
        try:
            command = commands.enqueue(self.log.charger_id, action, translated, "replay", event.at)
        except CsmsError as error:
            found = Difference(event, f"{action} to the charger", payload, str(error))
            self.log.differences.append(found)
            return
        self._commands[frame[1]] = command.command_id
        self.look(event.at)


class Player:
    """Plays events; `finish` lets what is overdue come to its end."""

    def __init__(self, ids: Mapping[str, ChargerId], gateway: Gateway) -> None:
        """ids: by the log's names; several names may be one charger's."""
        logs: dict[ChargerId, ChargerLog] = {}
        self._chargers: dict[str, _Charger] = {}
        made: dict[ChargerId, _Charger] = {}
        for name, charger_id in ids.items():
            log = logs.setdefault(charger_id, ChargerLog(name, charger_id))
            self._chargers[name] = made.setdefault(charger_id, _Charger(log, gateway))
        self.logs = list(logs.values())
        self._swept_at: datetime | None = None

    def play(self, event: Event) -> None:
        """Play one step, after the sweeps that were due before it."""
        if self._swept_at is None or event.at - self._swept_at >= SWEEP_EVERY:
            self._sweep(event.at)
        self._chargers[event.charger].play(event)

    def finish(self, at: datetime) -> None:
        """Sweep until nothing is overdue, and read what was billed. at: of the last step."""
        for later in AFTERWARDS:
            self._sweep(at + later)
        for charger in self._chargers.values():
            charger.close()
        for log in self.logs:
            log.billed = _transactions(log.charger_id)

    def _sweep(self, at: datetime) -> None:
        for charger in self._chargers.values():
            charger.socket.keep_alive(at)
        event = {"time": at.isoformat()}
        handle: Callable[..., object]
        for handle in (heartbeat_sweep.handle, billing_retry.handle):
            handle(event, lambda: True)
        for charger in self._chargers.values():
            charger.look(at)
        self._swept_at = at


def _number(answer: Frame) -> int | None:
    """The transaction id that a StartTransaction was answered with."""
    payload = answer[2]
    number = payload.get(TRANSACTION_ID) if isinstance(payload, dict) else None
    return number if isinstance(number, int) else None


def _transactions(charger_id: ChargerId) -> list[Transaction]:
    """All of a charger, oldest first."""
    found: list[Transaction] = []
    cursor: str | None = None
    while True:
        page = transaction_list.list_by_charger(charger_id, cursor, PAGE)
        found += page.items
        cursor = page.cursor
        if cursor is None:
            return found[::-1]
