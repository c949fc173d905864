"""Faults between the product and its database, raised where botocore makes a call.

They follow what the product does, call by call, without replacing any of it.
"""

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import combinations
from types import SimpleNamespace
from typing import Any

from botocore.model import OperationModel

from csms.aws.client import Unreachable
from csms.store.base import CONNECTION

BEFORE = "before-call.dynamodb"
AFTER = "after-call.dynamodb"
TURN_TIMEOUT_S = 10

type Response = tuple[Any, Mapping[str, Any]]
"""What a hook may answer in the database's place: an HTTP response, and its parsed body."""


class Killed(BaseException):
    """The process ends here. Like a real end, nothing but a test catches it."""


@dataclass(slots=True)
class Calls:
    """The operations that were called, in their order."""

    made: list[str] = field(default_factory=list)


@contextmanager
def _hooked(event: str, hook: Callable[..., object]) -> Iterator[None]:
    events = CONNECTION.client.meta.events
    events.register(event, hook)
    try:
        yield
    finally:
        events.unregister(event, hook)


@contextmanager
def recorded_calls() -> Iterator[Calls]:
    """Write down which operations are called."""
    calls = Calls()

    def note(model: OperationModel, **_: object) -> None:
        calls.made.append(model.name)

    with _hooked(BEFORE, note):
        yield calls


@contextmanager
def killed_before(call: int) -> Iterator[None]:
    """End the process instead of its call number `call` (from 0)."""
    with _killed(BEFORE, call):
        yield


@contextmanager
def killed_after(call: int) -> Iterator[None]:
    """End the process after its call number `call` (from 0) was done, before it sees the answer."""
    with _killed(AFTER, call):
        yield


@contextmanager
def _killed(event: str, call: int) -> Iterator[None]:
    calls = Calls()

    def kill(model: OperationModel, **_: object) -> None:
        calls.made.append(model.name)
        if len(calls.made) > call:
            raise Killed

    with _hooked(event, kill):
        yield


@contextmanager
def answer_lost(call: int) -> Iterator[Calls]:
    """Do the call number `call` (from 0) and lose its answer, so that it is made again.

    A database that is slow, or a network that drops what comes back, looks like this.
    """
    calls = Calls()

    def lose(operation: str, **_: object) -> None:
        calls.made.append(operation)
        if len(calls.made) == call + 1:
            raise Unreachable("the answer is lost")

    with _hooked("after-send.dynamodb", lose):
        yield calls


@contextmanager
def refused(operation: str, response: Response, times: int) -> Iterator[Calls]:
    """Answer the first `times` calls of an operation with an error, in the database's place."""
    calls = Calls()

    def refuse(model: OperationModel, **_: object) -> Response | None:
        if len(calls.made) >= times:
            return None
        calls.made.append(model.name)
        return response

    with _hooked(f"{BEFORE}.{operation}", refuse):
        yield calls


def error(code: str) -> Response:
    """An error as DynamoDB answers it."""
    return SimpleNamespace(status_code=400), {
        "Error": {"Code": code, "Message": "injected"},
        "ResponseMetadata": {"HTTPStatusCode": 400},
    }


def cancellation(codes: Sequence[str]) -> Response:
    """A cancelled transaction with one reason for each item; `None` where an item was fine."""
    http, body = error("TransactionCanceledException")
    return http, {**body, "CancellationReasons": [{"Code": code} for code in codes]}


def orders(first: int, second: int) -> list[str]:
    """All orders of so many calls of a worker `a` and of a worker `b`, as texts of their names."""
    both = first + second
    return [
        "".join("a" if place in places else "b" for place in range(both))
        for places in combinations(range(both), first)
    ]


class Turns:
    """Lets threads make their calls one at a time in a given order; then they are free.

    order: one name for each call. A thread that ends gives up the turns it has left.
    """

    def __init__(self, order: Sequence[str]) -> None:
        self._order = list(order)
        self._changed = threading.Condition()

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Make calls wait for their turn."""
        with _hooked(BEFORE, self._wait), _hooked(AFTER, self._pass_on):
            yield

    def run(self, work: Mapping[str, Callable[[], object]]) -> None:
        """Run each piece of work in a thread of its name, until all are done."""
        threads = [
            threading.Thread(target=self._run, args=(task,), name=name)
            for name, task in work.items()
        ]
        with self.kept():
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()

    def _run(self, task: Callable[[], object]) -> None:
        try:
            task()
        finally:
            with self._changed:
                mine = threading.current_thread().name
                self._order = [name for name in self._order if name != mine]
                self._changed.notify_all()

    def _wait(self, **_: object) -> None:
        mine = threading.current_thread().name
        with self._changed:
            assert self._changed.wait_for(
                lambda: mine not in self._order or self._order[0] == mine, TURN_TIMEOUT_S
            ), f"{mine} waits for {self._order}"

    def _pass_on(self, **_: object) -> None:
        mine = threading.current_thread().name
        with self._changed:
            if self._order and self._order[0] == mine:
                self._order.pop(0)
            self._changed.notify_all()
