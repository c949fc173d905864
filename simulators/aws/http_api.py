"""The HTTP API: the template's routes, CORS and throttling in front of the functions."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from simulators.aws.asgi import (
    UNREAD,
    BodyTooLarge,
    Headers,
    Receive,
    Scope,
    Send,
    decoded_headers,
    read_body,
    respond,
    respond_json,
    source_ip,
)
from simulators.aws.http_events import (
    HttpRequest,
    HttpResponse,
    MalformedResponse,
    http_event,
    http_response,
)
from simulators.aws.invoker import FunctionFailed, Invoker
from simulators.aws.limits import Limits
from simulators.aws.resources import Cors, HttpRoute, Throttle

# Set by the server or meant for one hop only: a function cannot choose them.
_OWN_HEADERS = frozenset(("content-length", "connection", "transfer-encoding", "date", "server"))
DEFAULT_ROUTE = "$default"


@dataclass(frozen=True, slots=True)
class Match:
    """A route that serves a request."""

    route: HttpRoute
    path_parameters: dict[str, str]

    @property
    def route_key(self) -> str:
        """The route as API Gateway names it."""
        if self.route.path == DEFAULT_ROUTE:
            return DEFAULT_ROUTE
        return f"{self.route.method} {self.route.path}"


def find_route(routes: Sequence[HttpRoute], method: str, raw_path: str) -> Match | None:
    """The most specific route: literal parts before {parameters} before {greedy+}, then method."""
    parts = raw_path.strip("/").split("/")
    best: tuple[tuple[object, ...], Match] | None = None
    for route in routes:
        if route.method not in (method, "ANY"):
            continue
        found = _match_path(route.path, parts)
        if found is None:
            continue
        specificity, parameters = found
        rank = (*specificity, route.method != "ANY")
        if best is None or rank > best[0]:
            best = (rank, Match(route, parameters))
    return best[1] if best else None


def _match_path(pattern: str, parts: list[str]) -> tuple[tuple[object, ...], dict[str, str]] | None:
    if pattern in (DEFAULT_ROUTE, "/$default"):
        return (((-1,),), {})
    parameters: dict[str, str] = {}
    ranks: list[int] = []
    wanted_parts = pattern.strip("/").split("/")
    for position, wanted in enumerate(wanted_parts):
        if wanted.endswith("+}"):
            rest = "/".join(parts[position:])
            if not rest:
                return None
            parameters[wanted[1:-2]] = unquote(rest)
            return (((*ranks, 0),), parameters)
        if position >= len(parts):
            return None
        if wanted.startswith("{"):
            if not parts[position]:
                return None
            parameters[wanted[1:-1]] = unquote(parts[position])
            ranks.append(1)
        elif unquote(parts[position]) == wanted:
            ranks.append(2)
        else:
            return None
    return ((tuple(ranks),), parameters) if len(parts) == len(wanted_parts) else None


class TokenBucket:
    """The stage's throttle: `burst` requests at once, `rate_per_s` in the long run."""

    def __init__(self, throttle: Throttle) -> None:
        self._throttle = throttle
        self._tokens = float(throttle.burst)
        self._filled_at = time.monotonic()

    def take(self) -> bool:
        """Whether another request may pass."""
        now = time.monotonic()
        gained = (now - self._filled_at) * self._throttle.rate_per_s
        self._tokens = min(float(self._throttle.burst), self._tokens + gained)
        self._filled_at = now
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True


