"""A fleet of simulated chargers that live through believable days, in real time."""

import asyncio
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ocpp.v16.enums import ChargePointErrorCode

from simulators.charge_point.assembly import build_charger
from simulators.charge_point.charger import Charger
from simulators.charge_point.clock import Clock, RunningClock
from simulators.charge_point.credentials import Credentials
from simulators.charge_point.profile import Profile
from simulators.charge_point.vehicle import Vehicle

# Readings keep the CPU of one machine low: two a minute at most.
_SAMPLE_EVERY_S = (30, 60)
_MEASURANDS = (
    "Energy.Active.Import.Register,Power.Active.Import,Current.Import,Voltage,SoC,Temperature"
)


@dataclass(frozen=True, slots=True)
class Habits:
    """How busy a place is, in seconds of the fleet's clock; each pair is a range."""

    first_arrival_s: tuple[int, int] = (2, 90)
    rest_s: tuple[int, int] = (120, 1500)
    stay_s: tuple[int, int] = (480, 3000)
    fault_in_thousand: int = 15
    fault_lasts_s: tuple[int, int] = (120, 900)


@dataclass(frozen=True, slots=True)
class FleetCharger:
    """One charger of the fleet, and the tags of the drivers who come to it."""

    identity: str
    password: str | None
    tags: tuple[str, ...]
    profile: Profile = field(default_factory=Profile)
    habits: Habits = field(default_factory=Habits)


async def run_fleet(chargers: Sequence[FleetCharger], url: str, seed: int) -> None:
    """Run all chargers until cancelled. The same seed gives the same days.

    url: of the central system, without an identity. A charger that is refused keeps trying.
    """
    clock = RunningClock()
    async with asyncio.TaskGroup() as group:
        for charger in chargers:
            group.create_task(
                live(charger, url, random.Random(f"{seed}/{charger.identity}"), clock)
            )


async def live(plan: FleetCharger, url: str, dice: random.Random, clock: Clock) -> None:
    """The life of one charger: boot, then visitors at each connector, until cancelled."""
    simulation = build_charger(
        url, Credentials(plan.identity, plan.password), clock, plan.profile, _settings(dice)
    )
    charger = simulation.charger
    await clock.sleep(dice.uniform(0, 3))  # not everybody dials in the same moment
    charger.power_on()
    try:
        async with asyncio.TaskGroup() as group:
            for connector in charger.device.charging_connectors():
                visits = _visits(plan, charger, connector.connector_id, dice)
                group.create_task(visits)
    finally:
        await charger.shut_down()


async def _visits(
    plan: FleetCharger, charger: Charger, connector_id: int, dice: random.Random
) -> None:
    """One driver after the other at one connector."""
    device, habits = charger.device, plan.habits
    await device.clock.sleep(dice.uniform(*habits.first_arrival_s))
    while True:
        await device.uplink.pulse.until(lambda: device.registration.is_accepted)
        if dice.randrange(1000) < habits.fault_in_thousand:
            await _break_down(charger, connector_id, dice.uniform(*habits.fault_lasts_s))
        elif plan.tags:
            await _visit(plan, charger, connector_id, dice)
        await device.clock.sleep(dice.uniform(*habits.rest_s))


async def _visit(
    plan: FleetCharger, charger: Charger, connector_id: int, dice: random.Random
) -> None:
    """Plug in, show a tag, charge, leave. A refused driver leaves at once."""
    clock, charging = charger.device.clock, charger.charging
    connector = charger.device.connectors[connector_id]
    tags = _tags_not_charging(plan, charger)
    if connector.condition.plugged or not tags:
        return
    tag = dice.choice(tags)
    charging.plug_in(connector_id, _car(plan.profile, dice))
    await clock.sleep(dice.uniform(3, 15))
    await charging.present_tag(connector_id, tag)
    if connector.condition.in_transaction:
        await charger.device.uplink.pulse.until_or_after(
            lambda: not connector.condition.in_transaction,
            clock,
            dice.uniform(*plan.habits.stay_s),
        )
        if connector.condition.in_transaction:
            await charging.present_tag(connector_id, tag)
    await clock.sleep(dice.uniform(10, 120))
    charging.unplug(connector_id)


def _tags_not_charging(plan: FleetCharger, charger: Charger) -> list[str]:
    """Nobody is in two places: a tag that charges here already stays with its car."""
    busy = {
        connector.transaction.id_tag
        for connector in charger.device.charging_connectors()
        if connector.transaction is not None and connector.transaction.is_running
    }
    return [tag for tag in plan.tags if tag not in busy]


async def _break_down(charger: Charger, connector_id: int, seconds: float) -> None:
    charger.charging.fail(connector_id, ChargePointErrorCode.connector_lock_failure)
    await charger.device.clock.sleep(seconds)
    charger.charging.mend(connector_id)


def _car(profile: Profile, dice: random.Random) -> Vehicle:
    """Small and large batteries, single- and three-phase cars, more or less empty."""
    power_w = min(
        profile.rated_power_w, dice.choice((3_680, 7_360, 11_000, 11_000, 22_000, 50_000))
    )
    battery_wh = dice.choice((28_000, 42_000, 58_000, 77_000, 95_000))
    charged_wh = battery_wh * dice.randrange(10, 75) // 100
    return Vehicle(power_w=power_w, battery_wh=battery_wh, charged_wh=charged_wh)


def _settings(dice: random.Random) -> Mapping[str, str]:
    return {
        "MeterValueSampleInterval": str(dice.choice(_SAMPLE_EVERY_S)),
        "MeterValuesSampledData": _MEASURANDS,
    }
