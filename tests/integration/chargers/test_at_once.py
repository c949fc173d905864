"""Frames of one charger that run at the same time, in any order."""

from csms.domain.command import CommandState
from csms.domain.ids import ChargerId
from csms.services import commands
from csms.store import charger as chargers
from csms.store import command as command_store
from tests.integration.chargers.charger import BOOT, Socket, connector, status
from tests.integration.store.race import THREADS, race

CHARGER = ChargerId("cp-1")
TRIGGER = {"requestedMessage": "Heartbeat"}


def test_each_of_sixteen_frames_is_answered_once(socket: Socket) -> None:
    frames = [
        [2, f"m{n}", "BootNotification", BOOT] if n % 2 else [2, f"m{n}", "Heartbeat", {}]
        for n in range(THREADS)
    ]
    race(lambda n: socket.send(frames[n]))
    answered = [frame[1] for frame in socket.gateway.frames(socket.connection_id)]
    assert sorted(answered) == sorted(f"m{n}" for n in range(THREADS))


def test_the_last_of_sixteen_statuses_is_shown(socket: Socket) -> None:
    words = ["Preparing", "Charging", "SuspendedEV", "Finishing"] * 4
    times = [socket.now.replace(second=n) for n in range(THREADS)]
    race(lambda n: socket.send([2, f"m{n}", "StatusNotification", status(1, words[n], times[n])]))
    assert connector("cp-1", 1).status == words[-1]


def test_sixteen_deviating_frames_are_counted(socket: Socket) -> None:
    race(lambda n: socket.send([2, f"m{n}", "Heartbeat", {"surprise": n}]))
    (found,) = chargers.page(CHARGER).findings
    assert found.count == THREADS


def test_sixteen_commands_go_out_one_after_the_other(socket: Socket) -> None:
    asked = race(lambda _: commands.enqueue(CHARGER, "TriggerMessage", TRIGGER, "a", socket.now))
    for number in range(THREADS):
        sent = socket.commands()
        assert len(sent) == number + 1
        socket.answer(sent[-1], {"status": "Accepted"})
    assert {frame[1] for frame in socket.commands()} == {one.command_id for one in asked}
    states = {command_store.get(CHARGER, one.command_id).state for one in asked}
    assert states == {CommandState.ACCEPTED}


def test_one_of_sixteen_answers_counts(socket: Socket) -> None:
    command = commands.enqueue(CHARGER, "TriggerMessage", TRIGGER, "a", socket.now)
    waiting = commands.enqueue(CHARGER, "TriggerMessage", TRIGGER, "a", socket.now)
    words = ["Accepted", "Rejected"] * 8
    race(lambda n: socket.send([3, command.command_id, {"status": words[n]}]))
    ended = command_store.get(CHARGER, command.command_id)
    assert ended.state.value == (ended.outcome or "").lower()
    assert [frame[1] for frame in socket.commands()] == [command.command_id, waiting.command_id]
