"""When a request arrived, and its id: from the gateway's event, once."""

import uuid
from collections.abc import Mapping, MutableMapping
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, Final

from fastapi import Depends, Request

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_REQUEST_ID: Final = "csms.request_id"


def request_id_of(scope: MutableMapping[str, Any]) -> str:
    """The gateway's id of the request, which is also in its access log; else a new one."""
    request_id = scope.get(_REQUEST_ID) or _context(scope).get("requestId") or uuid.uuid4().hex
    scope[_REQUEST_ID] = request_id
    return str(request_id)


def arrival(request: Request) -> datetime:
    """When the gateway took the request."""
    millis = _context(request.scope).get("timeEpoch")
    if millis is None:
        return datetime.now(UTC)
    return EPOCH + timedelta(milliseconds=int(millis))


def _context(scope: Mapping[str, Any]) -> Mapping[str, Any]:
    context: Mapping[str, Any] = scope.get("aws.event", {}).get("requestContext", {})
    return context


Now = Annotated[datetime, Depends(arrival)]
