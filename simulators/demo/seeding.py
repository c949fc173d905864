"""Fill a system through its HTTP API. Safe to run at every start: what is there stays."""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import quote
from uuid import uuid4

from simulators.charge_point.fleet import FleetCharger
from simulators.charge_point.operator_api import OperatorApi
from simulators.charge_point.profile import Profile
from simulators.demo.content import (
    DRIVERS,
    HABITS,
    STATIONS,
    TARIFFS,
    UNKNOWN_CHARGER,
    UNKNOWN_TAG,
    DemoCharger,
    DemoDriver,
    DemoStation,
    DemoTariff,
)
from simulators.demo.passwords import Passwords

FIRST_TOP_UP_MINOR: Final = 10_000
LOW_MINOR: Final = 3_000
TOP_UP_MINOR: Final = 8_000
MOST_PAGES: Final = 50


async def seed(api: OperatorApi, passwords: Passwords) -> Sequence[FleetCharger]:
    """Create what is missing, and return the chargers to simulate, the unknown one included."""
    tariffs = await _tariffs(api)
    stations = await _stations(api, tariffs)
    users = await _drivers(api)
    await top_up(api, users)
    chargers = [(station, charger) for station in STATIONS for charger in station.chargers]
    tags = [tag for driver in DRIVERS for tag in driver.tags]
    fleet = []
    for number, (station, charger) in enumerate(chargers):
        password = await _charger(api, passwords, stations[station.name], charger)
        # Every tag belongs to one charger, so that nobody is in two places at once.
        own = tuple(tags[number :: len(chargers)])
        fleet.append(FleetCharger(charger.identity, password, own, charger.profile, HABITS))
    fleet[0] = _with_stranger(fleet[0])
    return [*fleet, FleetCharger(UNKNOWN_CHARGER, None, (), Profile(serial="NL-220-9999"))]


async def top_up(api: OperatorApi, user_ids: Sequence[str]) -> None:
    """Fill the wallets that run low, as drivers do."""
    for user_id in user_ids:
        path = f"/api/admin/users/{user_id}/wallet"
        wallet = await api.get(path)
        if wallet["available_minor"] < LOW_MINOR or wallet["open_bills"]:
            is_first = wallet["version"] == 0
            amount = FIRST_TOP_UP_MINOR if is_first else TOP_UP_MINOR
            key = "demo-first" if is_first else f"demo-{uuid4().hex}"
            await api.post(f"{path}/top-up", {"amount_minor": amount, "note": "demo"}, key)


async def user_ids(api: OperatorApi) -> Sequence[str]:
    """The ids of the demo's drivers."""
    return [await api.sign_in_driver(driver.subject, driver.name) for driver in DRIVERS]


async def _tariffs(api: OperatorApi) -> Mapping[str, str]:
    """Name → id of every demo tariff."""
    known = await _by_name(api, "/api/admin/tariffs", "tariff_id")
    for tariff in TARIFFS:
        if tariff.name not in known:
            created = await api.post("/api/admin/tariffs", _tariff_fields(tariff))
            known[tariff.name] = created["tariff_id"]
    return known


async def _stations(api: OperatorApi, tariffs: Mapping[str, str]) -> Mapping[str, str]:
    """Name → id of every demo station."""
    known = await _by_name(api, "/api/admin/stations", "station_id")
    for station in STATIONS:
        if station.name not in known:
            fields = _station_fields(station, tariffs[station.tariff])
            created = await api.post("/api/admin/stations", fields)
            known[station.name] = created["station_id"]
    return known


async def _drivers(api: OperatorApi) -> Sequence[str]:
    known = {tag["id_tag"] for tag in await _all(api, "/api/admin/id-tags")}
    ids = await user_ids(api)
    for driver, user_id in zip(DRIVERS, ids, strict=True):
        await _tags(api, driver, user_id, known)
    return ids


async def _tags(api: OperatorApi, driver: DemoDriver, user_id: str, known: set[str]) -> None:
    for tag in driver.tags:
        if tag not in known:
            # A charger draws lots among its drivers for each connector, and may draw one twice.
            fields = {"id_tag": tag, "user_id": user_id, "concurrent_limit": 2}
            await api.post("/api/admin/id-tags", fields)


async def _charger(
    api: OperatorApi, passwords: Passwords, station_id: str, charger: DemoCharger
) -> str:
    """Register a charger unless it is there, and return its password."""
    there = await _all(api, "/api/admin/chargers", station_id=station_id)
    known = passwords.find(charger.identity)
    is_there = any(one["identity"] == charger.identity for one in there)
    if is_there and known is not None:
        return known
    if is_there:
        path = f"/api/admin/chargers/{quote(charger.identity, safe='')}/re-key"
        access = await api.post(path, {})
    else:
        created = await api.post("/api/admin/chargers", _charger_fields(charger, station_id))
        access = created["access"]
    password = str(access["password"]["text"])
    passwords.keep(charger.identity, password)
    return password


def _with_stranger(charger: FleetCharger) -> FleetCharger:
    tags = (*charger.tags, UNKNOWN_TAG)
    return FleetCharger(charger.identity, charger.password, tags, charger.profile, charger.habits)


async def _by_name(api: OperatorApi, path: str, key: str) -> dict[str, str]:
    return {item["name"]: item[key] for item in await _all(api, path)}


async def _all(api: OperatorApi, path: str, **query: str) -> list[dict[str, Any]]:
    """Every item of a list."""
    items: list[dict[str, Any]] = []
    for _ in range(MOST_PAGES):
        page = await api.get(path, limit="200", **query)
        items += page["items"]
        if page["next_cursor"] is None:
            break
        query["cursor"] = page["next_cursor"]
    return items


def _tariff_fields(tariff: DemoTariff) -> dict[str, object]:
    return {
        "name": tariff.name,
        "energy_rate_micro_per_kwh": tariff.energy_rate,
        "session_fee_minor": tariff.session_fee_minor,
        "tax_rate_micro": tariff.tax_rate,
    }


def _station_fields(station: DemoStation, tariff_id: str) -> dict[str, object]:
    return {
        "name": station.name,
        "address": station.address,
        "time_zone": station.time_zone,
        "latitude": station.latitude,
        "longitude": station.longitude,
        "tariff_id": tariff_id,
        "minimum_balance_minor": 500,
    }


def _charger_fields(charger: DemoCharger, station_id: str) -> dict[str, object]:
    return {
        "identity": charger.identity,
        "name": charger.name,
        "station_id": station_id,
        "rated_power_w": charger.profile.rated_power_w,
        "connector_count": charger.profile.connectors,
    }
