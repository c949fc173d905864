"""A station with chargers, a driver with a tag and money, and frames that reach the actions.

Frames go through validation, the table of routes and the effects, as in `ocpp_message`; only the
gateway is left out, so that thousands of frames take seconds.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from csms.domain.charger import Charger, Credentials, Registration, SecurityProfile
from csms.domain.id_tag import IdTag
from csms.domain.ids import (
    ChargerId,
    ConnectionId,
    Micro,
    Minor,
    StationId,
    TariffId,
    TransactionId,
    UserId,
    Watt,
    fold_tag,
)
from csms.domain.station import Station
from csms.domain.tariff import Tariff
from csms.domain.transaction import Transaction
from csms.domain.user import Role, User
from csms.entrypoints.jobs import billing_retry, heartbeat_sweep
from csms.entrypoints.ocpp.exchange import Exchange, Reply
from csms.entrypoints.ocpp.routes import ROUTES
from csms.ocpp16 import validation
from csms.ocpp16.violation import Violation
from csms.services import billing
from csms.store import charger as chargers
from csms.store import connection as connections
from csms.store import id_tag as tags
from csms.store import ledger
from csms.store import station as stations
from csms.store import tariff as tariffs
from csms.store import transaction as transactions
from csms.store import user as users

NOW: Final = datetime.fromisoformat("2026-03-01T12:00:00+00:00")
SECOND: Final = timedelta(seconds=1)
MINUTE: Final = timedelta(minutes=1)
HOUR: Final = timedelta(hours=1)
DAY: Final = timedelta(days=1)
STATION: Final = StationId("station")
DRIVER: Final = UserId("driver")
TAG: Final = "Card-1"
FUNDS: Final = 10_000


def build(charger_id: str = "cp1", connectors: int = 2) -> "Frames":
    """A station with one charger, a tariff of 0.40 a kWh and 0.50 a session, a driver with 100."""
    tariffs.create(
        Tariff(TariffId("standard"), "Standard", "EUR", Micro(400_000), Minor(50), Micro(190_000))
    )
    users.create(
        User(DRIVER, "issuer", "subject", "Name", None, Role.USER, active=True, created_at=NOW)
    )
    stations.create(
        Station(
            station_id=STATION,
            name="Station",
            address="Street 1",
            time_zone="Europe/Berlin",
            latitude_e6=52_500_000,
            longitude_e6=13_400_000,
            tariff_id=TariffId("standard"),
            minimum_balance_minor=Minor(500),
            created_at=NOW,
        )
    )
    add_tag(TAG)
    billing.top_up(DRIVER, Minor(FUNDS), "funds", "test", None, NOW)
    return add_charger(charger_id, connectors)


def add_charger(charger_id: str, connectors: int = 2) -> "Frames":
    """Another charger of the station."""
    chargers.create(
        Charger(
            charger_id=ChargerId(charger_id),
            identity=charger_id,
            name=charger_id,
            station_id=STATION,
            registration=Registration.ACCEPTED,
            credentials=Credentials(SecurityProfile.BASIC, None),
            rated_power_w=Watt(22_000),
            connector_count=connectors,
            created_at=NOW,
        )
    )
    return Frames(ChargerId(charger_id))


def add_tag(name: str, **facts: Any) -> None:
    """A tag of the driver."""
    tags.create(IdTag(fold_tag(name), name, facts.pop("user_id", DRIVER), **facts), NOW)


class Frames:
    """The frames of one charger. Each has a message id of its own, unless it is a repeat."""

    def __init__(self, charger_id: ChargerId) -> None:
        self.charger_id = charger_id
        self._sent = 0

    def send(
        self,
        action: str,
        payload: Mapping[str, Any],
        now: datetime,
        message_id: str | None = None,
    ) -> dict[str, Any]:
        """Send a CALL and let everything happen that follows; returns the answer's payload."""
        reply = self.answer(action, payload, now, message_id)
        for effect in reply.effects:
            effect()
        return dict(reply.payload)

    def answer(
        self,
        action: str,
        payload: Mapping[str, Any],
        now: datetime,
        message_id: str | None = None,
    ) -> Reply:
        """Send a CALL and stop after the answer, as a process that dies there."""
        self._sent += 1
        reading = validation.read_request(action, dict(payload), now)
        assert not isinstance(reading, Violation), reading
        connection = connections.find(self.charger_id)
        assert connection is not None
        exchange = Exchange(
            charger_id=self.charger_id,
            connection_id=ConnectionId("c"),
            message_id=message_id or f"{action}-{self._sent}",
            action=action,
            now=now,
            connection=connection,
            owns=True,
        )
        return ROUTES[action].handle(reading.request, exchange)

    def start(self, at: datetime, now: datetime | None = None, **changed: Any) -> dict[str, Any]:
        """Send a StartTransaction that was written at `at`."""
        message_id = changed.pop("message_id", None)
        return self.send("StartTransaction", start_payload(at, **changed), now or at, message_id)

    def stop(
        self, number: int, at: datetime, register_wh: int, now: datetime | None = None, **more: Any
    ) -> dict[str, Any]:
        """Send a StopTransaction that was written at `at`."""
        payload = stop_payload(number, at, register_wh, **more)
        return self.send("StopTransaction", payload, now or at)

    def meter(
        self, number: int | None, at: datetime, register_wh: int, now: datetime | None = None
    ) -> None:
        """Send a MeterValues that was read at `at`."""
        self.send("MeterValues", meter_payload(number, at, register_wh), now or at)

    def status(self, status: str, at: datetime, now: datetime | None = None) -> None:
        """Send a StatusNotification of connector 1, written at `at`."""
        payload = {"connectorId": 1, "errorCode": "NoError", "status": status}
        self.send("StatusNotification", payload | {"timestamp": text(at)}, now or at)

    def boot(self, now: datetime) -> None:
        """Send a BootNotification."""
        payload = {"chargePointVendor": "V", "chargePointModel": "M"}
        self.send("BootNotification", payload, now)


