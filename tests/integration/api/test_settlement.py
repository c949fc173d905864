"""What operators do with billed money, and the receipts of it, over HTTP."""

from csms.domain.ids import Minor, UserId
from csms.domain.wallet import EntryKind, Movement, post
from csms.services.billing.retrying import worth_another_attempt
from csms.store import wallet as wallets
from tests.integration.api.client import Client
from tests.integration.api.world import World, stopped
from tests.integration.events import START

T = "/api/admin/transactions"


def spend_all(admin: Client, user_id: str) -> None:
    """Take the money of the world's driver."""
    spent = {"amount_minor": -5000, "note": "spent"}
    path = f"/api/admin/users/{user_id}/wallet/adjust"
    assert admin.post(path, spent, headers={"Idempotency-Key": "a"}).status == 201


def give(user_id: str, amount: int) -> None:
    """Money that comes in, and whose bearer dies before they look at open bills."""
    came_in = Movement(
        key="request#b", kind=EntryKind.TOP_UP, amount_minor=Minor(amount), actor="test", at=START
    )
    wallets.post(post(wallets.ensure(UserId(user_id)), [came_in]))


def billed(admin: Client, world: World) -> str:
    """The path of a transaction that was billed."""
    path = f"{T}/{world.transaction_id}"
    answer = admin.post(f"{path}/retry-billing")
    assert answer.json["state"] == "COMPLETED", answer.json
    return path


def test_a_bill_is_corrected_refunded_and_printed(admin: Client, world: World) -> None:
    path = billed(admin, world)
    price = admin.get(path).json["price_minor"]
    assert price > 0

    body = {"action": "correct", "energy_wh": 1000, "reason": "the meter was read by hand"}
    corrected = admin.post(f"{path}/resolve", body)
    assert (corrected.status, corrected.json["energy_wh"]) == (200, 1000)

    key = {"Idempotency-Key": "refund-1"}
    given_back = admin.post(f"{path}/refund", {"reason": "sorry"}, headers=key)
    assert given_back.status == 201
    assert given_back.json["amount_minor"] == corrected.json["price_minor"]
    again = admin.post(f"{path}/refund", {"reason": "sorry"}, headers=key)
    assert again.json == given_back.json

    receipt = admin.get(f"{path}/receipt").json
    assert receipt["price"]["total_minor"] == corrected.json["price_minor"]
    assert receipt["refunded_minor"] == given_back.json["amount_minor"]
    assert [entry["kind"] for entry in receipt["entries"]] == ["charge", "correction", "refund"]
    assert {"billed", "energy-set", "refunded"} <= {one["kind"] for one in receipt["timeline"]}


def test_operators_read_who_decided_and_drivers_only_what(
    admin: Client, driver: Client, world: World
) -> None:
    path = billed(admin, world)
    body = {"action": "correct", "energy_wh": 1000, "reason": "the meter was read by hand"}
    assert admin.post(f"{path}/resolve", body).status == 200
    key = {"Idempotency-Key": "refund-1"}
    assert admin.post(f"{path}/refund", {"reason": "sorry"}, headers=key).status == 201
    found = admin.get("/api/admin/users", query={"email": "operator@example.com"})
    operator = found.json["items"][0]

    told = {one["kind"]: one for one in admin.get(f"{path}/timeline").json}

    for kind in ("energy-set", "refunded"):
        assert told[kind]["actor"] == operator["user_id"]
        assert told[kind]["actor_name"] == operator["name"]
    assert told["started"]["actor"] is None
    receipt = f"transactions/{world.transaction_id}/receipt"
    for page in (receipt, f"{receipt}.html", "wallet/ledger"):
        shown = driver.get(f"/users/{world.user_id}/{page}")
        assert "sorry" in shown.text
        assert operator["user_id"] not in shown.text


def test_a_driver_prints_their_own_receipt(admin: Client, driver: Client, world: World) -> None:
    billed(admin, world)
    path = f"/users/{world.user_id}/transactions/{world.transaction_id}"
    receipt = driver.get(f"{path}/receipt")
    assert (receipt.status, receipt.json["transaction_id"]) == (200, world.transaction_id)
    page = driver.get(f"{path}/receipt.html")
    assert page.status == 200
    assert page.headers["content-type"].startswith("text/html")
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert receipt.json["total"] in page.text


def test_many_bills_are_tried_again_with_an_outcome_each(admin: Client, world: World) -> None:
    numbers = [world.transaction_id, 2_000_000]
    answer = admin.post(f"{T}/retry-billing", {"transaction_ids": numbers})
    assert [one["state"] for one in answer.json] == ["COMPLETED", None]
    again = admin.post(f"{T}/retry-billing", {"transaction_ids": numbers[:1]})
    assert "no bill to try again" in again.json[0]["error"]
    assert admin.post(f"{T}/retry-billing", {}).json == []


def test_bills_that_failed_are_tried_again_as_far_as_the_money_goes(
    admin: Client, world: World
) -> None:
    wallet = f"/api/admin/users/{world.user_id}/wallet"
    spend_all(admin, world.user_id)
    place = (world.station_id, world.charger_id, world.user_id)
    numbers = [world.transaction_id, *(stopped(*place).transaction_id for _ in range(2))]
    failed = [admin.post(f"{T}/{number}/retry-billing").json for number in numbers]
    assert {one["state"] for one in failed} == {"BILLING_FAILED"}
    assert {one["last_error"] for one in failed} == {
        "insufficient funds: 4.50 EUR due, 0.00 EUR in the wallet"
    }
    give(world.user_id, 900)
    outcomes = admin.post(f"{T}/retry-billing", {}).json
    assert sorted(one["transaction_id"] for one in outcomes) == sorted(numbers)
    states = sorted(one["state"] for one in outcomes)
    assert states == ["BILLING_FAILED", "COMPLETED", "COMPLETED"]
    assert [one["error"] for one in outcomes if one["state"] == "COMPLETED"] == [None, None]
    shown = admin.get(wallet).json
    assert (shown["balance_minor"], len(shown["open_bills"])) == (0, 1)


def test_bills_without_money_do_not_crowd_out_one_that_can_be_paid(
    admin: Client, world: World
) -> None:
    place = (world.station_id, world.charger_id)
    paying = world.transaction_id
    spend_all(admin, world.user_id)
    failed = [paying, *(stopped(*place, world.other_id).transaction_id for _ in range(30))]
    for number in failed:
        assert admin.post(f"{T}/{number}/retry-billing").json["state"] == "BILLING_FAILED"
    give(world.user_id, 450)

    outcomes = admin.post(f"{T}/retry-billing", {}).json

    assert len(outcomes) == 25
    assert (outcomes[0]["transaction_id"], outcomes[0]["state"]) == (paying, "COMPLETED")
    assert {one["state"] for one in outcomes[1:]} == {"BILLING_FAILED"}


def test_a_wallet_that_has_less_than_a_bill_does_not_make_it_worth_an_attempt(
    admin: Client, world: World
) -> None:
    spend_all(admin, world.user_id)
    later = stopped(world.station_id, world.charger_id, world.other_id).transaction_id
    for number in (world.transaction_id, later):
        admin.post(f"{T}/{number}/retry-billing")
    give(world.user_id, 450)
    give(world.other_id, 449)

    worth = [one.transaction_id for one in worth_another_attempt(2)]

    assert worth == [world.transaction_id, later]
    assert [one.transaction_id for one in worth_another_attempt(1)] == worth[:1]
