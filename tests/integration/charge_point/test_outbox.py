"""Transaction messages: order, repetition, giving up (§3.7.1, errata 3.18)."""

import pytest

from simulators.charge_point.profile import Profile
from simulators.charge_point.steps import (
    AwaitDelivery,
    BreakLine,
    LosePower,
    MendLine,
    PlugIn,
    PresentTag,
    Wait,
)
from tests.integration.charge_point.central_system import CentralSystem
from tests.integration.charge_point.conftest import Build
from tests.integration.charge_point.stories import booted, charging, play

pytestmark = pytest.mark.anyio

QUICK = Profile(response_timeout_s=0.1)


async def test_a_failed_message_is_repeated_after_interval_times_transmissions(
    central: CentralSystem, build: Build
) -> None:
    central.scripts["StartTransaction"] = lambda _: "InternalError"
    simulation = await charging(build(TransactionMessageRetryInterval="60"), seconds=0)

    clock = simulation.charger.device.clock
    await clock.pass_time(59)
    assert central.actions.count("StartTransaction") == 1
    await clock.pass_time(2)
    assert central.actions.count("StartTransaction") == 2
    await clock.pass_time(118)
    assert central.actions.count("StartTransaction") == 2
    await clock.pass_time(2)
    assert central.actions.count("StartTransaction") == 3


async def test_after_the_last_attempt_later_messages_carry_minus_one(
    central: CentralSystem, build: Build
) -> None:
    central.scripts["StartTransaction"] = lambda _: "InternalError"
    simulation = await charging(build(TransactionMessageAttempts="2"), seconds=600)
    await play(simulation, PresentTag(), AwaitDelivery())

    assert central.actions.count("StartTransaction") == 2
    assert {v["transactionId"] for v in central.received("MeterValues")} == {-1}
    assert central.received("StopTransaction")[0]["transactionId"] == -1


async def test_silence_is_repeated_for_ever_by_default(
    central: CentralSystem, build: Build
) -> None:
    central.silent.add("StartTransaction")
    simulation = await charging(
        build(profile=QUICK, TransactionMessageRetryInterval="1"), seconds=20
    )

    assert central.actions.count("StartTransaction") >= 4
    assert len(set(_ids(central, "StartTransaction"))) == 1
    assert simulation.charger.device.outbox.discarded == 0


async def test_firmware_that_gives_up_on_silence_discards(
    central: CentralSystem, build: Build
) -> None:
    central.silent.add("StartTransaction")
    profile = Profile(
        response_timeout_s=0.1, gives_up_on_silence=True, keeps_message_id_on_repeat=False
    )
    simulation = await charging(
        build(profile=profile, TransactionMessageRetryInterval="1"), seconds=20
    )

    assert central.actions.count("StartTransaction") == 3
    assert len(set(_ids(central, "StartTransaction"))) == 3
    assert simulation.charger.device.outbox.discarded == 1


async def test_nothing_overtakes_what_happened_before(central: CentralSystem, build: Build) -> None:
    refusals = iter(["InternalError"])
    usual = central.scripts["StartTransaction"]
    central.scripts["StartTransaction"] = lambda p: next(refusals, None) or usual(p)
    simulation = await charging(build(), seconds=30)  # the retry is due after 60 s
    await play(simulation, PresentTag(), Wait(10))
    assert "StopTransaction" not in central.actions

    await play(simulation, AwaitDelivery())

    ours = [a for a in central.actions if a in {"StartTransaction", "StopTransaction"}]
    assert ours == ["StartTransaction", "StartTransaction", "StopTransaction"]


async def test_the_queue_survives_a_loss_of_power(central: CentralSystem, build: Build) -> None:
    simulation = await booted(build())
    device = simulation.charger.device
    device.configuration.set("AllowOfflineTxForUnknownId", "true")
    await play(simulation, BreakLine(), PresentTag(), PlugIn(), Wait(700), LosePower(), Wait(60))
    assert central.received("StartTransaction") == []

    simulation.charger.power_on()
    await play(simulation, MendLine(), AwaitDelivery())

    assert central.received("StartTransaction")[0]["idTag"] == "TAG"
    assert central.received("StopTransaction")[0]["reason"] == "PowerLoss"
    assert len(central.received("MeterValues")) == 2


def _ids(central: CentralSystem, action: str) -> list[str]:
    pairs = zip(central.actions, central.unique_ids, strict=True)
    return [unique_id for name, unique_id in pairs if name == action]
