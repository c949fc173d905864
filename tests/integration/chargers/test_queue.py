"""Long queues: nothing stuck, in order, and no frame pays for their length."""

from datetime import datetime, timedelta

import pytest

from csms.domain.charger import Charger
from csms.domain.command import Command, CommandState
from csms.domain.errors import Refused
from csms.domain.ids import ChargerId, CommandId
from csms.services import commands
from csms.services.commands.queueing import QUEUE_LIMIT
from csms.store import command as command_store
from csms.store import connection as connections
from csms.store.command import OPEN
from tests.capacity import consumed_capacity
from tests.integration.chargers.asking import CHARGER, sweep
from tests.integration.chargers.charger import Socket
from tests.integration.events import START
from tests.integration.gateway import Gateway

THOUSAND = 1000


def waiting(number: int, at: datetime = START) -> Command:
    """A command that waits, asked for a millisecond after the one before it."""
    asked_at = at + timedelta(milliseconds=number)
    return Command(
        charger_id=CHARGER,
        command_id=CommandId(f"{int(asked_at.timestamp() * 1000):012x}-{number:012x}"),
        action="TriggerMessage",
        payload={"requestedMessage": "StatusNotification", "connectorId": number},
        state=CommandState.QUEUED,
        requested_by="admin",
        requested_at=asked_at,
        expires_at=asked_at + timedelta(minutes=5),
        due_at=asked_at + timedelta(minutes=1),
    )


def fill(count: int, at: datetime = START) -> None:
    """Let commands wait as if they had been asked for one by one."""
    for number in range(1, count + 1):
        command_store.create(waiting(number, at))
    connections.mark_queue(CHARGER, waiting(count, at).command_id)


def ask(socket: Socket, action: str = "ClearCache", **payload: object) -> Command:
    return commands.enqueue(CHARGER, action, payload, "admin", socket.now)


def state(command: Command) -> CommandState:
    return command_store.get(CHARGER, command.command_id).state


def numbers(socket: Socket) -> list[int]:
    """What was sent, by number."""
    return [frame[3]["connectorId"] for frame in socket.commands()]


def test_a_thousand_commands_go_out_in_order_at_the_price_of_one(socket: Socket) -> None:
    fill(THOUSAND)
    socket.ask("Heartbeat")
    costs: set[tuple[float, float]] = set()
    for number in range(60):
        with consumed_capacity() as consumed:
            socket.answer(socket.commands()[number], {"status": "Accepted"})
        costs.add((consumed.read, consumed.written))
    assert numbers(socket) == list(range(1, 62))
    assert max(read for read, _ in costs) <= 4
    assert max(written for _, written in costs) <= 12


def test_a_queue_has_an_end_and_says_so(charger: Charger, gateway: Gateway) -> None:
    socket = Socket(gateway)
    assert QUEUE_LIMIT >= THOUSAND
    fill(QUEUE_LIMIT - 1)
    last = ask(socket.later(seconds=2))
    assert last.state is CommandState.QUEUED
    with pytest.raises(Refused) as refused:
        ask(socket)
    assert refused.value.reason == "queue-full"
    assert str(QUEUE_LIMIT) in refused.value.message


def test_joining_a_long_queue_reads_its_keys_and_none_of_its_commands(
    charger: Charger, gateway: Gateway
) -> None:
    socket = Socket(gateway)
    fill(500)
    with consumed_capacity() as consumed:
        ask(socket.later(seconds=1), "ChangeConfiguration", key="A", value="1")
    assert consumed.read <= 25
    assert consumed.written <= 8


def test_a_long_queue_whose_time_is_over_ends_bit_by_bit(socket: Socket) -> None:
    fill(THOUSAND - 1)
    good = ask(socket.later(minutes=4))
    assert numbers(socket) == [1]
    socket.later(minutes=2)
    with consumed_capacity() as consumed:
        socket.ask("Heartbeat")
    assert len(socket.commands()) == 1
    assert consumed.written <= 60
    for _ in range(THOUSAND):
        if len(socket.commands()) > 1:
            break
        socket.ask("Heartbeat")
    assert [frame[1] for frame in socket.commands()[1:]] == [good.command_id]


