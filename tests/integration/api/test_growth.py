"""A page of every list costs the same whatever lies behind it, and a search looks at so much.

Transactions are in test_flatness.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

import pytest

from csms.domain.audit import AuditEntry
from csms.domain.charging_session import ChargingSession, SessionState
from csms.domain.command import Command, CommandState
from csms.domain.id_tag import IdTag
from csms.domain.ids import (
    ChargerId,
    ChargingSessionId,
    CommandId,
    ConnectorId,
    Minor,
    UserId,
    fold_tag,
)
from csms.domain.message import Direction, LoggedExchange
from csms.domain.user import Role, User
from csms.domain.wallet import EntryKind, LedgerEntry
from csms.store import audit, charging_session, command, id_tag, ledger, message_log, user
from tests.capacity import consumed_capacity
from tests.integration.api.client import Client
from tests.integration.api.world import ADMIN, World
from tests.integration.events import START

FEW, MANY = 260, 900
PAGE = 50
MOST = 120
"""Read units of two pages of fifty, of whatever list."""
SOMEBODY = UserId("somebody")


@dataclass(frozen=True)
class List:
    """A list, and how to make it longer. words: of the world, in the path."""

    path: str
    add: Callable[[int, World], object]
    query: Mapping[str, object] | None = None


def _exchange(number: int, world: World) -> None:
    exchange = LoggedExchange(
        charger_id=ChargerId(world.charger_id),
        at=START + timedelta(seconds=number),
        direction=Direction.FROM_CHARGER,
        action="Heartbeat" if number % 2 else "MeterValues",
        message_id=f"m{number}",
        connection_id=None,
        request="{}",
        answer="{}",
        error=None if number % 3 else "InternalError",
    )
    message_log.write(exchange)


def _entry(number: int, world: World) -> None:
    entry = LedgerEntry(
        user_id=UserId(world.other_id),
        key=f"request#{number}",
        sequence=number,
        kind=EntryKind.TOP_UP,
        amount_minor=Minor(1),
        balance_after_minor=Minor(number),
        held_after_minor=Minor(0),
        actor="test",
        at=START + timedelta(seconds=number),
    )
    ledger.to_row(entry).save()


def _change(number: int, _world: World) -> None:
    at = START + timedelta(seconds=number)
    audit.record(AuditEntry("station#s", at, SOMEBODY, "station.changed", f"r{number}"))


def _tag(number: int, world: World) -> None:
    text = f"T{number:06d}"
    id_tag.create(IdTag(fold_tag(text), text, UserId(world.other_id)), START)


def _person(number: int, _world: World) -> None:
    user.create(
        User(
            user_id=UserId(f"u{number}"),
            issuer="i",
            subject=f"s{number}",
            name=f"Same name {number:06d}",
            email="same@example.com",
            role=Role.USER,
            active=True,
            created_at=START,
        )
    )


def _session(number: int, world: World) -> None:
    charging_session.create(
        ChargingSession(
            session_id=ChargingSessionId(f"session-{number}"),
            user_id=UserId(world.user_id),
            charger_id=ChargerId(world.charger_id),
            connector_id=ConnectorId(1),
            id_tag="V",
            state=SessionState.FAILED,
            requested_at=START + timedelta(seconds=number),
            due_at=None,
            requested_by=world.user_id,
        )
    )


def _command(number: int, world: World) -> None:
    at = START + timedelta(seconds=number)
    command.create(
        Command(
            charger_id=ChargerId(world.charger_id),
            command_id=CommandId(f"{number:012d}"),
            action="TriggerMessage",
            payload={},
            state=CommandState.ACCEPTED,
            requested_by="test",
            requested_at=at,
            expires_at=at + timedelta(days=1),
            due_at=None,
        )
    )


LOG = f"{ADMIN}/chargers/{{charger_id}}/messages"
LISTS = {
    "message log": List(LOG, _exchange),
    "message log of a time": List(LOG, _exchange, {"since": START.isoformat()}),
    "legacy log": List("/api/logs/{charger_id}", _exchange),
    "ledger": List(f"{ADMIN}/users/{{other_id}}/wallet/ledger", _entry),
    "audit of a subject": List(f"{ADMIN}/audit", _change, {"subject": "station#s"}),
    "audit of a person": List(f"{ADMIN}/audit", _change, {"actor": SOMEBODY}),
    "id tags": List(f"{ADMIN}/id-tags", _tag),
    "id tags that begin so": List(f"{ADMIN}/id-tags", _tag, {"prefix": "T"}),
    "id tags of a person": List(f"{ADMIN}/id-tags", _tag, {"user_id": "{other_id}"}),
    "people": List(f"{ADMIN}/users", _person),
    "people that begin so": List(f"{ADMIN}/users", _person, {"prefix": "same"}),
    "people of an address": List(f"{ADMIN}/users", _person, {"email": "same@example.com"}),
    "charging sessions": List("/users/{user_id}/charging-sessions", _session),
    "commands": List(f"{ADMIN}/chargers/{{charger_id}}/commands", _command),
}
SEARCHES: Mapping[str, dict[str, object]] = {
    "action": {"action": "MeterValues"},
    "direction": {"direction": "from-charger"},
    "errors": {"errors_only": True},
    "unique id": {"message_id": "nothing-has-it"},
    "all of it": {"action": "Heartbeat", "direction": "from-charger", "errors_only": True},
}


@pytest.mark.parametrize("name", LISTS)
def test_a_page_costs_the_same_with_few_and_with_many_rows(
    admin: Client, driver: Client, world: World, name: str
) -> None:
    wanted = LISTS[name]
    client = driver if wanted.path.startswith("/users") else admin
    for number in range(1, FEW + 1):
        wanted.add(number, world)
    few = cost_of_two_pages(client, wanted, world)
    for number in range(FEW + 1, MANY + 1):
        wanted.add(number, world)
    many = cost_of_two_pages(client, wanted, world)

    assert many == few
    assert 0 < many < MOST


@pytest.mark.parametrize("name", SEARCHES)
def test_a_search_of_the_message_log_looks_at_so_many_rows_and_goes_on(
    admin: Client, world: World, name: str
) -> None:
    path = LOG.format(charger_id=world.charger_id)
    for number in range(1, MANY + 1):
        _exchange(number, world)
    admin.now = START + timedelta(hours=1)
    found, cursor, costs = 0, None, []
    for _ in range(MANY):
        query = {**SEARCHES[name], "limit": 20, **({"cursor": cursor} if cursor else {})}
        with consumed_capacity() as consumed:
            answer = admin.get(path, query=query)
        assert answer.status == 200, answer.text
        costs.append(consumed.read)
        found += len(answer.json["items"])
        cursor = answer.json["next_cursor"]
        if cursor is None:
            break

    assert cursor is None
    assert found == sum(_matches(number, SEARCHES[name]) for number in range(1, MANY + 1))
    assert max(costs) < MOST


def _matches(number: int, wanted: Mapping[str, object]) -> bool:
    action = "Heartbeat" if number % 2 else "MeterValues"
    return (
        wanted.get("action", action) == action
        and "message_id" not in wanted
        and ("errors_only" not in wanted or number % 3 == 0)
    )


def cost_of_two_pages(client: Client, wanted: List, world: World) -> float:
    """Read units of the first two pages of fifty."""
    client.now = START + timedelta(hours=1)
    path = wanted.path.format(**vars(world))
    query = {name: str(value).format(**vars(world)) for name, value in (wanted.query or {}).items()}
    with consumed_capacity() as consumed:
        first = client.get(path, query={**query, "limit": PAGE})
        cursor = first.json["next_cursor"]
        second = client.get(path, query={**query, "limit": PAGE, "cursor": cursor})
    assert {first.status, second.status} == {200}, first.text + second.text
    assert [len(page.json["items"]) for page in (first, second)] == [PAGE, PAGE]
    return consumed.read
