"""Every read that can be polled has a validator: 304 when nothing changed, and no body."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from csms.domain.ids import ChargerId, CommandId
from csms.entrypoints.api.openapi import FOLDER
from csms.store import command
from tests.capacity import consumed_capacity
from tests.engine import Engine
from tests.integration.api import tokens
from tests.integration.api.client import Answer, Client
from tests.integration.api.routes import ADMIN_ROUTES, USER_ROUTES, Route
from tests.integration.api.world import ADMIN, KEY, World, charger, created, make_world, station
from tests.integration.files.server import FileServer

ROOT = Path(__file__).parents[3]
FIRST_DAY = {"first_day": "2026-03-01", "last_day": "2026-03-01"}


def polled(document: str) -> list[str]:
    """The paths whose GET is documented with 304."""
    text = (ROOT / FOLDER / f"{document}.json").read_text(encoding="utf-8")
    paths: Mapping[str, Mapping[str, Any]] = json.loads(text)["paths"]
    return [
        path for path, one in paths.items() if "get" in one and "304" in one["get"]["responses"]
    ]


def read_of(document: str, path: str) -> Route:
    """The request that the list of routes has for a path."""
    routes = ADMIN_ROUTES if document == "admin" else USER_ROUTES
    (route,) = [one for one in routes if (one.method, one.path) == ("GET", path)]
    return route


READS = [(document, path) for document in ("admin", "user") for path in polled(document)]


@dataclass(frozen=True)
class Still:
    """A world in which every read has something to show."""

    clients: Mapping[str, Client]
    world: World
    names: Mapping[str, str]

    def get(self, document: str, path: str, offered: str | None = None) -> Answer:
        """Read, with what an earlier answer said."""
        route = read_of(document, path)
        names = {**vars(self.world), "charge_point_id": self.world.charger_id, **self.names}
        query = {name: str(value).format(**names) for name, value in route.query.items()}
        if "/reports/" in path:
            query = FIRST_DAY
        headers = {} if offered is None else {"If-None-Match": offered}
        return self.clients[document].get(path.format(**names), query=query, headers=headers)


def make_still(admin: Client, driver: Client, bucket: FileServer) -> Still:
    """Fill empty tables until nothing is missing."""
    admin.token, driver.token = tokens.token("operator", "ADMIN"), tokens.token("driver")
    world = make_world(admin, driver)
    paths = f"{ADMIN}/chargers/{world.charger_id}"
    assert admin.post(f"{ADMIN}/transactions/{world.transaction_id}/retry-billing").status == 200
    asked = admin.post(f"{paths}/commands", {"action": "GetDiagnostics", "payload": {}}).json
    found = command.get(ChargerId(world.charger_id), CommandId(asked["command_id"]))
    assert bucket.put(f"{found.payload['location']}log.txt", b"boot") == 200
    export = admin.post(f"{ADMIN}/exports", {"kind": "ledger"}).json
    names = {
        "command_id": asked["command_id"],
        "name": "log.txt",
        "export_id": export["export_id"],
        "connector_id": "1",
        "user_id": world.user_id,
    }
    return Still({"admin": admin, "user": driver}, world, names)


@pytest.fixture(scope="module")
def still(
    engine: Engine, admin_function: Client, user_function: Client, file_server: FileServer
) -> Still:
    """A world that no test here changes."""
    engine.clear()
    file_server.clear()
    return make_still(admin_function, user_function, file_server)


def test_every_read_is_documented_with_304() -> None:
    known = {("admin", one.path) for one in ADMIN_ROUTES if one.method == "GET"}
    known |= {("user", one.path) for one in USER_ROUTES if one.method == "GET"}
    assert set(READS) == known


@pytest.mark.parametrize(("document", "path"), READS)
def test_what_is_the_same_is_304_and_costs_no_more(still: Still, document: str, path: str) -> None:
    with consumed_capacity() as read:
        first = still.get(document, path)
    with consumed_capacity() as again:
        same = still.get(document, path, first.headers["etag"])

    assert (first.status, same.status, same.text) == (200, 304, ""), first.text
    assert same.headers["etag"] == first.headers["etag"]
    assert "content-length" not in same.headers
    assert (again.read, again.written, again.rounds) == (read.read, read.written, read.rounds)


@pytest.mark.parametrize(("document", "path"), READS)
@pytest.mark.parametrize("form", ["{weak}", "{strong}", 'W/"other", {weak}', "{strong},", " * "])
def test_a_validator_counts_in_every_form(
    still: Still, document: str, path: str, form: str
) -> None:
    weak = still.get(document, path).headers["etag"]

    answer = still.get(document, path, form.format(weak=weak, strong=weak.removeprefix("W/")))

    assert weak.startswith('W/"')
    assert (answer.status, answer.text) == (304, "")


@pytest.mark.parametrize(("document", "path"), READS)
@pytest.mark.parametrize("form", ['W/"other"', "", '"*"', "{bare}", "w/{strong}", "\U0001f50c"])
def test_what_is_not_its_validator_is_answered_in_full(
    still: Still, document: str, path: str, form: str
) -> None:
    weak = still.get(document, path).headers["etag"]
    strong = weak.removeprefix("W/")

    answer = still.get(document, path, form.format(strong=strong, bare=strong.strip('"')))

    assert (answer.status, answer.headers["etag"]) == (200, weak)
    assert answer.text


def test_what_changed_is_answered_in_full_with_another_validator(
    admin: Client, driver: Client, tables: Engine, bucket: FileServer
) -> None:
    still = make_still(admin, driver, bucket)
    before = {read: still.get(*read) for read in READS}
    change(admin, still.world)
    after = {read: still.get(*read, before[read].headers["etag"]) for read in READS}

    for read, was in before.items():
        now = after[read]
        if now.status == 304:
            assert still.get(*read).text == was.text, read
        else:
            assert (now.status, now.text != was.text) == (200, True), read
            assert now.headers["etag"] != was.headers["etag"]
    moved = {path for (_, path), now in after.items() if now.status == 200}
    assert {
        f"{ADMIN}/stations",
        f"{ADMIN}/chargers/{{charger_id}}",
        f"{ADMIN}/chargers/{{charger_id}}/commands",
        f"{ADMIN}/transactions/{{transaction_id}}",
        f"{ADMIN}/users/{{user_id}}/wallet",
        "/api/stations/{station_id}",
        "/users/{user_id}/wallet",
        "/users/{user_id}/charging-sessions/{session_id}",
    } <= moved
    assert "/health" not in moved


def change(admin: Client, world: World) -> None:
    """Change what most reads show."""
    edit = {**station(name="Renamed", tariff_id=world.tariff_id), "version": 1}
    assert admin.put(f"{ADMIN}/stations/{world.station_id}", edit).status == 200
    pole = {"name": "Pole 7", "station_id": world.station_id, "rated_power_w": 1, "version": 1}
    assert admin.put(f"{ADMIN}/chargers/{world.charger_id}", pole).status == 200
    created(admin, f"{ADMIN}/chargers", charger(world.station_id, identity="SECOND"))
    created(admin, f"{ADMIN}/tariffs", {"name": "Other", "energy_rate_micro_per_kwh": 1})
    created(admin, f"{ADMIN}/id-tags", {"id_tag": "T2", "user_id": world.user_id})
    path = f"{ADMIN}/users/{world.user_id}/wallet/top-up"
    created(admin, path, {"amount_minor": 1}, {**KEY, "Idempotency-Key": "second"})
    correct = {"action": "correct", "energy_wh": 1000, "reason": "read by hand"}
    resolve = f"{ADMIN}/transactions/{world.transaction_id}/resolve"
    assert admin.post(resolve, correct).status == 200
    body = {"action": "ClearCache"}
    assert admin.post(f"{ADMIN}/chargers/{world.charger_id}/commands", body).status == 202
    assert admin.post(f"{ADMIN}/exports", {"kind": "transactions"}).status == 202


def test_errors_and_writes_have_no_validator(admin: Client, world: World) -> None:
    missing = admin.get(f"{ADMIN}/stations/nothing", headers={"If-None-Match": "*"})
    made = admin.post(f"{ADMIN}/stations", station(), headers={"If-None-Match": "*"})

    assert (missing.status, made.status) == (404, 201)
    assert "etag" not in {*missing.headers, *made.headers}
