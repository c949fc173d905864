"""A wire: from chargers to the gateway, or from functions to what lies beside the system."""

import asyncio
import contextlib
import threading
from enum import StrEnum

CHUNK_BYTES = 65_536
SLOW_S = 0.15
"""How long a slow wire keeps each piece of an answer."""


class Wire(StrEnum):
    """What becomes of bytes.

    DEAF: requests arrive, answers do not. STILL: nothing arrives, nobody is told. CUT: every
    connection ends, and new ones end at once.
    """

    WHOLE = "whole"
    SLOW = "slow"
    DEAF = "deaf"
    STILL = "still"
    CUT = "cut"


class Proxy:
    """Passes TCP connections on to a port of this machine, as its `wire` says at the moment."""

    def __init__(self, target_port: int) -> None:
        self._target_port = target_port
        self._wire = Wire.WHOLE
        self._writers: set[asyncio.StreamWriter] = set()
        self._loop = asyncio.new_event_loop()
        self._mended = asyncio.Event()
        self._mended.set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._server = self._loop.run_until_complete(
            asyncio.start_server(self._serve, "127.0.0.1", 0, limit=CHUNK_BYTES)
        )
        self.port: int = self._server.sockets[0].getsockname()[1]
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def set(self, wire: Wire) -> None:
        """Change the wire; returns when it is so."""
        asyncio.run_coroutine_threadsafe(self._set(wire), self._loop).result(10)

    def close(self) -> None:
        """End every connection and the server."""
        asyncio.run_coroutine_threadsafe(self._close(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    async def _set(self, wire: Wire) -> None:
        self._wire = wire
        if wire is Wire.STILL:
            self._mended.clear()
        else:
            self._mended.set()
        if wire is Wire.CUT:
            for writer in self._writers:
                writer.transport.abort()

    async def _close(self) -> None:
        self._server.close()
        await self._set(Wire.CUT)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is not None:
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        try:
            there, back = await asyncio.open_connection("127.0.0.1", self._target_port)
        except OSError:
            writer.transport.abort()
            return
        ends = {writer, back}
        self._writers |= ends
        if self._wire is Wire.CUT:
            back.transport.abort()
            writer.transport.abort()
        try:
            async with asyncio.TaskGroup() as both:
                both.create_task(self._pass_on(reader, back, is_answer=False))
                both.create_task(self._pass_on(there, writer, is_answer=True))
        except* OSError:
            pass
        finally:
            self._writers -= ends
            for end in ends:
                end.transport.abort()

    async def _pass_on(
        self, source: asyncio.StreamReader, target: asyncio.StreamWriter, *, is_answer: bool
    ) -> None:
        while piece := await source.read(CHUNK_BYTES):
            await self._mended.wait()
            if is_answer and self._wire is Wire.SLOW:
                await asyncio.sleep(SLOW_S)
            if is_answer and self._wire is Wire.DEAF:
                continue
            target.write(piece)
            await target.drain()
        with contextlib.suppress(OSError):
            target.transport.abort()
