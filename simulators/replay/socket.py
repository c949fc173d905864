"""A charger's connections as the functions see them: events in, posted frames out."""

from __future__ import annotations

import itertools
from datetime import datetime
from typing import Protocol

from csms.domain.ids import ChargerId
from functions.charger_connect import handler as charger_connect
from functions.charger_disconnect import handler as charger_disconnect
from functions.ocpp_message import handler as ocpp_message
from simulators.aws.websocket_events import (
    Api,
    ConnectionFacts,
    Event,
    Handshake,
    connect_event,
    disconnect_event,
    message_event,
)
from simulators.replay.frames import Frame

API = Api("replay", "ocpp", "replay.invalid")
OFFER = Handshake((("Sec-WebSocket-Protocol", "ocpp1.6"),), "", "192.0.2.1")
NORMAL = 1000


class Gateway(Protocol):
    """Where the functions post frames. active: when a connection was last heard of."""

    active: dict[str, datetime]

    def frames(self, connection_id: str) -> list[Frame]:
        """Everything that was posted to a connection, decoded, in order."""


class Context:
    """The second argument of a handler; a log has all the time in the world."""

    aws_request_id = "00000000-0000-4000-8000-000000000000"
    function_name = "replay"

    def get_remaining_time_in_millis(self) -> int:
        """Enough."""
        return 30_000


class Socket:
    """One charger. Its connections follow one another; a frame without one opens it."""

    _numbers = itertools.count(1)

    def __init__(self, gateway: Gateway, charger_id: ChargerId) -> None:
        self.charger_id = charger_id
        self._gateway = gateway
        self._facts: ConnectionFacts | None = None
        self._read = 0

    def keep_alive(self, at: datetime) -> None:
        """A socket that the log does not close is open: pings are in no log."""
        if self._facts is not None:
            self._gateway.active[self._facts.connection_id] = at

    def connect(self, at: datetime) -> None:
        """Dial in; the functions find out by themselves that an older connection is over."""
        authorizer = {"charger_id": self.charger_id, "door": "wss"}
        self._facts = ConnectionFacts(
            connection_id=f"replay-{next(self._numbers)}=",
            connected_at_ms=_millis(at),
            source_ip=OFFER.source_ip,
            user_agent="",
            authorizer={**authorizer, "assume_ocpp16": "1", "promoted": "0"},
        )
        self._read = 0
        charger_connect.handler(_at(connect_event(API, self._facts, OFFER), at), Context())

    def disconnect(self, at: datetime) -> None:
        """Hang up."""
        if self._facts is not None:
            event = disconnect_event(API, self._facts, NORMAL, "")
            charger_disconnect.handler(_at(event, at), Context())
            self._facts = None

    def send(self, text: str, at: datetime) -> None:
        """Send a frame."""
        if self._facts is None:
            self.connect(at)
        assert self._facts is not None  # noqa: S101 - connected above
        self.keep_alive(at)
        event = message_event(API, self._facts, "$default", text)
        ocpp_message.handler(_at(event, at), Context())

    def take(self) -> list[Frame]:
        """What was posted since the last look."""
        if self._facts is None:
            return []
        posted = self._gateway.frames(self._facts.connection_id)[self._read :]
        self._read += len(posted)
        return posted


def _at(event: Event, at: datetime) -> Event:
    """The event as if it had come then."""
    event["requestContext"]["requestTimeEpoch"] = _millis(at)
    return event


def _millis(at: datetime) -> int:
    return round(at.timestamp() * 1000)
