"""The WebSocket API: real sockets on one side, the gateway's events on the other."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
from typing import Any

from simulators.aws.asgi import Message, Receive, Send
from simulators.aws.authorizer import Refusal, read_context, refusal_of
from simulators.aws.connection_journal import ConnectionJournal
from simulators.aws.connections import Connections, Gone, OpenConnection
from simulators.aws.invoker import FunctionFailed, Invoker
from simulators.aws.limits import Limits
from simulators.aws.resources import WebSocketApi
from simulators.aws.websocket_events import (
    Api,
    ConnectionFacts,
    Event,
    Handshake,
    authorizer_event,
    connect_event,
    disconnect_event,
    failure_message,
    message_event,
    method_arn,
    new_id,
    now_ms,
)

UNSUPPORTED_FRAME = 1003
NO_STATUS = 1005
ABNORMAL = 1006
LEFT_OPEN_AT_ONCE = 8
END_REASONS = {
    1001: "Going away",
    NO_STATUS: "Client-side close frame status not set",
    ABNORMAL: "Connection closed abnormally",
}


class WebSocketGateway:
    """Turns handshakes, frames and ends of sockets into events of the template's routes."""

    def __init__(
        self,
        api: Api,
        routes: WebSocketApi,
        invoker: Invoker,
        journal: ConnectionJournal,
        limits: Limits,
    ) -> None:
        self.connections = Connections()
        self._api = api
        self._routes = routes
        self._invoker = invoker
        self._journal = journal
        self._limits = limits
        self._ends: set[asyncio.Task[None]] = set()
        self._failures: set[asyncio.Task[None]] = set()
        self._is_stopping = asyncio.Event()

    async def serve(self, handshake: Handshake, receive: Receive, send: Send) -> None:
        """Serve one socket from its handshake to its end."""
        await receive()
        facts = ConnectionFacts(
            new_id(), now_ms(), handshake.source_ip, handshake.header("user-agent")
        )
        try:
            if self._is_stopping.is_set():
                raise Refusal(503, "Service Unavailable")  # noqa: TRY301 - one way to refuse
            facts.authorizer = await self._authorize(facts, handshake)
            subprotocol = await self._connect(facts, handshake)
        except Refusal as refusal:
            await _refuse(send, refusal)
            return
        self._journal.add(facts)
        code, reason = ABNORMAL, END_REASONS[ABNORMAL]
        try:
            await send({"type": "websocket.accept", "subprotocol": subprotocol})
            connection = OpenConnection(facts, send, self._limits)
            self.connections.add(connection)
            try:
                code, reason = await self._read(connection, receive)
            finally:
                self.connections.remove(connection)
        except OSError:
            pass  # the client left during the handshake
        finally:
            self._tell_end(facts, code, reason)

    def tell_left_open(self) -> None:
        """Deliver `$disconnect` for the connections of a run that was killed."""
        slots = asyncio.Semaphore(LEFT_OPEN_AT_ONCE)

        async def tell(facts: ConnectionFacts) -> None:
            async with slots:
                await self._end(facts, ABNORMAL, END_REASONS[ABNORMAL], 0.0)

        for facts in self._journal.left_open:
            self._keep(self._ends, asyncio.ensure_future(tell(facts)))

    async def stop(self, timeout_s: float) -> None:
        """Close every socket and deliver what `$disconnect` events the time allows."""
        self._is_stopping.set()
        # What the time does not allow is in the journal and comes at the next start.
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(timeout_s):
                await self.connections.close_all()
                await self.connections.all_gone()
                await asyncio.gather(*self._ends)

    async def _authorize(
        self, facts: ConnectionFacts, handshake: Handshake
    ) -> dict[str, str] | None:
        if self._routes.authorizer is None:
            return None
        event = authorizer_event(self._api, facts, handshake)
        if not all(_identity(event, name) for name in self._routes.authorizer_identity_sources):
            raise Refusal(401, "Unauthorized")
        try:
            answer = await self._invoker.invoke(self._routes.authorizer, event)
        except FunctionFailed as failure:
            raise refusal_of(failure) from failure
        return read_context(answer, method_arn(self._api))

    async def _connect(self, facts: ConnectionFacts, handshake: Handshake) -> str | None:
        """Run `$connect`; the subprotocol is what it answers. Raises Refusal."""
        function = self._routes.routes.get("$connect")
        if function is None:
            return None
        event = connect_event(self._api, facts, handshake)
        try:
            answer = await self._invoker.invoke(function, event)
        except FunctionFailed as failure:
            raise Refusal(502, "Internal server error") from failure
        if not isinstance(answer, dict) or not isinstance(answer.get("statusCode"), int):
            raise Refusal(502, "Internal server error")
        if not 200 <= answer["statusCode"] < 300:
            raise Refusal(answer["statusCode"], str(answer.get("body") or "Forbidden"))
        for name, value in (answer.get("headers") or {}).items():
            if name.lower() == "sec-websocket-protocol":
                return str(value)
        return None

    async def _read(self, connection: OpenConnection, receive: Receive) -> tuple[int, str]:
        """Hand frames to the functions until the socket ends; return how it ended."""
        try:
            while True:
                message = await receive()
                if message["type"] == "websocket.disconnect":
                    return _end_of(message)
                connection.heard()
                text = message.get("text")
                if text is None:
                    await connection.close(UNSUPPORTED_FRAME, "Binary frames are not supported")
                    continue
                await connection.frame_slot()
                self._dispatch(connection, text)
        except asyncio.CancelledError:
            task = asyncio.current_task()
            if not connection.is_gone or task is None:
                raise
            task.uncancel()
            return ABNORMAL, END_REASONS[ABNORMAL]

    def _dispatch(self, connection: OpenConnection, text: str) -> None:
        route_key = self._route_key(text)
        event = message_event(self._api, connection.facts, route_key, text)
        function = self._routes.routes.get(route_key)
        if function is None:
            connection.free_frame_slot()
            self._keep(self._failures, asyncio.ensure_future(_report(connection, event)))
            return

        def answered(answer: asyncio.Future[Any]) -> None:
            connection.free_frame_slot()
            if answer.cancelled() or answer.exception() is None:
                return
            print(f"frame failed: {answer.exception()}", file=sys.stderr)
            self._keep(self._failures, asyncio.ensure_future(_report(connection, event)))

        self._invoker.invoke(function, event).add_done_callback(answered)

    def _route_key(self, text: str) -> str:
        """`$request.body.action` of a JSON object, as far as there is such a route."""
        if not text.startswith("{") or len(self._routes.routes) <= 3:
            return "$default"
        try:
            action = json.loads(text).get("action")
        except ValueError:
            return "$default"
        return action if action in self._routes.routes else "$default"

    def _tell_end(self, facts: ConnectionFacts, code: int, reason: str) -> None:
        delay_s = self._limits.disconnect_delay_s()
        self._keep(self._ends, asyncio.ensure_future(self._end(facts, code, reason, delay_s)))

    async def _end(self, facts: ConnectionFacts, code: int, reason: str, delay_s: float) -> None:
        if delay_s:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(delay_s):
                    await self._is_stopping.wait()
        function = self._routes.routes.get("$disconnect")
        if function is not None:
            event = disconnect_event(self._api, facts, code, reason)
            try:
                await self._invoker.invoke(function, event)
            except FunctionFailed as failure:
                print(f"$disconnect failed: {failure}", file=sys.stderr)
                if failure.error_type == "Runtime.ExitError":
                    return  # nobody saw the event: it stays in the journal
        self._journal.remove(facts.connection_id)

    @staticmethod
    def _keep(tasks: set[asyncio.Task[None]], task: asyncio.Task[None]) -> None:
        tasks.add(task)
        task.add_done_callback(tasks.discard)


