"""ETags: who polls and finds nothing new gets 304 and no body. Also the headers of every answer."""

import hashlib
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from csms.entrypoints.api.clock import request_id_of

TAG_DIGITS: Final = 24
GUARDS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
}
"""What keeps a browser from guessing, framing or keeping an answer that says nothing else."""


class ConditionalReads:
    """Gives the 200 answer of every GET a validator, and every answer its id and its guards.

    Answers are one message long here (no route streams), so they can be held back whole.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request (ASGI)."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        start: Message | None = None
        body = b""

        async def hold(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                start = message
                return
            body += message.get("body", b"")
            if start is not None and not message.get("more_body", False):
                for answer in _finish(scope, start, body):
                    await send(answer)

        await self._app(scope, receive, hold)


def _finish(scope: Scope, start: Message, body: bytes) -> tuple[Message, Message]:
    headers = MutableHeaders(raw=list(start["headers"]))
    headers["X-Request-Id"] = request_id_of(scope)
    for name, value in GUARDS.items():
        headers.setdefault(name, value)
    status = start["status"]
    if scope["method"] == "GET" and status == 200:
        headers["Cache-Control"] = "private, no-cache"
        headers["ETag"] = tag = f'W/"{hashlib.blake2b(body).hexdigest()[:TAG_DIGITS]}"'
        if _is_known(tag, Headers(scope=scope).get("if-none-match", "")):
            status, body = 304, b""
            del headers["Content-Type"]
            del headers["Content-Length"]
    return (
        {"type": "http.response.start", "status": status, "headers": headers.raw},
        {"type": "http.response.body", "body": body},
    )


def _is_known(tag: str, offered: str) -> bool:
    # RFC 9110 §13.1.2: If-None-Match compares weakly, so that `W/"a"` and `"a"` are the same.
    tags = [one.strip().removeprefix("W/") for one in offered.split(",")]
    return tags == ["*"] or tag.removeprefix("W/") in tags
