"""Chargers of operators: registration, credentials, approval, deletion."""

from urllib.parse import quote

import pytest

from csms.entrypoints.ocpp.authorizer import Unauthorized
from functions.charger_authorizer import handler as authorizer
from simulators.aws.http_events import HttpRequest, http_event
from tests.engine import Engine
from tests.integration import events
from tests.integration.api.client import Client
from tests.integration.api.world import ADMIN, World, charger, created, running, station
from tests.integration.chargers.charger import Socket
from tests.integration.gateway import Gateway

CHARGERS = f"{ADMIN}/chargers"
# Everything that OCPP-J and the field have in identities, and the canonical form of each.
IDENTITIES = {
    "RDAM 123": "rdam 123",
    "CP|1": "cp|1",
    "100%": "100%",
    "A%20B": "a%20b",
    "A+B": "a+b",
    "Ab.Cd": "ab.cd",
    "DE*ABC:E1": "de*abc:e1",
    "Größe": "grösse",
    "E\u0301": "é",
    "#1": "#1",
    "[0]": "[0]",
    "x" * 48: "x" * 48,
}


@pytest.fixture
def place(admin: Client) -> str:
    """A station."""
    station_id: str = created(admin, f"{ADMIN}/stations", station())["station_id"]
    return station_id


@pytest.mark.parametrize("identity", IDENTITIES)
def test_a_charger_is_found_by_any_spelling_of_its_identity(
    admin: Client, place: str, identity: str
) -> None:
    registered = admin.post(CHARGERS, charger(place, identity=identity))

    assert registered.status == 201
    charger_id = IDENTITIES[identity]
    assert registered.json["charger"]["charger_id"] == charger_id
    assert registered.headers["location"] == f"{CHARGERS}/{quote(charger_id, safe='')}"
    for spelling in (identity, charger_id, identity.upper().replace("É", "E\u0301")):
        read = admin.get(f"{CHARGERS}/{spelling}")
        assert (read.status, read.json["identity"]) == (200, identity)
        assert [one["connector_id"] for one in read.json["connectors"]] == [1, 2]


@pytest.mark.parametrize("identity", IDENTITIES)
def test_a_percent_encoded_identity_arrives_through_the_gateway(
    admin: Client, place: str, identity: str
) -> None:
    location = admin.post(CHARGERS, charger(place, identity=identity)).headers["location"]
    headers = (("authorization", f"Bearer {admin.token}"),)

    for path in (location, f"{CHARGERS}/{quote(identity, safe='')}"):
        asked = HttpRequest("GET", path, "", headers, b"", "192.0.2.1", "api.example")
        answer = admin.deliver(http_event(asked, "ANY /api/admin/{proxy+}", {}))
        assert (answer.status, answer.json["identity"]) == (200, identity)


@pytest.mark.parametrize("identity", ["", "a/b", "x" * 49, "tab\there", "   ", "nul\x00", "\ud800"])
def test_an_identity_that_no_charger_can_dial_is_refused(
    admin: Client, place: str, identity: str
) -> None:
    answer = admin.post(CHARGERS, charger(place, identity=identity))

    assert answer.status == 422
    assert answer.json["field"].endswith("identity")


def test_the_password_is_shown_once_and_lets_the_charger_in(admin: Client, place: str) -> None:
    registered = admin.post(CHARGERS, charger(place))

    access = registered.json["access"]
    assert access["ocpp_url"] == "wss://api.example/ocpp/RDAM%20123"
    assert bytes.fromhex(access["password"]["hex"]).decode() == access["password"]["text"]
    assert _may_connect(access["password"]["text"])
    assert "password" not in admin.get(f"{CHARGERS}/rdam 123").json
    assert "access" not in admin.get(f"{CHARGERS}/rdam 123").json


def test_a_new_key_replaces_the_old_one_and_closes_the_connection(
    admin: Client, world: World, gateway: Gateway
) -> None:
    socket = Socket(gateway, world.charger_id)
    socket.connect()

    access = admin.post(f"{CHARGERS}/{world.charger_id}/re-key").json

    assert _may_connect(access["password"]["text"])
    assert not _may_connect(world.password)
    assert gateway.closed == [socket.connection_id]


def test_no_secret_is_in_the_audit_trail(admin: Client, world: World, tables: Engine) -> None:
    access = admin.post(f"{CHARGERS}/{world.charger_id}/re-key").json

    rows = str(list(tables.rows("csms-audit")))
    assert "charger.re-keyed" in rows
    for secret in (world.password, access["password"]["text"], access["password"]["hex"]):
        assert secret not in rows
    assert "scrypt" not in rows


def test_an_identity_is_registered_once_in_any_spelling(admin: Client, place: str) -> None:
    admin.post(CHARGERS, charger(place))

    again = admin.post(CHARGERS, charger(place, identity="rdam 123"))

    assert again.status == 409


def test_a_charger_needs_a_station_that_exists(admin: Client, tables: Engine) -> None:
    answer = admin.post(CHARGERS, charger("nowhere"))

    assert (answer.status, answer.json["field"]) == (422, "body.station_id")