async def _report(connection: OpenConnection, event: Event) -> None:
    """Send the client the object that says that its frame was not handled."""
    text = failure_message(connection.facts, event["requestContext"]["requestId"])
    with contextlib.suppress(Gone):
        await connection.post(text)


async def _refuse(send: Send, refusal: Refusal) -> None:
    body = json.dumps({"message": refusal.message}).encode()
    headers = [(b"content-type", b"application/json")]
    try:
        await send(
            {
                "type": "websocket.http.response.start",
                "status": refusal.status,
                "headers": headers,
            }
        )
        await send({"type": "websocket.http.response.body", "body": body})
        # uvicorn takes the refusal for an unfinished handshake until the socket has closed.
        await asyncio.sleep(0)
    except OSError:
        pass  # the client did not wait for the answer


def _identity(event: Event, source: str) -> str:
    """The value of an identity source such as `route.request.header.Auth`."""
    kind, _, name = source.removeprefix("route.request.").partition(".")
    values = event["headers"] if kind == "header" else event.get("queryStringParameters", {})
    return next((value for key, value in values.items() if key.lower() == name.lower()), "")


def _end_of(message: Message) -> tuple[int, str]:
    code = int(message.get("code") or NO_STATUS)
    # Without a reason there was no close frame at all: the socket just ended.
    if code == NO_STATUS and "reason" not in message:
        code = ABNORMAL
    return code, message.get("reason") or END_REASONS.get(code, "")
