"""Tags: asked, cached, listed, decided alone (§3.5, §4.1, §4.8, §4.10)."""

from typing import Any

import pytest

from simulators.charge_point.steps import (
    AwaitDelivery,
    BreakLine,
    MendLine,
    PlugIn,
    PresentTag,
    Unplug,
    Wait,
)
from tests.integration.charge_point.central_system import CentralSystem, Payload
from tests.integration.charge_point.conftest import Build
from tests.integration.charge_point.stories import booted, charging, play

pytestmark = pytest.mark.anyio


def says(status: str, **more: str) -> Payload:
    return {"idTagInfo": {"status": status, **more}}


@pytest.mark.parametrize("status", ["Blocked", "Expired", "Invalid"])
async def test_a_refused_tag_starts_nothing(
    central: CentralSystem, build: Build, status: str
) -> None:
    central.scripts["Authorize"] = lambda _: says(status)

    await charging(build())

    assert central.received("StartTransaction") == []


async def test_another_tag_does_not_stop_a_transaction(
    central: CentralSystem, build: Build
) -> None:
    simulation = await charging(build())

    await play(simulation, PresentTag(tag="OTHER"), Wait(5))

    assert central.received("StopTransaction") == []


async def test_a_member_of_the_group_stops_a_transaction(
    central: CentralSystem, build: Build
) -> None:
    central.scripts["Authorize"] = lambda _: says("Accepted", parentIdTag="FAMILY")
    simulation = await charging(build())

    await play(simulation, PresentTag(tag="OTHER"), Wait(5))

    (stop,) = central.received("StopTransaction")
    assert stop["idTag"] == "OTHER"


@pytest.mark.parametrize(
    ("settings", "known", "starts"),
    [
        ({}, False, False),
        ({}, True, True),
        ({"LocalAuthorizeOffline": "false"}, True, False),
        ({"AuthorizationCacheEnabled": "false"}, True, False),
        ({"AllowOfflineTxForUnknownId": "true"}, False, True),
    ],
)
async def test_offline_a_tag_charges_only_as_configured(
    build: Build, settings: dict[str, str], *, known: bool, starts: bool
) -> None:
    simulation = await booted(build(**settings))
    if known:
        await play(simulation, PresentTag(), Wait(1), PresentTag())
    await play(simulation, BreakLine(), PresentTag(), PlugIn(), Wait(5))

    assert simulation.charger.device.connectors[1].condition.in_transaction is starts


async def test_the_local_list_has_precedence_over_the_cache(
    central: CentralSystem, build: Build
) -> None:
    simulation = await booted(build())
    await play(simulation, PresentTag(), PresentTag())
    entry = {"idTag": "tag", "idTagInfo": {"status": "Blocked"}}
    await central.command(
        "SendLocalList",
        {"listVersion": 1, "updateType": "Full", "localAuthorizationList": [entry]},
    )

    await play(simulation, BreakLine(), PresentTag(), PlugIn(), Wait(5))

    assert not simulation.charger.device.connectors[1].condition.in_transaction


async def test_a_known_tag_is_not_asked_about_with_local_pre_authorize(
    central: CentralSystem, build: Build
) -> None:
    simulation = await booted(build(LocalPreAuthorize="true"))

    await play(simulation, PresentTag(), PresentTag(), PresentTag(), Wait(1))

    assert central.actions.count("Authorize") == 1


async def test_an_offline_start_that_is_refused_later_is_stopped(
    central: CentralSystem, build: Build
) -> None:
    refused: dict[str, Any] = {"transactionId": 5, "idTagInfo": {"status": "Invalid"}}
    central.scripts["StartTransaction"] = lambda _: refused
    simulation = await booted(build(AllowOfflineTxForUnknownId="true"))
    await play(simulation, BreakLine(), PresentTag(), PlugIn(), Wait(600))

    await play(simulation, MendLine(), AwaitDelivery())

    (stop,) = central.received("StopTransaction")
    assert (stop["reason"], stop["transactionId"]) == ("DeAuthorized", 5)


async def test_without_that_rule_it_only_stops_the_power(
    central: CentralSystem, build: Build
) -> None:
    refused: dict[str, Any] = {"transactionId": 5, "idTagInfo": {"status": "Invalid"}}
    central.scripts["StartTransaction"] = lambda _: refused
    simulation = await charging(
        build(StopTransactionOnInvalidId="false", MaxEnergyOnInvalidId="500"), seconds=900
    )

    connector = simulation.charger.device.connectors[1]
    assert central.received("StopTransaction") == []
    assert connector.status == "SuspendedEVSE"
    assert 500 <= connector.meter.energy_wh <= 504


async def test_unplugging_suspends_where_it_does_not_stop(
    central: CentralSystem, build: Build
) -> None:
    simulation = await charging(build(StopTransactionOnEVSideDisconnect="false"))

    await play(simulation, Unplug(), Wait(60), PlugIn(), Wait(60))

    assert central.received("StopTransaction") == []
    states = [s for n, s in simulation.charger.device.status.history if n == 1]
    assert states[-3:] == ["Charging", "SuspendedEV", "Charging"]
