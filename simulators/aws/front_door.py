"""The one port: what CloudFront and the names of the APIs separate in the cloud."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simulators.aws.asgi import (
    Receive,
    Scope,
    Send,
    decoded_headers,
    respond,
    respond_json,
    source_ip,
)
from simulators.aws.file_door import PREFIX as FILES_PREFIX
from simulators.aws.file_door import FileDoor
from simulators.aws.http_api import HttpGateway
from simulators.aws.identity import IdentityProvider
from simulators.aws.management_api import ManagementApi
from simulators.aws.object_store import ObjectStore
from simulators.aws.web_app import WebApp
from simulators.aws.websocket_api import WebSocketGateway
from simulators.aws.websocket_events import Handshake

OCPP_PREFIX = "/ocpp/"
PATH_HEADER = "x-ocpp-path"
STATUS_PATH = "/_status"
OPENAPI_PREFIX = "/_openapi/"
OPENAPI_DOCUMENTS = ("admin.json", "user.json")
OPENAPI_FOLDER = Path(__file__).parents[2] / "docs" / "openapi"
# What only CloudFront may say; a distribution drops a viewer's own copies.
_VIEWER_PREFIX = "cloudfront-viewer-"
_LOOPBACK_HOSTS = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True)
class Doors:
    """What is behind the port; a door that the template does not have is None."""

    sockets: WebSocketGateway | None
    management: ManagementApi | None
    http: HttpGateway
    identity: IdentityProvider | None
    files: FileDoor | None
    objects: ObjectStore | None
    web_app: WebApp
    stage: str
    origin_headers: Mapping[str, str]
    status: Callable[[], Mapping[str, Any]] | None


class FrontDoor:
    """The ASGI application."""

    def __init__(self, doors: Doors) -> None:
        self._doors = doors

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request or one socket."""
        if scope["type"] == "websocket":
            await self._serve_socket(scope, receive, send)
        elif scope["type"] == "http":
            await self._serve_request(scope, receive, send)

    async def _serve_socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        handshake = handshake_of(scope, self._doors)
        if handshake is None or self._doors.sockets is None:
            await receive()
            await send({"type": "websocket.close"})  # before accepting, this is a 403
            return
        await self._doors.sockets.serve(handshake, receive, send)

    async def _serve_request(self, scope: Scope, receive: Receive, send: Send) -> None:
        doors = self._doors
        path: str = scope["path"]
        if doors.management is not None and path.startswith(doors.management.prefix):
            await doors.management.serve(scope, receive, send)
        elif doors.identity is not None and path.startswith(doors.identity.prefix + "/"):
            if _is_for_this_machine(scope):
                await doors.identity.serve(scope, receive, send)
            else:  # a page of another name must not sign in by pointing that name here
                await respond_json(send, 421, {"error": "misdirected_request"})
        elif doors.files is not None and path.startswith(FILES_PREFIX):
            await doors.files.serve(scope, receive, send)
        elif doors.objects is not None and doors.objects.takes(scope):
            await doors.objects.serve(scope, receive, send)
        elif path == STATUS_PATH and doors.status is not None:
            await respond_json(send, 200, doors.status(), [("cache-control", "no-store")])
        elif path.removeprefix(OPENAPI_PREFIX) in OPENAPI_DOCUMENTS:
            document = (OPENAPI_FOLDER / path.removeprefix(OPENAPI_PREFIX)).read_bytes()
            await respond(send, 200, document, [("content-type", "application/json")])
        elif doors.web_app.takes(scope):
            await doors.web_app.serve(scope, send)
        else:
            await doors.http.serve(scope, receive, send)


def handshake_of(scope: Scope, doors: Doors) -> Handshake | None:
    """The handshake as the WebSocket API sees it, or nothing if no door has this path.

    `/ocpp/{id}` goes through the distribution, which moves the path into a header and adds
    its own; `/` and the stage's path are the API's own address, which adds nothing.
    """
    raw_path = scope["raw_path"].decode("latin-1").partition("?")[0]
    headers = decoded_headers(scope)
    query_string = scope["query_string"].decode("latin-1")
    if raw_path.startswith(OCPP_PREFIX) and doors.origin_headers:
        own = {PATH_HEADER, *doors.origin_headers}
        headers = [
            (name, value)
            for name, value in headers
            if name not in own and not name.startswith(_VIEWER_PREFIX)
        ]
        headers += [(PATH_HEADER, raw_path), *doors.origin_headers.items()]
    elif raw_path not in ("", "/", f"/{doors.stage}", f"/{doors.stage}/"):
        return None
    return Handshake(tuple(headers), query_string, source_ip(scope))


def _is_for_this_machine(scope: Scope) -> bool:
    host = dict(decoded_headers(scope)).get("host", "")
    return host.rpartition(":")[0] in _LOOPBACK_HOSTS or host in _LOOPBACK_HOSTS
