"""Money is held from the request on, and free again whatever becomes of it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace

import pytest

from csms.domain.charging_session import ChargingSession, SessionState
from csms.domain.command import CommandState
from csms.domain.errors import Refused
from csms.domain.ids import ConnectorId, Minor
from csms.domain.transaction import TransactionState
from csms.services import billing
from csms.services.charging import sessions as service
from csms.store import charging_session as sessions
from csms.store import command as commands
from csms.store import ledger
from csms.store import wallet as wallets
from tests.faults import Killed, killed_after, killed_before, recorded_calls
from tests.integration.charging.world import (
    DAY,
    DRIVER,
    FUNDS,
    HOUR,
    MINUTE,
    NOW,
    TAG,
    Frames,
    build,
    stored,
    sweep,
)

pytestmark = pytest.mark.usefixtures("tables")
MINIMUM = 500


def held() -> int:
    wallet = wallets.find(DRIVER)
    assert wallet is not None
    entries = list(ledger.in_order(DRIVER))
    assert wallet.held_minor == sum(one.amount_minor for one in entries if one.kind.moves_held)
    return wallet.held_minor


def ask(frames: Frames, key: str | None = None) -> ChargingSession:
    return service.request(
        DRIVER, frames.charger_id, ConnectorId(1), DRIVER, NOW, service.Order(key)
    )


def test_a_request_holds_what_the_station_asks_for() -> None:
    session = ask(build())
    assert (session.hold_minor, held()) == (MINIMUM, MINIMUM)
    assert sessions.get(session.session_id).due_at is not None


def test_the_same_request_again_holds_nothing_more() -> None:
    frames = build()
    assert ask(frames, "key").session_id == ask(frames, "key").session_id
    assert held() == MINIMUM


def cancel(session: ChargingSession) -> None:
    service.stop(session.session_id, DRIVER, NOW)


def time_out(session: ChargingSession) -> None:
    sweep(NOW + HOUR)


def refuse(session: ChargingSession) -> None:
    assert session.command_id is not None
    command = commands.get(session.charger_id, session.command_id)
    service.command_ended(replace(command, state=CommandState.REJECTED), NOW)


@pytest.mark.parametrize("end", [cancel, time_out, refuse])
def test_a_request_that_comes_to_nothing_gives_the_money_back(
    end: Callable[[ChargingSession], None],
) -> None:
    session = ask(build())
    end(session)
    end_state = sessions.get(session.session_id)
    assert end_state.state in (SessionState.FAILED, SessionState.CANCELLED)
    assert (end_state.hold_minor, held()) == (0, 0)


def test_a_transaction_takes_over_what_is_held_until_its_bill() -> None:
    frames = build()
    session = ask(frames)
    number = frames.start(NOW, idTag=session.id_tag)["transactionId"]
    assert (stored(number).hold_minor, held()) == (MINIMUM, MINIMUM)
    assert sessions.get(session.session_id).hold_minor == 0
    frames.stop(number, NOW + HOUR, 11_000)
    assert stored(number).state is TransactionState.COMPLETED
    assert (stored(number).hold_minor, held()) == (0, 0)


def test_a_start_after_its_time_holds_anew() -> None:
    frames = build()
    session = ask(frames)
    sweep(NOW + HOUR)
    number = frames.start(NOW + HOUR, idTag=session.id_tag)["transactionId"]
    assert (stored(number).hold_minor, held()) == (MINIMUM, MINIMUM)


def test_a_start_by_tag_holds_once_however_often_it_is_sent() -> None:
    frames = build()
    number = frames.start(NOW, idTag=TAG)["transactionId"]
    assert frames.start(NOW, idTag=TAG)["transactionId"] == number
    assert (stored(number).hold_minor, held()) == (MINIMUM, MINIMUM)


def test_a_charger_that_fell_silent_keeps_nobodys_money() -> None:
    frames = build()
    number = frames.start(NOW, idTag=TAG)["transactionId"]
    sweep(NOW + 9 * DAY)
    assert stored(number).state is TransactionState.HELD
    assert (stored(number).hold_minor, stored(number).due_kind, held()) == (0, None, 0)


def test_a_doubted_bill_keeps_nobodys_money() -> None:
    frames = build()
    number = frames.start(NOW, idTag=TAG)["transactionId"]
    frames.stop(number, NOW + HOUR, 900_000)
    assert stored(number).state is TransactionState.HELD
    assert (stored(number).hold_minor, held()) == (0, 0)


def test_sixteen_requests_hold_no_more_than_there_is() -> None:
    frames = build()
    billing.adjust(DRIVER, Minor(1700 - FUNDS), "less", "admin", "for the test", NOW)

    def one(key: str) -> bool:
        try:
            return ask(frames, key).hold_minor == MINIMUM
        except Refused:
            return False

    with ThreadPoolExecutor(16) as pool:
        won = list(pool.map(one, map(str, range(16))))
    assert (won.count(True), held()) == (3, 1500)


def stops_asked(frames: Frames) -> int:
    page = commands.list_by_charger(frames.charger_id, NOW, None, 50)
    return sum(one.action == "RemoteStopTransaction" for one in page.items)


def test_a_charger_is_asked_to_stop_once_when_the_money_is_used_up() -> None:
    frames = build()
    billing.adjust(DRIVER, Minor(600 - FUNDS), "less", "admin", "for the test", NOW)
    number = frames.start(NOW, idTag=TAG)["transactionId"]
    frames.meter(number, NOW + 10 * MINUTE, 2000)
    assert stops_asked(frames) == 0
    # 14 kWh at 0.40 and the session fee are 6.10.
    for minutes in (40, 41, 42):
        frames.meter(number, NOW + minutes * MINUTE, 15_000 + minutes)
    assert stops_asked(frames) == 1
    assert stored(number).funds_stop_at == NOW + 40 * MINUTE


@pytest.mark.parametrize("kill", [killed_before, killed_after])
def test_a_death_at_any_call_of_a_request_leaves_nothing_held(
    kill: Callable[[int], object],
) -> None:
    frames = build()
    with recorded_calls() as calls:
        ask(frames, "whole")
    for call in range(len(calls.made)):
        with suppress(Killed), kill(call):  # type: ignore[attr-defined] # a context manager
            ask(frames, f"killed {call}")
    sweep(NOW + HOUR)
    assert held() == 0
