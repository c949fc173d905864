"""Stations of operators: create, list, edit, delete."""

from typing import Any

import pytest

from tests.engine import Engine
from tests.integration.api.client import Client

STATIONS = "/api/admin/stations"


def station(**changes: object) -> dict[str, Any]:
    """The body of a good station."""
    return {
        "name": "Berlin Hauptbahnhof",
        "address": "Europaplatz 1, 10557 Berlin",
        "time_zone": "Europe/Berlin",
        "latitude": 52.525,
        "longitude": 13.3694,
        **changes,
    }


def test_a_created_station_can_be_read_at_its_location(admin: Client) -> None:
    created = admin.post(STATIONS, station())

    assert created.status == 201
    read = admin.get(created.headers["location"])
    assert read.status == 200
    assert read.json == created.json
    assert read.json["latitude"] == 52.525
    assert read.json["version"] == 1
    assert read.json["connectors"] == {}


def test_stations_are_listed_by_name_in_pages(admin: Client) -> None:
    for name in ("Zwickau", "ärlich", "Aachen"):
        admin.post(STATIONS, station(name=name))

    first = admin.get(STATIONS, query={"limit": 2})
    second = admin.get(STATIONS, query={"limit": 2, "cursor": first.json["next_cursor"]})

    assert [item["name"] for item in first.json["items"]] == ["Aachen", "Zwickau"]
    assert [item["name"] for item in second.json["items"]] == ["ärlich"]
    assert second.json["next_cursor"] is None


def test_an_edit_raises_the_version_and_an_edit_of_an_old_one_conflicts(admin: Client) -> None:
    path = admin.post(STATIONS, station()).headers["location"]

    edited = admin.put(path, station(name="Berlin Süd", version=1))
    late = admin.put(path, station(name="Berlin Nord", version=1))

    assert (edited.status, edited.json["version"]) == (200, 2)
    assert late.status == 409
    assert admin.get(path).json["name"] == "Berlin Süd"


def test_a_deleted_station_is_gone(admin: Client) -> None:
    path = admin.post(STATIONS, station()).headers["location"]

    assert admin.delete(path).status == 204
    assert admin.get(path).status == 404
    assert admin.delete(path).status == 404


def test_every_change_leaves_an_audit_row(admin: Client, tables: Engine) -> None:
    path = admin.post(STATIONS, station()).headers["location"]
    admin.put(path, station(name="Berlin Süd", version=1))
    admin.delete(path)

    changes = sorted(row["change"]["S"] for row in tables.rows("csms-audit"))
    assert changes == ["station.changed", "station.created", "station.deleted"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", " "),
        ("name", "x" * 121),
        ("name", "nul\x00"),
        ("name", 7),
        ("time_zone", "Mars/Olympus"),
        ("time_zone", "../etc/passwd"),
        ("latitude", 90.1),
        ("latitude", "north"),
        ("longitude", -181),
        ("longitude", 10**400),
        ("minimum_balance_minor", -1),
        ("minimum_balance_minor", 1.5),
        ("minimum_balance_minor", 10**30),
        ("tariff_id", "no-such-tariff"),
        ("colour", "blue"),
    ],
)
def test_a_wrong_field_is_named(admin: Client, field: str, value: object) -> None:
    answer = admin.post(STATIONS, station(**{field: value}))

    assert answer.status == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json["field"] == f"body.{field}"
    assert answer.json["request_id"] == "request-1"
