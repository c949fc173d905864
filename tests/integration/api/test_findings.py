"""The findings of all chargers: who has some, page by page."""

from datetime import timedelta

import pytest

from csms.domain.charger import ChargerModel
from csms.domain.ids import ChargerId
from csms.store import charger, finding
from tests.integration.api.client import Client
from tests.integration.api.world import ADMIN, World
from tests.integration.events import START

LIST = f"{ADMIN}/findings"


def register(admin: Client, world: World, identity: str, station_id: str | None = None) -> None:
    body = {
        "identity": identity,
        "station_id": station_id or world.station_id,
        "rated_power_w": 22_000,
    }
    assert admin.post(f"{ADMIN}/chargers", body).status == 201


def deviate(identity: str, code: str, hours: int = 0) -> None:
    charger_id = ChargerId(identity.casefold())
    finding.count(charger_id, (code, "Heartbeat.x"), "sample", START + timedelta(hours=hours))


def test_chargers_without_findings_are_left_out(admin: Client, world: World) -> None:
    for identity in ("F-1", "F-2", "F-3"):
        register(admin, world, identity)
    deviate("F-3", "unknown-key")
    deviate("F-1", "too-long", hours=1)
    deviate("F-1", "unknown-key", hours=2)

    page = admin.get(LIST).json

    assert [one["name"] for one in page["items"]] == ["F-1", "F-3"]
    assert [one["code"] for one in page["items"][0]["findings"]] == ["unknown-key", "too-long"]
    assert page["items"][0]["findings"][0]["sample"] == "sample"
    assert page["next_cursor"] is None


def test_a_page_may_be_empty_and_go_on(admin: Client, world: World) -> None:
    for identity in ("F-1", "F-2"):
        register(admin, world, identity)
    deviate("F-2", "too-long")
    found: list[str] = []
    cursor: str | None = None
    pages = 0
    while pages == 0 or cursor is not None:
        query = {"limit": 1} if cursor is None else {"limit": 1, "cursor": cursor}
        page = admin.get(LIST, query=query).json
        found += [one["charger_id"] for one in page["items"]]
        cursor, pages = page["next_cursor"], pages + 1

    assert found == ["f-2"]
    assert pages > 1


def test_one_station_has_those_of_its_chargers(admin: Client, world: World) -> None:
    register(admin, world, "F-1")
    deviate("F-1", "too-long")

    own = admin.get(LIST, query={"station_id": world.station_id}).json["items"]
    others = admin.get(LIST, query={"station_id": "another"}).json["items"]

    assert [one["charger_id"] for one in own] == ["f-1"]
    assert others == []


def told(admin: Client, **query: object) -> list[tuple[str, list[str]]]:
    """Who deviates in which way, whatever the pages."""
    found: list[tuple[str, list[str]]] = []
    for _ in range(100):
        page = admin.get(LIST, query=query).json
        found += [
            (one["charger_id"], [finding["code"] for finding in one["findings"]])
            for one in page["items"]
        ]
        if page["next_cursor"] is None:
            return found
        query["cursor"] = page["next_cursor"]
    raise AssertionError("the list does not end")


@pytest.mark.parametrize("limit", [1, 2, 50])
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, [("f-1", ["too-long", "unknown-key"]), ("f-3", ["unknown-key"])]),
        ({"code": "unknown-key"}, [("f-1", ["unknown-key"]), ("f-3", ["unknown-key"])]),
        ({"code": "too-long"}, [("f-1", ["too-long"])]),
        ({"code": "no-such"}, []),
        ({"vendor": "Acme"}, [("f-3", ["unknown-key"])]),
        ({"vendor": "Acme", "model": "One", "code": "unknown-key"}, [("f-3", ["unknown-key"])]),
        ({"vendor": "Acme", "model": "Two"}, []),
        ({"vendor": "ACME", "code": "too-long"}, []),
        ({"vendor": "ACME", "model": "one"}, [("f-3", ["unknown-key"])]),
    ],
)
def test_only_what_is_wanted_is_told(
    admin: Client, world: World, query: dict[str, str], expected: object, limit: int
) -> None:
    for identity in ("F-1", "F-2", "F-3"):
        register(admin, world, identity)
    charger.set_about(ChargerId("f-3"), ChargerModel("Acme", "One"))
    deviate("F-1", "unknown-key")
    deviate("F-1", "too-long", hours=1)
    deviate("F-3", "unknown-key")

    assert told(admin, **query, limit=limit) == expected
    place = {"station_id": world.station_id}
    assert told(admin, **query, **place, limit=limit) == expected


def test_a_model_is_one_of_a_vendor(admin: Client) -> None:
    answer = admin.get(LIST, query={"model": "One"})

    assert (answer.status, answer.json["field"]) == (422, "query.vendor")


def test_a_search_that_finds_nothing_looks_at_a_few_pages_and_goes_on(
    admin: Client, world: World
) -> None:
    for number in range(9):
        register(admin, world, f"F-{number}")

    page = admin.get(LIST, query={"code": "too-long", "limit": 1}).json

    assert page["items"] == []
    assert page["next_cursor"] is not None


def test_it_looks_at_no_more_chargers_than_it_can(admin: Client) -> None:
    answer = admin.get(LIST, query={"limit": 51})

    assert (answer.status, answer.json["errors"][0]["field"]) == (422, "query.limit")
