"""The running activities of a charger, so that a loss of power ends them all."""

import asyncio
from collections.abc import Coroutine
from typing import Any


class Tasks:
    """A bag of tasks. A defect in one of them is kept and raised when the bag is emptied."""

    def __init__(self) -> None:
        """Start empty."""
        self._running: set[asyncio.Task[Any]] = set()
        self._defects: list[Exception] = []

    def start(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Run `work` beside everything else."""
        task = asyncio.get_running_loop().create_task(work)
        self._running.add(task)
        task.add_done_callback(self._ended)
        return task

    async def end_all(self) -> None:
        """Cancel what runs, except the task that asks for it."""
        mine = asyncio.current_task()
        others = [task for task in self._running if task is not mine]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    def raise_defects(self) -> None:
        """Raise what went wrong unseen since the last time."""
        defects, self._defects = self._defects, []
        if defects:
            raise ExceptionGroup("a simulated charger failed", defects)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._running.discard(task)
        if task.cancelled():
            return
        error = task.exception()
        if isinstance(error, Exception):
            self._defects.append(error)
