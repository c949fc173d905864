"""The open sockets of the WebSocket API, found by connection id."""

from __future__ import annotations

import asyncio
import contextlib

from simulators.aws.asgi import Send
from simulators.aws.limits import Limits
from simulators.aws.websocket_events import ConnectionFacts, now_ms

GOING_AWAY = 1001


class Gone(Exception):
    """The connection does not exist (any more)."""


class OpenConnection:
    """One accepted socket: who it is, when it was last heard of, and how to end it."""

    def __init__(self, facts: ConnectionFacts, send: Send, limits: Limits) -> None:
        self.facts = facts
        self.last_active_ms = now_ms()
        self.is_gone = False
        self._send = send
        self._limits = limits
        self._loop = asyncio.get_running_loop()
        self._used_at = self._loop.time()
        self._reader = asyncio.current_task()
        self._running_frames = 0
        self._frame_ended = asyncio.Event()
        self._closing: asyncio.Task[None] | None = None
        self._life_timer = self._loop.call_later(limits.life_s, self.start_closing)
        self._idle_timer = self._loop.call_later(limits.idle_s, self._close_if_idle)

    async def frame_slot(self) -> None:
        """Wait until another frame of this connection may run."""
        while self._running_frames >= self._limits.connection_frames:
            self._frame_ended.clear()
            await self._frame_ended.wait()
        self._running_frames += 1

    def free_frame_slot(self) -> None:
        """A frame has been handled."""
        self._running_frames -= 1
        self._frame_ended.set()

    def heard(self) -> None:
        """The client sent a frame."""
        self._used_at = self._loop.time()
        self.last_active_ms = now_ms()

    async def post(self, text: str) -> None:
        """Write one text frame to the socket's transport; when this returns it is there.

        Raises Gone when the socket has ended or does not take bytes any more.
        """
        await self._pass_on({"type": "websocket.send", "text": text})
        self._used_at = self._loop.time()

    async def close(self, code: int, reason: str = "") -> None:
        """Send a close frame; the reader then sees the end of the connection."""
        with contextlib.suppress(Gone):
            await self._pass_on({"type": "websocket.close", "code": code, "reason": reason})

    def start_closing(self, code: int = GOING_AWAY, reason: str = "Going away") -> None:
        """Close without waiting for it."""
        if self._closing is None:
            self._closing = self._loop.create_task(self.close(code, reason))

    def end(self) -> None:
        """The socket has ended; nothing can be posted any more."""
        self.is_gone = True
        self._life_timer.cancel()
        self._idle_timer.cancel()

    async def _pass_on(self, message: dict[str, object]) -> None:
        if self.is_gone:
            raise Gone
        try:
            async with asyncio.timeout(self._limits.send_s):
                await self._send(message)
        except TimeoutError as error:
            # The client reads nothing: its socket would hold our bytes for ever.
            self.end()
            if self._reader is not None:
                self._reader.cancel()
            raise Gone from error
        except (OSError, RuntimeError) as error:  # how uvicorn says that the socket has ended
            raise Gone from error

    def _close_if_idle(self) -> None:
        remaining_s = self._used_at + self._limits.idle_s - self._loop.time()
        if remaining_s <= 0:
            self.start_closing()
            return
        self._idle_timer = self._loop.call_later(remaining_s, self._close_if_idle)


class Connections:
    """All open connections."""

    def __init__(self) -> None:
        self._open: dict[str, OpenConnection] = {}
        self._none_left = asyncio.Event()
        self._none_left.set()

    def __len__(self) -> int:
        return len(self._open)

    def add(self, connection: OpenConnection) -> None:
        """The handshake is complete."""
        self._open[connection.facts.connection_id] = connection
        self._none_left.clear()

    def remove(self, connection: OpenConnection) -> None:
        """The socket has ended."""
        connection.end()
        self._open.pop(connection.facts.connection_id, None)
        if not self._open:
            self._none_left.set()

    def find(self, connection_id: str) -> OpenConnection:
        """The connection of this id. Raises Gone."""
        connection = self._open.get(connection_id)
        if connection is None or connection.is_gone:
            raise Gone
        return connection

    async def close_all(self) -> None:
        """Send every client a close frame."""
        await asyncio.gather(
            *(connection.close(GOING_AWAY, "Going away") for connection in self._open.values())
        )

    async def all_gone(self) -> None:
        """Wait until no connection is open."""
        await self._none_left.wait()
