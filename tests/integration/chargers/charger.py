"""A charger as its events look from inside: it connects, sends frames, and reads what it gets."""

import dataclasses
import itertools
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from csms.domain.charger import Charger, Connection, Connector, Registration
from csms.domain.ids import ChargerId, ConnectorId, Minor, StationId, Watt
from csms.domain.station import Station
from csms.services.chargers import registration
from csms.services.chargers.registration import RegisterCharger
from csms.store import charger as charger_store
from csms.store import connection as connection_store
from csms.store import station as station_store
from functions.charger_connect import handler as charger_connect
from functions.charger_disconnect import handler as charger_disconnect
from functions.ocpp_message import handler as ocpp_message
from tests.integration import events
from tests.integration.events import CONTEXT, START
from tests.integration.gateway import Gateway

STATION = StationId("station-1")


def register(
    identity: str = "CP-1", registered: Registration = Registration.ACCEPTED
) -> tuple[Charger, str]:
    """Register a charger with two connectors; returns it with its password."""
    charger, password = registration.register(
        RegisterCharger(
            identity=identity,
            name=f"Charger {identity}",
            station_id=STATION,
            rated_power_w=Watt(22_000),
            connector_count=2,
            pending=registered is Registration.PENDING,
        ),
        START,
    )
    if registered is Registration.REJECTED:
        changed = dataclasses.replace(charger, registration=registered)
        charger = charger_store.replace(changed, charger.version)
    return charger, password


def station() -> None:
    """Make the station that the chargers stand at."""
    station_store.create(
        Station(
            station_id=STATION,
            name="Station 1",
            address="Street 1",
            time_zone="Europe/Berlin",
            latitude_e6=52_520_000,
            longitude_e6=13_405_000,
            tariff_id=None,
            minimum_balance_minor=Minor(0),
            created_at=START,
        )
    )


class Socket:
    """One connection of a charger. `now` moves only when a test says so."""

    _numbers = itertools.count(1)

    def __init__(
        self, gateway: Gateway, charger_id: str = "cp-1", connected_at: datetime = START
    ) -> None:
        self.gateway = gateway
        self.charger_id = ChargerId(charger_id)
        self.connection_id = f"C{next(self._numbers):04d}="
        self.connected_at = connected_at
        self.now = connected_at

    def connect(self, offer: str | None = "ocpp1.6", **authorizer: str) -> dict[str, Any]:
        """Send the CONNECT event; returns the function's answer."""
        event = events.connect(
            self.charger_id, self.connection_id, self.connected_at, offer, **authorizer
        )
        return charger_connect.handler(event, CONTEXT)

    def disconnect(self) -> None:
        """Send the DISCONNECT event."""
        event = events.disconnect(self.charger_id, self.connection_id, self.now, self.connected_at)
        charger_disconnect.handler(event, CONTEXT)

    def later(self, **delta: float) -> "Socket":
        """Let time pass."""
        self.now += timedelta(**delta)
        return self

    def send(self, body: object) -> None:
        """Send a frame; the function must answer nothing but that all is well."""
        event = events.message(
            self.charger_id, self.connection_id, body, self.now, self.connected_at
        )
        assert ocpp_message.handler(event, CONTEXT) == {"statusCode": 200}

    def call(self, action: str, payload: object = None, message_id: object = None) -> list[Any]:
        """Send a CALL; returns the whole frame of its answer."""
        unique = message_id if message_id is not None else f"m{next(self._numbers)}"
        before = len(self.gateway.frames(self.connection_id))
        self.send([2, unique, action, {} if payload is None else payload])
        new = self.gateway.frames(self.connection_id)[before:]
        answers: list[list[Any]] = [frame for frame in new if frame[0] in (3, 4)]
        assert [frame[1] for frame in answers] == [unique], new
        return answers[0]

    def ask(self, action: str, payload: object = None) -> dict[str, Any]:
        """Send a CALL that must be answered normally; returns the payload."""
        frame = self.call(action, payload)
        assert frame[0] == 3, frame
        payload_back: dict[str, Any] = frame[2]
        return payload_back

    def commands(self) -> list[list[Any]]:
        """The CALLs that arrived here."""
        return self.gateway.calls(self.connection_id)

    def answer(self, command: list[Any], payload: object) -> None:
        """Answer a command that arrived here."""
        self.send([3, command[1], payload])

    @property
    def row(self) -> Connection:
        """The charger's row."""
        row = connection_store.find(self.charger_id, consistent=True)
        assert row is not None
        return row


type Fresh = Callable[[], Socket]
"""Makes a world anew, with nothing in flight: what there was before is gone."""


BOOT = {"chargePointVendor": "Acme", "chargePointModel": "One", "firmwareVersion": "1.0"}


def status(connector_id: int, word: str, at: datetime | None = None) -> dict[str, Any]:
    """The payload of a StatusNotification."""
    payload = {"connectorId": connector_id, "errorCode": "NoError", "status": word}
    if at is not None:
        payload["timestamp"] = at.strftime("%Y-%m-%dT%H:%M:%SZ")
    return payload


def connector(charger_id: str, connector_id: int) -> Connector:
    """A connector as stored."""
    found = charger_store.connector(ChargerId(charger_id), ConnectorId(connector_id))
    assert found is not None
    return found
