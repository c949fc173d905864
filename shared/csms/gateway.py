"""The WebSocket gateway: frames to connections, when one was last active, and its end.

A frame is never sent twice: nothing is tried again, whatever the gateway answers.
"""

import json
import logging
import threading
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final
from urllib.parse import quote

from csms.aws.client import Client, Response, Unreachable
from csms.aws.signer import Scope
from csms.domain.errors import Unavailable
from csms.domain.ids import ConnectionId
from csms.settings import SETTINGS, endpoint_url
from csms.store.dynamodb import CONNECTION

LOG: Final = logging.getLogger(__name__)
SERVICE: Final = "execute-api"
GONE: Final = 410
TOO_LARGE: Final = 413
_client_lock: Final = threading.Lock()
_clients: Final[dict[str, Client]] = {}


class Delivery(StrEnum):
    """What became of a frame. IN_DOUBT: nobody knows; it must not be sent again."""

    DELIVERED = "delivered"
    GONE = "gone"
    TOO_LARGE = "too-large"
    IN_DOUBT = "in-doubt"


REFUSALS: Final = {GONE: Delivery.GONE, TOO_LARGE: Delivery.TOO_LARGE}


def post(connection_id: ConnectionId, frame: str) -> Delivery:
    """Send one text frame. Never raises: what went wrong is the outcome."""
    try:
        response = _call("POST", connection_id, frame.encode())
    except Unreachable as error:
        LOG.warning("the gateway does not answer a frame", extra={"error": str(error)})
        return Delivery.IN_DOUBT
    if response.status < 300:
        return Delivery.DELIVERED
    if response.status in REFUSALS:
        return REFUSALS[response.status]
    LOG.warning(
        "the gateway refuses a frame",
        extra={"status": response.status, "connection": connection_id},
    )
    return Delivery.IN_DOUBT


def last_active(connection_id: ConnectionId) -> datetime | None:
    """When the connection last carried anything, pings included; None when it is gone.

    Raises Unavailable when the gateway does not say.
    """
    try:
        response = _call("GET", connection_id)
    except Unreachable as error:
        raise Unavailable(f"the gateway does not answer: {error}") from error
    if response.status == GONE:
        return None
    if response.status >= 300:
        raise Unavailable(f"the gateway refuses: {response.status}")
    return datetime.fromisoformat(json.loads(response.body)["lastActiveAt"]).astimezone(UTC)


def close(connection_id: ConnectionId) -> bool:
    """Close a connection, best effort. Returns False when it may still be open."""
    try:
        response = _call("DELETE", connection_id)
    except Unreachable as error:
        LOG.warning("the gateway does not close a connection", extra={"error": str(error)})
        return False
    return response.status < 300 or response.status == GONE


def _call(method: str, connection_id: ConnectionId, body: bytes = b"") -> Response:
    client = _client()
    client.meta.events.emit(f"before-call.{SERVICE}.{method}")
    return client.send(method, f"/@connections/{quote(connection_id, safe='')}", {}, body)


def _client() -> Client:
    """Make the client once per endpoint, with the credentials that serve DynamoDB."""
    client = _clients.get(SETTINGS.gateway_endpoint)
    if client is None:
        with _client_lock:
            client = _clients.get(SETTINGS.gateway_endpoint) or _make_client()
            _clients[SETTINGS.gateway_endpoint] = client
    return client


def _make_client() -> Client:
    region = CONNECTION.region_name()
    url = SETTINGS.gateway_endpoint or endpoint_url("apigatewaymanagementapi", region)
    return Client(url, Scope(region, SERVICE), CONNECTION.credentials)
