"""The files distribution: `/f/{token}/{name}` reads and writes files on disk, as they come."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO, Final

from simulators.aws.asgi import UNREAD, Receive, Scope, Send, decoded_headers, respond
from simulators.aws.file_pass import Refusal, examine
from simulators.aws.files_on_disk import FilesOnDisk

PREFIX: Final = "/f/"
_RANGE: Final = re.compile(r"bytes=(\d{1,18})-(\d{0,18})")
CHUNK_BYTES: Final = 262_144
# Whatever a charger uploads is saved, never shown.
HEADERS: Final = (
    ("access-control-allow-origin", "*"),
    ("access-control-allow-methods", "GET, PUT"),
    ("access-control-allow-headers", "content-type"),
    ("cache-control", "no-store"),
    ("content-disposition", "attachment"),
    ("content-security-policy", "default-src 'none'; sandbox"),
    ("x-content-type-options", "nosniff"),
)


class BrokenOff(Exception):
    """The sender left before the end."""


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a file, from start to before end."""

    start: int
    end: int
    size: int

    @property
    def is_all(self) -> bool:
        """Whether the part is the whole."""
        return (self.start, self.end) == (0, self.size)


class FileDoor:
    """Serves the bucket to whoever has a signed URL. clock: seconds since 1970."""

    def __init__(
        self, files: FilesOnDisk, secret: str, clock: Callable[[], float] = time.time
    ) -> None:
        self._files = files
        self._secret = secret
        self._clock = clock

    async def serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request below /f/."""
        if scope["method"] == "OPTIONS":
            await respond(send, 204, b"", HEADERS)
            return
        raw_path = scope["raw_path"].decode("latin-1").partition("?")[0]
        headers = dict(decoded_headers(scope))
        found = examine(scope["method"], raw_path, headers, self._secret, self._clock())
        if isinstance(found, Refusal):
            await respond(send, found.status, b"", (*HEADERS, UNREAD))
        elif scope["method"] == "PUT":
            await self._take(found.key, int(headers["content-length"]), receive, send)
        else:
            await self._give(found.key, headers.get("range", ""), send)

    async def _take(self, key: str, length: int, receive: Receive, send: Send) -> None:
        try:
            with self._files.writing(key) as file:
                await receive_into(file, length, receive)
        except BrokenOff:
            return  # nobody is there to hear it
        await respond(send, 200, b"", HEADERS)

    async def _give(self, key: str, wanted: str, send: Send) -> None:
        entry = self._files.find(key)
        if entry is None:
            await respond(send, 403, b"", HEADERS)  # as S3 says to who may not list
            return
        span = span_of(wanted, entry.size_bytes)
        if span is None:
            size = ("content-range", f"bytes */{entry.size_bytes}")
            await respond(send, 416, b"", (*HEADERS, size))
            return
        with self._files.path(key).open("rb") as file:
            await send_file(file, span, send, HEADERS)


def span_of(wanted: str, size: int) -> Span | None:
    """The part that a Range header asks for: all when it asks for none, None for one beyond.

    A charger whose download was cut goes on from where it was. Several parts at once, and those
    counted from the end, are answered with all, as a server may.
    """
    found = _RANGE.fullmatch(wanted)
    if found is None:
        return Span(0, size, size)
    start = int(found[1])
    end = min(int(found[2]) + 1, size) if found[2] else size
    return Span(start, end, size) if start < end else None


async def receive_into(file: IO[bytes], length: int, receive: Receive) -> None:
    """Write a body of a known length as it comes. Raises BrokenOff."""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise BrokenOff
        await asyncio.to_thread(file.write, message.get("body", b""))
        if not message.get("more_body", False):
            break
    if file.tell() != length:
        raise BrokenOff


async def send_file(
    file: IO[bytes], span: Span, send: Send, headers: tuple[tuple[str, str], ...]
) -> None:
    """Answer with a part of a file, as fast as it is taken."""
    raw = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers]
    raw += [
        (b"accept-ranges", b"bytes"),
        (b"content-length", str(span.end - span.start).encode()),
        (b"content-type", b"application/octet-stream"),
    ]
    if not span.is_all:
        raw.append((b"content-range", f"bytes {span.start}-{span.end - 1}/{span.size}".encode()))
    status = 200 if span.is_all else 206
    await send({"type": "http.response.start", "status": status, "headers": raw})
    file.seek(span.start)
    while size := min(CHUNK_BYTES, span.end - file.tell()):
        chunk = await asyncio.to_thread(file.read, size)
        await send({"type": "http.response.body", "body": chunk, "more_body": True})
    await send({"type": "http.response.body", "body": b""})