class HttpGateway:
    """Serves HTTP requests with functions."""

    def __init__(
        self,
        routes: Sequence[HttpRoute],
        cors: Cors | None,
        throttle: Throttle | None,
        invoker: Invoker,
        limits: Limits,
    ) -> None:
        self._routes = routes
        self._cors = cors
        self._bucket = TokenBucket(throttle) if throttle else None
        self._invoker = invoker
        self._limits = limits

    async def serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        headers = decoded_headers(scope)
        origin = next((value for name, value in headers if name == "origin"), "")
        cors_headers = cors_answer(self._cors, origin) if self._cors else []
        if self._cors and origin and _is_preflight(scope["method"], headers):
            await respond(send, 204, b"", preflight_answer(self._cors, origin))
            return
        if self._bucket and not self._bucket.take():
            await respond_json(send, 429, {"message": "Too Many Requests"}, cors_headers)
            return
        raw_path = scope["raw_path"].decode("latin-1").partition("?")[0]
        match = find_route(self._routes, scope["method"], raw_path)
        if match is None:
            await respond_json(send, 404, {"message": "Not Found"}, cors_headers)
            return
        try:
            async with asyncio.timeout(self._limits.body_s):
                body = await read_body(receive, self._limits.http_body_bytes)
        except TimeoutError:
            slow = [*cors_headers, UNREAD]
            await respond_json(send, 408, {"message": "Request Timeout"}, slow)
            return
        except BodyTooLarge:
            await respond_json(send, 413, {"message": "Request Entity Too Large"}, cors_headers)
            return
        request = HttpRequest(
            method=scope["method"],
            raw_path=raw_path,
            query_string=scope["query_string"].decode("latin-1"),
            headers=tuple(headers),
            body=body,
            source_ip=source_ip(scope),
            domain_name=next((value for name, value in headers if name == "host"), "localhost"),
        )
        response = await self._invoke(match, request)
        await respond(send, response.status, response.body, [*response.headers, *cors_headers])

    async def _invoke(self, match: Match, request: HttpRequest) -> HttpResponse:
        event = http_event(request, match.route_key, match.path_parameters)
        try:
            async with asyncio.timeout(self._limits.http_integration_s):
                answer = await self._invoker.invoke(match.route.function, event)
            response = http_response(answer)
        except FunctionFailed as failure:
            print(f"{match.route_key} failed: {failure}", file=sys.stderr)
            return _failure(500, "Internal Server Error")
        except MalformedResponse:
            print(f"{match.route_key}: malformed answer", file=sys.stderr)
            return _failure(500, "Internal Server Error")
        except TimeoutError:
            return _failure(503, "Service Unavailable")
        is_replaced = self._cors is not None
        kept = tuple(
            (name, value)
            for name, value in response.headers
            if name not in _OWN_HEADERS and not (is_replaced and name.startswith("access-control-"))
        )
        return HttpResponse(response.status, kept, response.body)


def cors_answer(cors: Cors, origin: str) -> list[tuple[str, str]]:
    """The headers that let a page of this origin read an answer; none for a foreign one."""
    if not origin or not ({origin, "*"} & set(cors.allow_origins)):
        return []
    is_any = "*" in cors.allow_origins and not cors.allow_credentials
    answer = [("access-control-allow-origin", "*" if is_any else origin)]
    if not is_any:
        answer.append(("vary", "origin"))
    if cors.allow_credentials:
        answer.append(("access-control-allow-credentials", "true"))
    if cors.expose_headers:
        answer.append(("access-control-expose-headers", ",".join(cors.expose_headers)))
    return answer


def preflight_answer(cors: Cors, origin: str) -> list[tuple[str, str]]:
    """The headers of an answer to OPTIONS."""
    answer = cors_answer(cors, origin)
    if not answer:
        return []
    answer.append(("access-control-allow-methods", ",".join(cors.allow_methods)))
    answer.append(("access-control-allow-headers", ",".join(cors.allow_headers)))
    if cors.max_age_s is not None:
        answer.append(("access-control-max-age", str(cors.max_age_s)))
    return answer


def _is_preflight(method: str, headers: Headers) -> bool:
    return method == "OPTIONS" and any(
        name == "access-control-request-method" for name, _ in headers
    )


def _failure(status: int, message: str) -> HttpResponse:
    body = f'{{"message":"{message}"}}'.encode()
    return HttpResponse(status, (("content-type", "application/json"),), body)
