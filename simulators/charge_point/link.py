"""One WebSocket connection to the central system, spoken through python-ocpp's client side."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

from ocpp.exceptions import OCPPError
from ocpp.messages import Call, CallError, CallResult, MessageType, unpack
from ocpp.v16 import ChargePoint as OcppChargePoint
from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from simulators.charge_point.clock import Clock
from simulators.charge_point.errors import AnswerIsError, LinkLost, NoAnswer

Frame = list[Any]
CallResponder = Callable[["Link", Call], Awaitable[None]]
FrameListener = Callable[[str, str], None]


class Link(OcppChargePoint):  # type: ignore[misc] # python-ocpp is not typed
    """Calls both ways on one socket.

    At most one call of ours is open at a time (J 4.1.1); calls of the central system are
    answered beside it, so the two sides may cross.
    """

    def __init__(
        self, charger_id: str, socket: ClientConnection, clock: Clock, timeout_s: float
    ) -> None:
        """timeout_s: wall time that an answer may take."""
        super().__init__(charger_id, socket, response_timeout=timeout_s)
        self._socket = socket
        self._clock = clock
        self._open_action: dict[str, str] = {}
        self._answering: set[asyncio.Task[None]] = set()
        self.respond: CallResponder | None = None
        self.on_frame: FrameListener = lambda _direction, _raw: None
        self.lost_answers: dict[str, int] = {}

    @property
    def subprotocol(self) -> str | None:
        """What the central system chose."""
        return self._socket.subprotocol

    async def serve(self) -> None:
        """Read frames until the connection is gone."""
        try:
            async for raw in self._socket:
                self._receive(raw if isinstance(raw, str) else raw.decode())
        except ConnectionClosed:
            return
        finally:
            for task in self._answering:
                task.cancel()

    async def ask(self, request: object, unique_id: str | None = None) -> Any:  # noqa: ANN401 - whichever result belongs to the request
        """Send a call and return its result.

        Raises LinkLost when the connection goes first, NoAnswer after the time-out,
        AnswerIsError for a CALLERROR.
        """
        return await self._guarded(
            self.call(request, suppress=False, unique_id=unique_id), type(request).__name__
        )

    async def ask_raw(self, frame: str, unique_id: str) -> Frame:
        """Send a frame exactly as written and return the answer to `unique_id`, parsed."""
        answer: Frame = await self._guarded(self._exchange_raw(frame, unique_id), "raw frame")
        return answer

    async def tell_raw(self, frame: str) -> None:
        """Send a frame exactly as written, expecting nothing."""
        await self._send(frame)

    async def close(self) -> None:
        """Say goodbye as the protocol wants."""
        await self._socket.close()

    def cut(self) -> None:
        """Break the connection without a word, as a dead line does."""
        self._socket.transport.abort()

    async def _exchange_raw(self, frame: str, unique_id: str) -> Frame:
        async with self._call_lock:
            await self._send(frame)
            answer = await self._get_specific_response(unique_id, self._response_timeout)
        return list(json.loads(answer.to_json()))

    async def _guarded(self, exchange: Awaitable[Any], what: str) -> Any:  # noqa: ANN401 - any payload
        """Run an exchange that also ends when the socket does."""
        answer = asyncio.ensure_future(exchange)
        closed = asyncio.ensure_future(self._socket.wait_closed())
        try:
            with self._clock.hold():
                await asyncio.wait({answer, closed}, return_when=asyncio.FIRST_COMPLETED)
            if not answer.done():
                raise LinkLost(what)
            return answer.result()
        except ConnectionClosed as error:
            raise LinkLost(what) from error
        except TimeoutError as error:
            raise NoAnswer(what) from error
        except OCPPError as error:
            raise AnswerIsError(what, error.code, error.description) from error
        finally:
            answer.cancel()
            closed.cancel()

    def _receive(self, raw: str) -> None:
        self.on_frame("in", raw)
        try:
            message = unpack(raw)
        except OCPPError:
            return  # J 4.1.3: what cannot be read is ignored
        if message.message_type_id == MessageType.Call:
            self._answer(message)
        elif not self._loses(message):
            self._response_queue.put_nowait(message)

    def _answer(self, call: Call) -> None:
        if self.respond is None:
            return
        task = asyncio.ensure_future(self.respond(self, call))
        self._answering.add(task)
        task.add_done_callback(self._answering.discard)

    def _loses(self, answer: CallResult | CallError) -> bool:
        """A line that swallows the next answers to certain actions, as scenarios ask for."""
        action = self._open_action.pop(answer.unique_id, "")
        left = self.lost_answers.get(action, 0)
        if left > 0:
            self.lost_answers[action] = left - 1
        return left > 0

    async def _send(self, message: str) -> None:
        self.on_frame("out", message)
        self._note_call(message)
        await self._socket.send(message)

    def _note_call(self, message: str) -> None:
        try:
            frame = json.loads(message)
        except ValueError:
            return
        if isinstance(frame, list) and len(frame) >= 3 and frame[0] == MessageType.Call:
            self._open_action = {str(frame[1]): str(frame[2])}
