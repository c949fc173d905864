"""A charger and its driver in a whole system, and what the books say about them."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from simulators.charge_point.assembly import Simulation, build_charger
from simulators.charge_point.bill import price_minor
from simulators.charge_point.clock import SteppedClock
from simulators.charge_point.credentials import Credentials
from simulators.charge_point.operator_api import OperatorApi, Refused
from simulators.charge_point.place import Place, register_place
from simulators.charge_point.player import Player
from simulators.charge_point.scenario import Scenario
from simulators.charge_point.steps import Boot, Raw, Step, Wait
from tests.e2e.system import System

BILLING_S = 20
ANSWER_S = 20
OPEN = frozenset({"queued", "sent", "in_doubt"})
TOP_UP_MINOR = 5_000
LONGEST_SPAN_S = 2 * 3600


@dataclass
class Stage:
    """One registered charger, its driver, and the operator's API."""

    system: System
    api: OperatorApi
    place: Place

    @property
    def url(self) -> str:
        """What chargers dial, without the identity."""
        return f"{self.system.ws_url}/ocpp"

    @property
    def charger_path(self) -> str:
        """The charger in the HTTP API."""
        return f"/api/admin/chargers/{self.place.charger_id}"

    @property
    def credentials(self) -> Credentials:
        """As registered."""
        return Credentials(self.place.identity, self.place.password)

    @asynccontextmanager
    async def charger(self, scenario: Scenario | None = None) -> AsyncIterator[Simulation]:
        """The charger, without power yet, on a clock that reaches the present at the end.

        Whatever the charger sends must be answered with a result, wrong frames excepted.
        """
        span_s = scenario.span_s() if scenario else LONGEST_SPAN_S
        clock = SteppedClock(datetime.now(UTC) - timedelta(seconds=span_s))  # noqa: TID251 - the system under test lives now
        simulation = build_charger(
            self.url,
            self.credentials,
            clock,
            scenario.profile if scenario else None,
            scenario.settings if scenario else None,
        )
        errors: list[str] = []

        def note_error(direction: str, raw: str) -> None:
            if direction == "in" and raw.startswith("[4"):
                errors.append(raw)

        simulation.charger.device.uplink.on_frame = note_error
        try:
            yield simulation
        finally:
            await simulation.charger.shut_down()
        wrong = sum(isinstance(s, Raw) and s.answer != "result" for s in _steps(scenario))
        assert len(errors) <= wrong, errors

    async def play(self, simulation: Simulation, *steps: Step) -> None:
        """Do some steps with the driver's tag."""
        player = Player(simulation, self.place.tag)
        for step in steps:
            await player.do(step)

    async def command(self, name: str, **body: object) -> dict[str, Any]:
        """Send one of the commands that have a route of their own; what became of it."""
        answer: dict[str, Any] = await self.api.post(f"{self.charger_path}/{name}", body)
        for _ in range(ANSWER_S * 10):
            if answer["state"] not in OPEN:
                break
            await asyncio.sleep(0.1)
            answer = await self.api.get(f"{self.charger_path}/commands/{answer['command_id']}")
        return answer

    async def try_command(self, name: str, **body: object) -> str:
        """Send a command that is refused; the refusal."""
        try:
            await self.command(name, **body)
        except Refused as refused:
            return str(refused)
        raise AssertionError(f"{name} was not refused")

    async def settled(self) -> None:
        """Wait until every command has an outcome."""
        await self._await_open(lambda count: count == 0)

    async def queued(self, count: int) -> None:
        """Wait until this many commands wait or are under way."""
        await self._await_open(lambda found: found >= count)

    async def _await_open(self, enough: Callable[[int], bool]) -> None:
        states: list[str] = []
        for _ in range(ANSWER_S * 10):
            page = await self.api.get(f"{self.charger_path}/commands")
            states = [command["state"] for command in page["items"]]
            if enough(sum(state in OPEN for state in states)):
                return
            await asyncio.sleep(0.1)
        raise AssertionError(f"the commands stay {states}")

    async def security_events(self) -> list[str]:
        """The kinds of what endangered the charger, the newest first."""
        page = await self.api.get(f"{self.charger_path}/security-events")
        return [event["kind"] for event in page["items"]]

    async def configuration_with(self, *keys: str) -> dict[str, dict[str, Any]]:
        """The configuration by key, once these keys were reported."""
        for _ in range(ANSWER_S * 10):
            entries = await self.api.get(f"{self.charger_path}/configuration")
            reported = {entry["key"]: entry for entry in entries}
            if reported.keys() >= set(keys):
                return reported
            await asyncio.sleep(0.1)
        raise AssertionError(f"never reported: {set(keys) - reported.keys()}")

    async def transactions(self) -> list[dict[str, Any]]:
        """All of this charger, oldest first, once none of them waits for its bill."""
        items: list[dict[str, Any]] = []
        for _ in range(BILLING_S * 10):
            page = await self.api.get("/api/admin/transactions", charger_id=self.place.charger_id)
            items = page["items"][::-1]
            if all(item["state"] != "STOPPED" for item in items):
                return items
            await asyncio.sleep(0.1)
        raise AssertionError(f"not billed within {BILLING_S} s: {items}")

    async def running_id(self) -> int:
        """The id of the transaction that runs on connector 1, once it is stored."""
        for _ in range(BILLING_S * 10):
            for item in await self.transactions():
                if item["state"] == "RUNNING":
                    return int(item["transaction_id"])
            await asyncio.sleep(0.1)
        raise AssertionError("no transaction runs")

    async def paid_minor(self) -> int:
        """What has left the driver's wallet."""
        wallet = await self.api.get(f"/api/admin/users/{self.place.user_id}/wallet")
        return TOP_UP_MINOR - int(wallet["balance_minor"])

    async def charges(self) -> list[tuple[int, int]]:
        """The ledger's charges as (transaction, amount), oldest first."""
        page = await self.api.get(f"/api/admin/users/{self.place.user_id}/wallet/ledger")
        return [
            (entry["transaction_id"], entry["amount_minor"])
            for entry in reversed(page["items"])
            if entry["kind"] == "charge"
        ]

    async def assert_books_agree(self, simulation: Simulation) -> list[dict[str, Any]]:
        """Every transaction of the charger was stored once, and billed once, for its energy."""
        metered = {
            t.transaction_id: (t.meter_stop_wh or 0) - t.meter_start_wh
            for t in simulation.charger.transactions.all
        }
        stored = await self.transactions()
        assert {t["transaction_id"]: t["energy_wh"] for t in stored} == metered
        assert [t["state"] for t in stored] == ["COMPLETED"] * len(stored)
        prices = {number: price_minor(wh, self.place.tariff) for number, wh in metered.items()}
        assert {t["transaction_id"]: t["price_minor"] for t in stored} == prices
        assert sorted(await self.charges()) == sorted((n, -p) for n, p in prices.items())
        assert await self.paid_minor() == sum(prices.values())
        return stored


@asynccontextmanager
async def on_stage(system: System, *, pending: bool = False) -> AsyncIterator[Stage]:
    """Register everything a session needs in a running system.

    pending: the charger must be approved first.
    """
    async with OperatorApi(system.base_url) as api:
        place = await register_place(api, top_up_minor=TOP_UP_MINOR, pending=pending)
        yield Stage(system, api, place)


@asynccontextmanager
async def booted(system: System) -> AsyncIterator[tuple[Stage, Simulation]]:
    """A charger that has booted, and answered what the system asks first."""
    async with on_stage(system) as stage, stage.charger() as simulation:
        await stage.play(simulation, Boot(), Wait(1))
        await stage.settled()
        yield stage, simulation


def _steps(scenario: Scenario | None) -> tuple[Step, ...]:
    return scenario.steps if scenario else ()


def impatient(scenario: Scenario) -> Scenario:
    """The same scenario with a charger that waits a second for answers: lost ones cost less."""
    return replace(scenario, profile=replace(scenario.profile, response_timeout_s=1.0))
