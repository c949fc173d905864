"""Every scenario, played against a central system that checks each message."""

import asyncio
import time
from dataclasses import replace

import pytest

from simulators.charge_point.assembly import build_charger
from simulators.charge_point.clock import SteppedClock
from simulators.charge_point.credentials import Credentials
from simulators.charge_point.player import Player, ScenarioFailed
from simulators.charge_point.scenarios.catalogue import SCENARIOS
from simulators.charge_point.scenarios.sessions import FULL_SESSION
from simulators.charge_point.steps import AwaitCommand, Boot, ExpectBacklog
from tests.integration.charge_point.central_system import CentralSystem
from tests.integration.charge_point.conftest import START, Build

pytestmark = pytest.mark.anyio

ALONE = sorted(
    set(SCENARIOS) - {"remote-session", "change-availability", "lenient-zoo", "lost-answers"}
)


async def test_a_full_session_takes_less_than_a_second(
    central: CentralSystem, build: Build
) -> None:
    simulation = build()
    began = time.perf_counter()

    await Player(simulation, "TAG").play(FULL_SESSION)

    assert time.perf_counter() - began < 1
    (stop,) = central.received("StopTransaction")
    assert stop["meterStop"] == 11_000
    assert stop["transactionId"] == 101
    assert len(central.received("MeterValues")) == 12


@pytest.mark.parametrize("name", ALONE)
async def test_a_scenario_delivers_everything_it_began(central: CentralSystem, name: str) -> None:
    scenario = SCENARIOS[name]
    simulation = build_charger(
        central.url,
        Credentials("CP1", "secret"),
        SteppedClock(START),
        scenario.profile,
        scenario.settings,
    )
    try:
        await Player(simulation, "TAG").play(scenario)
    finally:
        await simulation.charger.shut_down()

    done = simulation.charger.transactions.all
    assert [t.stop_delivered for t in done] == [True] * len(done)
    assert simulation.charger.device.outbox.discarded == 0
    stopped = {stop["transactionId"] for stop in central.received("StopTransaction")}
    assert stopped == {t.transaction_id for t in done}


async def test_an_offline_session_is_delivered_in_the_order_it_happened(
    central: CentralSystem, build: Build
) -> None:
    scenario = SCENARIOS["offline-backlog"]
    simulation = build()

    await Player(simulation, "TAG").play(scenario)

    about_transactions = [
        action for action in central.actions if action in {"StartTransaction", "StopTransaction"}
    ]
    assert about_transactions == ["StartTransaction", "StopTransaction"] * 3
    stamps = [
        payload.get("timestamp") or payload["meterValue"][0]["timestamp"]
        for action, payload in central.calls
        if action in {"StartTransaction", "StopTransaction", "MeterValues"}
    ]
    assert stamps == sorted(stamps)


async def test_lost_answers_make_the_charger_repeat_the_same_message(
    central: CentralSystem, build: Build
) -> None:
    scenario = SCENARIOS["lost-answers"]
    impatient = replace(scenario.profile, response_timeout_s=0.2)
    simulation = build(profile=impatient, **scenario.settings)

    await Player(simulation, "TAG").play(scenario)

    starts = central.received("StartTransaction")
    assert len(starts) == 3
    assert starts[0] == starts[1] == starts[2]
    assert len(central.received("StopTransaction")) == 3


async def test_a_power_loss_ends_the_transaction_after_the_reboot(
    central: CentralSystem, build: Build
) -> None:
    await Player(build(), "TAG").play(SCENARIOS["power-loss"])

    (stop,) = central.received("StopTransaction")
    assert stop["reason"] == "PowerLoss"
    assert stop["meterStop"] == 5_500  # half an hour: nothing flows without power
    assert central.actions.count("BootNotification") == 2


async def test_a_reconnect_is_no_boot(central: CentralSystem, build: Build) -> None:
    await Player(build(), "TAG").play(SCENARIOS["reconnects"])

    assert central.actions.count("BootNotification") == 1
    assert len(central.handshakes) == 4


async def test_firmware_that_boots_on_every_reconnect_does(
    central: CentralSystem, build: Build
) -> None:
    scenario = SCENARIOS["boots-on-reconnect"]
    await Player(build(profile=scenario.profile), "TAG").play(scenario)

    assert central.actions.count("BootNotification") == 4


async def test_a_scenario_stands_still_until_the_operator_acts(
    central: CentralSystem, build: Build
) -> None:
    scenario = SCENARIOS["remote-session"]
    simulation = build()
    clock, heard = simulation.charger.device.clock, simulation.charger.device.uplink.pulse
    playing = asyncio.create_task(Player(simulation, "TAG").play(scenario))
    connector = simulation.charger.device.connectors[1]
    await heard.until(lambda: connector.condition.plugged)

    await central.command("RemoteStartTransaction", {"idTag": "VIRTUAL"}, "start")
    await heard.until(lambda: connector.meter.energy_wh >= 5_500)
    asked_at = clock.now()
    await central.command("RemoteStopTransaction", {"transactionId": 101}, "stop")
    await playing

    assert central.received("StopTransaction")[0]["meterStop"] == 5_500
    assert (clock.now() - asked_at).total_seconds() < 5


async def test_a_command_that_never_comes_fails_the_scenario(build: Build) -> None:
    player = Player(build(), "TAG")
    await player.do(Boot())

    with pytest.raises(ScenarioFailed, match="no Reset came"):
        await player.do(AwaitCommand("Reset", patience_s=0))


async def test_an_expectation_that_is_not_met_fails_the_scenario(build: Build) -> None:
    player = Player(build(), "TAG")
    await player.do(Boot())

    with pytest.raises(ScenarioFailed, match="only 0"):
        await player.do(ExpectBacklog(at_least=1))


async def test_the_zoo_sends_what_strict_systems_refuse(
    central: CentralSystem, build: Build
) -> None:
    central.checks_schemas = False
    with pytest.raises(ScenarioFailed, match="MakeCoffee"):
        await Player(build(), "TAG").play(SCENARIOS["lenient-zoo"])

    assert central.received("StopTransaction")[0]["transactionId"] == 101
    assert any(
        v["meterValue"][0]["sampledValue"][0]["value"] == 3000
        for v in central.received("MeterValues")
    )
