"""Finding things by how their names begin."""

import pytest

from tests.integration.api import tokens
from tests.integration.api.client import Client
from tests.integration.api.world import ADMIN, World, charger, created, station, tariff

NAMES = ("Ägäis", "ägypten", "Zoo", "#1", "İzmir")


def names(client: Client, path: str, prefix: str, field: str = "name") -> list[str]:
    answer = client.get(path, query={"prefix": prefix, "limit": 200})
    assert answer.status == 200, answer.text
    return [str(item[field]) for item in answer.json["items"]]


@pytest.mark.parametrize(
    ("prefix", "found"),
    [
        ("ÄG", ["ägypten", "Ägäis"]),
        ("a\u0308gy", ["ägypten"]),
        ("  zo", ["Zoo"]),
        ("#", ["#1"]),
        ("nothing", []),
        ("\U0001f50c", []),
    ],
)
def test_stations_are_found_by_the_begin_of_their_names(
    admin: Client, driver: Client, prefix: str, found: list[str]
) -> None:
    for name in NAMES:
        created(admin, f"{ADMIN}/stations", station(name=name))

    assert names(admin, f"{ADMIN}/stations", prefix) == found
    assert names(driver, "/api/stations", prefix) == found


def test_tariffs_chargers_people_and_tags_are_found_too(
    admin: Client, driver: Client, world: World
) -> None:
    created(admin, f"{ADMIN}/tariffs", tariff(name="Night"))
    created(admin, f"{ADMIN}/chargers", charger(world.station_id, identity="B1", name="Back"))
    created(admin, f"{ADMIN}/id-tags", {"id_tag": "Abc1"})
    driver.get("/auth/profile", token=tokens.token("x", name="Émile"))

    assert names(admin, f"{ADMIN}/tariffs", "nI") == ["Night"]
    assert names(admin, f"{ADMIN}/chargers", "ba") == ["Back"]
    assert names(admin, f"{ADMIN}/users", "e\u0301M") == ["Émile"]
    assert names(admin, f"{ADMIN}/id-tags", "aBC", "id_tag") == ["Abc1"]
    assert names(admin, f"{ADMIN}/id-tags", "bc", "id_tag") == []


def test_a_cursor_of_one_search_is_none_of_another(admin: Client) -> None:
    for name in ("Aa", "Ab", "Ac"):
        created(admin, f"{ADMIN}/stations", station(name=name))
    path, query = f"{ADMIN}/stations", {"prefix": "a", "limit": 1}
    first = admin.get(path, query=query).json

    second = admin.get(path, query={**query, "cursor": first["next_cursor"]})
    other = admin.get(path, query={"prefix": "ab", "cursor": first["next_cursor"]})

    assert [one["name"] for one in second.json["items"]] == ["Ab"]
    assert (other.status, other.json["field"]) == (400, "cursor")


def test_a_prefix_is_bounded(admin: Client) -> None:
    answer = admin.get(f"{ADMIN}/stations", query={"prefix": "x" * 81})

    assert (answer.status, answer.json["field"]) == (422, "query.prefix")