def test_the_sweep_ends_a_long_queue_of_a_charger_that_stays_away(
    charger: Charger, gateway: Gateway
) -> None:
    socket = Socket(gateway)
    fill(300)
    sweep(socket.later(minutes=6))
    assert command_store.list_queue(CHARGER, 10) == []
    late = Socket(gateway, connected_at=socket.now)
    late.connect()
    late.ask("Heartbeat")
    assert [frame[2] for frame in late.commands()] == ["GetConfiguration"]


def test_a_reconnect_ends_the_one_in_flight_and_goes_on_behind_it(
    socket: Socket, gateway: Gateway
) -> None:
    fill(5)
    socket.ask("Heartbeat")
    again = Socket(gateway, connected_at=START + timedelta(seconds=9))
    again.connect()
    assert state(waiting(1)) is CommandState.OFFLINE
    again.ask("Heartbeat")
    for number in range(4):
        again.answer(again.commands()[number], {"status": "Accepted"})
    assert numbers(again) == [2, 3, 4, 5]
    assert not again.row.has_queue


def test_only_the_newest_of_a_hundred_wishes_is_sent(socket: Socket) -> None:
    ask(socket)
    for value in range(100):
        ask(socket.later(milliseconds=1), "ChangeConfiguration", key="A", value=str(value))
        ask(socket.later(milliseconds=1), "ChangeConfiguration", key=f"B{value}", value="1")
    assert len(command_store.list_queue(CHARGER, 500)) == 101
    for number in range(102):
        socket.answer(socket.commands()[number], {"status": "Accepted"})
    sent = [frame[3] for frame in socket.commands() if frame[3].get("key") == "A"]
    assert sent == [{"key": "A", "value": "99"}]


class TestWithoutFrames:
    """The sweep is the pump of a charger that says nothing."""

    def test_each_that_is_not_answered_lets_the_next_go(self, socket: Socket) -> None:
        asked = [ask(socket.later(milliseconds=1), "ClearCache") for _ in range(3)]
        for number in range(3):
            assert len(socket.commands()) == number + 1
            sweep(socket.later(seconds=31))
        assert [state(one) for one in asked] == [CommandState.TIMED_OUT] * 3

    def test_what_nobody_knows_of_goes_within_two_minutes(self, socket: Socket) -> None:
        command_store.create(waiting(1))
        socket.ask("Heartbeat")
        assert socket.commands() == []
        sweep(socket.later(seconds=61))
        assert numbers(socket) == [1]

    def test_one_that_waits_for_a_charger_is_looked_at_once(
        self, charger: Charger, gateway: Gateway
    ) -> None:
        socket = Socket(gateway)
        command = ask(socket)
        sweep(socket.later(seconds=61))
        looked_at = command_store.get(CHARGER, command.command_id)
        assert looked_at.due_at == looked_at.expires_at
        assert looked_at.state is CommandState.QUEUED


def test_every_command_of_a_queue_has_one_end(socket: Socket) -> None:
    """Answers, errors, silence and a reconnect, one after the other."""
    asked = [ask(socket.later(milliseconds=1)) for _ in range(6)]
    socket.answer(socket.commands()[0], {"status": "Accepted"})
    socket.answer(socket.commands()[1], {"status": "Rejected"})
    socket.send([4, socket.commands()[2][1], "InternalError", "", {}])
    socket.answer(socket.commands()[3], {})
    sweep(socket.later(seconds=31))
    socket.answer(socket.commands()[5], {"status": "Accepted"})
    assert [state(one) for one in asked] == [
        CommandState.ACCEPTED,
        CommandState.REJECTED,
        CommandState.ERROR,
        CommandState.ERROR,
        CommandState.TIMED_OUT,
        CommandState.ACCEPTED,
    ]
    assert not [one for one in asked if state(one) in OPEN]
    assert socket.row.slot_command_id is None


def test_a_queue_of_another_charger_is_its_own(socket: Socket) -> None:
    fill(3)
    assert command_store.list_queue(ChargerId("cp-2"), 10) == []
