"""Invokes functions: one child process for each, restarted when it dies."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, cast

from simulators.aws.children import Child, Nursery
from simulators.aws.frames import FrameReader, Kind, encode
from simulators.aws.resources import Function

DEFAULT_CONCURRENCY = 16
MAX_CONCURRENCY = 64
READY_TIMEOUT_S = 60.0
END_TIMEOUT_S = 3.0
FIRST_BACKOFF_S = 0.1
MAX_BACKOFF_S = 5.0
LOG_TAIL_LINES = 5


class FunctionFailed(Exception):
    """The handler raised, timed out, or its process died; facts as Lambda reports them."""

    def __init__(self, function: str, error_type: str, message: str) -> None:
        super().__init__(f"{function}: {error_type}: {message}")
        self.error_type = error_type
        self.message = message


class _Pending:
    """An invocation that waits for its answer."""

    __slots__ = ("future", "timer")

    def __init__(self, future: asyncio.Future[Any], timer: asyncio.TimerHandle) -> None:
        self.future = future
        self.timer = timer


class FunctionProcess(asyncio.Protocol):
    """The child process of one function, and the invocations that it has not answered."""

    def __init__(
        self,
        function: Function,
        environment: Mapping[str, str],
        log_path: Path,
        nursery: Nursery,
        announce: Callable[[str], None],
    ) -> None:
        self.function = function
        self._nursery = nursery
        self._environment = environment
        self._log_path = log_path
        self._announce = announce
        self._threads = min(MAX_CONCURRENCY, function.reserved_concurrency or DEFAULT_CONCURRENCY)
        self._child: Child | None = None
        self._transport: asyncio.Transport | None = None
        self._reader = FrameReader()
        self._pending: dict[int, _Pending] = {}
        self._overdue: set[int] = set()
        self._unsent: list[bytes] = []
        self._number = 0
        self._backoff_s = FIRST_BACKOFF_S
        self._restart: asyncio.Task[None] | None = None
        self._is_stopping = False
        self._is_ready: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    @property
    def pid(self) -> int | None:
        """The process id of the running child."""
        return self._child.pid if self._child and self._transport else None

    async def start(self) -> None:
        """Start the process; events may be sent from now on, they wait for its imports."""
        ours, theirs = socket.socketpair()
        self._reader = FrameReader()
        with theirs, self._log_path.open("ab") as log:
            self._child = self._nursery.spawn(self._environment, theirs.fileno(), log.fileno())
        await asyncio.get_running_loop().create_connection(lambda: self, sock=ours)

    async def ready(self) -> None:
        """Wait until the handler is imported. Raises FunctionFailed when it cannot be."""
        try:
            async with asyncio.timeout(READY_TIMEOUT_S):
                await asyncio.shield(self._is_ready)
        except TimeoutError as error:
            raise self._import_failure() from error

    async def stop(self) -> None:
        """Let the process go and wait for its end."""
        self._is_stopping = True
        if self._restart is not None:
            self._restart.cancel()
        if self._transport is not None:
            self._transport.close()
        child = self._child
        if child is not None and await asyncio.to_thread(child.wait, END_TIMEOUT_S) is None:
            child.kill()
            await asyncio.to_thread(child.wait, END_TIMEOUT_S)

    def invoke(self, event: Mapping[str, Any]) -> asyncio.Future[Any]:
        """Run the handler on the event; the future has its result or FunctionFailed.

        Waiting for a free thread counts as running: who calls a function waits for both.
        """
        loop = asyncio.get_running_loop()
        self._number += 1
        number = self._number
        future: asyncio.Future[Any] = loop.create_future()
        deadline = loop.time() + self.function.timeout_s
        timer = loop.call_at(deadline, self._time_out, number)
        self._pending[number] = _Pending(future, timer)
        body = json.dumps(event, separators=(",", ":")).encode()
        frame = encode(number, deadline, Kind.EVENT, body)
        if self._transport is None:
            self._unsent.append(frame)  # as a cold start would: the event waits for the process
        else:
            self._transport.write(frame)
        return future

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Send the function's set-up ahead of all events."""
        self._transport = cast("asyncio.Transport", transport)
        setup = {"handler": self.function.handler, "threads": self._threads}
        self._transport.write(encode(0, 0.0, Kind.SETUP, json.dumps(setup).encode()))
        unsent, self._unsent = self._unsent, []
        self._transport.writelines(unsent)

    def data_received(self, data: bytes) -> None:
        """Give answers to those who wait."""
        for frame in self._reader.feed(data):
            if frame.kind is Kind.READY:
                self._backoff_s = FIRST_BACKOFF_S
                if not self._is_ready.done():
                    self._is_ready.set_result(None)
                continue
            self._overdue.discard(frame.number)
            pending = self._pending.pop(frame.number, None)
            if pending is None:
                continue  # it had timed out
            pending.timer.cancel()
            if pending.future.done():
                continue  # the caller went away
            if frame.kind is Kind.RESULT:
                pending.future.set_result(json.loads(frame.body))
            else:
                failure = json.loads(frame.body)
                pending.future.set_exception(
                    self._failure(failure["errorType"], failure["errorMessage"])
                )

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - asyncio's signature
        """The process ended: fail what it had, and start another one."""
        self._transport = None
        self._overdue.clear()
        for number in list(self._pending):
            self._fail(number, "Runtime.ExitError", "the function's process ended")
        if not self._is_ready.done():
            # Never imported: trying again would not help, and the log says why.
            self._is_ready.set_exception(self._import_failure())
        elif not self._is_stopping:
            self._restart = asyncio.get_running_loop().create_task(self._start_again())

    async def _start_again(self) -> None:
        child = self._child
        status = await asyncio.to_thread(child.wait, END_TIMEOUT_S) if child else None
        self._announce(f"function {self.function.name} ended (status {status}), starting it again")
        await asyncio.sleep(self._backoff_s)
        self._backoff_s = min(MAX_BACKOFF_S, self._backoff_s * 2)
        await self.start()

    def _time_out(self, number: int) -> None:
        self._overdue.add(number)
        self._fail(
            number, "Sandbox.Timedout", f"Task timed out after {self.function.timeout_s} seconds"
        )
        if len(self._overdue) >= self._threads and self._child is not None:
            # Every thread hangs: a new process is the only way to serve the next event.
            self._child.kill()

    def _fail(self, number: int, error_type: str, message: str) -> None:
        pending = self._pending.pop(number)
        pending.timer.cancel()
        if not pending.future.done():
            pending.future.set_exception(self._failure(error_type, message))

    def _import_failure(self) -> FunctionFailed:
        lines = self._log_path.read_text(errors="replace").splitlines()[-LOG_TAIL_LINES:]
        where = f"{self.function.handler} cannot be imported, see {self._log_path}"
        return self._failure("Runtime.ImportModuleError", "\n".join([where, *lines]))

    def _failure(self, error_type: str, message: str) -> FunctionFailed:
        return FunctionFailed(self.function.name, error_type, message)


class Invoker:
    """All functions of the template by their logical ids."""

    def __init__(self, processes: Mapping[str, FunctionProcess]) -> None:
        self.processes = processes

    async def start(self) -> None:
        """Start all processes side by side and wait until every handler is imported."""
        for process in self.processes.values():
            await process.start()
        await asyncio.gather(*(process.ready() for process in self.processes.values()))

    async def stop(self) -> None:
        """End all processes."""
        await asyncio.gather(*(process.stop() for process in self.processes.values()))

    def invoke(self, function: str, event: Mapping[str, Any]) -> asyncio.Future[Any]:
        """Run one function on one event."""
        return self.processes[function].invoke(event)
