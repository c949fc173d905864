"""The fleet of the demo lives through its days."""

import asyncio
import random
from dataclasses import replace

import pytest

from simulators.charge_point.clock import SteppedClock
from simulators.charge_point.fleet import FleetCharger, live
from simulators.charge_point.profile import Profile
from tests.integration.charge_point.central_system import CentralSystem
from tests.integration.charge_point.conftest import START

pytestmark = pytest.mark.anyio

TWO_SOCKETS = FleetCharger("FLEET-1", "secret", ("ANNA", "BEN"), Profile(connectors=2))


async def live_for(central: CentralSystem, plan: FleetCharger, seconds: int) -> None:
    clock = SteppedClock(START)
    life = asyncio.create_task(live(plan, central.url, random.Random(7), clock))
    await clock.pass_time(seconds)
    life.cancel()
    await asyncio.gather(life, return_exceptions=True)


async def test_half_a_day_brings_several_visitors_to_each_connector(
    central: CentralSystem,
) -> None:
    await live_for(central, TWO_SOCKETS, 6 * 3600)

    starts = central.received("StartTransaction")
    assert {start["connectorId"] for start in starts} == {1, 2}
    assert len(starts) >= 6
    assert len(central.received("StopTransaction")) >= len(starts) - 2
    assert {start["idTag"] for start in starts} == {"ANNA", "BEN"}


async def test_nobody_charges_twice_at_the_same_time(central: CentralSystem) -> None:
    alone = replace(TWO_SOCKETS, tags=("ANNA",))

    await live_for(central, alone, 6 * 3600)

    ours = [a for a in central.actions if a in {"StartTransaction", "StopTransaction"}]
    assert len(ours) >= 4
    assert ours == (["StartTransaction", "StopTransaction"] * len(ours))[: len(ours)]


async def test_refused_drivers_leave_without_charging(central: CentralSystem) -> None:
    central.scripts["Authorize"] = lambda _: {"idTagInfo": {"status": "Blocked"}}

    await live_for(central, TWO_SOCKETS, 3 * 3600)

    assert central.received("Authorize")
    assert central.received("StartTransaction") == []
