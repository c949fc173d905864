"""EventBridge: calls functions by the template's schedules."""

from __future__ import annotations

import asyncio
import sys
import uuid
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from simulators.aws import schedule_expressions as expressions
from simulators.aws.intrinsics import ACCOUNT_ID, REGION
from simulators.aws.invoker import FunctionFailed, Invoker
from simulators.aws.resources import Schedule

FIRST_RUN_AFTER_S = 2.0
# Lambda's own retries of an asynchronous invocation: after one minute, after two more.
RETRY_AFTER_S = (60.0, 120.0)


def scheduled_event(schedule: Schedule, moment: datetime) -> dict[str, Any]:
    """The event of one run."""
    return {
        "version": "0",
        "id": str(uuid.uuid4()),
        "detail-type": "Scheduled Event",
        "source": "aws.events",
        "account": ACCOUNT_ID,
        "time": moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "region": REGION,
        "resources": [f"arn:aws:events:{REGION}:{ACCOUNT_ID}:rule/{schedule.name}"],
        "detail": {},
    }


class Scheduler:
    """Runs every schedule on its own; a run that is still going on is not overtaken.

    EventBridge would start the next run beside it. The product's sweeps stop before their
    deadline, which is shorter than their period, so the difference shows only on a machine
    that is too slow, and there it is a relief.
    """

    def __init__(
        self,
        schedules: Sequence[Schedule],
        invoker: Invoker,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        retry_after_s: Sequence[float] = RETRY_AFTER_S,
    ) -> None:
        self._schedules = [
            (schedule, expressions.parse_schedule(schedule.expression)) for schedule in schedules
        ]
        self._invoker = invoker
        self._clock = clock
        self._retry_after_s = retry_after_s
        self._tasks: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Begin; a rate runs for the first time soon, a cron at its next minute."""
        self._tasks = [
            asyncio.get_running_loop().create_task(self._repeat(schedule, expression))
            for schedule, expression in self._schedules
        ]

    async def stop(self) -> None:
        """Start no further run."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _repeat(self, schedule: Schedule, expression: expressions.Schedule) -> None:
        if isinstance(expression, expressions.Cron):
            await self._sleep_until(expression.next_after(self._clock()))
        else:
            await asyncio.sleep(FIRST_RUN_AFTER_S)
        while True:
            started_at = self._clock()
            await self.run(schedule, started_at)
            await self._sleep_until(expression.next_after(started_at))

    async def run(self, schedule: Schedule, moment: datetime) -> None:
        """One run with its retries; the event stays the same, as EventBridge keeps it."""
        event = scheduled_event(schedule, moment)
        retries = self._invoker.processes[schedule.function].function.asynchronous_retries
        for delay_s in (*self._retry_after_s[:retries], None):
            try:
                await self._invoker.invoke(schedule.function, event)
            except FunctionFailed as failure:
                print(f"schedule {schedule.name} failed: {failure}", file=sys.stderr)
            else:
                return
            if delay_s is not None:
                await asyncio.sleep(delay_s)

    async def _sleep_until(self, moment: datetime) -> None:
        await asyncio.sleep(max(0.0, (moment - self._clock()).total_seconds()))
