"""`make run` looks alive: the demo fills a system, and finds what it made at the next start."""

import asyncio

import pytest

from simulators.charge_point.fleet import FleetCharger
from simulators.charge_point.operator_api import OperatorApi
from simulators.demo import seeding
from simulators.demo.content import DRIVERS, STATIONS, TARIFFS
from simulators.demo.passwords import Passwords
from tests.e2e.operator import Operator
from tests.e2e.system import System


@pytest.fixture
def empty(own_system: System) -> System:
    """An empty system that runs."""
    own_system.start()
    return own_system


def seed(system: System) -> list[FleetCharger]:
    """What the demo does before its chargers dial."""

    async def run() -> list[FleetCharger]:
        async with OperatorApi(system.base_url) as api:
            return list(await seeding.seed(api, Passwords(system.folder)))

    return asyncio.run(run())


@pytest.mark.slow
def test_two_starts_make_one_demo(empty: System) -> None:
    first, second = seed(empty), seed(empty)

    operator = Operator(empty)
    counts = {
        what: len(operator.ask("GET", f"/api/admin/{what}", limit="200")["items"])
        for what in ("stations", "chargers", "tariffs", "id-tags")
    }
    assert counts == {
        "stations": len(STATIONS),
        "chargers": sum(len(station.chargers) for station in STATIONS),
        "tariffs": len(TARIFFS),
        "id-tags": sum(len(driver.tags) for driver in DRIVERS),
    }
    assert first == second
    people = operator.ask("GET", "/api/admin/users", limit="200")["items"]
    driver = next(one for one in people if one["name"] == DRIVERS[3].name)
    wallet = operator.ask("GET", f"/api/admin/users/{driver['user_id']}/wallet")
    assert wallet["balance_minor"] == seeding.FIRST_TOP_UP_MINOR


@pytest.mark.slow
def test_a_lost_password_file_gives_every_charger_a_new_key(empty: System) -> None:
    first = seed(empty)
    (empty.folder / "demo-chargers.json").unlink()

    second = seed(empty)

    assert [one.identity for one in first] == [one.identity for one in second]
    changed = [a.password != b.password for a, b in zip(first, second, strict=True)]
    assert changed == [True] * (len(first) - 1) + [False]
