"""The charger's line to the central system: dialled, kept, lost and dialled again."""

import asyncio
from datetime import datetime
from typing import Any
from urllib.parse import quote

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import InvalidHandshake, InvalidStatus
from websockets.typing import Subprotocol

from simulators.charge_point.clock import Clock
from simulators.charge_point.credentials import Credentials
from simulators.charge_point.errors import DialRefused, LinkLost
from simulators.charge_point.link import CallResponder, FrameListener, Link
from simulators.charge_point.profile import Profile
from simulators.charge_point.pulse import Pulse

OCPP_16 = ("ocpp1.6",)

# A connection that the other side ends sooner counts as a failed dial (wall time).
_SHORTEST_LIFE_S = 1.0


async def dial(
    url: str, credentials: Credentials, subprotocols: tuple[str, ...] = OCPP_16
) -> ClientConnection:
    """Open a socket at `{url}/{identity}` (J 3.1.1: the identity percent-encoded).

    Raises DialRefused for every way in which that can fail.
    """
    offered = [Subprotocol(name) for name in subprotocols] or None
    try:
        return await connect(
            f"{url.rstrip('/')}/{quote(credentials.user, safe='')}",
            subprotocols=offered,
            additional_headers=credentials.headers(),
            compression=None,
            ping_interval=None,
            proxy=None,
            close_timeout=1,
        )
    except InvalidStatus as error:
        status = error.response.status_code
        raise DialRefused(status, error.response.reason_phrase) from error
    except (InvalidHandshake, OSError, TimeoutError) as error:
        raise DialRefused(None, str(error) or type(error).__name__) from error


class Uplink:
    """Keeps one connection alive as long as the charger has power."""

    def __init__(self, url: str, credentials: Credentials, clock: Clock, profile: Profile) -> None:
        """url: without the identity, e.g. `ws://127.0.0.1:8080/ocpp`."""
        self.url = url
        self.credentials = credentials
        self.subprotocols = OCPP_16
        self.link: Link | None = None
        self.pulse = Pulse()
        self.respond: CallResponder | None = None
        self.on_frame: FrameListener = lambda _direction, _raw: None
        self.refusals: list[DialRefused] = []
        self.connections = 0
        self.lost_answers: dict[str, int] = {}
        self.last_exchange_at: datetime = clock.now()
        self._clock = clock
        self._profile = profile
        self._former: Credentials | None = None
        self._line_stands = True
        self._ended_here = False

    @property
    def is_online(self) -> bool:
        """Whether a connection stands."""
        return self.link is not None

    async def keep(self) -> None:
        """Dial, serve, and dial again with growing waits, until cancelled (J errata 3.4)."""
        failures = 0
        try:
            while True:
                await self.pulse.until(lambda: self._line_stands)
                try:
                    served_well = await self._connect_and_serve()
                except DialRefused as refusal:
                    served_well = False
                    self._note_refusal(refusal)
                    self.pulse.fire()
                failures = 0 if served_well else failures + 1
                if failures:
                    await self._wait_before_dialling(failures)
        finally:
            if self.link is not None:
                self.link.cut()
                self.link = None

    async def ask(self, request: object, unique_id: str | None = None) -> Any:  # noqa: ANN401 # whichever result belongs to the request
        """Send a call. Raises ExchangeFailed in one of its three forms."""
        link = self.link
        if link is None:
            raise LinkLost(type(request).__name__)
        result = await link.ask(request, unique_id)
        self.last_exchange_at = self._clock.now()
        return result

    def break_line(self) -> None:
        """The network is gone: the socket dies unclosed and dialling is impossible."""
        self._line_stands = False
        self.drop()

    def mend_line(self) -> None:
        """The network is back: dial at once."""
        self._line_stands = True
        self.pulse.fire()

    def drop(self) -> None:
        """Lose this connection without a word; the charger dials again."""
        self._ended_here = True
        if self.link is not None:
            self.link.cut()

    async def change_password(self, password: str) -> None:
        """Use a new AuthorizationKey from the next connection on, and make one now (A01)."""
        self._former = self.credentials
        self.credentials = self.credentials.with_password(password)
        self._ended_here = True
        if self.link is not None:
            await self.link.close()

    async def _connect_and_serve(self) -> bool:
        """Serve one connection to its end; False when the other side ended it at once."""
        with self._clock.hold():
            socket = await dial(self.url, self.credentials, self.subprotocols)
        link = Link(self.credentials.user, socket, self._clock, self._profile.response_timeout_s)
        link.respond = self.respond
        link.on_frame = self.on_frame
        link.lost_answers = self.lost_answers
        self.link = link
        self._ended_here = False
        began = asyncio.get_running_loop().time()
        self.connections += 1
        self.last_exchange_at = self._clock.now()
        self.pulse.fire()
        try:
            await link.serve()
        finally:
            socket.transport.abort()
            self.link = None
            self.pulse.fire()
        lasted_s = asyncio.get_running_loop().time() - began
        return self._ended_here or lasted_s >= _SHORTEST_LIFE_S

    async def _wait_before_dialling(self, failures: int) -> None:
        longest = self._profile.reconnect_wait_most_s
        seconds = min(self._profile.reconnect_wait_s * 2 ** min(failures - 1, 10), longest)
        await self._clock.sleep(seconds)

    def _note_refusal(self, refusal: DialRefused) -> None:
        """A key that is refused right after a change: try the former one in turn (A01.FR.07)."""
        self.refusals.append(refusal)
        if refusal.status == 401 and self._former is not None:
            self.credentials, self._former = self._former, self.credentials
