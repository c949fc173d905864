"""The life of a command: one at a time, in order, with one end."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from csms.domain.charger import Charger, Registration
from csms.domain.command import Command, CommandState
from csms.domain.errors import Invalid, NotFound, Refused
from csms.domain.ids import ChargerId, CommandId
from csms.services import commands
from csms.store import command as command_store
from csms.store import connection as connections
from functions.heartbeat_sweep import handler as heartbeat_sweep
from tests.integration import events
from tests.integration.chargers.charger import Socket, register
from tests.integration.events import CONTEXT, START
from tests.integration.gateway import NO_ANSWER, Gateway

CHARGER = ChargerId("cp-1")
TRIGGER = {"requestedMessage": "Heartbeat"}


def trigger(socket: Socket, connector_id: int = 1) -> Command:
    payload = {"requestedMessage": "StatusNotification", "connectorId": connector_id}
    return commands.enqueue(socket.charger_id, "TriggerMessage", payload, "admin", socket.now)


def availability(socket: Socket, connector_id: int, kind: str) -> Command:
    payload = {"connectorId": connector_id, "type": kind}
    return commands.enqueue(socket.charger_id, "ChangeAvailability", payload, "admin", socket.now)


def state(command: Command) -> CommandState:
    return command_store.get(command.charger_id, command.command_id).state


def sweep(socket: Socket) -> None:
    heartbeat_sweep.handler(events.schedule(socket.now), CONTEXT)


def slot(socket: Socket) -> object:
    return socket.row.slot_command_id


class TestSending:
    def test_it_goes_out_at_once_and_its_answer_ends_it(self, socket: Socket) -> None:
        command = trigger(socket)
        assert command.state is CommandState.SENT
        (frame,) = socket.commands()
        assert frame == [
            2,
            command.command_id,
            "TriggerMessage",
            {"requestedMessage": "StatusNotification", "connectorId": 1},
        ]
        socket.answer(frame, {"status": "Accepted"})
        ended = command_store.get(CHARGER, command.command_id)
        assert (ended.state, ended.outcome, ended.due_at) == (
            CommandState.ACCEPTED,
            "Accepted",
            None,
        )
        assert slot(socket) is None

    def test_the_second_waits_for_the_answer_to_the_first(self, socket: Socket) -> None:
        trigger(socket, 1)
        second = trigger(socket, 2)
        assert second.state is CommandState.QUEUED
        assert len(socket.commands()) == 1
        socket.answer(socket.commands()[0], {"status": "Accepted"})
        assert [frame[3]["connectorId"] for frame in socket.commands()] == [1, 2]
        assert state(second) is CommandState.SENT

    def test_they_go_out_in_the_order_of_asking(self, socket: Socket) -> None:
        for connector_id in range(1, 6):
            trigger(socket.later(milliseconds=1), connector_id)
        for number in range(5):
            socket.answer(socket.commands()[number], {"status": "Accepted"})
        assert [frame[3]["connectorId"] for frame in socket.commands()] == [1, 2, 3, 4, 5]
        assert not socket.row.has_queue

    def test_what_waits_for_a_connection_goes_out_with_its_first_frame(
        self, charger: Charger, gateway: Gateway
    ) -> None:
        socket = Socket(gateway)
        command = trigger(socket)
        assert command.state is CommandState.QUEUED
        socket.connect()
        assert socket.commands() == []
        socket.ask("Heartbeat")
        assert socket.commands()[0][1] == command.command_id

    def test_a_frame_of_a_superseded_connection_sends_nothing(
        self, socket: Socket, gateway: Gateway
    ) -> None:
        second = Socket(gateway, connected_at=START + timedelta(seconds=1))
        trigger(socket)
        trigger(socket)
        second.connect()
        gateway.closed.clear()
        socket.ask("Heartbeat")
        assert len(socket.commands()) == 1
        assert second.commands() == []
        second.ask("Heartbeat")
        assert len(second.commands()) == 1

    def test_a_charger_that_is_gone_gets_it_when_it_is_back(
        self, socket: Socket, gateway: Gateway
    ) -> None:
        gateway.refuse(socket.connection_id, 410)
        command = trigger(socket)
        assert command.state is CommandState.QUEUED
        assert (slot(socket), socket.row.connection_id) == (None, None)
        again = Socket(gateway, connected_at=START + timedelta(seconds=20))
        again.connect()
        again.ask("Heartbeat")
        assert [frame[1] for frame in again.commands()] == [command.command_id]

    def test_one_too_large_for_the_gateway_ends_and_the_next_goes(
        self, socket: Socket, gateway: Gateway
    ) -> None:
        gateway.refuse(socket.connection_id, 413)
        assert trigger(socket).state is CommandState.ERROR
        assert trigger(socket).state is CommandState.SENT

    @pytest.mark.parametrize("status", [429, 500, NO_ANSWER])
    def test_a_post_of_unknown_fate_is_in_doubt_and_never_repeated(
        self, socket: Socket, gateway: Gateway, status: int
    ) -> None:
        gateway.refuse(socket.connection_id, status)
        command = trigger(socket)
        assert command.state is CommandState.IN_DOUBT
        socket.ask("Heartbeat")
        assert socket.commands() == []
        sweep(socket.later(seconds=31))
        assert state(command) is CommandState.TIMED_OUT
        assert socket.commands() == []

    def test_an_answer_ends_the_doubt(self, socket: Socket, gateway: Gateway) -> None:
        gateway.refuse(socket.connection_id, 429)
        command = trigger(socket)
        socket.send([3, command.command_id, {"status": "Accepted"}])
        assert state(command) is CommandState.ACCEPTED


class TestAnswers:
    @pytest.mark.parametrize(
        ("answer", "expected"),
        [
            ({"status": "Rejected"}, CommandState.REJECTED),
            ({"status": "NotImplemented"}, CommandState.NOT_SUPPORTED),
            ({"status": "nonsense"}, CommandState.ERROR),
            ({}, CommandState.ERROR),
            (None, CommandState.ERROR),
            ([1], CommandState.ERROR),
        ],
    )
    def test_each_answer_has_its_end(
        self, socket: Socket, answer: object, expected: CommandState
    ) -> None:
        command = trigger(socket)
        socket.answer(socket.commands()[0], answer)
        assert state(command) is expected
        assert slot(socket) is None

    @pytest.mark.parametrize(
        ("code", "expected"),
        [
            ("NotSupported", CommandState.NOT_SUPPORTED),
            ("NotImplemented", CommandState.NOT_SUPPORTED),
            ("InternalError", CommandState.ERROR),
            ("", CommandState.ERROR),
        ],
    )
    def test_a_call_error_ends_it(self, socket: Socket, code: str, expected: CommandState) -> None:
        command = trigger(socket)
        socket.send([4, command.command_id, code, "because", {}])
        ended = command_store.get(CHARGER, command.command_id)
        assert ended.state is expected
        assert ended.answer is not None
        assert ended.answer["errorDescription"] == "because"
        assert slot(socket) is None

    def test_a_second_answer_changes_nothing(self, socket: Socket) -> None:
        command = trigger(socket)
        socket.answer(socket.commands()[0], {"status": "Accepted"})
        following = trigger(socket)
        socket.answer(socket.commands()[0], {"status": "Rejected"})
        assert state(command) is CommandState.ACCEPTED
        assert slot(socket) == following.command_id

    def test_an_answer_after_the_timeout_changes_nothing(self, socket: Socket) -> None:
        command = trigger(socket)
        sweep(socket.later(seconds=31))
        assert state(command) is CommandState.TIMED_OUT
        socket.answer(socket.commands()[0], {"status": "Accepted"})
        assert state(command) is CommandState.TIMED_OUT

    @pytest.mark.parametrize("message_id", ["nobody", 7, "", "x" * 500, -1])
    def test_an_answer_to_nothing_changes_nothing(self, socket: Socket, message_id: object) -> None:
        command = trigger(socket)
        socket.send([3, message_id, {"status": "Accepted"}])
        assert state(command) is CommandState.SENT

    def test_an_answer_of_another_charger_changes_nothing(
        self, socket: Socket, gateway: Gateway
    ) -> None:
        command = trigger(socket)
        register("CP-2")
        other = Socket(gateway, "cp-2")
        other.connect()
        other.send([3, command.command_id, {"status": "Accepted"}])
        assert state(command) is CommandState.SENT

    def test_a_charger_may_ask_before_it_answers(self, socket: Socket) -> None:
        command = trigger(socket)
        assert socket.ask("Heartbeat")
        assert len(socket.commands()) == 1
        socket.answer(socket.commands()[0], {"status": "Accepted"})
        assert state(command) is CommandState.ACCEPTED


class TestDeadlines:
    def test_no_answer_times_out_and_the_next_goes(self, socket: Socket) -> None:
        first, second = trigger(socket, 1), trigger(socket, 2)
        sweep(socket.later(seconds=29))
        assert state(first) is CommandState.SENT
        sweep(socket.later(seconds=2))
        assert state(first) is CommandState.TIMED_OUT
        assert state(second) is CommandState.SENT
        assert [frame[3]["connectorId"] for frame in socket.commands()] == [1, 2]

    def test_a_stale_start_is_never_sent(self, charger: Charger, gateway: Gateway) -> None:
        socket = Socket(gateway)
        payload = {"idTag": "T", "connectorId": 1}
        command = commands.enqueue(CHARGER, "RemoteStartTransaction", payload, "admin", socket.now)
        late = Socket(gateway, connected_at=START + timedelta(seconds=61))
        late.connect()
        late.ask("Heartbeat")
        assert [frame[2] for frame in late.commands()] == ["GetConfiguration"]
        assert state(command) is CommandState.EXPIRED

    def test_the_sweep_ends_what_waited_too_long(self, charger: Charger, gateway: Gateway) -> None:
        socket = Socket(gateway)
        command = trigger(socket)
        sweep(socket.later(minutes=6))
        assert state(command) is CommandState.EXPIRED

    def test_a_newer_availability_replaces_one_that_waits(self, socket: Socket) -> None:
        trigger(socket)
        older = availability(socket.later(milliseconds=1), 1, "Inoperative")
        other = availability(socket.later(milliseconds=1), 2, "Inoperative")
        newer = availability(socket.later(milliseconds=1), 1, "Operative")
        found = command_store.get(CHARGER, older.command_id)
        assert (found.state, found.outcome) == (CommandState.SUPERSEDED, newer.command_id)
        assert state(other) is CommandState.QUEUED
        for number in range(3):
            socket.answer(socket.commands()[number], {"status": "Accepted"})
        sent = [frame[3] for frame in socket.commands()[1:]]
        assert sent == [
            {"connectorId": 2, "type": "Inoperative"},
            {"connectorId": 1, "type": "Operative"},
        ]


class TestReconnect:
    def test_it_ends_what_was_in_flight(self, socket: Socket, gateway: Gateway) -> None:
        command = trigger(socket)
        again = Socket(gateway, connected_at=START + timedelta(seconds=5))
        again.connect()
        assert state(command) is CommandState.OFFLINE
        assert slot(again) is None

    def test_a_late_answer_on_the_new_connection_changes_nothing(
        self, socket: Socket, gateway: Gateway
    ) -> None:
        command = trigger(socket)
        again = Socket(gateway, connected_at=START + timedelta(seconds=5))
        again.connect()
        again.answer(socket.commands()[0], {"status": "Accepted"})
        assert state(command) is CommandState.OFFLINE

    def test_a_disconnect_leaves_it_to_its_deadline(self, socket: Socket) -> None:
        command = trigger(socket)
        socket.disconnect()
        assert state(command) is CommandState.SENT
        sweep(socket.later(seconds=31))
        assert state(command) is CommandState.TIMED_OUT


class TestRefusals:
    def test_an_unknown_charger(self, charger: Charger, gateway: Gateway) -> None:
        with pytest.raises(NotFound):
            trigger(Socket(gateway, "cp-9"))

    @pytest.mark.parametrize(
        ("action", "payload"),
        [
            ("Nonsense", {}),
            ("Heartbeat", {}),
            ("TriggerMessage", {}),
            ("TriggerMessage", {"requestedMessage": "Nonsense"}),
            ("ChangeAvailability", {"connectorId": "1", "type": "Operative"}),
            ("ChangeConfiguration", {"key": "k" * 51, "value": "1"}),
        ],
    )
    def test_what_the_protocol_does_not_allow(
        self, charger: Charger, action: str, payload: dict[str, Any]
    ) -> None:
        with pytest.raises(Invalid):
            commands.enqueue(CHARGER, action, payload, "admin", START)

    def test_a_start_of_a_charger_that_is_not_approved(self, charger: Charger) -> None:
        register("CP-2", Registration.PENDING)
        with pytest.raises(Refused) as refused:
            commands.enqueue(
                ChargerId("cp-2"), "RemoteStartTransaction", {"idTag": "T"}, "admin", START
            )
        assert refused.value.reason == "charger-pending"

    def test_anything_of_a_disabled_charger(self, charger: Charger) -> None:
        register("CP-2", Registration.REJECTED)
        with pytest.raises(Refused) as refused:
            commands.enqueue(ChargerId("cp-2"), "TriggerMessage", TRIGGER, "admin", START)
        assert refused.value.reason == "charger-disabled"


class TestWaiting:
    def test_it_returns_as_soon_as_there_is_an_answer(self, socket: Socket) -> None:
        command = trigger(socket)
        pauses: list[float] = []

        def sleep(seconds: float) -> None:
            pauses.append(seconds)
            if len(pauses) == 3:
                socket.answer(socket.commands()[0], {"status": "Accepted"})

        ended = commands.wait_for_outcome(command, sleep, lambda: START)
        assert ended.state is CommandState.ACCEPTED
        assert len(pauses) == 3

    def test_it_gives_up_after_eight_seconds(self, socket: Socket) -> None:
        sleep, clock = _time()
        ended = commands.wait_for_outcome(trigger(socket), sleep, clock)
        assert ended.state is CommandState.SENT
        assert timedelta(seconds=8) <= clock() - START < timedelta(seconds=9)

    def test_one_behind_another_is_waited_for_too(self, socket: Socket) -> None:
        trigger(socket, 1)
        command = trigger(socket.later(milliseconds=1), 2)
        assert command.state is CommandState.QUEUED
        answered: list[int] = []

        def sleep(_seconds: float) -> None:
            number = len(answered)
            answered.append(number)
            socket.answer(socket.commands()[number], {"status": "Accepted"})

        ended = commands.wait_for_outcome(command, sleep, lambda: START)
        assert ended.state is CommandState.ACCEPTED
        assert answered == [0, 1]

    def test_it_does_not_wait_for_a_charger_that_is_away(
        self, charger: Charger, gateway: Gateway
    ) -> None:
        sleep, clock = _time()
        commands.wait_for_outcome(trigger(Socket(gateway)), sleep, clock)
        assert clock() == START


def _time() -> tuple[Callable[[float], None], Callable[[], datetime]]:
    moment = [START]

    def sleep(seconds: float) -> None:
        moment[0] += timedelta(seconds=seconds)

    return sleep, lambda: moment[0]


def test_a_slot_that_a_dead_process_left_frees_itself(socket: Socket) -> None:
    connections.claim_slot(CHARGER, CommandId("dead"), START + timedelta(seconds=30), START)
    waiting = trigger(socket)
    assert waiting.state is CommandState.QUEUED
    socket.later(seconds=31).ask("Heartbeat")
    assert state(waiting) is CommandState.SENT
