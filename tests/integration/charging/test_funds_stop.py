"""The one stop that is asked for when a driver's money is used up: it is asked, whoever dies."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

import pytest

from csms.domain.charger import Registration
from csms.domain.command import CommandState
from csms.domain.ids import ChargerId, ConnectionId, Micro, Minor, TariffId, UserId
from csms.domain.time_of_use import Window
from csms.services import billing
from csms.store import charger as chargers
from csms.store import command as commands
from csms.store import connection as connections
from csms.store import tariff as tariffs
from csms.store import timeline
from tests.faults import recorded_calls
from tests.integration.chargers.charger import Socket
from tests.integration.charging.world import (
    NOW,
    add_charger,
    add_tag,
    build,
    meter_payload,
    start_payload,
    stored,
    sweep,
)
from tests.integration.gateway import Gateway
from tests.integration.kill import killed_after

pytestmark = pytest.mark.usefixtures("tables")

FUNDS = 600
"""14 kWh at 0.40 and the session fee are 6.10."""
SPENT_WH = 15_000
STOP = "RemoteStopTransaction"
NOBODY = ConnectionId("nobody")


@dataclass(frozen=True, slots=True)
class Case:
    """A connected charger on which a transaction runs for a driver with little money."""

    socket: Socket
    number: int

    def read(self, register_wh: int = SPENT_WH) -> None:
        """Send a reading, by which the money is used up."""
        payload = meter_payload(self.number, self.socket.now, register_wh)
        self.socket.call("MeterValues", payload)

    def asked(self) -> list[list[Any]]:
        """The stops that the charger was asked for."""
        return [one for one in self.socket.commands() if one[2] == STOP]

    def pass_time(self, minutes: int) -> None:
        """Let time pass with a charger that is there, and the schedules run; it says nothing."""
        now = self.socket.later(minutes=minutes).now
        connections.touch(self.socket.charger_id, self.socket.row.connection_id or NOBODY, now)
        sweep(now)

    def answer(self) -> None:
        """The charger answers what it got, also of what the sweep sends."""
        for _ in range(2):
            for one in self.asked():
                self.socket.answer(one, {"status": "Accepted"})
            self.pass_time(2)


def case(gateway: Gateway, name: str) -> Case:
    """A case of its own, so that deaths do not meet."""
    payer = UserId(f"driver-{name}")
    billing.top_up(payer, Minor(FUNDS), "funds", "test", None, NOW)
    add_tag(f"tag-{name}", user_id=payer)
    add_charger(f"cp-{name}")
    socket = Socket(gateway, f"cp-{name}", NOW)
    socket.connect()
    socket.ask("Heartbeat")
    socket.answer(socket.commands()[0], {"configurationKey": []})
    started = socket.ask("StartTransaction", start_payload(NOW, idTag=f"tag-{name}"))
    socket.later(minutes=40)
    return Case(socket, int(started["transactionId"]))


@pytest.fixture
def running(gateway: Gateway) -> Case:
    """One case."""
    build()
    return case(gateway, "1")


def cases(gateway: Gateway) -> Iterator[tuple[int, Case]]:
    """A case for each call at which a process may die."""
    build()
    for number in count():
        yield number, case(gateway, str(number))


def test_a_charger_is_asked_once_and_the_timeline_says_why(running: Case) -> None:
    running.read()
    (asked,) = running.asked()
    assert asked[3] == {"transactionId": running.number}
    running.answer()
    for minutes in (1, 10, 30):
        running.pass_time(minutes)
        running.read(SPENT_WH + minutes)
    assert len(running.asked()) == 1
    told = timeline.events(stored(running.number).transaction_id)
    assert [one.kind for one in told] == ["funds-end"]
    assert told[0].text == "Stop asked: 6.10 EUR used, no more there"


def test_a_death_at_any_call_still_asks_the_charger_once(gateway: Gateway) -> None:
    for call, one in cases(gateway):
        with killed_after(call) as killer:
            one.read()
        one.answer()
        one.pass_time(15)
        one.read(SPENT_WH + 1)
        one.answer()
        assert len(one.asked()) == 1, call
        assert stored(one.number).funds_stop_at is not None
        if not killer.fired:
            assert call > 10
            return


def test_a_death_after_the_mark_needs_no_other_frame(gateway: Gateway) -> None:
    """Between the mark and the slot nothing but the sweep is left to send the command."""
    finished_by_sweep = 0
    for call, one in cases(gateway):
        with killed_after(call) as killer:
            one.read()
        is_marked, was_asked = stored(one.number).funds_stop_at is not None, bool(one.asked())
        command_id = stored(one.number).funds_command_id
        if is_marked and not was_asked and command_id is not None:
            command = commands.get(one.socket.charger_id, command_id)
            one.pass_time(2)
            # One that was marked as sent may have been: it is not sent again by itself.
            assert bool(one.asked()) == (command.state is CommandState.QUEUED), call
            finished_by_sweep += len(one.asked())
        if not killer.fired:
            assert finished_by_sweep > 1
            return


def test_readings_are_not_read_again_while_the_money_surely_lasts(gateway: Gateway) -> None:
    build()
    by_hour = Window("late", tuple(range(7)), 18 * 60, 22 * 60, Micro(500_000))
    tariff = tariffs.get(TariffId("standard"))
    tariffs.replace(replace(tariff, windows=(by_hour,), version=tariff.version + 1), NOW)
    running = case(gateway, "1")
    for register_wh, series_is_read in ((5_000, False), (12_000, True), (SPENT_WH, True)):
        with recorded_calls() as calls:
            running.read(register_wh)
        assert ("Query" in calls.made) is series_is_read, register_wh
        running.socket.later(minutes=1)
    assert len(running.asked()) == 1


@pytest.mark.parametrize("answer", ["Accepted", "Rejected"])
def test_whoever_answered_is_not_asked_again(running: Case, answer: str) -> None:
    running.read()
    running.socket.answer(running.asked()[0], {"status": answer})
    running.pass_time(30)
    running.read(SPENT_WH + 1)
    assert len(running.asked()) == 1


def test_whoever_did_not_answer_is_asked_again(running: Case) -> None:
    running.read()
    running.pass_time(2)
    running.read(SPENT_WH + 1)
    assert len(running.asked()) == 1
    running.pass_time(9)
    running.read(SPENT_WH + 2)
    assert len(running.asked()) == 2


def test_a_charger_that_may_not_be_asked_is_asked_when_it_may(running: Case) -> None:
    charger_id = ChargerId("cp-1")
    register(charger_id, Registration.REJECTED)
    running.read()
    assert (stored(running.number).funds_stop_at, running.asked()) == (None, [])
    register(charger_id, Registration.ACCEPTED)
    running.socket.later(minutes=1)
    running.read(SPENT_WH + 1)
    assert len(running.asked()) == 1


def register(charger_id: ChargerId, registration: Registration) -> None:
    """Give a charger another registration."""
    charger = chargers.get(charger_id)
    chargers.replace(replace(charger, registration=registration), charger.version)
