"""Killed at each arrow of the orders of steps, after which only the sweep runs."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from csms.domain.charger import Availability
from csms.domain.command import Command, CommandState
from csms.domain.ids import ChargerId, ConnectorId
from csms.services import commands
from csms.services.chargers import availability, passwords, rotation
from csms.store import charger as chargers
from csms.store import command as command_store
from csms.store import station as stations
from csms.store.command import OPEN
from functions.heartbeat_sweep import handler as heartbeat_sweep
from tests.integration import events
from tests.integration.chargers.charger import (
    BOOT,
    STATION,
    Fresh,
    Socket,
    connector,
    status,
)
from tests.integration.events import CONTEXT, START
from tests.integration.gateway import Gateway
from tests.integration.kill import killed_after

CHARGER = ChargerId("cp-1")
MOST_ARROWS = 80


def arrows(fresh: Fresh, act: Callable[[Socket], None]) -> Iterator[Socket]:
    """Do it again and again, each time dying one call later, until it lives to its end."""
    for survived in range(MOST_ARROWS):
        socket = fresh()
        with killed_after(survived) as killer:
            act(socket)
        yield socket
        if not killer.fired:
            return
    raise AssertionError("it never came to an end")


def sweep(socket: Socket, after: timedelta) -> None:
    socket.now += after
    heartbeat_sweep.handler(events.schedule(socket.now), CONTEXT)


def all_commands(socket: Socket) -> list[Command]:
    return list(command_store.list_by_charger(CHARGER, socket.now, None, 100).items)


def assert_settled(socket: Socket) -> None:
    """Nothing is open, nothing was sent twice, and the next command goes out."""
    sweep(socket, timedelta(seconds=31))
    sweep(socket, timedelta(hours=25))
    assert [one.state for one in all_commands(socket) if one.state in OPEN] == []
    sent = [frame[1] for frame in socket.commands()]
    assert len(sent) == len(set(sent))
    if socket.row.connection_id is None:
        return
    following = trigger(socket)
    assert following.state is CommandState.SENT


def trigger(socket: Socket, connector_id: int = 1) -> Command:
    payload = {"requestedMessage": "StatusNotification", "connectorId": connector_id}
    return commands.enqueue(CHARGER, "TriggerMessage", payload, "admin", socket.now)


def test_while_a_command_is_sent(fresh: Fresh) -> None:
    for socket in arrows(fresh, lambda socket: _ignore(trigger(socket))):
        assert_settled(socket)


def test_while_a_command_joins_the_queue(fresh: Fresh) -> None:
    def busy() -> Socket:
        socket = fresh()
        trigger(socket)
        return socket

    for socket in arrows(busy, lambda socket: _ignore(trigger(socket.later(seconds=1), 2))):
        assert_settled(socket)


def test_while_a_command_replaces_a_waiting_one(fresh: Fresh) -> None:
    def busy() -> Socket:
        socket = fresh()
        trigger(socket)
        availability.change(
            CHARGER, ConnectorId(1), Availability.INOPERATIVE, "admin", socket.later(seconds=1).now
        )
        return socket

    def act(socket: Socket) -> None:
        now = socket.later(seconds=1).now
        availability.change(CHARGER, ConnectorId(1), Availability.OPERATIVE, "admin", now)

    for socket in arrows(busy, act):
        assert_settled(socket)


@pytest.mark.parametrize("answer", [3, 4])
def test_while_an_answer_is_taken(fresh: Fresh, answer: int) -> None:
    def asked() -> Socket:
        socket = fresh()
        trigger(socket)
        trigger(socket.later(seconds=1), 2)
        return socket

    def act(socket: Socket) -> None:
        message_id = socket.commands()[0][1]
        rest = [{"status": "Accepted"}] if answer == 3 else ["InternalError", "", {}]
        socket.send([answer, message_id, *rest])

    for socket in arrows(asked, act):
        assert_settled(socket)


def test_what_waits_goes_out_with_the_next_frame_after_a_death(fresh: Fresh) -> None:
    def asked() -> Socket:
        socket = fresh()
        trigger(socket)
        trigger(socket.later(seconds=1), 2)
        return socket

    def act(socket: Socket) -> None:
        socket.answer(socket.commands()[0], {"status": "Accepted"})

    for socket in arrows(asked, act):
        sweep(socket, timedelta(seconds=60))
        socket.later(seconds=60).ask("Heartbeat")
        ours = [one for one in all_commands(socket) if one.requested_by == "admin"]
        states = {one.payload["connectorId"]: one.state for one in ours}
        assert states[1] in (CommandState.ACCEPTED, CommandState.TIMED_OUT)
        # Killed between its row and its post, the second was marked as sent and never was.
        assert len(socket.commands()) == 2 or states[2] is CommandState.TIMED_OUT


def test_while_a_charger_reconnects(fresh: Fresh, gateway: Gateway) -> None:
    def asked() -> Socket:
        socket = fresh()
        trigger(socket)
        return socket

    def act(socket: Socket) -> None:
        again = Socket(gateway, connected_at=START + timedelta(seconds=5))
        again.connect()
        socket.connection_id = again.connection_id

    for socket in arrows(asked, act):
        gateway.active[str(socket.row.connection_id)] = socket.now + timedelta(hours=25)
        assert_settled(socket)


def test_while_a_status_is_stored_and_then_repeated(fresh: Fresh) -> None:
    frame = [2, "a", "StatusNotification", status(1, "Faulted", START)]
    for socket in arrows(fresh, lambda socket: socket.send(frame)):
        socket.send(frame)
        assert connector("cp-1", 1).status == "Faulted"
        assert len(chargers.list_faulted(None, 10).items) == 1


def test_the_map_is_right_again_after_the_next_look(fresh: Fresh, gateway: Gateway) -> None:
    frame = [2, "a", "StatusNotification", status(1, "Faulted", START)]
    for socket in arrows(fresh, lambda socket: socket.send(frame)):
        if connector("cp-1", 1).status is None:
            continue
        gateway.active[socket.connection_id] = START + timedelta(minutes=10)
        sweep(socket, timedelta(minutes=11))
        assert stations.get_on_map(STATION).counts == {"faulted": 1}


def test_while_a_boot_is_stored_and_then_repeated(fresh: Fresh) -> None:
    for socket in arrows(fresh, lambda socket: socket.send([2, "a", "BootNotification", BOOT])):
        socket.send([2, "b", "BootNotification", BOOT])
        assert chargers.get(CHARGER).about.vendor == "Acme"


def test_while_a_key_is_rotated(fresh: Fresh) -> None:
    def act(socket: Socket) -> None:
        rotation.rotate(CHARGER, "admin", socket.now)

    for socket in arrows(fresh, act):
        for frame in socket.commands():
            secret = bytes.fromhex(frame[3]["value"])
            assert passwords.check(secret, chargers.get(CHARGER).credentials).ok
        assert_settled(socket)


def test_while_the_sweep_calls_a_charger_offline(fresh: Fresh) -> None:
    def gone() -> Socket:
        socket = fresh()
        socket.ask("StatusNotification", status(1, "Available"))
        socket.disconnect()
        socket.later(minutes=11)
        return socket

    for socket in arrows(gone, lambda socket: sweep(socket, timedelta())):
        sweep(socket, timedelta(minutes=1))
        assert socket.row.offline_since == START


def _ignore(_value: object) -> None:
    """A scenario returns nothing."""
