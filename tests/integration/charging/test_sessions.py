"""A driver's request: its tag, its deadline, and the transaction that adopts it."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from csms.domain.charging_session import ChargingSession, SessionState
from csms.domain.command import Command, CommandState
from csms.domain.configuration import ConfigurationEntry
from csms.domain.errors import Conflict, Invalid, NotFound, Refused
from csms.domain.ids import ChargerId, ConnectorId, Minor, TransactionId, UserId
from csms.domain.transaction import TransactionState
from csms.services import billing
from csms.services.charging import sessions as service
from csms.store import charging_session as sessions
from csms.store import command as commands
from csms.store import configuration
from csms.store import id_tag as tags
from csms.store import transaction as transactions
from csms.store import wallet as wallets
from tests.integration.charging.world import (
    DRIVER,
    FUNDS,
    HOUR,
    MINUTE,
    NOW,
    SECOND,
    Frames,
    add_charger,
    bills,
    build,
    start_payload,
    stored,
    sweep,
)
from tests.transactions import stopped

pytestmark = pytest.mark.usefixtures("tables")
S = SessionState


def ask(frames: Frames) -> ChargingSession:
    """The driver asks for connector 1."""
    return service.request(DRIVER, frames.charger_id, ConnectorId(1), DRIVER, NOW)


def command_of(session: ChargingSession, state: CommandState) -> Command:
    """The session's command, ended."""
    assert session.command_id is not None
    return replace(commands.get(session.charger_id, session.command_id), state=state)


def state_of(session: ChargingSession) -> SessionState:
    return sessions.get(session.session_id).state


def broke() -> None:
    """Take the driver's money away."""
    billing.adjust(DRIVER, Minor(-FUNDS), "broke", "test", "for a test", NOW)


def test_a_request_becomes_a_transaction_and_a_bill() -> None:
    frames = build()
    session = ask(frames)
    assert state_of(session) is S.REQUESTED
    command = command_of(session, CommandState.ACCEPTED)
    assert command.payload == {"idTag": session.id_tag, "connectorId": 1}
    service.command_ended(command, NOW + SECOND)
    assert state_of(session) is S.PENDING_START
    started = frames.start(NOW + MINUTE, idTag=session.id_tag)
    assert started["idTagInfo"]["status"] == "Accepted"
    linked = sessions.get(session.session_id)
    assert (linked.state, linked.transaction_id) == (S.LINKED, started["transactionId"])
    assert linked.due_at is None
    frames.stop(started["transactionId"], NOW + HOUR, 11_000, idTag=session.id_tag)
    assert stored(started["transactionId"]).session_id == session.session_id
    assert bills() == [(f"charge#{started['transactionId']}", -450)]


def test_the_start_may_overtake_the_answer_to_the_command() -> None:
    frames = build()
    session = ask(frames)
    number = frames.start(NOW, idTag=session.id_tag)["transactionId"]
    for state in (CommandState.ACCEPTED, CommandState.TIMED_OUT):
        service.command_ended(command_of(session, state), NOW + SECOND)
    linked = sessions.get(session.session_id)
    assert (linked.state, linked.transaction_id) == (S.LINKED, number)


@pytest.mark.parametrize(
    "state",
    [
        CommandState.REJECTED,
        CommandState.NOT_SUPPORTED,
        CommandState.ERROR,
        CommandState.TIMED_OUT,
        CommandState.EXPIRED,
        CommandState.OFFLINE,
    ],
)
def test_a_command_that_was_not_accepted_fails_the_session(state: CommandState) -> None:
    session = ask(build())
    service.command_ended(command_of(session, state), NOW)
    failed = sessions.get(session.session_id)
    assert (failed.state, failed.reason) == (S.FAILED, f"command_{state}")


@pytest.mark.parametrize("state", [CommandState.QUEUED, CommandState.SENT, CommandState.IN_DOUBT])
def test_a_command_that_has_not_ended_decides_nothing(state: CommandState) -> None:
    session = ask(build())
    service.command_ended(command_of(session, state), NOW)
    assert state_of(session) is S.REQUESTED


