"""Tariffs of operators: what is written comes back, and running transactions keep theirs."""

from datetime import timedelta
from typing import Any

import pytest

from tests.integration.api.client import Client
from tests.integration.api.world import ADMIN, World, created, running, station, tariff
from tests.integration.events import START

TARIFFS = f"{ADMIN}/tariffs"
NIGHT: dict[str, Any] = {
    "name": "night",
    "weekdays": [0, 4],
    "begins": "22:00",
    "ends": "06:30",
    "energy_rate_micro_per_kwh": 290_000,
    "minute_rate_micro": 5_000,
}
FULL: dict[str, Any] = tariff(
    session_fee_minor=50,
    minute_rate_micro=10_000,
    idle_rate_micro=100_000,
    idle_grace_s=900,
    minimum_minor=100,
    maximum_minor=10_000,
    tax_rate_micro=190_000,
    tax_included=False,
    charge_zero_energy=True,
    valid_from="2026-01-01T00:00:00Z",
    valid_to="2027-01-01T00:00:00Z",
    windows=[NIGHT],
)


def test_everything_of_a_tariff_comes_back(admin: Client) -> None:
    path = admin.post(TARIFFS, FULL).headers["location"]

    read = admin.get(path).json

    assert {name: read[name] for name in FULL} == FULL
    assert (read["currency"], read["version"]) == ("EUR", 1)


def test_an_edit_leaves_running_transactions_as_they_are(admin: Client, world: World) -> None:
    here = running(world.station_id, world.charger_id, world.user_id)
    before = admin.get(f"{ADMIN}/transactions/{here.transaction_id}").json
    body = {**FULL, "energy_rate_micro_per_kwh": 990_000, "version": 1}

    edited = admin.put(f"{TARIFFS}/{world.tariff_id}", body)
    late = admin.put(f"{TARIFFS}/{world.tariff_id}", body)

    assert (edited.status, edited.json["version"], late.status) == (200, 2, 409)
    after = admin.get(f"{ADMIN}/transactions/{here.transaction_id}").json
    assert after["price_minor"] == before["price_minor"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("energy_rate_micro_per_kwh", -1),
        ("energy_rate_micro_per_kwh", 0.385),
        ("energy_rate_micro_per_kwh", "385000"),
        ("energy_rate_micro_per_kwh", 10**40),
        ("tax_rate_micro", 1_000_001),
        ("idle_grace_s", 86_401),
        ("valid_from", "yesterday"),
        ("valid_from", "2026-01-01T00:00:00"),
        ("valid_to", "2025-01-01T00:00:00Z"),
        ("maximum_minor", 99),
        ("windows", [NIGHT] * 21),
        ("windows", [{**NIGHT, "begins": "24:00"}]),
        ("windows", [{**NIGHT, "weekdays": [7]}]),
        ("windows", [{**NIGHT, "weekdays": [1, 1]}]),
        ("windows", [{**NIGHT, "weekdays": []}]),
        ("currency", "USD"),
    ],
)
def test_a_tariff_that_makes_no_sense_is_refused(admin: Client, field: str, value: object) -> None:
    assert admin.post(TARIFFS, {**FULL, field: value}).status == 422


def test_tariffs_are_listed_by_name(admin: Client) -> None:
    for name in ("b", "C", "a"):
        created(admin, TARIFFS, tariff(name=name))

    assert [one["name"] for one in admin.get(TARIFFS).json["items"]] == ["a", "b", "C"]


def test_a_tariff_that_prices_something_cannot_be_ended(admin: Client, world: World) -> None:
    path = f"{TARIFFS}/{world.tariff_id}"
    of_charger = created(admin, TARIFFS, tariff(name="Own"))["tariff_id"]
    edit = {"name": "First", "station_id": world.station_id, "rated_power_w": 11_000, "version": 1}
    admin.put(f"{ADMIN}/chargers/{world.charger_id}", {**edit, "tariff_id": of_charger})

    by_station, by_charger = admin.delete(path), admin.delete(f"{TARIFFS}/{of_charger}")

    assert (by_station.status, by_station.json["reason"]) == (409, "tariff_in_use")
    assert "station 'Rotterdam Coolsingel'" in by_station.json["detail"]
    assert (by_charger.status, by_charger.json["reason"]) == (409, "tariff_in_use")
    assert "charger 'First'" in by_charger.json["detail"]
    assert admin.get(path).json["valid_to"] is None


