"""Who owns a charger, and its one command slot: one winner, whoever races."""

import random
from datetime import datetime, timedelta

import pytest

from csms.domain.charger import Charger, Connection, Reachability
from csms.domain.ids import ChargerId, CommandId, ConnectionId
from csms.store import connection as connections
from csms.store.connection import Claim
from tests.engine import Engine
from tests.integration.events import START
from tests.integration.store.race import THREADS, race

CHARGER = ChargerId("cp-1")
LATER = START + timedelta(seconds=30)


def claim(number: int, connected_at: datetime = START, *, refused: bool = False) -> Claim:
    due_at = connected_at + timedelta(minutes=10)
    return Claim(CHARGER, ConnectionId(f"C{number}="), connected_at, "wss", refused, due_at)


def row() -> Connection:
    found = connections.find(CHARGER, consistent=True)
    assert found is not None
    return found


@pytest.fixture
def connected(charger: Charger) -> Connection:
    connections.take_ownership(claim(0))
    return row()


def test_the_newest_of_sixteen_connections_owns_the_charger(charger: Charger) -> None:
    seconds = random.Random(16).sample(range(THREADS), THREADS)
    race(lambda n: connections.take_ownership(claim(n, START + timedelta(seconds=seconds[n]))))
    assert row().connection_id == f"C{seconds.index(THREADS - 1)}="


def test_an_older_connection_does_not_take_over(connected: Connection) -> None:
    assert connections.take_ownership(claim(1, START - timedelta(seconds=1))) is None
    assert row().connection_id == "C0="


def test_a_connection_of_an_unknown_charger_makes_no_row(tables: Engine) -> None:
    assert connections.take_ownership(claim(0)) is None
    assert connections.find(CHARGER, consistent=True) is None


def test_a_late_disconnect_does_not_release_the_next_connection(connected: Connection) -> None:
    connections.take_ownership(claim(1, LATER))
    assert connections.release(CHARGER, ConnectionId("C0="), LATER) is None
    assert row().connection_id == "C1="


def test_one_of_sixteen_releases_wins(connected: Connection) -> None:
    won = race(lambda _: connections.release(CHARGER, ConnectionId("C0="), LATER))
    assert sum(before is not None for before in won) == 1
    assert (row().connection_id, row().disconnected_at) == (None, LATER)


def test_one_of_sixteen_commands_gets_the_slot(connected: Connection) -> None:
    won = race(lambda n: connections.claim_slot(CHARGER, CommandId(f"c{n}"), LATER, START))
    winners = [number for number, owner in enumerate(won) if owner is not None]
    assert len(winners) == 1
    assert row().slot_command_id == f"c{winners[0]}"


def test_an_expired_slot_is_free_for_one_of_sixteen(connected: Connection) -> None:
    connections.claim_slot(CHARGER, CommandId("old"), LATER, START)
    after = LATER + timedelta(seconds=1)
    won = race(lambda n: connections.claim_slot(CHARGER, CommandId(f"c{n}"), after, after))
    assert sum(owner is not None for owner in won) == 1


def test_a_slot_is_not_given_before_it_expires(connected: Connection) -> None:
    connections.claim_slot(CHARGER, CommandId("old"), LATER, START)
    assert connections.claim_slot(CHARGER, CommandId("new"), LATER, START) is None


def test_nothing_gets_the_slot_of_a_charger_that_is_not_connected(charger: Charger) -> None:
    assert connections.claim_slot(CHARGER, CommandId("c"), LATER, START) is None


def test_nothing_gets_the_slot_of_a_connection_that_was_refused(charger: Charger) -> None:
    connections.take_ownership(claim(0, refused=True))
    assert connections.claim_slot(CHARGER, CommandId("c"), LATER, START) is None


def test_a_command_that_never_waited_does_not_pass_one_that_waits(connected: Connection) -> None:
    connections.mark_queue(CHARGER, CommandId("waiting"))
    assert connections.claim_idle_slot(CHARGER, CommandId("new"), LATER, START) is None