def test_a_start_that_does_not_come_fails_the_session() -> None:
    session = ask(build())
    service.command_ended(command_of(session, CommandState.ACCEPTED), NOW)
    service.fail_due(NOW + 149 * SECOND, lambda: True)
    assert state_of(session) is S.PENDING_START
    service.fail_due(NOW + 150 * SECOND, lambda: True)
    failed = sessions.get(session.session_id)
    assert (failed.state, failed.reason) == (S.FAILED, "no_start")


@pytest.mark.parametrize(
    ("reported", "seconds"),
    [
        ("60", 90),
        ("3600", 3630),
        ("0", 150),
        ("7200", 150),
        ("-5", 150),
        ("soon", 150),
        (None, 150),
    ],
)
def test_a_charger_s_own_time_to_plug_in_counts_where_it_can_be_right(
    reported: str | None, seconds: int
) -> None:
    frames = build()
    entry = ConfigurationEntry(
        "ConnectionTimeOut", reported, readonly=False, known=True, reported_at=NOW
    )
    configuration.report(frames.charger_id, [entry], NOW)
    session = ask(frames)
    service.command_ended(command_of(session, CommandState.ACCEPTED), NOW)
    assert sessions.get(session.session_id).due_at == NOW + seconds * SECOND


def test_the_same_key_again_is_the_same_session() -> None:
    frames = build()

    def request(connector: int = 1, key: str = "key") -> ChargingSession:
        place = ConnectorId(connector)
        return service.request(DRIVER, frames.charger_id, place, DRIVER, NOW, service.Order(key))

    first = request()
    assert request().session_id == first.session_id
    assert request(key="other").session_id != first.session_id
    with pytest.raises(Invalid):
        request(connector=2)


def test_a_session_fails_although_the_process_died_before_it_asked() -> None:
    session = ask(build())
    sweep(NOW + HOUR)
    assert state_of(session) is S.FAILED


def test_without_time_the_sweep_leaves_the_rest() -> None:
    session = ask(build())
    assert not service.fail_due(NOW + HOUR, lambda: False)
    assert state_of(session) is S.REQUESTED


def test_a_start_after_the_session_failed_is_accepted_with_money() -> None:
    frames = build()
    session = ask(frames)
    sweep(NOW + HOUR)
    started = frames.start(NOW + HOUR, idTag=session.id_tag)
    assert started["idTagInfo"]["status"] == "Accepted"
    assert state_of(session) is S.LINKED


def test_a_start_after_the_session_failed_is_blocked_without_money() -> None:
    frames = build()
    session = ask(frames)
    sweep(NOW + HOUR)
    broke()
    started = frames.start(NOW + HOUR, idTag=session.id_tag)
    assert started["idTagInfo"]["status"] == "Blocked"
    assert state_of(session) is S.FAILED
    frames.stop(started["transactionId"], NOW + HOUR + MINUTE, 1001)
    assert stored(started["transactionId"]).state is TransactionState.UNBILLED


def test_a_start_that_was_never_linked_is_linked_by_the_sweep() -> None:
    frames = build()
    session = ask(frames)
    frames.answer("StartTransaction", start_payload(NOW, idTag=session.id_tag), NOW)
    assert state_of(session) is S.REQUESTED
    sweep(NOW + HOUR)
    assert state_of(session) is S.LINKED


def test_one_session_is_one_transaction() -> None:
    frames = build()
    session = ask(frames)
    first = frames.start(NOW, idTag=session.id_tag)
    second = frames.start(NOW + MINUTE, idTag=session.id_tag, connectorId=2)
    assert second["idTagInfo"]["status"] == "ConcurrentTx"
    frames.stop(first["transactionId"], NOW + HOUR, 11_000)
    third = frames.start(NOW + 2 * HOUR, idTag=session.id_tag)
    assert third["idTagInfo"]["status"] == "ConcurrentTx"
    linked = sessions.get(session.session_id)
    assert linked.transaction_id == first["transactionId"]


