"""Wallets over HTTP: money moves once, whatever is repeated."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from functions.admin_api.handler import handler
from tests.engine import Engine
from tests.integration.api import tokens
from tests.integration.api.client import Answer, Client
from tests.integration.api.world import ADMIN, World


def wallet_of(world: World) -> str:
    return f"{ADMIN}/users/{world.user_id}/wallet"


def test_a_top_up_is_an_entry_and_raises_the_balance(admin: Client, world: World) -> None:
    answer = _top_up(admin, world, 250, "a")

    assert (answer.status, answer.json["balance_after_minor"]) == (201, 5250)
    assert answer.json["kind"] == "top-up"
    wallet = admin.get(wallet_of(world)).json
    assert (wallet["balance_minor"], wallet["available_minor"]) == (5250, 5250)
    assert wallet["currency"] == "EUR"
    entries = admin.get(f"{wallet_of(world)}/ledger").json["items"]
    assert [entry["amount_minor"] for entry in entries] == [250, 5000]


def test_the_same_key_and_body_get_the_first_answer(admin: Client, world: World) -> None:
    first, second = (_top_up(admin, world, 250, "a") for _ in range(2))

    assert first.json == second.json
    assert admin.get(wallet_of(world)).json["balance_minor"] == 5250


def test_the_same_key_with_another_body_is_refused(admin: Client, world: World) -> None:
    _top_up(admin, world, 250, "a")

    answer = _top_up(admin, world, 251, "a")

    assert (answer.status, answer.json["field"]) == (422, "header.idempotency-key")
    assert admin.get(wallet_of(world)).json["balance_minor"] == 5250


def test_sixteen_equal_requests_at_once_move_money_once(
    admin: Client, world: World, tables: Engine
) -> None:
    clients = [Client(handler) for _ in range(16)]
    for client in clients:
        client.token = admin.token
    with ThreadPoolExecutor(16) as threads:
        answers = list(threads.map(lambda one: _top_up(one, world, 250, "a"), clients))
    for client in clients:
        client.close()

    assert {answer.status for answer in answers} == {201}
    assert admin.get(wallet_of(world)).json["balance_minor"] == 5250


@pytest.mark.parametrize("key", [None, "", "x" * 129, "tab\there", "ключ"])
def test_money_needs_a_key(admin: Client, world: World, key: str | None) -> None:
    headers = {} if key is None else {"Idempotency-Key": key}

    answer = admin.post(f"{wallet_of(world)}/top-up", {"amount_minor": 1}, headers=headers)

    assert answer.status == 422
    assert answer.json["field"].lower() == "header.idempotency-key"


@pytest.mark.parametrize("amount", [0, -1, 1.5, "1", None, True, 10**9 + 1, 10**30])
def test_an_amount_is_a_whole_positive_number(admin: Client, world: World, amount: object) -> None:
    answer = admin.post(
        f"{wallet_of(world)}/top-up", {"amount_minor": amount}, headers={"Idempotency-Key": "a"}
    )

    assert (answer.status, answer.json["field"]) == (422, "body.amount_minor")


def test_an_adjustment_needs_a_note_and_money(admin: Client, world: World) -> None:
    path, key = f"{wallet_of(world)}/adjust", {"Idempotency-Key": "a"}

    without = admin.post(path, {"amount_minor": -1}, headers=key)
    too_much = admin.post(path, {"amount_minor": -5001, "note": "n"}, headers=key)
    good = admin.post(path, {"amount_minor": -5000, "note": "wrong bank"}, headers=key)

    assert (without.status, without.json["field"]) == (422, "body.note")
    assert (too_much.status, too_much.json["reason"]) == (409, "insufficient_funds")
    assert (good.status, good.json["balance_after_minor"]) == (201, 0)


def test_a_user_that_does_not_exist_has_no_wallet(admin: Client, world: World) -> None:
    assert admin.get(f"{ADMIN}/users/nobody/wallet").status == 404
    assert admin.get(f"{ADMIN}/users/nobody/wallet/ledger").status == 404
    answer = admin.post(
        f"{ADMIN}/users/nobody/wallet/top-up",
        {"amount_minor": 1},
        headers={"Idempotency-Key": "a"},
    )
    assert answer.status == 404


def test_a_new_driver_has_an_empty_wallet(admin: Client, driver: Client, world: World) -> None:
    wallet = driver.get("/users/me/wallet", token=tokens.token("other")).json

    assert (wallet["user_id"], wallet["balance_minor"]) == (world.other_id, 0)


def _top_up(client: Client, world: World, amount: int, key: str) -> Answer:
    return client.post(
        f"{wallet_of(world)}/top-up", {"amount_minor": amount}, headers={"Idempotency-Key": key}
    )
