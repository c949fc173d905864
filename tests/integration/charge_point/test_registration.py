"""Registration states and heartbeats (§4.2, §4.6)."""

from http import HTTPStatus

import pytest

from simulators.charge_point.player import ScenarioFailed
from simulators.charge_point.steps import Boot, Wait
from tests.integration.charge_point.central_system import NOW, CentralSystem, Payload
from tests.integration.charge_point.conftest import Build
from tests.integration.charge_point.stories import booted, play

pytestmark = pytest.mark.anyio


def boot_answers(*statuses: str, interval: int = 30) -> list[Payload]:
    return [{"status": s, "currentTime": NOW, "interval": interval} for s in statuses]


async def test_a_pending_charger_asks_again_after_the_interval_and_sends_nothing_else(
    central: CentralSystem, build: Build
) -> None:
    answers = boot_answers("Pending", "Pending", "Accepted")
    central.scripts["BootNotification"] = lambda _: answers.pop(0)

    simulation = build()
    simulation.charger.power_on()
    clock = simulation.charger.device.clock
    await clock.pass_time(29)
    assert central.actions == ["BootNotification"]
    await clock.pass_time(32)

    assert central.actions[:3] == ["BootNotification"] * 3
    assert central.actions[3:] == ["StatusNotification"] * 2


async def test_a_pending_charger_answers_commands_and_boots_when_triggered(
    central: CentralSystem, build: Build
) -> None:
    answers = boot_answers("Pending", "Accepted", interval=3600)
    central.scripts["BootNotification"] = lambda _: answers.pop(0)
    simulation = build()
    simulation.charger.power_on()
    await simulation.charger.device.clock.pass_time(1)

    answer = await central.command("TriggerMessage", {"requestedMessage": "BootNotification"})
    await simulation.charger.device.clock.pass_time(1)

    assert answer[2] == {"status": "Accepted"}
    assert simulation.charger.device.registration.is_open


async def test_a_rejected_charger_stays_silent(central: CentralSystem, build: Build) -> None:
    central.scripts["BootNotification"] = lambda _: boot_answers("Rejected", interval=900)[0]
    simulation = build()

    with pytest.raises(ScenarioFailed, match="Rejected"):
        await play(simulation, Boot(patience_s=600))
    await central.send('[2,"r1","Reset",{"type":"Hard"}]')
    await simulation.charger.device.clock.pass_time(200)

    assert central.actions == ["BootNotification"]
    assert central.answers == []


async def test_heartbeats_come_after_each_interval_without_exchange(
    central: CentralSystem, build: Build
) -> None:
    central.scripts["BootNotification"] = lambda _: boot_answers("Accepted", interval=100)[0]
    simulation = await booted(build())

    await play(simulation, Wait(350))

    assert central.actions.count("Heartbeat") == 3


async def test_a_new_heartbeat_interval_holds_at_once(central: CentralSystem, build: Build) -> None:
    simulation = await booted(build())

    await central.command("ChangeConfiguration", {"key": "HeartbeatInterval", "value": "10"})
    await play(simulation, Wait(55))

    assert central.actions.count("Heartbeat") == 5


async def test_a_refused_dial_is_tried_again_with_growing_waits(
    central: CentralSystem, build: Build
) -> None:
    central.refuse_with = HTTPStatus.NOT_FOUND
    simulation = build()
    simulation.charger.power_on()
    await simulation.charger.device.clock.pass_time(75)  # at 0, 10, 30, 70

    assert [r.status for r in simulation.charger.device.uplink.refusals] == [404] * 4


async def test_connections_that_are_ended_at_once_are_not_dialled_in_a_circle(
    central: CentralSystem, build: Build
) -> None:
    central.hangs_up = True
    simulation = build()
    simulation.charger.power_on()

    await simulation.charger.device.clock.pass_time(75)  # at 0, 10, 30, 70

    assert len(central.handshakes) == 4
