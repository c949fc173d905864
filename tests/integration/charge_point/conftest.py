"""A scripted central system, and chargers that live on a stepped clock."""

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime

import pytest

from simulators.charge_point.assembly import Simulation, build_charger
from simulators.charge_point.clock import SteppedClock
from simulators.charge_point.credentials import Credentials
from simulators.charge_point.profile import Profile
from tests.integration.charge_point.central_system import CentralSystem

START = datetime(2026, 3, 1, 10, 0, tzinfo=UTC)
Build = Callable[..., Simulation]


@pytest.fixture
def anyio_backend() -> str:
    """Chargers run on asyncio."""
    return "asyncio"


@pytest.fixture
async def central() -> AsyncIterator[CentralSystem]:
    """A central system that accepts everybody."""
    async with CentralSystem().serving() as central:
        yield central


@pytest.fixture
async def build(central: CentralSystem) -> AsyncIterator[Build]:
    """Make chargers that dial the central system; all are shut down at the end."""
    built: list[Simulation] = []

    def make(
        identity: str = "CP1",
        password: str | None = None,
        profile: Profile | None = None,
        **settings: str,
    ) -> Simulation:
        simulation = build_charger(
            central.url, Credentials(identity, password), SteppedClock(START), profile, settings
        )
        built.append(simulation)
        return simulation

    yield make
    for simulation in built:
        await simulation.charger.shut_down()
