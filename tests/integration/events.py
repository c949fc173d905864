"""Events of API Gateway's WebSocket API and of EventBridge, in AWS's own shapes."""

import base64
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

START = datetime(2026, 3, 1, 12, tzinfo=UTC)
"""When the tests' day begins."""
ORIGIN_SECRET = "a-secret-of-the-distribution-in-front"


class Context:
    """What Lambda passes beside an event."""

    aws_request_id = "00000000-0000-4000-8000-000000000000"
    function_name = "test"
    memory_limit_in_mb = "512"
    invoked_function_arn = "arn:aws:lambda:us-east-1:000000000000:function:test"

    def get_remaining_time_in_millis(self) -> int:
        """Plenty."""
        return 25_000


CONTEXT = Context()


def millis(moment: datetime) -> int:
    """Epoch milliseconds."""
    return round(moment.timestamp() * 1000)


def _context(
    kind: str, route: str, charger_id: str | None, connection_id: str, now: datetime
) -> dict[str, Any]:
    context: dict[str, Any] = {
        "routeKey": route,
        "eventType": kind,
        "extendedRequestId": "x",
        "requestTime": now.strftime("%d/%b/%Y:%H:%M:%S +0000"),
        "messageDirection": "IN",
        "stage": "ocpp",
        "connectedAt": millis(now),
        "requestTimeEpoch": millis(now),
        "identity": {"sourceIp": "192.0.2.7"},
        "requestId": "x",
        "domainName": "abc.execute-api.us-east-1.amazonaws.com",
        "connectionId": connection_id,
        "apiId": "abc",
    }
    if charger_id is not None:
        context["authorizer"] = {
            "charger_id": charger_id,
            "principalId": charger_id,
            "door": "wss",
            "assume_ocpp16": "1",
            "promoted": "0",
        }
    return context


def message(
    charger_id: str | None,
    connection_id: str,
    body: object,
    now: datetime = START,
    connected_at: datetime | None = None,
) -> dict[str, Any]:
    """A frame: `body` as text, or as what its JSON says."""
    context = _context("MESSAGE", "$default", charger_id, connection_id, now)
    context["connectedAt"] = millis(connected_at or START)
    context["messageId"] = "x"
    text = body if isinstance(body, str) else json.dumps(body)
    return {"requestContext": context, "body": text, "isBase64Encoded": False}


def connect(
    charger_id: str | None,
    connection_id: str,
    now: datetime = START,
    offer: str | None = "ocpp1.6",
    **authorizer: str,
) -> dict[str, Any]:
    """A handshake that the authorizer let through."""
    context = _context("CONNECT", "$connect", charger_id, connection_id, now)
    context.setdefault("authorizer", {}).update(authorizer)
    headers = {"Host": "x", "Sec-WebSocket-Version": "13"}
    if offer is not None:
        headers["Sec-WebSocket-Protocol"] = offer
    return {
        "headers": headers,
        "multiValueHeaders": {name: [value] for name, value in headers.items()},
        "requestContext": context,
        "isBase64Encoded": False,
    }


def disconnect(
    charger_id: str, connection_id: str, now: datetime = START, connected_at: datetime = START
) -> dict[str, Any]:
    """The end of a connection."""
    context = _context("DISCONNECT", "$disconnect", charger_id, connection_id, now)
    context["connectedAt"] = millis(connected_at)
    context |= {"disconnectStatusCode": 1006, "disconnectReason": ""}
    return {"headers": {}, "requestContext": context, "isBase64Encoded": False}


def handshake(
    path: str = "",
    authorization: str | None = None,
    *,
    now: datetime = START,
    secret: str | None = ORIGIN_SECRET,
    door: str = "wss",
    query: Mapping[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """A REQUEST authorizer event. path: as the distribution in front moves it to a header."""
    sent = {"x-ocpp-path": path, "x-ocpp-door": door, **(headers or {})}
    if secret is not None:
        sent["x-origin-secret"] = secret
    if authorization is not None:
        sent["Authorization"] = authorization
    arn = "arn:aws:execute-api:us-east-1:000000000000:abc/ocpp/$connect"
    return {
        "type": "REQUEST",
        "methodArn": arn,
        "headers": sent,
        "multiValueHeaders": {name: [value] for name, value in sent.items()},
        "queryStringParameters": query,
        "requestContext": _context("CONNECT", "$connect", None, "handshake=", now),
    }


def basic(identity: str, password: str | bytes) -> str:
    """A Basic authorization header."""
    secret = password.encode() if isinstance(password, str) else password
    return f"Basic {base64.b64encode(identity.encode() + b':' + secret).decode()}"


def schedule(now: datetime) -> dict[str, Any]:
    """What EventBridge sends by the clock."""
    return {
        "version": "0",
        "id": "x",
        "detail-type": "Scheduled Event",
        "source": "aws.events",
        "time": now.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "resources": [],
        "detail": {},
    }