def test_of_sixteen_transactions_one_adopts_a_session() -> None:
    session = ask(build())
    numbers = [TransactionId(n) for n in range(1, 17)]
    for number in numbers:
        transactions.create(replace(stopped(number), state=TransactionState.RUNNING))
    with ThreadPoolExecutor(16) as pool:
        won = list(pool.map(lambda n: service.adopt(session.session_id, n, NOW), numbers))
    assert won.count(True) == 1
    assert sessions.get(session.session_id).transaction_id == won.index(True) + 1


def test_linking_failing_and_cancelling_at_once_leave_one_outcome() -> None:
    session = ask(build())
    transactions.create(replace(stopped(7), state=TransactionState.RUNNING))
    steps = [
        lambda: service.adopt(session.session_id, TransactionId(7), NOW),
        lambda: billing.end_session(session, S.CANCELLED, "cancelled", NOW) is not None,
    ] * 8
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda step: step(), steps))
    left = sessions.get(session.session_id)
    assert (left.state is S.LINKED) == (left.transaction_id == 7)
    assert left.due_at is None
    wallet = wallets.find(DRIVER)
    assert wallet is not None
    held = stored(7).hold_minor
    assert (held, wallet.held_minor) == ((500, 500) if left.state is S.LINKED else (0, 0))


def test_a_session_s_tag_is_good_at_its_own_charger_only() -> None:
    session = ask(build())
    other = add_charger("cp2")
    assert other.start(NOW, idTag=session.id_tag)["idTagInfo"]["status"] == "Invalid"
    assert state_of(session) is S.REQUESTED


def test_what_the_driver_cancelled_does_not_charge() -> None:
    frames = build()
    session = ask(frames)
    assert service.stop(session.session_id, DRIVER, NOW) is None
    assert state_of(session) is S.CANCELLED
    assert frames.start(NOW, idTag=session.id_tag)["idTagInfo"]["status"] == "Blocked"
    with pytest.raises(Conflict):
        service.stop(session.session_id, DRIVER, NOW)


def test_a_running_session_is_stopped_by_a_command() -> None:
    frames = build()
    session = ask(frames)
    number = frames.start(NOW, idTag=session.id_tag)["transactionId"]
    command = service.stop(session.session_id, DRIVER, NOW)
    assert command is not None
    assert (command.action, command.payload) == (
        "RemoteStopTransaction",
        {"transactionId": number},
    )
    frames.stop(number, NOW + HOUR, 11_000)
    with pytest.raises(Conflict):
        service.stop(session.session_id, DRIVER, NOW + HOUR)


def test_without_money_nothing_is_asked() -> None:
    frames = build()
    with pytest.raises(Refused) as refused:
        service.request(UserId("poor"), frames.charger_id, ConnectorId(1), "poor", NOW)
    assert refused.value.reason == "insufficient_funds"
    assert not sessions.list_by_user(UserId("poor"), None, 5).items


@pytest.mark.parametrize("connector", [0, 3])
def test_a_connector_that_is_not_there_is_refused(connector: int) -> None:
    frames = build()
    with pytest.raises(Invalid):
        service.request(DRIVER, frames.charger_id, ConnectorId(connector), DRIVER, NOW)


def test_a_charger_that_is_not_there_is_not_found() -> None:
    build()
    with pytest.raises(NotFound):
        service.request(DRIVER, ChargerId("nowhere"), ConnectorId(1), DRIVER, NOW)


def test_sessions_of_a_user_are_listed_newest_first_and_their_tags_are_not() -> None:
    frames = build()
    first = ask(frames)
    second = service.request(DRIVER, frames.charger_id, ConnectorId(2), DRIVER, NOW + SECOND)
    listed = sessions.list_by_user(DRIVER, None, 10).items
    assert [one.session_id for one in listed] == [second.session_id, first.session_id]
    assert len(tags.list_by_user(DRIVER, None, 10).items) == 1
    assert len({first.id_tag, second.id_tag}) == 2
