"""The events of an API Gateway WebSocket API, as JSON objects."""

from __future__ import annotations

import base64
import os
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from simulators.aws.intrinsics import ACCOUNT_ID, REGION

type Event = dict[str, Any]

# ASGI lowers header names; chargers send them like this, and API Gateway passes them as sent.
_SPELLING: Mapping[str, str] = {
    name.lower(): name
    for name in (
        "Authorization",
        "Host",
        "Origin",
        "User-Agent",
        "Sec-WebSocket-Extensions",
        "Sec-WebSocket-Key",
        "Sec-WebSocket-Protocol",
        "Sec-WebSocket-Version",
    )
}
# API Gateway consumes these and does not show them.
_HIDDEN = frozenset(("connection", "upgrade"))


@dataclass(frozen=True, slots=True)
class Api:
    """What all connections of one API share."""

    api_id: str
    stage: str
    domain_name: str


@dataclass(frozen=True, slots=True)
class Handshake:
    """The HTTP request that asks for a connection, as it reaches the API."""

    headers: tuple[tuple[str, str], ...]
    query_string: str
    source_ip: str

    def header(self, name: str) -> str:
        """The first value of a header, or nothing."""
        return next((value for key, value in self.headers if key.lower() == name), "")


@dataclass(slots=True)
class ConnectionFacts:
    """What every event of one connection repeats; stays on disk until `$disconnect` was told."""

    connection_id: str
    connected_at_ms: int
    source_ip: str
    user_agent: str
    authorizer: dict[str, str] | None = field(default=None)


def new_id() -> str:
    """An id as API Gateway makes them: 16 characters of base64, the last one `=`."""
    return base64.urlsafe_b64encode(os.urandom(11)).decode()


def now_ms() -> int:
    """Milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def request_context(api: Api, facts: ConnectionFacts, route_key: str, event_type: str) -> Event:
    """The requestContext of one event."""
    moment_ms = now_ms()
    context: Event = {
        "routeKey": route_key,
        "eventType": event_type,
        "extendedRequestId": new_id(),
        "requestTime": time.strftime("%d/%b/%Y:%H:%M:%S +0000", time.gmtime(moment_ms // 1000)),
        "messageDirection": "IN",
        "stage": api.stage,
        "connectedAt": facts.connected_at_ms,
        "requestTimeEpoch": moment_ms,
        "identity": {"sourceIp": facts.source_ip, "userAgent": facts.user_agent},
        "requestId": new_id(),
        "domainName": api.domain_name,
        "connectionId": facts.connection_id,
        "apiId": api.api_id,
    }
    if facts.authorizer is not None:
        context["authorizer"] = facts.authorizer
    return context


def connect_event(api: Api, facts: ConnectionFacts, handshake: Handshake) -> Event:
    """The event of the `$connect` route."""
    return {
        **_request(handshake),
        "requestContext": request_context(api, facts, "$connect", "CONNECT"),
        "isBase64Encoded": False,
    }


def authorizer_event(api: Api, facts: ConnectionFacts, handshake: Handshake) -> Event:
    """The event of a REQUEST authorizer."""
    return {
        "type": "REQUEST",
        "methodArn": method_arn(api),
        **_request(handshake),
        "stageVariables": {},
        "requestContext": request_context(api, facts, "$connect", "CONNECT"),
    }


def method_arn(api: Api) -> str:
    """What an authorizer's policy must allow."""
    return f"arn:aws:execute-api:{REGION}:{ACCOUNT_ID}:{api.api_id}/{api.stage}/$connect"


def message_event(api: Api, facts: ConnectionFacts, route_key: str, body: str) -> Event:
    """The event of one frame."""
    context = request_context(api, facts, route_key, "MESSAGE")
    context["messageId"] = new_id()
    return {"requestContext": context, "body": body, "isBase64Encoded": False}


def disconnect_event(api: Api, facts: ConnectionFacts, code: int, reason: str) -> Event:
    """The event of the `$disconnect` route."""
    context = request_context(api, facts, "$disconnect", "DISCONNECT")
    context["disconnectStatusCode"] = code
    context["disconnectReason"] = reason
    headers = {"Host": api.domain_name, "x-api-key": "", "X-Forwarded-For": "", "x-restapi": ""}
    return {
        "headers": headers,
        "multiValueHeaders": {name: [value] for name, value in headers.items()},
        "requestContext": context,
        "isBase64Encoded": False,
    }


def failure_message(facts: ConnectionFacts, request_id: str) -> str:
    """What the client is sent when a handler fails, in the gateway's own spelling."""
    return (
        '{"message": "Internal server error", '
        f'"connectionId":"{facts.connection_id}", "requestId":"{request_id}"}}'
    )


def _request(handshake: Handshake) -> Event:
    """Headers and query of the handshake; the last of several values is the single one."""
    headers = [
        (_SPELLING.get(name.lower(), name), value)
        for name, value in handshake.headers
        if name.lower() not in _HIDDEN
    ]
    headers += [
        ("X-Forwarded-For", handshake.source_ip),
        ("X-Forwarded-Port", "443"),
        ("X-Forwarded-Proto", "https"),
    ]
    request: Event = {"headers": dict(headers), "multiValueHeaders": _grouped(headers)}
    query = parse_qsl(handshake.query_string, keep_blank_values=True)
    if query:
        request["queryStringParameters"] = dict(query)
        request["multiValueQueryStringParameters"] = _grouped(query)
    return request


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for name, value in pairs:
        groups.setdefault(name, []).append(value)
    return groups
