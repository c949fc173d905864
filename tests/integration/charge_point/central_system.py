"""A central system for tests of the simulated charger: scripted, strict, on a loopback socket."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import Any

from ocpp.messages import Call, unpack, validate_payload
from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response
from websockets.typing import Subprotocol

NOW = "2026-03-01T10:00:00.000Z"
Payload = dict[str, Any]
Script = Callable[[Payload], Payload | str]


def _nothing(_payload: Payload) -> Payload | str:
    return {}


class CentralSystem:
    """Answers every call as scripted, after checking it against the schemas.

    A script returns the result, or the code of a CALLERROR. A silent action is never answered.
    """

    def __init__(self) -> None:
        """Accepts everybody."""
        self.calls: list[tuple[str, Payload]] = []
        self.unique_ids: list[str] = []
        self.answers: list[list[Any]] = []
        self.handshakes: list[Request] = []
        self.silent: set[str] = set()
        self.checks_schemas = True
        self.hangs_up = False
        self.refuse_with: HTTPStatus | None = None
        self.port = 0
        self._sockets: list[ServerConnection] = []
        self._transaction_id = 100
        self._changed = asyncio.Event()
        accepted = {"idTagInfo": {"status": "Accepted"}}
        self.scripts: dict[str, Script] = {
            "BootNotification": lambda _: {
                "status": "Accepted",
                "currentTime": NOW,
                "interval": 300,
            },
            "Heartbeat": lambda _: {"currentTime": NOW},
            "Authorize": lambda _: accepted,
            "StartTransaction": lambda _: {"transactionId": self._next_id(), **accepted},
            "StopTransaction": lambda _: {},
            "DataTransfer": lambda _: {"status": "UnknownVendorId"},
            "SignCertificate": lambda _: {"status": "Accepted"},
        }

    @property
    def url(self) -> str:
        """What chargers dial."""
        return f"ws://127.0.0.1:{self.port}/ocpp"

    @property
    def actions(self) -> list[str]:
        """The actions received, in order."""
        return [action for action, _ in self.calls]

    def received(self, action: str) -> list[Payload]:
        """The payloads of one action, in order."""
        return [payload for name, payload in self.calls if name == action]

    async def command(self, action: str, payload: Payload, unique_id: str = "cmd-1") -> list[Any]:
        """Send a command to the newest connection and return the answer frame."""
        await self.send(json.dumps([2, unique_id, action, payload]))
        return await self.answer_to(unique_id)

    async def send(self, frame: str) -> None:
        """Send a frame as written to the newest connection."""
        await self._sockets[-1].send(frame)

    async def answer_to(self, unique_id: str, times: int = 1) -> list[Any]:
        """Wait for the n-th answer to one of our frames."""
        async with asyncio.timeout(5):
            while True:
                found = [answer for answer in self.answers if answer[1] == unique_id]
                if len(found) >= times:
                    return found[-1]
                self._changed.clear()
                await self._changed.wait()

    @asynccontextmanager
    async def serving(self) -> AsyncIterator["CentralSystem"]:
        """Listen on a free port."""
        server: Server
        async with serve(
            self._talk,
            "127.0.0.1",
            0,
            subprotocols=[Subprotocol("ocpp1.6")],
            process_request=self._greet,
        ) as server:
            self.port = next(iter(server.sockets)).getsockname()[1]
            yield self

    async def _greet(self, connection: ServerConnection, request: Request) -> Response | None:
        self.handshakes.append(request)
        if self.refuse_with is not None:
            return connection.respond(self.refuse_with, "no")
        return None

    async def _talk(self, socket: ServerConnection) -> None:
        if self.hangs_up:
            return
        self._sockets.append(socket)
        try:
            async for raw in socket:
                await self._hear(socket, str(raw))
        except ConnectionClosed:
            return

    async def _hear(self, socket: ServerConnection, raw: str) -> None:
        try:
            frame = json.loads(raw)
        except ValueError:
            return  # J 4.1.3: what cannot be read is ignored
        if not isinstance(frame, list) or len(frame) < 3:
            return
        if frame[0] != 2:
            self.answers.append(frame)
            self._changed.set()
            return
        _, unique_id, action, payload = frame
        if self.checks_schemas:
            message = unpack(raw)
            assert isinstance(message, Call)
            await validate_payload(message, "1.6")
        self.calls.append((action, payload))
        self.unique_ids.append(unique_id)
        if action in self.silent:
            return
        result = self.scripts.get(action, _nothing)(payload)
        answer = [4, unique_id, result, "", {}] if isinstance(result, str) else None
        await socket.send(json.dumps(answer or [3, unique_id, result]))

    def _next_id(self) -> int:
        self._transaction_id += 1
        return self._transaction_id
