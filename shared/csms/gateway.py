"""The WebSocket gateway: frames to connections, when one was last active, and its end."""

import logging
import threading
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final

from botocore.client import Config
from botocore.exceptions import BotoCoreError, ClientError

from csms.domain.errors import Unavailable
from csms.domain.ids import ConnectionId
from csms.settings import SETTINGS
from csms.store.dynamodb import CONNECTION, POOL_SIZE

LOG: Final = logging.getLogger(__name__)
_client_lock: Final = threading.Lock()
_clients: Final[dict[str, Any]] = {}


class Delivery(StrEnum):
    """What became of a frame. IN_DOUBT: nobody knows; it must not be sent again."""

    DELIVERED = "delivered"
    GONE = "gone"
    TOO_LARGE = "too-large"
    IN_DOUBT = "in-doubt"


def post(connection_id: ConnectionId, frame: str) -> Delivery:
    """Send one text frame. Never raises: what went wrong is the outcome."""
    try:
        _client().post_to_connection(ConnectionId=connection_id, Data=frame.encode())
    except ClientError as error:
        return _refused(connection_id, error)
    except BotoCoreError as error:
        LOG.warning("the gateway does not answer a frame", extra={"error": str(error)})
        return Delivery.IN_DOUBT
    return Delivery.DELIVERED


def last_active(connection_id: ConnectionId) -> datetime | None:
    """When the connection last carried anything, pings included; None when it is gone.

    Raises Unavailable when the gateway does not say.
    """
    try:
        answer = _client().get_connection(ConnectionId=connection_id)
    except ClientError as error:
        if _code(error) == "GoneException":
            return None
        raise Unavailable(f"the gateway refuses: {_code(error)}") from error
    except BotoCoreError as error:
        raise Unavailable(f"the gateway does not answer: {error}") from error
    moment: datetime = answer["LastActiveAt"]
    return moment.astimezone(UTC)


def close(connection_id: ConnectionId) -> bool:
    """Close a connection, best effort. Returns False when it may still be open."""
    try:
        _client().delete_connection(ConnectionId=connection_id)
    except ClientError as error:
        return _code(error) == "GoneException"
    except BotoCoreError as error:
        LOG.warning("the gateway does not close a connection", extra={"error": str(error)})
        return False
    return True


def _refused(connection_id: ConnectionId, error: ClientError) -> Delivery:
    code = _code(error)
    if code == "GoneException":
        return Delivery.GONE
    if code == "PayloadTooLargeException":
        return Delivery.TOO_LARGE
    LOG.warning("the gateway refuses a frame", extra={"code": code, "connection": connection_id})
    return Delivery.IN_DOUBT


def _code(error: ClientError) -> str:
    status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode")
    by_status = {410: "GoneException", 413: "PayloadTooLargeException"}
    return by_status.get(status or 0) or error.response.get("Error", {}).get("Code", "")


def _client() -> Any:  # noqa: ANN401 - botocore makes its clients at run time
    """Make the client once per endpoint, from the session that serves DynamoDB."""
    client = _clients.get(SETTINGS.gateway_endpoint)
    if client is None:
        with _client_lock:
            client = _clients.get(SETTINGS.gateway_endpoint) or _make_client()
            _clients[SETTINGS.gateway_endpoint] = client
    return client


def _make_client() -> Any:  # noqa: ANN401 - see above
    # A frame is never sent twice: no retries, whatever the gateway answers.
    config = Config(
        connect_timeout=1,
        read_timeout=3,
        max_pool_connections=POOL_SIZE,
        parameter_validation=False,
        retries={"total_max_attempts": 1, "mode": "standard"},
    )
    endpoint = SETTINGS.gateway_endpoint or None
    return CONNECTION.session.create_client(
        "apigatewaymanagementapi", CONNECTION.region, endpoint_url=endpoint, config=config
    )
