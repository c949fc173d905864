"""The process dies at each call to the database; repeats and sweeps put things right.

What was acknowledged is never lost, nothing is counted or billed twice, nothing waits for ever.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import count

import pytest

from csms.domain.charging_session import SessionState
from csms.domain.command import CommandState
from csms.domain.ids import ConnectorId, Minor, UserId, fold_tag
from csms.domain.transaction import ClosedBy, TransactionState
from csms.entrypoints.jobs import billing_retry
from csms.services import billing
from csms.services.charging import sessions as service
from csms.services.charging.reconciliation import close_due
from csms.store import charger as chargers
from csms.store import charging_session as sessions
from csms.store import command as commands
from csms.store import id_tag as tags
from csms.store import transaction_list as lists
from tests.integration.charging.world import (
    DAY,
    HOUR,
    MINUTE,
    NOW,
    Frames,
    add_charger,
    add_tag,
    bills,
    build,
    meter_payload,
    stored,
)
from tests.integration.kill import killed_after

pytestmark = pytest.mark.usefixtures("tables", "gateway")
S = TransactionState
MOST_CALLS = 40


@dataclass(frozen=True, slots=True)
class Case:
    """A charger, a tag and a driver for one death, so that deaths do not meet."""

    frames: Frames
    tag: str
    payer: UserId

    def start(self) -> int:
        """Begin the one transaction of this case; the same message each time."""
        return int(self.frames.start(NOW, idTag=self.tag, message_id="start")["transactionId"])

    def stop(self, number: int) -> None:
        """End it; the same message each time."""
        self.frames.stop(number, NOW + HOUR, 11_000)


def cases() -> Iterator[tuple[int, Case]]:
    """A case for each call at which a process may die: 1, 2, …"""
    build("cp")
    for number in count(1):
        payer = UserId(f"driver-{number}")
        billing.top_up(payer, Minor(10_000), "funds", "test", None, NOW)
        add_tag(f"tag-{number}", user_id=payer)
        yield number, Case(add_charger(f"cp-{number}"), f"tag-{number}", payer)


def dies(call: int, act: Callable[[], object]) -> bool:
    """Whether an act was killed at its nth call; False once it makes fewer."""
    assert call < MOST_CALLS, "an act never ends"
    with killed_after(call - 1) as killer:
        act()
    return killer.fired


def sweep(now: datetime) -> None:
    """The parts of the schedules that look at transactions and sessions."""
    service.fail_due(now, lambda: True)
    close_due(now, lambda: True)
    billing_retry.handle({"time": now.isoformat()}, lambda: True)


def test_a_start_that_died_anywhere_is_one_transaction_when_it_is_repeated() -> None:
    for call, case in cases():
        killed = dies(call, case.start)
        number = case.start()
        assert case.start() == number
        (only,) = lists.list_by_charger(case.frames.charger_id, None, 5).items
        assert (only.transaction_id, only.state) == (number, S.RUNNING)
        assert only.id_tag_info.status == "Accepted"
        connector = chargers.connector(case.frames.charger_id, ConnectorId(1))
        assert connector is not None
        assert connector.transaction_id == number
        assert list(tags.claimed_starts(fold_tag(case.tag))) == [only.start_key]
        if not killed:
            assert call > 8
            return


def test_a_start_that_died_anywhere_does_not_block_its_tag_for_ever() -> None:
    for call, case in cases():
        killed = dies(call, case.start)
        began = lists.list_by_charger(case.frames.charger_id, None, 5).items
        later = case.frames.start(NOW + 8 * DAY, idTag=case.tag)
        expected = "ConcurrentTx" if began else "Accepted"
        assert later["idTagInfo"]["status"] == expected
        if not killed:
            return


def test_a_stop_that_died_anywhere_is_one_bill() -> None:
    for call, case in cases():
        number = case.start()
        killed = dies(call, lambda: case.stop(number))  # noqa: B023 - called at once
        if stored(number).state is S.RUNNING:
            case.stop(number)  # It was not acknowledged: the charger repeats it.
        if stored(number).due_at is not None:
            sweep(NOW + HOUR + 2 * MINUTE)
        ended = stored(number)
        assert (ended.state, ended.due_at) == (S.COMPLETED, None)
        assert bills(case.payer) == [(f"charge#{number}", -450)]
        again = case.frames.start(NOW + DAY, idTag=case.tag)
        assert again["idTagInfo"]["status"] == "Accepted"
        if not killed:
            assert call > 5
            return


def test_readings_that_died_anywhere_count_once_when_they_are_repeated() -> None:
    for call, case in cases():
        number = case.start()
        payload = meter_payload(number, NOW + MINUTE, 1500)

        def send() -> None:
            case.frames.send("MeterValues", payload, NOW + MINUTE)  # noqa: B023 - called at once

        killed = dies(call, send)
        send()
        send()
        assert stored(number).readings.count == 1
        if not killed:
            assert call > 2
            return


def test_our_own_close_that_died_anywhere_is_done_by_the_next_sweep() -> None:
    for call, case in cases():
        number = case.start()
        case.frames.meter(number, NOW + MINUTE, 1500)
        case.frames.status("Available", NOW + HOUR)
        killed = dies(call, lambda: close_due(NOW + 2 * HOUR, lambda: True))
        sweep(NOW + 2 * HOUR + 2 * MINUTE)
        ended = stored(number)
        assert (ended.state, ended.closed_by) == (S.COMPLETED, ClosedBy.CSMS)
        assert len(bills(case.payer)) == 1
        if not killed:
            return


def test_a_true_stop_that_died_anywhere_is_one_correction() -> None:
    for call, case in cases():
        number = case.start()
        case.frames.meter(number, NOW + MINUTE, 1500)
        case.frames.status("Available", NOW + HOUR)
        close_due(NOW + 2 * HOUR, lambda: True)

        def stop() -> None:
            case.frames.stop(number, NOW + HOUR, 11_000, NOW + 2 * DAY)  # noqa: B023 - at once

        killed = dies(call, stop)
        if stored(number).closed_by is ClosedBy.CSMS:
            stop()
        if stored(number).due_at is not None:
            sweep(NOW + 2 * DAY + 2 * MINUTE)
        ended = stored(number)
        assert (ended.state, ended.due_at) == (S.COMPLETED, None)
        assert len(bills(case.payer)) == 2
        assert sum(amount for _, amount in bills(case.payer)) == -450
        if not killed:
            return


def test_a_next_start_that_died_anywhere_ends_the_one_before() -> None:
    for call, case in cases():
        number = case.start()
        case.frames.meter(number, NOW + MINUTE, 1500)

        def begin_next() -> None:
            case.frames.start(NOW + HOUR, idTag="other", message_id="next")  # noqa: B023 - at once

        killed = dies(call, begin_next)
        begin_next()
        if stored(number).due_at is not None:
            sweep(NOW + HOUR + 2 * MINUTE)
        ended = stored(number)
        assert (ended.state, ended.stop_reason) == (S.COMPLETED, "Superseded")
        assert len(bills(case.payer)) == 1
        if not killed:
            return


def test_a_request_that_died_anywhere_ends_in_a_session_that_is_decided() -> None:
    for call, case in cases():
        charger_id = case.frames.charger_id

        def ask() -> None:
            service.request(case.payer, charger_id, ConnectorId(1), "x", NOW)  # noqa: B023 - at once

        killed = dies(call, ask)
        sweep(NOW + HOUR)
        for session in sessions.list_by_user(case.payer, None, 5).items:
            assert (session.state, session.due_at) == (SessionState.FAILED, None)
        if not killed:
            return


def test_a_start_of_a_session_that_died_anywhere_is_linked_by_the_sweep() -> None:
    for call, case in cases():
        frames, payer = case.frames, case.payer
        session = service.request(payer, frames.charger_id, ConnectorId(1), "x", NOW)
        assert session.command_id is not None
        command = commands.get(frames.charger_id, session.command_id)
        accepted = commands.finish(
            command.charger_id,
            command.command_id,
            commands.Ending(CommandState.ACCEPTED, NOW),
            (command.state,),
        )
        assert accepted is not None
        service.command_ended(accepted, NOW)

        def start() -> None:
            frames.start(NOW, idTag=session.id_tag, message_id="s")  # noqa: B023 - called at once

        killed = dies(call, start)
        began = lists.list_by_charger(frames.charger_id, None, 5).items
        sweep(NOW + HOUR)
        decided = sessions.get(session.session_id)
        if began:
            linked = (SessionState.LINKED, began[0].transaction_id)
            assert (decided.state, decided.transaction_id) == linked
        else:
            assert decided.state is SessionState.FAILED
        if not killed:
            return
