"""Waiting for a condition inside a charger, without polling."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

from simulators.charge_point.clock import Clock


class Pulse:
    """Fires whenever something changed; waiters look at their condition again."""

    def __init__(self) -> None:
        """Start without waiters."""
        self._waiters: list[asyncio.Future[None]] = []

    def fire(self) -> None:
        """Let every waiter look again."""
        waiters, self._waiters = self._waiters, []
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)

    async def until(self, condition: Callable[[], bool]) -> None:
        """Return as soon as `condition` holds."""
        while not condition():
            waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiters.append(waiter)
            await waiter

    async def until_or_after(
        self, condition: Callable[[], bool], clock: Clock, seconds: float
    ) -> bool:
        """Wait for `condition` at most `seconds` of the charger's time; say whether it holds."""
        sleeping = asyncio.ensure_future(clock.sleep(seconds))
        holding = asyncio.ensure_future(self.until(condition))
        try:
            await asyncio.wait({sleeping, holding}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (sleeping, holding):
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task
        return condition()
