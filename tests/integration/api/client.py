"""Requests as the gateway hands them to the functions: events of payload format 2.0."""

import asyncio
import base64
import json
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from tests.integration.events import START
from tests.used_rights import RUNNING

type Handler = Callable[[dict[str, Any], object], dict[str, Any]]


@dataclass(frozen=True)
class Answer:
    """What the function gave back."""

    status: int
    headers: Mapping[str, str]
    text: str

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.text)


class Client:
    """Sends requests to one function, in a thread of its own, as Lambda has one per instance."""

    def __init__(self, handler: Handler) -> None:
        self._handler = handler
        self._thread = ThreadPoolExecutor(1, initializer=_new_loop)
        self.now = START
        self.token: str | None = None

    def close(self) -> None:
        """End the thread."""
        self._thread.submit(_close_loop).result()
        self._thread.shutdown()

    def send(
        self,
        method: str,
        path: str,
        body: object = None,
        *,
        query: Mapping[str, object] | None = None,
        headers: Mapping[str, str] | None = None,
        token: str | None = None,
    ) -> Answer:
        """Send one request; `path` as the gateway gives it: percent-decoded."""
        sent = {name.lower(): value for name, value in (headers or {}).items()}
        bearer = token if token is not None else self.token
        if bearer:
            sent["authorization"] = f"Bearer {bearer}"
        return self.deliver(http_event(method, path, body, query or {}, sent, self.now))

    def deliver(self, event: dict[str, Any]) -> Answer:
        """Hand over an event of payload format 2.0."""
        answer = self._thread.submit(self._handle, event).result()
        text = answer.get("body", "")
        if answer.get("isBase64Encoded"):
            text = base64.b64decode(text).decode()
        return Answer(answer["statusCode"], answer.get("headers") or {}, text)

    def _handle(self, event: dict[str, Any]) -> dict[str, Any]:
        # The application answers in threads of its own, which inherit this.
        RUNNING.set(self._handler.__module__.split(".")[1])
        return self._handler(event, None)

    def get(self, path: str, **options: Any) -> Answer:
        """GET."""
        return self.send("GET", path, **options)

    def post(self, path: str, body: object = None, **options: Any) -> Answer:
        """POST."""
        return self.send("POST", path, body, **options)

    def put(self, path: str, body: object, **options: Any) -> Answer:
        """PUT."""
        return self.send("PUT", path, body, **options)

    def delete(self, path: str, **options: Any) -> Answer:
        """DELETE."""
        return self.send("DELETE", path, **options)


def http_event(
    method: str,
    path: str,
    body: object,
    query: Mapping[str, object],
    headers: dict[str, str],
    now: datetime,
) -> dict[str, Any]:
    """An event of the HTTP API, payload format 2.0."""
    event: dict[str, Any] = {
        "version": "2.0",
        "routeKey": f"{method} {path}",
        "rawPath": path,
        "rawQueryString": urlencode(query),
        "headers": {"host": "api.example", "x-forwarded-proto": "https"} | headers,
        "requestContext": {
            "domainName": "api.example",
            "http": {
                "method": method,
                "path": path,
                "protocol": "HTTP/1.1",
                "sourceIp": "192.0.2.1",
                "userAgent": "test",
            },
            "requestId": "request-1",
            "stage": "$default",
            "timeEpoch": int(now.timestamp() * 1000),
        },
        "isBase64Encoded": False,
    }
    if body is not None:
        event["headers"].setdefault("content-type", "application/json")
        event["body"] = body if isinstance(body, str) else json.dumps(body)
    return event


def _new_loop() -> None:
    asyncio.set_event_loop(asyncio.new_event_loop())


def _close_loop() -> None:
    asyncio.get_event_loop().close()
