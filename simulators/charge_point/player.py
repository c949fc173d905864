"""Plays scenarios: turns each step into what happens to a charger."""

import asyncio
import json
from collections.abc import Callable, Coroutine, Mapping
from datetime import datetime
from typing import Any

from simulators.charge_point.assembly import Simulation
from simulators.charge_point.behaviour import Behaviour
from simulators.charge_point.errors import LinkLost
from simulators.charge_point.scenario import Scenario
from simulators.charge_point.steps import (
    AwaitCommand,
    AwaitDelivery,
    AwaitStatus,
    Behave,
    Boot,
    BreakLine,
    CarGoesOn,
    CarPauses,
    Configure,
    DropConnection,
    ExpectBacklog,
    LoseAnswers,
    LosePower,
    MendLine,
    PlugIn,
    PresentTag,
    Raw,
    SetClock,
    Step,
    Unplug,
    Wait,
    WriteTime,
)
from simulators.charge_point.vehicle import Vehicle

Narrator = Callable[[str], None]


class ScenarioFailed(Exception):
    """What a step waited for or expected did not happen."""


class Player:
    """Plays one scenario on one charger."""

    def __init__(
        self, simulation: Simulation, tag: str, narrate: Narrator = lambda _line: None
    ) -> None:
        """tag: the driver's. narrate: hears each step before it happens."""
        self._charger = simulation.charger
        self._responder = simulation.responder
        self._device = simulation.charger.device
        self._tag = tag
        self._narrate = narrate
        self._raw_transaction_id = 0
        self._commands_awaited: dict[str, int] = {}
        self._plays: Mapping[type[Step], Callable[[Any], Coroutine[Any, Any, None]]] = {
            Boot: self._boot,
            Wait: self._wait,
            PresentTag: self._present_tag,
            Raw: self._send_raw,
            AwaitCommand: self._await_command,
            AwaitStatus: self._await_status,
            AwaitDelivery: self._await_delivery,
            LosePower: self._lose_power,
        }
        self._acts: Mapping[type[Step], Callable[[Any], None]] = {
            PlugIn: self._plug_in,
            Unplug: lambda step: self._charger.charging.unplug(step.connector),
            CarPauses: lambda s: self._charger.charging.car_is_ready(s.connector, ready=False),
            CarGoesOn: lambda s: self._charger.charging.car_is_ready(s.connector, ready=True),
            BreakLine: lambda _step: self._device.uplink.break_line(),
            MendLine: lambda _step: self._device.uplink.mend_line(),
            DropConnection: lambda _step: self._device.uplink.drop(),
            LoseAnswers: self._lose_answers,
            SetClock: lambda s: self._device.face.set_to(datetime.fromisoformat(s.moment)),
            WriteTime: self._write_time,
            Configure: lambda s: self._device.configuration.set(s.key, s.value),
            Behave: self._behave,
            ExpectBacklog: self._expect_backlog,
        }

    async def play(self, scenario: Scenario) -> None:
        """Play all steps in order. Raises ScenarioFailed."""
        for number, step in enumerate(scenario.steps, start=1):
            self._narrate(f"step {number}/{len(scenario.steps)}: {step.sentence()}")
            await self.do(step)

    async def do(self, step: Step) -> None:
        """Play one step and let everything that follows from it happen."""
        act = self._acts.get(type(step))
        if act is not None:
            act(step)
        else:
            await self._plays[type(step)](step)
        await self._device.clock.pass_time(0)

    async def _boot(self, step: Boot) -> None:
        self._charger.power_on()
        registration = self._device.registration
        if not await self._charger.wait_until(lambda: registration.is_open, step.patience_s):
            refusals = self._device.uplink.refusals
            last = f"; last refusal: {refusals[-1]}" if refusals else ""
            raise ScenarioFailed(f"not registered ({registration.status or 'no answer'}){last}")

    async def _wait(self, step: Wait) -> None:
        await self._device.clock.pass_time(step.seconds)

    async def _present_tag(self, step: PresentTag) -> None:
        tag = step.tag.replace("<tag>", self._tag)
        decision = await self._charger.charging.present_tag(step.connector, tag)
        if decision is not None:
            self._narrate(f"  the tag is {decision.status}")

    async def _lose_power(self, _step: LosePower) -> None:
        await self._charger.power_off()

    async def _send_raw(self, step: Raw) -> None:
        link = self._device.uplink.link
        if link is None:
            raise LinkLost("raw frame")
        frame = self._filled(step.frame)
        if step.answer == "nothing":
            await link.tell_raw(frame)
            return
        answer = await link.ask_raw(frame, json.loads(frame)[1])
        self._check_raw_answer(step, answer)

    def _check_raw_answer(self, step: Raw, answer: list[Any]) -> None:
        got = "result" if answer[0] == 3 else str(answer[2])
        if got != step.answer:
            raise ScenarioFailed(f"{step.frame} was answered with {got}, not {step.answer}")
        if got == "result":
            self._raw_transaction_id = answer[2].get("transactionId", self._raw_transaction_id)

    def _filled(self, frame: str) -> str:
        return (
            frame.replace("<tag>", self._tag)
            .replace("<now>", self._device.face.stamp())
            .replace("<transaction>", str(self._raw_transaction_id))
        )

    async def _await_command(self, step: AwaitCommand) -> None:
        seen = self._commands_awaited.get(step.action, 0)
        heard = self._responder.heard
        try:
            async with asyncio.timeout(step.patience_s):
                await self._device.uplink.pulse.until(lambda: heard.count(step.action) > seen)
        except TimeoutError as error:
            raise ScenarioFailed(f"no {step.action} came in {step.patience_s} s") from error
        self._commands_awaited[step.action] = seen + 1

    async def _await_status(self, step: AwaitStatus) -> None:
        connector = self._device.connectors[step.connector]
        if not await self._charger.wait_until(
            lambda: connector.status == step.status, step.patience_s
        ):
            raise ScenarioFailed(f"connector {step.connector} is {connector.status}")

    async def _await_delivery(self, step: AwaitDelivery) -> None:
        outbox = self._device.outbox
        if not await self._charger.wait_until(lambda: len(outbox) == 0, step.patience_s):
            raise ScenarioFailed(f"{len(outbox)} transaction messages were never delivered")

    def _plug_in(self, step: PlugIn) -> None:
        vehicle = Vehicle(power_w=step.power_w, battery_wh=step.battery_wh)
        self._charger.charging.plug_in(step.connector, vehicle)

    def _lose_answers(self, step: LoseAnswers) -> None:
        self._device.uplink.lost_answers[step.action] = step.times

    def _write_time(self, step: WriteTime) -> None:
        self._device.face.style = step.style

    def _behave(self, step: Behave) -> None:
        self._responder.behaviours[step.action] = Behaviour(step.manner)

    def _expect_backlog(self, step: ExpectBacklog) -> None:
        waiting = len(self._device.outbox)
        if waiting < step.at_least:
            raise ScenarioFailed(f"only {waiting} transaction messages wait")
