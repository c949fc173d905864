"""A charger's end of a WebSocket, as light as it can be: it must not be what is measured.

One asyncio protocol, no tasks. Frames are masked with zeros, which leaves the text as it is. The
other side's CALLs are answered here, so that nothing of what a server asks stays open.
"""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Mapping
from typing import Any, Final

TEXT: Final = 0x1
CLOSE: Final = 0x8
PING: Final = 0x9
PONG: Final = 0xA
KEY: Final = base64.b64encode(b"benchmark-of-csm").decode()
NO_MASK: Final = bytes(4)
NORMAL_END: Final = (1000).to_bytes(2)
ANSWERS: Final[Mapping[str, Mapping[str, object]]] = {
    "GetConfiguration": {
        "configurationKey": [
            {"key": "HeartbeatInterval", "readonly": False, "value": "300"},
            {"key": "WebSocketPingInterval", "readonly": False, "value": "0"},
        ]
    },
}
"""What a charger says to what it is asked; to everything else it says that it accepts."""


class Refused(Exception):
    """The handshake did not end with a connection; the text is the answer's first line."""


class Lost(Exception):
    """The connection ended before the answer came."""


class Failed(Exception):
    """The answer was a CALLERROR."""


def encode(body: bytes, kind: int = TEXT) -> bytes:
    """One masked frame."""
    size = len(body)
    if size < 126:
        return bytes((0x80 | kind, 0x80 | size)) + NO_MASK + body
    return bytes((0x80 | kind, 0x80 | 126)) + size.to_bytes(2) + NO_MASK + body


class Line(asyncio.Protocol):
    """One connection of one charger. At most one CALL of its own is open at a time."""

    def __init__(self) -> None:
        loop = asyncio.get_running_loop()
        self.opened: asyncio.Future[None] = loop.create_future()
        self.closed: asyncio.Future[None] = loop.create_future()
        self.asked = 0
        self._answer: asyncio.Future[Any] | None = None
        self._transport: asyncio.Transport | None = None
        self._buffer = bytearray()
        self._is_open = False
        self._number = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The socket is there; the handshake is sent by `dial`."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def shake_hands(self, host: str, path: str, user: str, password: str) -> None:
        """Ask for a connection with OCPP 1.6 and a password."""
        token = base64.b64encode(f"{user}:{password}".encode()).decode()
        lines = (
            f"GET {path} HTTP/1.1",
            f"Host: {host}",
            "Upgrade: websocket",
            "Connection: Upgrade",
            f"Sec-WebSocket-Key: {KEY}",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Protocol: ocpp1.6",
            f"Authorization: Basic {token}",
        )
        self._write("\r\n".join((*lines, "", "")).encode())

    def call(self, action: str, payload: Mapping[str, object]) -> asyncio.Future[Any]:
        """Send a CALL; the future has the payload of its CALLRESULT, or Lost, or Failed."""
        self._number += 1
        text = json.dumps([2, str(self._number), action, payload], separators=(",", ":"))
        self._answer = asyncio.get_running_loop().create_future()
        if self.closed.done():
            self._answer.set_exception(Lost())
        else:
            self._write(encode(text.encode()))
        return self._answer

    def close(self) -> None:
        """Say goodbye."""
        self._write(encode(NORMAL_END, CLOSE))

    def cut(self) -> None:
        """Break the connection without a word."""
        if self._transport is not None:
            self._transport.abort()

    def data_received(self, data: bytes) -> None:
        """Take the handshake's answer, then frames."""
        self._buffer += data
        if not self._is_open and not self._read_handshake():
            return
        while self._read_frame():
            pass

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - asyncio's signature
        """Tell who waits."""
        if not self.opened.done():
            self.opened.set_exception(Refused("closed"))
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(Lost())
        if not self.closed.done():
            self.closed.set_result(None)

    def _read_handshake(self) -> bool:
        head, separator, rest = bytes(self._buffer).partition(b"\r\n\r\n")
        if not separator:
            return False
        status = head.partition(b"\r\n")[0].decode()
        if " 101 " not in f"{status} ":
            if not self.opened.done():
                self.opened.set_exception(Refused(status))
            self.cut()
            return False
        self._buffer = bytearray(rest)
        self._is_open = True
        self.opened.set_result(None)
        return True

    def _read_frame(self) -> bool:
        buffer = self._buffer
        if len(buffer) < 2:
            return False
        size, start = buffer[1], 2
        if size == 126:
            if len(buffer) < 4:
                return False
            size, start = int.from_bytes(buffer[2:4]), 4
        elif size == 127:
            raise ValueError("a frame of more than 64 KB")
        if len(buffer) < start + size:
            return False
        kind, body = buffer[0] & 0xF, bytes(buffer[start : start + size])
        del buffer[: start + size]
        if kind == TEXT:
            self._take(body.decode())
        elif kind == PING:
            self._write(encode(body, PONG))
        elif kind == CLOSE:
            self.cut()
        return True

    def _take(self, text: str) -> None:
        frame = json.loads(text)
        if not isinstance(frame, list):
            # What the gateway says when a function took too long. A charger understands that
            # nothing will be answered, and dials again.
            self.cut()
            return
        if frame[0] == 2:
            self.asked += 1
            payload = ANSWERS.get(frame[2], {"status": "Accepted"})
            text = json.dumps([3, frame[1], payload], separators=(",", ":"))
            self._write(encode(text.encode()))
            return
        answer, self._answer = self._answer, None
        if answer is None or answer.done():
            return
        if frame[0] == 3:
            answer.set_result(frame[2])
        else:
            answer.set_exception(Failed(text))

    def _write(self, data: bytes) -> None:
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(data)


async def dial(port: int, charger_id: str, password: str) -> Line:
    """Connect one charger to the server on this machine. Raises Refused."""
    _, line = await asyncio.get_running_loop().create_connection(Line, "127.0.0.1", port)
    line.shake_hands(f"127.0.0.1:{port}", f"/ocpp/{charger_id}", charger_id, password)
    await line.opened
    return line
