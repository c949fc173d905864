"""How often a failing schedule is run again."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest

from simulators.aws.invoker import FunctionFailed, Invoker
from simulators.aws.resources import Function, Schedule
from simulators.aws.scheduler import Scheduler, scheduled_event

NOON = datetime(2026, 3, 1, 12, 0, 5, tzinfo=UTC)
SCHEDULE = Schedule("SweepEveryMinute", "rate(1 minute)", "Sweep")


class FakeProcess:
    """A function that fails a number of times."""

    def __init__(self, failures: int, retries: int) -> None:
        self.function = Function("Sweep", "h", {}, 25, 128, None, retries)
        self.failures = failures
        self.events: list[Any] = []

    def invoke(self, event: dict[str, Any]) -> asyncio.Future[Any]:
        self.events.append(event)
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        if len(self.events) <= self.failures:
            future.set_exception(FunctionFailed("Sweep", "ValueError", "no"))
        else:
            future.set_result(None)
        return future


@pytest.mark.parametrize(
    ("failures", "retries", "runs"), [(0, 2, 1), (1, 2, 2), (9, 2, 3), (9, 1, 2), (9, 0, 1)]
)
def test_a_failed_run_is_tried_again_as_often_as_the_template_says(
    failures: int, retries: int, runs: int
) -> None:
    process = FakeProcess(failures, retries)

    async def run() -> None:
        invoker = Invoker({"Sweep": process})  # type: ignore[dict-item] # a fake
        scheduler = Scheduler([SCHEDULE], invoker, lambda: NOON, (0.0, 0.0))
        await scheduler.run(SCHEDULE, NOON)

    asyncio.run(run())
    assert len(process.events) == runs
    assert len({event["id"] for event in process.events}) == 1


def test_the_event_is_eventbridges() -> None:
    event = scheduled_event(SCHEDULE, NOON)
    assert (event["source"], event["detail-type"]) == ("aws.events", "Scheduled Event")
    assert event["time"] == "2026-03-01T12:00:05Z"
    assert event["resources"][0].endswith("rule/SweepEveryMinute")
