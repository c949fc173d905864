"""From an event of the HTTP API to its answer."""

from typing import Any
from urllib.parse import quote

from fastapi import FastAPI
from mangum import Mangum

from csms import observability


def answer(app: FastAPI, event: dict[str, Any], context: object) -> dict[str, Any]:
    """Let an application answer one event (payload format 2.0)."""
    request = event["requestContext"]
    # The HTTP API has decoded the path, and Mangum decodes it again: `A%2520B` is `A%20B` here.
    http = {**request["http"], "path": quote(request["http"]["path"])}
    once = {**event, "requestContext": {**request, "http": http}}
    # Mangum is made per request: it gives the thread it runs in an event loop.
    with observability.invocation(context, request_id=request.get("requestId")):
        response: dict[str, Any] = Mangum(app, lifespan="off")(once, context)
    return response
