"""The HTTP API's payload format 2.0: requests as events, answers from events."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, unquote

from simulators.aws.intrinsics import ACCOUNT_ID
from simulators.aws.websocket_events import Event, new_id, now_ms

# Content types whose bodies API Gateway passes as text.
_TEXT = ("text/", "application/json", "application/javascript", "application/xml")
_TEXT_SUFFIXES = ("+json", "+xml")


@dataclass(frozen=True, slots=True)
class HttpRequest:
    """One request as it arrived; raw_path is still percent-encoded."""

    method: str
    raw_path: str
    query_string: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    source_ip: str
    domain_name: str


@dataclass(frozen=True, slots=True)
class HttpResponse:
    """What goes back to the client."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


class MalformedResponse(Exception):
    """The function's answer is not one that API Gateway understands."""


def http_event(request: HttpRequest, route_key: str, path_parameters: Mapping[str, str]) -> Event:
    """The event of one HTTP request."""
    headers = _joined(request.headers)
    cookies = [
        part.strip()
        for name, value in request.headers
        if name == "cookie"
        for part in value.split(";")
    ]
    moment_ms = now_ms()
    path = unquote(request.raw_path)
    event: Event = {
        "version": "2.0",
        "routeKey": route_key,
        "rawPath": path,
        "rawQueryString": request.query_string,
        "headers": headers,
        "requestContext": {
            "accountId": ACCOUNT_ID,
            "apiId": "http",
            "domainName": request.domain_name,
            "domainPrefix": request.domain_name.partition(".")[0],
            "http": {
                "method": request.method,
                "path": path,
                "protocol": "HTTP/1.1",
                "sourceIp": request.source_ip,
                "userAgent": headers.get("user-agent", ""),
            },
            "requestId": new_id(),
            "routeKey": route_key,
            "stage": "$default",
            "time": time.strftime("%d/%b/%Y:%H:%M:%S +0000", time.gmtime(moment_ms // 1000)),
            "timeEpoch": moment_ms,
        },
        "isBase64Encoded": False,
    }
    query = parse_qsl(request.query_string, keep_blank_values=True)
    if query:
        event["queryStringParameters"] = _joined(query)
    if cookies:
        event["cookies"] = cookies
        headers.pop("cookie")
    if path_parameters:
        event["pathParameters"] = dict(path_parameters)
    if request.body:
        is_text = _is_text(headers.get("content-type", ""), request.body)
        event["isBase64Encoded"] = not is_text
        event["body"] = (
            request.body.decode() if is_text else base64.b64encode(request.body).decode()
        )
    return event


def http_response(answer: Any) -> HttpResponse:  # noqa: ANN401 - any JSON
    """Read a function's answer; one without a statusCode is a 200 with the answer as JSON.

    Raises MalformedResponse.
    """
    if not isinstance(answer, dict) or "statusCode" not in answer:
        text = answer if isinstance(answer, str) else json.dumps(answer)
        return HttpResponse(200, (("content-type", "application/json"),), text.encode())
    try:
        status = int(answer["statusCode"])
        headers = [
            (str(name).lower(), str(value)) for name, value in (answer.get("headers") or {}).items()
        ]
        headers += [("set-cookie", str(cookie)) for cookie in answer.get("cookies") or ()]
        content = str(answer.get("body") or "")
        body = base64.b64decode(content) if answer.get("isBase64Encoded") else content.encode()
    except (TypeError, ValueError, AttributeError) as error:
        raise MalformedResponse from error
    if not any(name == "content-type" for name, _ in headers) and body:
        headers.append(("content-type", "text/plain; charset=utf-8"))
    return HttpResponse(status, tuple(headers), body)


def _joined(pairs: Any) -> dict[str, str]:  # noqa: ANN401 - a list or tuple of pairs
    """Values of the same name, joined with commas."""
    joined: dict[str, str] = {}
    for name, value in pairs:
        joined[name] = f"{joined[name]},{value}" if name in joined else value
    return joined


def _is_text(content_type: str, body: bytes) -> bool:
    kind = content_type.partition(";")[0].strip().lower()
    if not (kind.startswith(_TEXT) or kind.endswith(_TEXT_SUFFIXES)):
        return False
    try:
        body.decode()
    except UnicodeDecodeError:
        return False
    return True
