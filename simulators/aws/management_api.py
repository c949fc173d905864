"""`@connections`: how functions post to sockets, ask about them and close them."""

from __future__ import annotations

import hmac
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import unquote

from simulators.aws.asgi import (
    BodyTooLarge,
    Receive,
    Scope,
    Send,
    decoded_headers,
    read_body,
    respond,
)
from simulators.aws.connections import Connections, Gone, OpenConnection
from simulators.aws.limits import Limits

NORMAL_CLOSURE = 1000


@dataclass(frozen=True, slots=True)
class Answer:
    """What the caller gets; error_type is the name of the exception that botocore raises."""

    status: int
    body: bytes = b""
    error_type: str = ""

    def headers(self) -> list[tuple[str, str]]:
        """The headers beside the length."""
        headers = [("content-type", "application/json")] if self.body else []
        return [*headers, ("x-amzn-errortype", self.error_type)] if self.error_type else headers


@dataclass(frozen=True, slots=True)
class Request:
    """A request below the prefix."""

    method: str
    raw_path: str
    authorization: str
    body: bytes


class ManagementApi:
    """POST, GET and DELETE of one connection.

    access_key: whose signature a request must carry. The signature itself is not computed:
    the key is random and only the functions of this machine have it.
    """

    def __init__(
        self, stage: str, access_key: str, connections: Connections, limits: Limits
    ) -> None:
        self.prefix = f"/{stage}/@connections/"
        self._access_key = access_key.encode()
        self._connections = connections
        self._limits = limits

    async def serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request below the prefix."""
        raw_path = scope["raw_path"].decode("latin-1").partition("?")[0]
        try:
            body = await read_body(receive, self._limits.message_bytes)
        except BodyTooLarge:
            answer = _failure(413, "PayloadTooLargeException", "Message too long")
        else:
            signature = dict(decoded_headers(scope)).get("authorization", "")
            answer = await self.answer(Request(scope["method"], raw_path, signature, body))
        await respond(send, answer.status, answer.body, answer.headers())

    async def answer(self, request: Request) -> Answer:
        """Do what the request asks; a POST returns when the frame is in the socket's transport."""
        body = request.body
        if not self._is_signed(request.authorization):
            return _failure(403, "ForbiddenException", "Forbidden")
        if len(body) > self._limits.message_bytes:
            return _failure(413, "PayloadTooLargeException", "Message too long")
        try:
            connection = self._connections.find(self._connection_id(request))
            match request.method:
                case "POST":
                    await connection.post(body.decode())
                    return Answer(200)
                case "GET":
                    return Answer(200, _description(connection))
                case "DELETE":
                    await connection.close(NORMAL_CLOSURE)
                    return Answer(204)
                case _:
                    return _failure(405, "MethodNotAllowedException", "Method Not Allowed")
        except Gone:
            return _failure(410, "GoneException", "Gone")
        except UnicodeDecodeError:
            return _failure(400, "BadRequestException", "Text frames carry UTF-8")

    def _connection_id(self, request: Request) -> str:
        return unquote(request.raw_path.removeprefix(self.prefix))

    def _is_signed(self, authorization: str) -> bool:
        _, _, credential = authorization.partition("Credential=")
        return hmac.compare_digest(credential.partition("/")[0].encode(), self._access_key)


def _description(connection: OpenConnection) -> bytes:
    facts = connection.facts
    description = {
        "connectedAt": _iso(facts.connected_at_ms),
        "identity": {"sourceIp": facts.source_ip, "userAgent": facts.user_agent},
        "lastActiveAt": _iso(connection.last_active_ms),
    }
    return json.dumps(description).encode()


def _iso(moment_ms: int) -> str:
    moment = datetime.fromtimestamp(moment_ms / 1000, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _failure(status: int, error_type: str, message: str) -> Answer:
    return Answer(status, json.dumps({"message": message}).encode(), error_type)
