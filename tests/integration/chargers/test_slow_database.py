"""A database whose answers get lost: the call is made again, and its condition fails."""

from collections.abc import Callable, Iterator
from datetime import timedelta

from csms.domain.command import Command, CommandState
from csms.domain.ids import ChargerId
from csms.services import commands
from csms.store import command as command_store
from functions.heartbeat_sweep import handler as heartbeat_sweep
from tests.faults import answer_lost
from tests.integration import events
from tests.integration.chargers.charger import Fresh, Socket
from tests.integration.events import CONTEXT

CHARGER = ChargerId("cp-1")
MOST_CALLS = 60


def losses(make: Fresh, act: Callable[[Socket], object]) -> Iterator[Socket]:
    """Do it again and again, each time losing the answer to one call later, until none is left."""
    for number in range(MOST_CALLS):
        socket = make()
        with answer_lost(number) as calls:
            act(socket)
        if len(calls.made) <= number:
            return
        yield socket
    raise AssertionError("it never came to an end")


def trigger(socket: Socket, connector_id: int = 1) -> Command:
    payload = {"requestedMessage": "StatusNotification", "connectorId": connector_id}
    return commands.enqueue(CHARGER, "TriggerMessage", payload, "admin", socket.now)


def states(socket: Socket) -> list[CommandState]:
    """What became of the operator's commands, oldest first."""
    found = command_store.list_by_charger(CHARGER, socket.now, None, 100).items
    return [one.state for one in reversed(found) if one.requested_by == "admin"]


def test_a_command_goes_out_once(fresh: Fresh) -> None:
    for socket in losses(fresh, trigger):
        assert len(socket.commands()) == 1
        assert states(socket) == [CommandState.SENT]


def test_an_answer_counts_and_the_next_command_goes_out(fresh: Fresh) -> None:
    def asked() -> Socket:
        socket = fresh()
        trigger(socket)
        trigger(socket.later(seconds=1), 2)
        return socket

    def act(socket: Socket) -> None:
        socket.answer(socket.commands()[0], {"status": "Accepted"})

    for socket in losses(asked, act):
        assert len(socket.commands()) == 2
        assert states(socket) == [CommandState.ACCEPTED, CommandState.SENT]


def test_what_waits_goes_out_with_a_later_frame(fresh: Fresh) -> None:
    def waiting() -> Socket:
        socket = fresh()
        trigger(socket)
        trigger(socket.later(seconds=1), 2)
        return socket.later(seconds=60)

    def act(socket: Socket) -> None:
        heartbeat_sweep.handler(events.schedule(socket.now), CONTEXT)
        socket.ask("Heartbeat")

    for socket in losses(waiting, act):
        assert len(socket.commands()) == 2
        assert states(socket) == [CommandState.TIMED_OUT, CommandState.SENT]


def test_a_lost_race_is_lost_although_the_call_was_repeated(fresh: Fresh) -> None:
    socket = fresh()
    first = trigger(socket)
    later = socket.now + timedelta(seconds=1)
    ended = command_store.Ending(CommandState.TIMED_OUT, later)
    assert command_store.finish(CHARGER, first.command_id, ended) is not None
    with answer_lost(0):
        other = command_store.Ending(CommandState.ACCEPTED, later)
        assert command_store.finish(CHARGER, first.command_id, other) is None
