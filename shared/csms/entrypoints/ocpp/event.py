"""What the gateway's WebSocket events say."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from csms.domain.ids import ChargerId, ConnectionId

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND: Final = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class SocketEvent:
    """The facts of an event of a connection.

    charger_id: as the authorizer found it, once per connection; None when the gateway did not
    pass its word on. at: when the gateway got it. connected_at: when the connection began.
    """

    charger_id: ChargerId | None
    connection_id: ConnectionId
    at: datetime
    connected_at: datetime
    authorizer: Mapping[str, str]


def read_event(event: Mapping[str, Any]) -> SocketEvent:
    """Read the context of a CONNECT, MESSAGE or DISCONNECT event."""
    context = event["requestContext"]
    authorizer: Mapping[str, str] = context.get("authorizer") or {}
    charger_id = authorizer.get("charger_id")
    at = EPOCH + context["requestTimeEpoch"] * MILLISECOND
    connected = context.get("connectedAt")
    return SocketEvent(
        ChargerId(charger_id) if charger_id else None,
        ConnectionId(context["connectionId"]),
        at,
        at if connected is None else EPOCH + connected * MILLISECOND,
        authorizer,
    )


def read_text(event: Mapping[str, Any]) -> str:
    """The text of a MESSAGE event; binary frames are read as UTF-8."""
    body = event.get("body") or ""
    if event.get("isBase64Encoded"):
        return base64.b64decode(body).decode("utf-8", "replace")
    return str(body)


def read_headers(event: Mapping[str, Any]) -> Mapping[str, str]:
    """The headers of a handshake by lower-case name; of a repeated one the values, joined."""
    many = event.get("multiValueHeaders")
    if many:
        return {name.lower(): ", ".join(values) for name, values in many.items()}
    return {name.lower(): value for name, value in (event.get("headers") or {}).items()}
