"""The few shapes of ASGI that this package needs."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any, Final

type Scope = MutableMapping[str, Any]
type Message = MutableMapping[str, Any]
type Receive = Callable[[], Awaitable[Message]]
type Send = Callable[[Message], Awaitable[None]]
type Headers = Iterable[tuple[str, str]]

# A body that was not read would be taken for the next request.
UNREAD: Final = ("connection", "close")


class BodyTooLarge(Exception):
    """The client sends more than the limit."""


async def read_body(receive: Receive, limit_bytes: int) -> bytes:
    """The whole body of an HTTP request. Raises BodyTooLarge."""
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return b"".join(parts)
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > limit_bytes:
            raise BodyTooLarge
        if not message.get("more_body", False):
            return parts[0] if len(parts) == 1 else b"".join(parts)


async def respond(send: Send, status: int, body: bytes = b"", headers: Headers = ()) -> None:
    """Answer an HTTP request in one piece."""
    raw = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
    raw.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": status, "headers": raw})
    await send({"type": "http.response.body", "body": body})


async def respond_json(send: Send, status: int, content: object, headers: Headers = ()) -> None:
    """Answer an HTTP request with JSON."""
    body = json.dumps(content).encode()
    await respond(send, status, body, [("content-type", "application/json"), *headers])


def decoded_headers(scope: Scope) -> list[tuple[str, str]]:
    """The request's headers as text, names in lower case."""
    return [(name.decode("latin-1"), value.decode("latin-1")) for name, value in scope["headers"]]


def source_ip(scope: Scope) -> str:
    """The address of the peer."""
    client = scope.get("client")
    return str(client[0]) if client else "127.0.0.1"
