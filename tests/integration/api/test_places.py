"""What anyone may read: the map, a station, a connector."""

from datetime import timedelta

import pytest

from tests.integration.api.client import Client
from tests.integration.api.world import ADMIN, World, charger, created, station, tariff
from tests.integration.chargers.charger import Socket, status
from tests.integration.events import START
from tests.integration.gateway import Gateway

MAP = "/api/stations"
CITIES = {
    "Berlin": (52.52, 13.405),
    "Rotterdam": (51.9225, 4.4792),
    "Sydney": (-33.8688, 151.2093),
    "Suva": (-18.1248, 178.4501),
    "Apia": (-13.8507, -171.7514),
    "Quito": (-0.1807, -78.4678),
    "Pole": (90.0, 0.0),
    "Date line": (0.0, 180.0),
}


@pytest.fixture
def cities(admin: Client, driver: Client) -> Client:
    """Stations all over the world."""
    for name, (latitude, longitude) in CITIES.items():
        place = station(name=name, latitude=latitude, longitude=longitude)
        created(admin, f"{ADMIN}/stations", place)
    driver.token = None
    return driver


def names(client: Client, **query: object) -> set[str]:
    """Who is in an answer."""
    answer = client.get(MAP, query=query)
    assert answer.status == 200, answer.text
    return {one["name"] for one in answer.json["items"]}


@pytest.mark.parametrize(
    ("bbox", "found"),
    [
        ("13,52,14,53", {"Berlin"}),
        ("4,51,14,53", {"Berlin", "Rotterdam"}),
        ("4,52,14,53", {"Berlin"}),
        ("-79,-1,-78,0", {"Quito"}),
        ("170,-25,-170,-10", {"Suva", "Apia"}),
        ("-180,-90,180,90", set(CITIES)),
        ("-10,89,10,90", {"Pole"}),
        ("179,-1,180,1", {"Date line"}),
        ("0,0,0,0", set()),
        ("13.405,52.52,13.405,52.52", {"Berlin"}),
    ],
)
def test_the_map_shows_what_is_in_the_box(cities: Client, bbox: str, found: set[str]) -> None:
    assert names(cities, bbox=bbox) == found


def test_without_a_box_all_stations_come_in_pages(cities: Client) -> None:
    assert names(cities) == set(CITIES)
    first = cities.get(MAP, query={"limit": 3}).json
    assert len(first["items"]) == 3
    second = names(cities, cursor=first["next_cursor"])
    assert second == set(CITIES) - {one["name"] for one in first["items"]}


@pytest.mark.parametrize(
    "bbox",
    [
        "",
        "1,2,3",
        "1,2,3,4,5",
        "a,b,c,d",
        "1,50,2,40",
        "0,0,181,1",
        "0,-91,1,1",
        "nan,0,1,1",
        "inf,0,1,1",
        "1e400,0,1,1",
    ],
)
def test_what_is_no_box_is_refused(cities: Client, bbox: str) -> None:
    answer = cities.get(MAP, query={"bbox": bbox})

    assert (answer.status, answer.json["field"]) == (422, "query.bbox")


def test_the_map_counts_connectors_as_their_charger_reports_them(
    driver: Client, world: World, gateway: Gateway
) -> None:
    assert driver.get(f"{MAP}/{world.station_id}").json["connectors"] == {"unknown": 2}
    socket = Socket(gateway, world.charger_id)
    socket.connect()

    socket.ask("StatusNotification", status(1, "Charging"))
    socket.ask("StatusNotification", status(2, "Available"))

    place = driver.get(f"{MAP}/{world.station_id}").json
    assert place["connectors"] == {"busy": 1, "free": 1}
    assert [one["state"] for one in place["chargers"]] == ["busy", "free"]
    assert place["price"]["energy_rate_micro_per_kwh"] == 385_000
    assert place["minimum_balance_minor"] == 500


def test_a_connector_has_a_page_with_state_station_and_price(
    driver: Client, world: World, gateway: Gateway
) -> None:
    socket = Socket(gateway, world.charger_id)
    socket.connect()
    socket.ask("StatusNotification", status(2, "Faulted"))

    page = driver.get("/api/chargers/RDAM 123/connectors/2").json

    assert (page["state"], page["status"]) == ("faulted", "Faulted")
    assert page["station"]["station_id"] == world.station_id
    assert page["station"]["price"]["currency"] == "EUR"


@pytest.mark.parametrize(
    "path", ["rdam 123/connectors/0", "rdam 123/connectors/3", "nobody/connectors/1"]
)
def test_a_connector_that_is_not_there_has_no_page(driver: Client, world: World, path: str) -> None:
    assert driver.get(f"/api/chargers/{path}").status == 404


def test_the_tariff_of_a_charger_comes_before_that_of_its_station(
    admin: Client, driver: Client, world: World
) -> None:
    dear = created(admin, f"{ADMIN}/tariffs", tariff(energy_rate_micro_per_kwh=690_000))
    body = charger(world.station_id, identity="B", tariff_id=dear["tariff_id"])
    created(admin, f"{ADMIN}/chargers", body)

    page = driver.get("/api/chargers/B/connectors/1").json

    assert page["station"]["price"]["energy_rate_micro_per_kwh"] == 690_000


def test_a_tariff_that_has_ended_is_no_price(admin: Client, driver: Client, world: World) -> None:
    ends = (START + timedelta(seconds=1)).isoformat()
    admin.put(f"{ADMIN}/tariffs/{world.tariff_id}", tariff(version=1, valid_to=ends))
    before = driver.get(f"{MAP}/{world.station_id}").json["price"]
    driver.now = START + timedelta(seconds=1)

    assert before is not None
    assert driver.get(f"{MAP}/{world.station_id}").json["price"] is None
