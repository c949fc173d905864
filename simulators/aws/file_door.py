"""The files distribution: `/f/{token}/{name}` reads and writes files on disk, as they come."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import IO, Final

from simulators.aws.asgi import Receive, Scope, Send, decoded_headers, respond
from simulators.aws.file_pass import Refusal, examine
from simulators.aws.files_on_disk import FilesOnDisk

PREFIX: Final = "/f/"
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


# A body that was not read would be taken for the next request.
UNREAD: Final = ("connection", "close")


class BrokenOff(Exception):
    """The sender left before the end."""


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
            await self._give(found.key, send)

    async def _take(self, key: str, length: int, receive: Receive, send: Send) -> None:
        try:
            with self._files.writing(key) as file:
                await receive_into(file, length, receive)
        except BrokenOff:
            return  # nobody is there to hear it
        await respond(send, 200, b"", HEADERS)

    async def _give(self, key: str, send: Send) -> None:
        if self._files.find(key) is None:
            await respond(send, 403, b"", HEADERS)  # as S3 says to who may not list
            return
        with self._files.path(key).open("rb") as file:
            await send_file(file, send, HEADERS)


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


async def send_file(file: IO[bytes], send: Send, headers: tuple[tuple[str, str], ...]) -> None:
    """Answer with a file, as fast as it is taken."""
    size = file.seek(0, 2)
    file.seek(0)
    raw = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers]
    raw += [
        (b"content-length", str(size).encode()),
        (b"content-type", b"application/octet-stream"),
    ]
    await send({"type": "http.response.start", "status": 200, "headers": raw})
    while chunk := await asyncio.to_thread(file.read, CHUNK_BYTES):
        await send({"type": "http.response.body", "body": chunk, "more_body": True})
    await send({"type": "http.response.body", "body": b""})