def text(at: datetime) -> str:
    """A time as a charger writes it."""
    return at.strftime("%Y-%m-%dT%H:%M:%S") + f".{at.microsecond // 1000:03d}Z"


def start_payload(at: datetime, **changed: Any) -> dict[str, Any]:
    """A StartTransaction of connector 1 at 1,000 Wh with the driver's tag."""
    payload = {"connectorId": 1, "idTag": TAG, "meterStart": 1000, "timestamp": text(at)}
    return payload | changed


def stop_payload(number: int, at: datetime, register_wh: int, **changed: Any) -> dict[str, Any]:
    """A StopTransaction without a tag."""
    payload = {"transactionId": number, "timestamp": text(at), "meterStop": register_wh}
    return payload | changed


def meter_payload(
    number: int | None, at: datetime, register_wh: int, connector_id: int = 1
) -> dict[str, Any]:
    """A MeterValues with one register."""
    value = {"timestamp": text(at), "sampledValue": [{"value": str(register_wh)}]}
    payload: dict[str, Any] = {"connectorId": connector_id, "meterValue": [value]}
    return payload if number is None else payload | {"transactionId": number}


def sweep(now: datetime) -> None:
    """Run both schedules once."""
    event = {"time": now.isoformat()}
    heartbeat_sweep.handle(event, lambda: True)
    billing_retry.handle(event, lambda: True)


def stored(number: int) -> Transaction:
    """A transaction as it is now."""
    return transactions.get(TransactionId(number))


def bills(payer: UserId = DRIVER) -> list[tuple[str, int]]:
    """What a driver was billed: keys and amounts, oldest first."""
    return [
        (entry.key, entry.amount_minor)
        for entry in ledger.in_order(payer)
        if entry.actor == "billing" and not entry.kind.moves_held
    ]
