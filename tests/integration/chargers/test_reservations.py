"""The life of a reservation, from both sides."""

from datetime import timedelta

import pytest

from csms.domain.command import CommandState
from csms.domain.errors import Invalid, Refused
from csms.domain.reservation import Reservation, ReservationState
from csms.ocpp16.timestamps import render_time
from csms.store import reservation as reservations
from tests.integration.chargers.asking import CHARGER, ask, knows, sweep, told
from tests.integration.chargers.charger import Socket, connector, status
from tests.integration.events import START
from tests.integration.store.race import race

TAG = "TAG"


def reserve(socket: Socket, answer: str, connector_id: int = 1, number: int = 7) -> Reservation:
    told(
        socket,
        {"status": answer},
        "ReserveNow",
        connectorId=connector_id,
        expiryDate=render_time(socket.now + timedelta(minutes=30)),
        idTag=TAG,
        reservationId=number,
    )
    return stored(number)


def stored(number: int = 7) -> Reservation:
    found = reservations.find(CHARGER, number)
    assert found is not None
    return found


def start(socket: Socket, number: int) -> int:
    answer = socket.ask(
        "StartTransaction",
        {
            "connectorId": 1,
            "idTag": TAG,
            "meterStart": 0,
            "timestamp": render_time(socket.now),
            "reservationId": number,
        },
    )
    return int(answer["transactionId"])


def test_it_is_active_from_the_charger_s_yes_on(socket: Socket) -> None:
    kept = reserve(socket, "Accepted")

    assert (kept.state, kept.due_at) == (ReservationState.ACTIVE, START + timedelta(minutes=30))
    assert connector("cp-1", 1).reservation_id == 7


@pytest.mark.parametrize("word", ["Faulted", "Occupied", "Rejected", "Unavailable"])
def test_a_refusal_keeps_the_charger_s_reason(socket: Socket, word: str) -> None:
    refused = reserve(socket, word)

    assert (refused.state, refused.reason) == (ReservationState.REFUSED, word)
    assert refused.due_at is None
    assert connector("cp-1", 1).reservation_id is None


def test_the_transaction_that_uses_it_ends_it(socket: Socket) -> None:
    reserve(socket, "Accepted")

    transaction_id = start(socket, 7)

    used = stored()
    assert (used.state, used.transaction_id) == (ReservationState.USED, transaction_id)
    assert connector("cp-1", 1).reservation_id is None


def test_a_start_that_names_no_reservation_of_ours_is_answered(socket: Socket) -> None:
    reserve(socket, "Accepted")
    for number in (8, 0, -1, 2**40):
        assert start(socket.later(seconds=1), number) > 0
    assert stored().state is ReservationState.ACTIVE


def test_nobody_came(socket: Socket) -> None:
    reserve(socket, "Accepted")

    sweep(socket.later(minutes=29))
    assert stored().state is ReservationState.ACTIVE
    sweep(socket.later(minutes=2))

    assert stored().state is ReservationState.EXPIRED
    assert connector("cp-1", 1).reservation_id is None


def test_a_charger_that_never_answers_keeps_nothing(socket: Socket) -> None:
    ask(
        socket,
        "ReserveNow",
        connectorId=1,
        expiryDate=render_time(START + timedelta(minutes=30)),
        idTag=TAG,
        reservationId=7,
    )
    sweep(socket.later(seconds=91))

    assert (stored().state, stored().reason) == (ReservationState.REFUSED, "NoAnswer")
    assert connector("cp-1", 1).reservation_id is None


@pytest.mark.parametrize("word", ["Faulted", "Unavailable"])
def test_a_connector_that_cannot_be_used_is_reserved_no_more(socket: Socket, word: str) -> None:
    reserve(socket, "Accepted")
    socket.ask("StatusNotification", status(1, "Reserved", START))
    assert stored().state is ReservationState.ACTIVE

    socket.ask("StatusNotification", status(1, word, START + timedelta(seconds=5)))

    assert (stored().state, stored().reason) == (ReservationState.ENDED, word)


@pytest.mark.parametrize("word", ["Accepted", "Rejected"])
def test_cancelling_ends_it_even_if_the_charger_had_none(socket: Socket, word: str) -> None:
    reserve(socket, "Accepted")

    told(socket, {"status": word}, "CancelReservation", reservationId=7)

    assert (stored().state, stored().reason) == (ReservationState.CANCELLED, word)
    assert connector("cp-1", 1).reservation_id is None


def test_a_connector_is_kept_for_one_at_a_time(socket: Socket) -> None:
    reserve(socket, "Accepted")
    with pytest.raises(Refused) as refused:
        reserve(socket, "Accepted", number=8)
    assert refused.value.reason == "connector-reserved"
    assert reserve(socket, "Accepted", connector_id=2, number=8).state is ReservationState.ACTIVE


def test_the_same_number_replaces_and_may_move(socket: Socket) -> None:
    reserve(socket, "Accepted")

    moved = reserve(socket, "Accepted", connector_id=2)

    assert moved.connector_id == 2
    assert connector("cp-1", 1).reservation_id is None
    assert connector("cp-1", 2).reservation_id == 7


def test_connector_zero_where_the_charger_can(socket: Socket) -> None:
    with pytest.raises(Refused) as refused:
        reserve(socket, "Accepted", connector_id=0)
    assert refused.value.reason == "connector-needed"
    knows(socket, ReserveConnectorZeroSupported="true")
    assert reserve(socket, "Accepted", connector_id=0).state is ReservationState.ACTIVE


@pytest.mark.parametrize(
    "expiry", ["2020-01-01T00:00:00Z", "soon", "2030-01-01T00:00:00", "2999-01-01T00:00:00Z"]
)
def test_a_time_that_makes_no_sense(socket: Socket, expiry: str) -> None:
    with pytest.raises(Invalid):
        ask(socket, "ReserveNow", connectorId=1, expiryDate=expiry, idTag=TAG)


def test_numbers_are_given_here(socket: Socket) -> None:
    command = told(
        socket,
        {"status": "Accepted"},
        "ReserveNow",
        connectorId=1,
        expiryDate=render_time(START + timedelta(minutes=30)),
        idTag=TAG,
        parentIdTag="GROUP",
    )
    kept = stored(int(str(command.payload["reservationId"])))
    assert (kept.parent_id_tag, command.state) == ("GROUP", CommandState.ACCEPTED)


def test_of_sixteen_who_reserve_one_connector_one_gets_it(socket: Socket) -> None:
    refusals: list[str] = []

    def attempt(number: int) -> bool:
        try:
            ask(
                socket,
                "ReserveNow",
                connectorId=1,
                expiryDate=render_time(START + timedelta(minutes=30)),
                idTag=TAG,
                reservationId=100 + number,
            )
        except Refused as refused:
            refusals.append(refused.reason)
            return False
        return True

    won = race(attempt)
    assert won.count(True) == 1
    assert refusals == ["connector-reserved"] * 15
    assert connector("cp-1", 1).reservation_id == 100 + won.index(True)
    assert [frame[3]["reservationId"] for frame in socket.commands()] == [100 + won.index(True)]
    assert reservations.find(CHARGER, 100 + won.index(False)) is None
