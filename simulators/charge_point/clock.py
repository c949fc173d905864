"""Clocks of a simulated charger: one that runs, at any speed, and one that is stepped by hand."""

import asyncio
import heapq
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count

# Passes of the event loop without any work in flight after which a stepped clock may move on.
_QUIET_PASSES = 25


class Clock(ABC):
    """The time a charger lives in. Every wait of a charger is a wait on its clock."""

    @abstractmethod
    def now(self) -> datetime:
        """The present moment, UTC."""

    @abstractmethod
    async def sleep(self, seconds: float) -> None:
        """Wait, as a task of the charger does, until `seconds` of charger time have passed."""

    @abstractmethod
    async def pass_time(self, seconds: float) -> None:
        """Let `seconds` go by, as whoever plays the scenario does."""

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Work in flight (a dial, a call): a stepped clock stands still meanwhile."""
        yield


class RunningClock(Clock):
    """The wall clock, `speed` times as fast, from `start` on."""

    def __init__(self, speed: float = 1.0, start: datetime | None = None) -> None:
        """start: what the clock shows first; the wall clock's time when not given."""
        self._speed = speed
        self._began = datetime.now(UTC)
        self._start = start or self._began

    def now(self) -> datetime:
        """The present moment, UTC."""
        return self._start + (datetime.now(UTC) - self._began) * self._speed

    async def sleep(self, seconds: float) -> None:
        """Wait for the wall clock."""
        await asyncio.sleep(max(seconds, 0) / self._speed)

    async def pass_time(self, seconds: float) -> None:
        """Wait for the wall clock."""
        await self.sleep(seconds)


class SteppedClock(Clock):
    """A clock that stands still except while time is passed on purpose.

    It jumps from one sleeper's moment to the next and lets everything that follows from it
    finish (answers over real sockets included) before it moves on. An hour of charging takes
    as long as its messages take, and always happens in the same order.
    """

    def __init__(self, start: datetime) -> None:
        """start: an aware UTC moment."""
        self._now = start
        self._sleepers: list[tuple[datetime, int, asyncio.Future[None]]] = []
        self._order = count()
        self._held = 0

    def now(self) -> datetime:
        """The present moment, UTC."""
        return self._now

    async def sleep(self, seconds: float) -> None:
        """Wait until somebody passes enough time."""
        if seconds <= 0:
            await asyncio.sleep(0)
            return
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        due = self._now + timedelta(seconds=seconds)
        heapq.heappush(self._sleepers, (due, next(self._order), woken))
        await woken

    async def pass_time(self, seconds: float) -> None:
        """Move on by `seconds`, stopping at every sleeper on the way."""
        end = self._now + timedelta(seconds=seconds)
        await self.settle()
        while self._sleepers and self._sleepers[0][0] <= end:
            due, _, woken = heapq.heappop(self._sleepers)
            if woken.done():  # its task was cancelled
                continue
            self._now = max(self._now, due)
            woken.set_result(None)
            await self.settle()
        self._now = end
        await self.settle()

    async def settle(self) -> None:
        """Wait until nothing is in flight and nobody has anything left to do at this moment."""
        quiet = 0
        while quiet < _QUIET_PASSES:
            if self._held:
                quiet = 0
                await asyncio.sleep(0.0005)
            else:
                quiet += 1
                await asyncio.sleep(0)

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Stand still while the body runs."""
        self._held += 1
        try:
            yield
        finally:
            self._held -= 1
