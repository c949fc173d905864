"""Flows of the compliance list in which the charger decides by itself, waits or refuses."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from simulators.charge_point.behaviour import Behaviour, Manner
from simulators.charge_point.steps import (
    AwaitDelivery,
    AwaitStatus,
    BreakLine,
    Configure,
    MendLine,
    PlugIn,
    PresentTag,
    Raw,
    Unplug,
    Wait,
)
from tests.e2e.stage import ANSWER_S, LONGEST_SPAN_S, Stage, booted
from tests.e2e.system import System

pytestmark = pytest.mark.anyio

SWEPT_S = 130
"""Reservations are looked at every minute."""


@pytest.fixture
def anyio_backend() -> str:
    """Chargers run on asyncio."""
    return "asyncio"


async def until[T](
    read: Callable[[], Coroutine[Any, Any, T]], wanted: T, patience_s: int = ANSWER_S
) -> T:
    """What is read, once it is what is wanted, or as it stayed."""
    found = await read()
    for _ in range(patience_s * 10):
        if found == wanted:
            break
        await asyncio.sleep(0.1)
        found = await read()
    return found


async def count(stage: Stage, action: str) -> int:
    """How many messages of an action the log has."""
    log = await stage.api.get(f"{stage.charger_path}/messages", action=action)
    return len(log["items"])


async def list_state(stage: Stage) -> str:
    return str((await stage.api.get(f"{stage.charger_path}/local-list"))["state"])


async def test_a_cached_tag_starts_without_being_asked_for(system: System) -> None:
    async with booted(system) as (stage, simulation):
        session = (PresentTag(), PlugIn(), Wait(600), PresentTag(), AwaitDelivery(), Unplug())
        await stage.play(simulation, Configure("LocalPreAuthorize", "true"), *session)
        asked = await count(stage, "Authorize")
        await stage.play(simulation, Wait(60), *session)
        assert await count(stage, "Authorize") == asked
        assert len(await stage.assert_books_agree(simulation)) == 2


async def test_an_invalid_tag_that_started_offline_is_stopped(system: System) -> None:
    async with booted(system) as (stage, simulation):
        stranger = f"Z{stage.place.tag}"[:20]
        await stage.play(
            simulation,
            Configure("AllowOfflineTxForUnknownId", "true"),
            Configure("StopTransactionOnInvalidId", "true"),
            Configure("MaxEnergyOnInvalidId", "0"),
            BreakLine(),
            Wait(60),
            PresentTag(tag=stranger),
            PlugIn(),
            Wait(600),
            MendLine(),
            AwaitDelivery(),
            Wait(120),
            AwaitDelivery(),
        )
        (stored,) = await stage.transactions()
        assert (stored["state"], stored["stop_reason"]) == ("UNBILLED", "DeAuthorized")
        assert await stage.paid_minor() == 0


@pytest.mark.parametrize(
    ("manner", "state"), [(Manner.NOT_SUPPORTED, "not_offered"), (Manner.REJECT, "failed")]
)
async def test_a_local_list_that_the_charger_does_not_take(
    system: System, manner: Manner, state: str
) -> None:
    async with booted(system) as (stage, simulation):
        simulation.responder.behaviours["SendLocalList"] = Behaviour(manner)
        await stage.command("local-list/send")
        assert await until(lambda: list_state(stage), state) == state
        await stage.settled()


async def test_a_reservation_that_nobody_uses(system: System) -> None:
    async with booted(system) as (stage, simulation):
        soon = datetime.now(UTC) + timedelta(seconds=4)  # noqa: TID251 - the system lives now
        payload = {
            "connectorId": 1,
            "expiryDate": soon.isoformat(),
            "idTag": stage.place.tag,
            "reservationId": 31,
        }
        told = await stage.command("commands", action="ReserveNow", payload=payload)
        assert told["outcome"] == "Accepted"
        await stage.play(simulation, AwaitStatus("Reserved"), Wait(LONGEST_SPAN_S + 60))
        await stage.play(simulation, AwaitStatus("Available"))

        async def state() -> str:
            page = await stage.api.get(f"{stage.charger_path}/reservations")
            return str(page["items"][0]["state"])

        assert await until(state, "expired", SWEPT_S) == "expired"
        assert await stage.transactions() == []


async def test_a_remote_start_that_nobody_plugs_in_for(system: System) -> None:
    async with booted(system) as (stage, simulation):
        payload = {"connectorId": 1, "idTag": stage.place.tag}
        told = await stage.command("commands", action="RemoteStartTransaction", payload=payload)
        assert told["outcome"] == "Accepted"
        await stage.play(
            simulation, AwaitStatus("Preparing"), Wait(90), AwaitStatus("Available"), Wait(5)
        )
        assert await stage.transactions() == []


async def test_a_cable_that_cannot_be_locked_starts_nothing(system: System) -> None:
    frame = (
        '[2,"lock","StatusNotification",{"connectorId":1,"errorCode":"ConnectorLockFailure",'
        '"status":"Faulted","timestamp":"<now>"}]'
    )
    async with booted(system) as (stage, simulation):
        await stage.play(simulation, PresentTag(), Wait(1), Raw(frame))

        async def shown() -> tuple[str, str]:
            charger = await stage.api.get(stage.charger_path)
            (connector,) = [c for c in charger["connectors"] if c["connector_id"] == 1]
            return connector["status"], connector["error_code"]

        expected = ("Faulted", "ConnectorLockFailure")
        assert await until(shown, expected) == expected
        assert await stage.transactions() == []
