"""A shortcut for `@connections`, which is called once for every frame that goes out.

Parsing a request with h11 and passing it through ASGI costs a millisecond of CPU, more than
everything else that the gateway does for a frame. A request that begins with the path of the
management API and has arrived whole is therefore read here; all others take the usual way.
"""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from simulators.aws.management_api import Answer, ManagementApi, Request

METHODS = ("POST", "GET", "DELETE")


def read_plain_request(received: bytes, beginnings: tuple[bytes, ...]) -> Request | None:
    """The request, if it is whole, of a known length, and begins as expected."""
    if not received.startswith(beginnings):
        return None
    head, separator, body = received.partition(b"\r\n\r\n")
    if not separator:
        return None
    request_line, *lines = head.split(b"\r\n")
    length, authorization = 0, ""
    for line in lines:
        name, _, value = line.partition(b":")
        match name.strip().lower():
            case b"content-length" if value.strip().isdigit():
                length = int(value)
            case b"authorization":
                authorization = value.strip().decode("latin-1")
            case b"content-length" | b"transfer-encoding" | b"expect" | b"upgrade":
                return None
    method, _, rest = request_line.decode("latin-1").partition(" ")
    raw_path, _, version = rest.partition(" ")
    if length != len(body) or version != "HTTP/1.1":
        return None
    return Request(method, raw_path.partition("?")[0], authorization, body)


def write_answer(answer: Answer) -> bytes:
    """The answer as bytes."""
    lines = [f"HTTP/1.1 {answer.status} {HTTPStatus(answer.status).phrase}"]
    lines += [f"{name}: {value}" for name, value in answer.headers()]
    if answer.status != HTTPStatus.NO_CONTENT:
        lines.append(f"content-length: {len(answer.body)}")
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + answer.body


class ManagementLane(H11Protocol):
    """uvicorn's protocol with the shortcut in front."""

    def __init__(self, management: ManagementApi | None, request_s: float, **options: Any) -> None:
        super().__init__(**options)
        self._management = management
        self._request_s = request_s
        self._head_timer: asyncio.TimerHandle | None = None
        self._beginnings = tuple(
            f"{method} {management.prefix}".encode() for method in METHODS if management
        )
        self._answering: asyncio.Task[None] | None = None
        self._later: list[bytes] = []

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Wait for a request, though not for ever."""
        super().connection_made(transport)  # type: ignore[arg-type] # as asyncio calls it
        self._head_timer = self.loop.call_later(self._request_s, self._give_up)

    def data_received(self, data: bytes) -> None:
        """Take the shortcut if the request is for it and nothing else is going on."""
        if self._answering is not None:
            self._later.append(data)
            return
        request = (
            read_plain_request(data, self._beginnings) if self._is_between_requests() else None
        )
        if request is None or self._management is None:
            super().data_received(data)
            self._watch_head()
            return
        self._stop_watching()
        self._unset_keepalive_if_required()
        self._answering = self.loop.create_task(self._answer(self._management, request))

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is waited for any more."""
        self._stop_watching()
        super().connection_lost(exc)

    def _watch_head(self) -> None:
        """Let a head that was begun end in time; who sends a byte now and then gains nothing."""
        if not self._has_half_a_head():
            self._stop_watching()
        elif self._head_timer is None:
            self._head_timer = self.loop.call_later(self._request_s, self._give_up)

    def _stop_watching(self) -> None:
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None

    def _give_up(self) -> None:
        self._head_timer = None
        if not self.transport.is_closing():
            self.transport.close()

    def _has_half_a_head(self) -> bool:
        return self.conn.their_state is h11.IDLE and bool(self.conn.trailing_data[0])

    async def _answer(self, management: ManagementApi, request: Request) -> None:
        try:
            answer = await management.answer(request)
            if not self.transport.is_closing():
                self.transport.write(write_answer(answer))
        finally:
            self._answering = None
            later, self._later = b"".join(self._later), []
        if later:
            self.data_received(later)

    def _is_between_requests(self) -> bool:
        return (
            self.conn.our_state is h11.IDLE
            and self.conn.their_state is h11.IDLE
            and not self.conn.trailing_data[0]
        )