@pytest.mark.parametrize(
    "bounds",
    [
        {"valid_to": "2026-03-01T12:00:00Z"},
        {"valid_to": "2026-01-01T00:00:00Z"},
        {"valid_from": "2026-03-01T12:00:01Z"},
    ],
)
def test_an_edit_may_not_end_what_prices_something_either(
    admin: Client, world: World, bounds: dict[str, str]
) -> None:
    path = f"{TARIFFS}/{world.tariff_id}"

    refused = admin.put(path, tariff(version=1, **bounds))

    assert (refused.status, refused.json["reason"]) == (409, "tariff_in_use")
    assert "station 'Rotterdam Coolsingel'" in refused.json["detail"]
    assert admin.get(path).json["version"] == 1


def test_an_edit_may_plan_the_end_of_what_prices_something(admin: Client, world: World) -> None:
    path = f"{TARIFFS}/{world.tariff_id}"
    planned = admin.put(path, tariff(version=1, valid_to="2026-03-01T13:00:00Z"))
    admin.now = START + timedelta(hours=2)

    over = admin.put(path, tariff(version=2, name="Over", valid_to="2026-03-01T13:00:00Z"))

    assert (planned.status, over.status) == (200, 200)


def test_what_begins_later_may_be_put_off_but_not_ended_by_an_edit(admin: Client) -> None:
    later = {"valid_from": "2026-04-01T00:00:00Z"}
    path = f"{TARIFFS}/{created(admin, TARIFFS, tariff(**later))['tariff_id']}"
    created(admin, f"{ADMIN}/stations", station(tariff_id=path.rpartition("/")[2]))

    put_off = admin.put(path, tariff(version=1, valid_from="2026-05-01T00:00:00Z"))
    ended = admin.put(path, tariff(version=2, valid_to="2026-01-01T00:00:00Z"))

    assert (put_off.status, ended.status, ended.json["reason"]) == (200, 409, "tariff_in_use")


def test_what_prices_nothing_can_be_ended_by_an_edit(admin: Client) -> None:
    path = f"{TARIFFS}/{created(admin, TARIFFS, tariff())['tariff_id']}"

    ended = admin.put(path, tariff(version=1, valid_to="2026-01-01T00:00:00Z"))

    assert (ended.status, ended.json["valid_to"]) == (200, "2026-01-01T00:00:00Z")


def test_a_refusal_names_some_and_not_all_that_a_tariff_prices(admin: Client, world: World) -> None:
    for number in range(6):
        created(admin, f"{ADMIN}/stations", station(name=f"S{number}", tariff_id=world.tariff_id))

    detail = admin.delete(f"{TARIFFS}/{world.tariff_id}").json["detail"]

    assert detail.count("station '") == 5
    assert "perhaps more" in detail


def test_a_tariff_that_prices_nothing_any_more_can_be_ended_once(
    admin: Client, world: World
) -> None:
    path = f"{TARIFFS}/{world.tariff_id}"
    admin.put(f"{ADMIN}/stations/{world.station_id}", {**station(), "version": 1})
    admin.now = START + timedelta(minutes=2)

    statuses = [admin.delete(path).status, admin.delete(path).status]

    assert statuses == [204, 204]
    ended = admin.get(path).json
    assert ended["valid_to"] == "2026-03-01T12:02:00Z"
    subject = {"subject": f"tariff#{world.tariff_id}"}
    changes = [one["change"] for one in admin.get(f"{ADMIN}/audit", query=subject).json["items"]]
    assert changes.count("tariff.ended") == 1


def test_a_tariff_that_has_ended_cannot_be_chosen_but_may_stay(admin: Client, world: World) -> None:
    path = f"{ADMIN}/stations/{world.station_id}"
    over = created(admin, TARIFFS, tariff(valid_to="2026-01-01T00:00:00Z"))["tariff_id"]
    admin.put(f"{TARIFFS}/{world.tariff_id}", tariff(version=1, valid_to="2026-03-01T13:00:00Z"))
    admin.now = START + timedelta(hours=1)

    chosen = admin.post(f"{ADMIN}/stations", station(tariff_id=over))
    unknown = admin.post(f"{ADMIN}/stations", station(tariff_id="nothing"))
    kept = admin.put(path, {**station(name="B", tariff_id=world.tariff_id), "version": 1})

    assert [(one.status, one.json["field"]) for one in (chosen, unknown)] == [
        (422, "body.tariff_id")
    ] * 2
    assert (kept.status, kept.json["tariff_id"]) == (200, world.tariff_id)
