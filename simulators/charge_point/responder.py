"""Answers to the calls of the central system."""

import json
from collections.abc import Coroutine, Mapping
from typing import Any

from ocpp.charge_point import (
    camel_to_snake_case,
    remove_nones,
    serialize_as_dict,
    snake_to_camel_case,
)
from ocpp.exceptions import OCPPError
from ocpp.messages import Call, validate_payload
from ocpp.v16 import call as requests
from ocpp.v16.enums import Action, RegistrationStatus

from simulators.charge_point.behaviour import FAITHFUL, Behaviour, Manner
from simulators.charge_point.charger import Charger
from simulators.charge_point.commands.command import Command
from simulators.charge_point.commands.table import COMMANDS
from simulators.charge_point.errors import ExchangeFailed
from simulators.charge_point.link import Link

_ERROR_MANNERS: Mapping[Manner, str] = {
    Manner.NOT_SUPPORTED: "NotSupported",
    Manner.NOT_IMPLEMENTED: "NotImplemented",
}


class Responder:
    """Answers one call at a time or several at once, each in the manner set for its action."""

    def __init__(self, charger: Charger) -> None:
        """charger: whose behaviour this is."""
        self._charger = charger
        self.behaviours: dict[str, Behaviour] = {}
        self.heard: list[str] = []

    async def __call__(self, link: Link, call: Call) -> None:
        """Answer `call` on the connection it came from."""
        self.heard.append(call.action)
        self._charger.device.uplink.pulse.fire()
        if self._charger.device.registration.status is RegistrationStatus.rejected:
            return  # §4.2: a rejected charger does not answer
        behaviour = self.behaviours.get(call.action, FAITHFUL)
        if not await self._prelude(link, call, behaviour):
            return
        frame, follow_up = await self._make_answer(call, behaviour)
        await link.tell_raw(frame)
        if behaviour.manner is Manner.ANSWER_TWICE:
            await link.tell_raw(frame)
        if follow_up is not None:
            self._charger.device.tasks.start(follow_up)

    async def _prelude(self, link: Link, call: Call, behaviour: Behaviour) -> bool:
        """What comes before the faithful answer; False when this already was the whole of it."""
        manner = behaviour.manner
        code = _ERROR_MANNERS.get(manner)
        if manner is Manner.ANSWER_ERROR:
            code = behaviour.error_code
        if code is not None:
            await link.tell_raw(_error_frame(call, code))
            return False
        if manner is Manner.ANSWER_LATE:
            await self._charger.device.clock.sleep(behaviour.late_s)
        if manner is Manner.CROSS:
            await self._cross(behaviour.tag)
        return manner is not Manner.NEVER_ANSWER

    async def _cross(self, tag: str) -> None:
        """J 4.1.1 limits each side for itself: a call of ours may come before our answer."""
        try:
            await self._charger.device.uplink.ask(requests.Authorize(id_tag=tag))
        except ExchangeFailed:
            return

    async def _make_answer(
        self, call: Call, behaviour: Behaviour
    ) -> tuple[str, Coroutine[Any, Any, None] | None]:
        """The answer as a frame, and what follows from it once it is out."""
        command = COMMANDS.get(call.action)
        if command is None:
            known = call.action in set(Action)
            return _error_frame(call, "NotSupported" if known else "NotImplemented"), None
        try:
            with self._charger.device.clock.hold():
                await validate_payload(call, "1.6")
            request = _read_request(call)
        except OCPPError as error:
            return _error_frame(call, error.code), None
        if behaviour.manner is Manner.REJECT:
            return _refusal_frame(call, command), None
        result = command.answer(self._charger, request)
        refused = command.refusal is not None and result == command.refusal
        follow_up = command.after_refusal if refused else command.afterwards
        return (
            _result_frame(call, result),
            None if follow_up is None else follow_up(self._charger, request),
        )


def _read_request(call: Call) -> object:
    kind: Any = getattr(requests, call.action)
    return kind(**camel_to_snake_case(call.payload))


def _refusal_frame(call: Call, command: Command) -> str:
    if command.refusal is None:
        return _error_frame(call, "NotSupported")
    return _result_frame(call, command.refusal)


def _result_frame(call: Call, result: object) -> str:
    payload = snake_to_camel_case(remove_nones(serialize_as_dict(result)))
    return json.dumps([3, call.unique_id, payload], separators=(",", ":"))


def _error_frame(call: Call, code: str) -> str:
    return json.dumps([4, call.unique_id, code, "", {}], separators=(",", ":"))
