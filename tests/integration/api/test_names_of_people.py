"""Rows keep ids; what operators see says whose they are, and drivers are told of nobody."""

from collections.abc import Mapping
from typing import Any

import pytest

from csms.domain.id_tag import IdTag
from csms.domain.ids import ChargerId, FoldedTag, UserId
from csms.domain.message import Direction, LoggedExchange
from csms.services.accounts.users import user_id_of
from csms.store import id_tag, message_log, user
from tests.capacity import consumed_capacity
from tests.integration.api import tokens
from tests.integration.api.client import Client
from tests.integration.api.test_names import CHARGER, STATION, failing, read
from tests.integration.api.world import ADMIN, World, created
from tests.integration.events import START

OPERATOR = user_id_of(tokens.ISSUER, "operator")
AUDIT = {"subject": "id-tag#tag"}
OF_DRIVERS: Mapping[str, str] = {
    f"{ADMIN}/id-tags": "user",
    f"{ADMIN}/id-tags/{{id_tag}}": "user",
    f"{ADMIN}/transactions": "payer",
    f"{ADMIN}/transactions/{{transaction_id}}": "payer",
    f"{ADMIN}/billing-failures": "payer",
}
OF_OPERATORS: Mapping[str, str] = {
    f"{ADMIN}/audit": "actor",
    f"{ADMIN}/users/{{user_id}}/wallet/ledger": "actor",
    f"{ADMIN}/chargers/{{charger_id}}/commands": "requested_by",
    f"{ADMIN}/firmware/{{firmware_id}}": "created_by",
}
TO_DRIVERS: Mapping[str, str] = {
    "/users/me/transactions": "payer_name",
    "/users/me/id-tags": "user_name",
    "/users/me/wallet/ledger": "actor_name",
}


@pytest.fixture
def busy(admin: Client, world: World) -> World:
    """A world in which every list that names people has a row."""
    failing(world, payer_id=UserId(world.user_id))
    path = f"{ADMIN}/chargers/{world.charger_id}/commands"
    assert admin.post(path, {"action": "ClearCache"}).status == 202
    return world


@pytest.mark.parametrize("path", OF_DRIVERS)
def test_operators_read_the_name_of_who_pays(admin: Client, busy: World, path: str) -> None:
    renamed(busy.user_id, "Grace Hopper")

    found = read(admin, path, {}, busy)

    assert found[f"{OF_DRIVERS[path]}_id"] == busy.user_id
    assert found[f"{OF_DRIVERS[path]}_name"] == "Grace Hopper"


@pytest.mark.parametrize("path", OF_OPERATORS)
def test_operators_read_the_name_of_who_did_it(admin: Client, busy: World, path: str) -> None:
    query = AUDIT if path == f"{ADMIN}/audit" else {}

    found = read(admin, path, query, busy)

    assert found[OF_OPERATORS[path]] == OPERATOR
    assert found[f"{OF_OPERATORS[path]}_name"] == user.get(OPERATOR).name


@pytest.mark.parametrize("path", TO_DRIVERS)
def test_drivers_are_told_no_names(driver: Client, busy: World, path: str) -> None:
    assert TO_DRIVERS[path] not in read(driver, path, {}, busy)


def test_nobody_and_a_rule_have_no_name(admin: Client, world: World) -> None:
    failing(world, payer_id=None)
    created(admin, f"{ADMIN}/id-tags", {"id_tag": "LONE"})
    billed = f"{ADMIN}/transactions/{world.transaction_id}/retry-billing"
    assert admin.post(billed).json["state"] == "COMPLETED"

    bill = read(admin, f"{ADMIN}/users/{world.user_id}/wallet/ledger", {}, world)

    assert (bill["actor"], bill["actor_name"]) == ("billing", None)
    assert read(admin, f"{ADMIN}/billing-failures", {}, world)["payer_name"] is None
    assert admin.get(f"{ADMIN}/id-tags/LONE").json["user_name"] is None


def test_messages_say_what_their_charger_is_called(admin: Client, world: World) -> None:
    request = '[2,"1","Heartbeat",{}]'
    frame = (Direction.FROM_CHARGER, "Heartbeat", "1", None, request, "[3,null]")
    message_log.write(LoggedExchange(ChargerId(world.charger_id), START, *frame))

    found = read(admin, f"{ADMIN}/chargers/{{charger_id}}/messages", {}, world)

    assert (found["charger_name"], found["station_name"]) == (CHARGER, STATION)


def test_people_are_read_once_for_a_page_however_many_rows_it_has(
    admin: Client, world: World
) -> None:
    few = cost(admin, 1)
    for number in range(20):
        person = tokens.token(f"driver{number}")
        admin.get("/api/admin/users", token=person)
        payer = user_id_of(tokens.ISSUER, f"driver{number}")
        assert user.find(payer) is not None
        id_tag.create(IdTag(FoldedTag(f"t{number}"), f"T{number}", payer), START, None)
    many = cost(admin, 21)

    assert many == few


def cost(admin: Client, rows: int) -> int:
    """In how many calls a page of tags is read."""
    with consumed_capacity() as consumed:
        answer = admin.get(f"{ADMIN}/id-tags", query={"limit": 50})
    items: list[dict[str, Any]] = answer.json["items"]
    assert len([one for one in items if one["user_name"] is not None]) == rows
    return consumed.rounds


def renamed(user_id: str, name: str) -> None:
    """Let a person have another name from now on."""
    row = user.UserRow(user_id)
    row.update([user.UserRow.name.set(name)])
