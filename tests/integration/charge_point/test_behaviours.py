"""Chargers that treat commands badly, as scenarios ask for."""

import pytest

from simulators.charge_point.behaviour import Behaviour, Manner
from simulators.charge_point.steps import Wait
from tests.integration.charge_point.central_system import CentralSystem
from tests.integration.charge_point.conftest import Build
from tests.integration.charge_point.stories import booted, play

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    ("manner", "frame"),
    [
        (Manner.FAITHFUL, [3, "cmd-1", {"status": "Accepted"}]),
        (Manner.REJECT, [3, "cmd-1", {"status": "Rejected"}]),
        (Manner.NOT_SUPPORTED, [4, "cmd-1", "NotSupported", "", {}]),
        (Manner.NOT_IMPLEMENTED, [4, "cmd-1", "NotImplemented", "", {}]),
        (Manner.ANSWER_ERROR, [4, "cmd-1", "InternalError", "", {}]),
    ],
)
async def test_a_manner_decides_the_answer(
    central: CentralSystem, build: Build, manner: Manner, frame: list[object]
) -> None:
    simulation = await booted(build())
    simulation.responder.behaviours["ClearCache"] = Behaviour(manner)

    assert await central.command("ClearCache", {}) == frame


async def test_a_refused_command_changes_nothing(central: CentralSystem, build: Build) -> None:
    simulation = await booted(build())
    simulation.responder.behaviours["ChangeAvailability"] = Behaviour(Manner.REJECT)

    await central.command("ChangeAvailability", {"connectorId": 1, "type": "Inoperative"})

    assert simulation.charger.device.connectors[1].status == "Available"


async def test_no_answer_is_ever_sent(central: CentralSystem, build: Build) -> None:
    simulation = await booted(build())
    simulation.responder.behaviours["ClearCache"] = Behaviour(Manner.NEVER_ANSWER)

    await central.send('[2,"never","ClearCache",{}]')
    await central.command("GetLocalListVersion", {}, "after")
    await play(simulation, Wait(600))

    assert [answer[1] for answer in central.answers] == ["after"]


async def test_a_late_answer_comes_after_its_time(central: CentralSystem, build: Build) -> None:
    simulation = await booted(build())
    simulation.responder.behaviours["ClearCache"] = Behaviour(Manner.ANSWER_LATE, late_s=90)

    await central.send('[2,"late","ClearCache",{}]')
    await central.command("GetLocalListVersion", {}, "before")
    await play(simulation, Wait(60))
    assert [answer[1] for answer in central.answers] == ["before"]
    await play(simulation, Wait(60))

    assert (await central.answer_to("late"))[2] == {"status": "Accepted"}


async def test_an_answer_comes_twice(central: CentralSystem, build: Build) -> None:
    simulation = await booted(build())
    simulation.responder.behaviours["ClearCache"] = Behaviour(Manner.ANSWER_TWICE)

    await central.send('[2,"twice","ClearCache",{}]')

    assert await central.answer_to("twice", times=2) == [3, "twice", {"status": "Accepted"}]


async def test_the_charger_calls_before_it_answers(central: CentralSystem, build: Build) -> None:
    simulation = await booted(build())
    simulation.responder.behaviours["ReserveNow"] = Behaviour(Manner.CROSS, tag="ANNA")
    payload = {
        "connectorId": 1,
        "expiryDate": "2026-03-01T11:00:00Z",
        "idTag": "ANNA",
        "reservationId": 1,
    }

    answer = await central.command("ReserveNow", payload)

    assert answer[2] == {"status": "Accepted"}
    assert central.received("Authorize") == [{"idTag": "ANNA"}]


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        ('[2,"x","MakeCoffee",{}]', "NotImplemented"),
        ('[2,"x","Authorize",{"idTag":"T"}]', "NotSupported"),
        ('[2,"x","Reset",{}]', None),
        ('[2,"x","Reset",{"type":"Gentle"}]', None),
    ],
)
async def test_a_command_that_makes_no_sense_is_an_error(
    central: CentralSystem, build: Build, frame: str, code: str | None
) -> None:
    await booted(build())

    await central.send(frame)
    answer = await central.answer_to("x")

    assert answer[0] == 4
    assert code in {None, answer[2]}
