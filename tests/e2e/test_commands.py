"""Commands over real sockets to chargers that obey, refuse, dawdle and contradict."""

import asyncio
from typing import Any

import pytest

from simulators.charge_point.assembly import Simulation
from simulators.charge_point.behaviour import Behaviour, Manner
from simulators.charge_point.steps import AwaitDelivery, Boot, PlugIn, PresentTag, Wait
from tests.e2e.stage import Stage, on_stage
from tests.e2e.system import System

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    """Chargers run on asyncio."""
    return "asyncio"


async def booted(stage: Stage, simulation: Simulation) -> None:
    """Boot, and let the first questions of the system be answered."""
    await stage.play(simulation, Boot(), Wait(1))
    await stage.settled()


async def send(stage: Stage, action: str, **payload: object) -> dict[str, Any]:
    return await stage.command("commands", action=action, payload=payload)


@pytest.mark.parametrize(
    ("manner", "state", "outcome"),
    [
        (Manner.FAITHFUL, "accepted", "Accepted"),
        (Manner.REJECT, "rejected", "Rejected"),
        (Manner.NOT_SUPPORTED, "not_supported", "NotSupported"),
        (Manner.NOT_IMPLEMENTED, "not_supported", "NotImplemented"),
        (Manner.ANSWER_ERROR, "error", "InternalError"),
        (Manner.ANSWER_TWICE, "accepted", "Accepted"),
        (Manner.CROSS, "accepted", "Accepted"),
    ],
)
async def test_an_outcome_is_what_the_charger_made_of_it(
    system: System, manner: Manner, state: str, outcome: str
) -> None:
    async with on_stage(system) as stage, stage.charger() as simulation:
        await booted(stage, simulation)
        simulation.responder.behaviours["TriggerMessage"] = Behaviour(manner)

        told = await send(stage, "TriggerMessage", requestedMessage="Heartbeat")
        simulation.responder.behaviours.clear()
        after = await send(stage, "TriggerMessage", requestedMessage="Heartbeat")

    assert (told["state"], told["outcome"]) == (state, outcome)
    assert after["state"] == "accepted"  # the slot is free again


async def test_configuration_is_kept_as_the_charger_reports_it(system: System) -> None:
    async with on_stage(system) as stage, stage.charger() as simulation:
        await booted(stage, simulation)

        changed = await send(
            stage, "ChangeConfiguration", key="MeterValueSampleInterval", value="60"
        )
        refused = await send(stage, "ChangeConfiguration", key="NumberOfConnectors", value="9")
        unknown = await send(stage, "ChangeConfiguration", key="NoSuchKey", value="9")
        await send(stage, "GetConfiguration")
        reported = await stage.configuration_with("NumberOfConnectors", "AuthorizationKey")

    assert [changed["state"], refused["state"], unknown["state"]] == [
        "accepted",
        "rejected",
        "not_supported",
    ]
    assert reported["MeterValueSampleInterval"]["value"] == "60"
    assert reported["NumberOfConnectors"]["value"] == "1"
    assert reported["AuthorizationKey"]["value"] is None  # write-only: its name, never its value


async def test_commands_wait_their_turn_behind_a_silent_one(system: System) -> None:
    async with on_stage(system) as stage, stage.charger() as simulation:
        await booted(stage, simulation)
        simulation.responder.behaviours["TriggerMessage"] = Behaviour(Manner.ANSWER_LATE, late_s=5)

        first = asyncio.create_task(send(stage, "TriggerMessage", requestedMessage="Heartbeat"))
        await simulation.charger.device.uplink.pulse.until(
            lambda: "TriggerMessage" in simulation.responder.heard
        )
        second = asyncio.create_task(send(stage, "GetConfiguration", key=["HeartbeatInterval"]))
        await stage.queued(2)
        assert simulation.responder.heard[-1] == "TriggerMessage"
        await stage.play(simulation, Wait(10))

        assert (await first)["state"] == "accepted"
        assert (await second)["state"] == "accepted"


async def test_a_command_to_a_charger_without_a_connection_waits_for_it(system: System) -> None:
    async with on_stage(system) as stage, stage.charger() as simulation:
        answer = await stage.api.post(
            f"{stage.charger_path}/change-availability",
            {"connector_id": 1, "availability": "Inoperative"},
        )
        assert answer["state"] == "queued"

        await stage.play(simulation, Boot(), Wait(5))
        await stage.settled()

        assert simulation.charger.device.connectors[1].status == "Unavailable"


async def test_a_new_key_is_taken_over_and_the_old_one_is_worth_nothing(system: System) -> None:
    async with on_stage(system) as stage, stage.charger() as simulation:
        await booted(stage, simulation)
        uplink = simulation.charger.device.uplink
        old = uplink.credentials

        rotated = await stage.api.post(f"{stage.charger_path}/rotate-key", {})
        async with asyncio.timeout(20):
            await uplink.pulse.until(lambda: uplink.connections == 2)
        await stage.play(simulation, PresentTag(), PlugIn(), Wait(600), PresentTag())
        await stage.play(simulation, AwaitDelivery())
        await stage.assert_books_agree(simulation)
        uplink.credentials = old
        uplink.drop()
        async with asyncio.timeout(20):
            await uplink.pulse.until(lambda: bool(uplink.refusals))
        charger = await stage.api.get(stage.charger_path)
        log = await stage.api.get(f"{stage.charger_path}/messages")

    assert uplink.refusals[0].status == 401
    assert charger["pending_password"] is False
    for form in rotated["access"]["password"].values():
        assert form not in str(log)
        assert form not in str(rotated["command"])


async def test_a_refused_key_leaves_the_old_one_good(system: System) -> None:
    async with on_stage(system) as stage, stage.charger() as simulation:
        await booted(stage, simulation)
        simulation.responder.behaviours["ChangeConfiguration"] = Behaviour(Manner.REJECT)

        await stage.api.post(f"{stage.charger_path}/rotate-key", {})
        await stage.settled()
        simulation.charger.device.uplink.drop()
        await stage.play(simulation, Wait(30))

        assert simulation.charger.device.uplink.is_online
        assert (await stage.api.get(stage.charger_path))["pending_password"] is False


async def test_a_pending_charger_registers_itself_once_it_is_approved(system: System) -> None:
    async with on_stage(system, pending=True) as stage, stage.charger() as simulation:
        registration = simulation.charger.device.registration
        simulation.charger.power_on()
        await simulation.charger.device.clock.pass_time(5)
        assert registration.status == "Pending"
        refused = await stage.try_command("remote-start", id_tag=stage.place.tag)

        await stage.api.post(f"{stage.charger_path}/approve", {})
        async with asyncio.timeout(20):
            await simulation.charger.device.uplink.pulse.until(lambda: registration.is_accepted)
        await stage.play(simulation, PresentTag(), PlugIn(), Wait(600), PresentTag())
        await stage.play(simulation, AwaitDelivery())
        await stage.assert_books_agree(simulation)

    assert "409" in refused


async def test_a_charger_that_rarely_beats_is_told_to_beat_more_often(system: System) -> None:
    async with on_stage(system) as stage, stage.charger() as simulation:
        configuration = simulation.charger.device.configuration
        simulation.charger.device.registration.takes_over_interval = False
        configuration.set("HeartbeatInterval", "7200")

        await booted(stage, simulation)
        async with asyncio.timeout(20):
            await simulation.charger.device.uplink.pulse.until(
                lambda: configuration.number("HeartbeatInterval") == 300
            )
