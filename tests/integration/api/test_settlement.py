"""What operators do with billed money, and the receipts of it, over HTTP."""

from tests.integration.api.client import Client
from tests.integration.api.world import World

T = "/api/admin/transactions"


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


def test_what_a_session_would_cost_is_told_line_by_line(admin: Client, world: World) -> None:
    body = {
        "begins_at": "2026-06-10T18:00:00+02:00",
        "energy_wh": 20_000,
        "charging_s": 10_800,
        "time_zone": "Europe/Berlin",
    }
    priced = admin.post(f"/api/admin/tariffs/{world.tariff_id}/preview", body).json
    assert sum(line["amount_minor"] for line in priced["lines"]) == priced["total_minor"] > 0
    wrong = admin.post(
        f"/api/admin/tariffs/{world.tariff_id}/preview", body | {"time_zone": "Mars/Base"}
    )
    assert wrong.status == 422