def test_a_disabled_charger_is_refused_until_it_is_enabled(
    admin: Client, world: World, gateway: Gateway
) -> None:
    socket = Socket(gateway, world.charger_id)
    socket.connect()

    disabled = admin.post(f"{CHARGERS}/{world.charger_id}/disable")
    refused = admin.post(f"{CHARGERS}/{world.charger_id}/remote-start", {"id_tag": "TAG"})
    enabled = admin.post(f"{CHARGERS}/{world.charger_id}/enable")

    assert disabled.json["registration"] == "Rejected"
    assert set(gateway.closed) == {socket.connection_id}
    assert (refused.status, refused.json["reason"]) == (409, "charger-disabled")
    assert enabled.json["registration"] == "Accepted"


def test_a_pending_charger_is_accepted_by_approval(admin: Client, place: str) -> None:
    admin.post(CHARGERS, charger(place, pending=True))

    approved = admin.post(f"{CHARGERS}/RDAM 123/approve")

    assert approved.json["registration"] == "Accepted"


def test_an_edit_moves_a_charger_with_its_place_on_the_map(admin: Client, world: World) -> None:
    elsewhere = created(admin, f"{ADMIN}/stations", station(name="Delft"))["station_id"]
    body = {"name": "B", "station_id": elsewhere, "rated_power_w": 50_000, "version": 1}

    edited = admin.put(f"{CHARGERS}/{world.charger_id}", body)
    late = admin.put(f"{CHARGERS}/{world.charger_id}", body)

    assert (edited.status, edited.json["version"], late.status) == (200, 2, 409)
    assert admin.get(f"{ADMIN}/stations/{world.station_id}").json["connectors"] == {}
    assert admin.get(f"{ADMIN}/stations/{elsewhere}").json["connectors"] == {"unknown": 2}


def test_a_charger_that_charges_is_not_deleted(
    admin: Client, world: World, gateway: Gateway
) -> None:
    socket = Socket(gateway, world.charger_id)
    socket.connect()
    start = {"connectorId": 1, "idTag": "TAG", "meterStart": 0, "timestamp": "2026-03-01T12:00:00Z"}
    socket.ask("StartTransaction", start)

    answer = admin.delete(f"{CHARGERS}/{world.charger_id}")

    assert (answer.status, answer.json["reason"]) == (409, "transaction_running")


def test_a_deleted_charger_leaves_the_map_and_keeps_its_transactions(
    admin: Client, world: World
) -> None:
    assert admin.delete(f"{CHARGERS}/{world.charger_id}").status == 204

    assert admin.get(f"{CHARGERS}/{world.charger_id}").status == 404
    assert admin.get(f"{ADMIN}/stations/{world.station_id}").json["connectors"] == {}
    found = admin.get(f"{ADMIN}/transactions", query={"charger_id": world.charger_id})
    assert len(found.json["items"]) == 1


def test_chargers_are_listed_by_name_station_and_reachability(
    admin: Client, world: World, gateway: Gateway
) -> None:
    created(admin, CHARGERS, charger(world.station_id, identity="B", name="Zebra"))
    Socket(gateway, world.charger_id).connect()

    def names(**query: object) -> list[str]:
        return [one["name"] for one in admin.get(CHARGERS, query=query).json["items"]]

    assert names() == ["RDAM 123", "Zebra"]
    assert names(prefix="zeb") == ["Zebra"]
    assert names(station_id=world.station_id) == ["Zebra", "RDAM 123"]
    assert names(reachability="online") == ["RDAM 123"]
    assert names(reachability="offline") == ["Zebra"]


def test_an_unknown_charger_waits_in_the_inbox_until_it_is_registered(
    admin: Client, world: World, gateway: Gateway
) -> None:
    assert not _may_connect("x", "STRANGER")
    waiting = admin.get(f"{ADMIN}/unknown-chargers").json

    created(admin, CHARGERS, charger(world.station_id, identity="STRANGER"))

    assert [one["key"] for one in waiting] == ["stranger"]
    assert admin.get(f"{ADMIN}/unknown-chargers").json == []


def test_a_transaction_can_only_be_stopped_on_its_own_charger(admin: Client, world: World) -> None:
    created(admin, CHARGERS, charger(world.station_id, identity="B"))
    here = running(world.station_id, world.charger_id, world.user_id)
    body = {"transaction_id": here.transaction_id}

    assert admin.post(f"{CHARGERS}/b/remote-stop", body).status == 404
    assert admin.post(f"{CHARGERS}/{world.charger_id}/remote-stop", body).status == 202


def _may_connect(password: str, identity: str = "RDAM 123") -> bool:
    event = events.handshake(f"/ocpp/{quote(identity)}", events.basic(identity, password))
    try:
        answer = authorizer.handler(event, events.CONTEXT)
    except Unauthorized:
        return False
    return "refusal" not in str(answer["context"])