def test_one_of_sixteen_idle_claims_wins(connected: Connection) -> None:
    won = race(lambda n: connections.claim_idle_slot(CHARGER, CommandId(f"c{n}"), LATER, START))
    assert sum(owner is not None for owner in won) == 1


def test_only_the_holder_frees_the_slot_and_once(connected: Connection) -> None:
    connections.claim_slot(CHARGER, CommandId("mine"), LATER, START)
    assert connections.release_slot(CHARGER, CommandId("other")) is None
    won = race(lambda _: connections.release_slot(CHARGER, CommandId("mine")))
    before = [old for old in won if old is not None]
    assert [old.slot_command_id for old in before] == ["mine"]
    assert row().slot_command_id is None


def test_a_new_connection_takes_the_slot_and_tells_what_was_in_it(connected: Connection) -> None:
    connections.claim_slot(CHARGER, CommandId("mine"), LATER, START)
    before = connections.take_ownership(claim(1, LATER))
    assert before is not None
    assert before.slot_command_id == "mine"
    assert row().slot_command_id is None


def test_a_queue_is_not_called_empty_when_something_joined_it(connected: Connection) -> None:
    connections.mark_queue(CHARGER, CommandId("first"))
    connections.mark_queue(CHARGER, CommandId("second"))
    assert not connections.clear_queue(CHARGER, CommandId("first"))
    assert row().has_queue
    assert connections.clear_queue(CHARGER, CommandId("second"))
    assert not row().has_queue


def test_a_heartbeat_of_the_owner_is_noted(connected: Connection) -> None:
    connections.touch(CHARGER, ConnectionId("C0="), LATER)
    assert row().last_seen_at == LATER


def test_a_heartbeat_of_another_connection_reads_and_does_not_write(connected: Connection) -> None:
    found = connections.touch(CHARGER, ConnectionId("C9="), LATER)
    assert found is not None
    assert found.connection_id == "C0="
    assert row().last_seen_at == START


def test_a_heartbeat_of_a_deleted_charger_makes_no_row(tables: Engine) -> None:
    assert connections.touch(CHARGER, ConnectionId("C0="), LATER) is None
    assert connections.find(CHARGER, consistent=True) is None


def test_one_of_sixteen_frames_asks_for_the_interval(connected: Connection) -> None:
    won = race(lambda _: connections.claim_interval_check(connected, LATER))
    assert sum(won) == 1


def test_a_deadline_stays_where_it_is_when_the_charger_reconnects(connected: Connection) -> None:
    connections.take_ownership(claim(1, LATER))
    assert row().due_at == START + timedelta(minutes=10)


def test_a_charger_that_was_heard_of_meanwhile_is_not_called_offline(
    connected: Connection,
) -> None:
    connections.touch(CHARGER, ConnectionId("C0="), LATER)
    assert not connections.mark_offline(connected, START)
    assert row().reachability is Reachability.ONLINE


def test_a_charger_that_reconnected_meanwhile_is_not_called_offline(
    connected: Connection,
) -> None:
    connections.take_ownership(claim(1, LATER))
    assert not connections.mark_offline(connected, LATER)


def test_one_of_sixteen_sweeps_calls_a_charger_offline(connected: Connection) -> None:
    won = race(lambda _: connections.mark_offline(connected, START))
    assert sum(won) == 1
    offline = row()
    assert (offline.reachability, offline.offline_since) == (Reachability.OFFLINE, START)
    assert (offline.connection_id, offline.due_at) == (None, None)


def test_one_of_sixteen_sweeps_moves_a_deadline(connected: Connection) -> None:
    won = race(lambda n: connections.postpone(connected, LATER + timedelta(minutes=n)))
    assert sum(won) == 1


def test_chargers_are_listed_by_reachability(connected: Connection) -> None:
    assert connections.list_by_reachability(Reachability.ONLINE, None, 10).items == [CHARGER]
    assert connections.list_by_reachability(Reachability.OFFLINE, None, 10).items == []
