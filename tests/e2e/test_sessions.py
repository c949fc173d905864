"""Charging sessions over real sockets against the whole system: what is stored, what is billed."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from simulators.charge_point.player import Player
from simulators.charge_point.scenarios.catalogue import SCENARIOS
from simulators.charge_point.steps import (
    AwaitDelivery,
    AwaitStatus,
    Boot,
    PlugIn,
    PresentTag,
    Unplug,
    Wait,
)
from tests.e2e.stage import impatient, on_stage
from tests.e2e.system import System

pytestmark = pytest.mark.anyio

# Those that wait for an operator and the zoo have tests of their own.
ALONE = sorted(set(SCENARIOS) - {"remote-session", "change-availability", "lenient-zoo"})
TRANSACTIONS = {"connection-time-out": 0, "offline-backlog": 3}


@pytest.fixture
def anyio_backend() -> str:
    """Chargers run on asyncio."""
    return "asyncio"


@pytest.mark.parametrize("name", ALONE)
async def test_a_scenario_is_stored_and_billed_once(system: System, name: str) -> None:
    scenario = impatient(SCENARIOS[name]) if name == "lost-answers" else SCENARIOS[name]
    async with on_stage(system) as stage, stage.charger(scenario) as simulation:
        await Player(simulation, stage.place.tag).play(scenario)

        stored = await stage.assert_books_agree(simulation)

    assert len(stored) == TRANSACTIONS.get(name, 1)
    assert [t["reconciled"] for t in stored] == [False] * len(stored)


async def test_a_session_has_its_readings_and_its_timeline(system: System) -> None:
    scenario = SCENARIOS["full-session"]
    async with on_stage(system) as stage, stage.charger(scenario) as simulation:
        await Player(simulation, stage.place.tag).play(scenario)
        (stored,) = await stage.assert_books_agree(simulation)
        path = f"/api/admin/transactions/{stored['transaction_id']}"

        readings = (await stage.api.get(f"{path}/meter-values"))["items"]
        timeline = await stage.api.get(f"{path}/timeline")

    registers = [reading["register_wh"] for reading in readings]
    assert registers == sorted(registers)
    assert registers[-1] == 11_000
    assert [reading["taken_at"] for reading in readings] == sorted(
        reading["taken_at"] for reading in readings
    )
    assert len(timeline) >= 2


async def test_what_deviates_is_billed_and_found(system: System) -> None:
    scenario = SCENARIOS["lenient-zoo"]
    async with on_stage(system) as stage, stage.charger(scenario) as simulation:
        await Player(simulation, stage.place.tag).play(scenario)

        (stored,) = await stage.transactions()
        findings = await stage.api.get(f"{stage.charger_path}/findings")

        assert (stored["state"], stored["energy_wh"]) == ("COMPLETED", 3_000)
        assert await stage.charges() == [(stored["transaction_id"], -stored["price_minor"])]
    codes = {finding["code"] for finding in findings}
    assert {"unknown-key", "too-long", "time-without-zone", "word-spelling"} <= codes


async def test_an_operator_starts_and_stops_a_session(system: System) -> None:
    async with on_stage(system) as stage, stage.charger() as simulation:
        await stage.play(simulation, Boot(), PlugIn(), Wait(5))

        start = await stage.command("remote-start", id_tag=stage.place.tag, connector_id=1)
        await stage.play(simulation, AwaitStatus("Charging"), Wait(1800))
        stop = await stage.command("remote-stop", transaction_id=await stage.running_id())
        await stage.play(simulation, AwaitStatus("Finishing"), AwaitDelivery(), Unplug())

        (stored,) = await stage.assert_books_agree(simulation)

    assert (start["outcome"], stop["outcome"]) == ("Accepted", "Accepted")
    assert stored["stop_reason"] == "Remote"
    assert stored["energy_wh"] == 5_500


async def test_availability_waits_for_the_end_of_a_session(system: System) -> None:
    async with on_stage(system) as stage, stage.charger() as simulation:
        await stage.play(simulation, Boot(), PresentTag(), PlugIn(), Wait(600))

        answer = await stage.command(
            "change-availability", connector_id=1, availability="Inoperative"
        )
        during = await connector_one(stage.api, stage.charger_path)
        await stage.play(simulation, PresentTag(), AwaitDelivery(), Unplug(), Wait(5))
        after = await connector_one(stage.api, stage.charger_path)
        back = await stage.command("change-availability", connector_id=1, availability="Operative")
        await stage.play(simulation, Wait(5))
        finally_ = await connector_one(stage.api, stage.charger_path)

        await stage.assert_books_agree(simulation)

    assert (answer["outcome"], back["outcome"]) == ("Scheduled", "Accepted")
    assert (during["status"], during["scheduled_availability"]) == ("Charging", True)
    assert (after["status"], after["availability"]) == ("Unavailable", "Inoperative")
    assert (finally_["status"], finally_["availability"]) == ("Available", "Operative")


async def test_a_stranger_charges_nothing(system: System) -> None:
    async with on_stage(system) as stage, stage.charger() as simulation:
        await stage.play(simulation, Boot(), PlugIn(), PresentTag(tag="STRANGER"), Wait(60))

        assert simulation.charger.transactions.all == []
        assert await stage.transactions() == []
        assert await stage.paid_minor() == 0


async def test_sessions_of_many_chargers_at_once_do_not_mix(system: System) -> None:
    scenario = SCENARIOS["full-session"]

    async def one() -> int:
        async with on_stage(system) as stage, stage.charger(scenario) as simulation:
            await Player(simulation, stage.place.tag).play(scenario)
            (stored,) = await stage.assert_books_agree(simulation)
            return int(stored["transaction_id"])

    ids = await asyncio.gather(*(one() for _ in range(6)))
    assert len(set(ids)) == 6


@pytest.mark.slow
async def test_a_charger_goes_on_alone_while_the_whole_system_is_dead(own_system: System) -> None:
    system = own_system.start()
    async with on_stage(system) as stage, stage.charger() as simulation:
        await stage.play(simulation, Boot(), PresentTag(), PlugIn(), Wait(900))
        system.kill9()
        await stage.play(simulation, Wait(900), PresentTag(), Unplug(), Wait(60))
        assert len(simulation.charger.device.outbox) >= 2

        await asyncio.to_thread(system.restart)
        await stage.play(simulation, AwaitDelivery())

        (stored,) = await stage.assert_books_agree(simulation)
        assert stored["energy_wh"] == 5_500


@pytest.mark.slow
async def test_connections_that_end_after_their_life_are_no_outage(tmp_path: Path) -> None:
    system = System(tmp_path / "var", limits=("life_s=2",))
    try:
        await asyncio.to_thread(system.start)
        async with on_stage(system) as stage, stage.charger() as simulation:
            uplink = simulation.charger.device.uplink
            await stage.play(simulation, Boot(), PresentTag(), PlugIn(), Wait(600))
            async with asyncio.timeout(30):
                await uplink.pulse.until(lambda: uplink.connections >= 3 and uplink.is_online)
            await stage.play(simulation, Wait(600), PresentTag(), AwaitDelivery(), Unplug())

            (stored,) = await stage.assert_books_agree(simulation)
            charger = await stage.api.get(stage.charger_path)
            timeline = await stage.api.get(
                f"/api/admin/transactions/{stored['transaction_id']}/timeline"
            )
    finally:
        system.close()

    assert charger["offline_since"] is None
    assert simulation.charger.boots == 1
    assert not [line for line in timeline if "reconcil" in line["text"].lower()]


async def connector_one(api: Any, charger_path: str) -> dict[str, Any]:
    page = await api.get(charger_path)
    found: dict[str, Any] = next(c for c in page["connectors"] if c["connector_id"] == 1)
    return found
