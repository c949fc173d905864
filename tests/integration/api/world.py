"""A small world, made as operators make it: a station with a charger, and a driver with money."""

from dataclasses import dataclass, replace
from typing import Any

from csms.domain.charging_session import ChargingSession, SessionState
from csms.domain.ids import (
    ChargerId,
    ChargingSessionId,
    ConnectorId,
    StationId,
    TransactionId,
    UserId,
)
from csms.domain.transaction import Transaction, TransactionState
from csms.store import charging_session, transaction
from tests import transactions
from tests.integration.api import tokens
from tests.integration.api.client import Client
from tests.integration.events import START

ADMIN = "/api/admin"
IDENTITY = "RDAM 123"
KEY = {"Idempotency-Key": "key-1"}


@dataclass(frozen=True)
class World:
    """What exists, by the words of paths."""

    tariff_id: str
    station_id: str
    charger_id: str
    password: str
    user_id: str
    other_id: str
    id_tag: str
    transaction_id: int
    session_id: str
    template_id: str
    firmware_id: str


def template(**changes: object) -> dict[str, Any]:
    """The body of a good configuration template."""
    return {
        "name": "Meter values",
        "vendor": "Acme",
        "settings": [{"key": "MeterValueSampleInterval", "value": "60"}],
        **changes,
    }


def firmware(**changes: object) -> dict[str, Any]:
    """The body of good firmware."""
    return {"label": "Spring", "version": "1.1.0", "file_name": "image.bin", **changes}


def tariff(**changes: object) -> dict[str, Any]:
    """The body of a good tariff."""
    return {"name": "City", "energy_rate_micro_per_kwh": 385_000, **changes}


def station(**changes: object) -> dict[str, Any]:
    """The body of a good station."""
    return {
        "name": "Rotterdam Coolsingel",
        "address": "Coolsingel 40, Rotterdam",
        "time_zone": "Europe/Amsterdam",
        "latitude": 51.9225,
        "longitude": 4.4792,
        **changes,
    }


def charger(station_id: str, **changes: object) -> dict[str, Any]:
    """The body of a good charger."""
    return {
        "identity": IDENTITY,
        "station_id": station_id,
        "rated_power_w": 22_000,
        "connector_count": 2,
        **changes,
    }


def make_world(admin: Client, driver: Client) -> World:
    """Fill empty tables. admin, driver: clients of the two functions."""
    tariff_id = created(admin, f"{ADMIN}/tariffs", tariff())["tariff_id"]
    place = station(tariff_id=tariff_id, minimum_balance_minor=500)
    station_id = created(admin, f"{ADMIN}/stations", place)["station_id"]
    registered = created(admin, f"{ADMIN}/chargers", charger(station_id))
    user_id = driver.get("/auth/profile").json["user_id"]
    other_id = driver.get("/auth/profile", token=tokens.token("other")).json["user_id"]
    created(admin, f"{ADMIN}/id-tags", {"id_tag": "TAG", "user_id": user_id})
    created(admin, f"{ADMIN}/users/{user_id}/wallet/top-up", {"amount_minor": 5000}, KEY)
    charger_id = registered["charger"]["charger_id"]
    ended = stopped(station_id, charger_id, user_id)
    session = linked_session(user_id, charger_id, ended.transaction_id)
    return World(
        tariff_id=tariff_id,
        station_id=station_id,
        charger_id=charger_id,
        password=registered["access"]["password"]["text"],
        user_id=user_id,
        other_id=other_id,
        id_tag="tag",
        transaction_id=ended.transaction_id,
        session_id=session.session_id,
        template_id=created(admin, f"{ADMIN}/configuration-templates", template())["template_id"],
        firmware_id=created(admin, f"{ADMIN}/firmware", firmware())["firmware_id"],
    )


def created(
    client: Client, path: str, body: object, headers: dict[str, str] | None = None
) -> dict[str, Any]:
    """Create something, and return it as it was answered."""
    answer = client.post(path, body, headers=headers or {})
    assert answer.status == 201, answer.text
    found: dict[str, Any] = answer.json
    return found


def stopped(station_id: str, charger_id: str, user_id: str) -> Transaction:
    """A stored transaction that has ended and is not billed yet."""
    number = transaction.next_transaction_id()
    ended = replace(
        transactions.stopped(number, payer=UserId(user_id)),
        station_id=StationId(station_id),
        charger_id=ChargerId(charger_id),
    )
    return transaction.create(ended)


def running(station_id: str, charger_id: str, user_id: str) -> Transaction:
    """A stored transaction that runs."""
    ended = transactions.stopped(transaction.next_transaction_id(), payer=UserId(user_id))
    return transaction.create(
        replace(
            ended,
            station_id=StationId(station_id),
            charger_id=ChargerId(charger_id),
            state=TransactionState.RUNNING,
            meter_stop_wh=None,
            stopped_at=None,
            stop_arrived_at=None,
            closed_by=None,
            due_kind=None,
            due_at=None,
        )
    )


def linked_session(user_id: str, charger_id: str, transaction_id: int) -> ChargingSession:
    """A stored session that a transaction adopted."""
    return charging_session.create(
        ChargingSession(
            session_id=ChargingSessionId("session-1"),
            user_id=UserId(user_id),
            charger_id=ChargerId(charger_id),
            connector_id=ConnectorId(1),
            id_tag="VIRTUAL",
            state=SessionState.LINKED,
            requested_at=START,
            due_at=None,
            requested_by=user_id,
            transaction_id=TransactionId(transaction_id),
        )
    )
