"""Rows keep ids; views say what people call those chargers and stations."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from csms.domain.firmware import Installation
from csms.domain.ids import ChargerId, CommandId, FirmwareId, StationId
from csms.domain.security_event import SecurityEvent
from csms.domain.transaction import TransactionState
from csms.store import charger, firmware, review, security_event, station, transaction
from csms.store.review import Review, ReviewKind
from tests import transactions
from tests.capacity import consumed_capacity
from tests.integration.api.client import Client
from tests.integration.api.world import ADMIN, World, created
from tests.integration.api.world import charger as body_of_charger
from tests.integration.events import START

CHARGER, STATION = "RDAM 123", "Rotterdam Coolsingel"
VIEWS: Mapping[str, Mapping[str, str]] = {
    f"{ADMIN}/transactions": {},
    f"{ADMIN}/transactions/{{transaction_id}}": {},
    f"{ADMIN}/billing-failures": {},
    f"{ADMIN}/security-events": {},
    f"{ADMIN}/chargers/{{charger_id}}/security-events": {},
    f"{ADMIN}/reviews": {"kind": "orphan-stop"},
    f"{ADMIN}/firmware/{{firmware_id}}/chargers": {},
    "/users/me/transactions": {},
    "/users/me/charging-sessions": {},
    "/users/me/charging-sessions/{session_id}": {},
}


@pytest.fixture
def busy(world: World) -> World:
    """A world in which every list that names chargers has a row of the one that is there."""
    charger_id = ChargerId(world.charger_id)
    security_event.record(SecurityEvent(charger_id, "TamperDetectionActivated", START, START))
    review.put(Review(ReviewKind.ORPHAN_STOP, charger_id, START, "unique", START, "no start", {}))
    installation = Installation(
        FirmwareId(world.firmware_id), charger_id, CommandId("command"), START
    )
    firmware.ask_for(installation)
    failing(world)
    return world


def failing(world: World, **facts: Any) -> None:
    """Store a transaction whose bill failed."""
    ended = transactions.stopped(transaction.next_transaction_id())
    transaction.create(
        replace(
            ended,
            **{
                "charger_id": ChargerId(world.charger_id),
                "station_id": StationId(world.station_id),
                "state": TransactionState.BILLING_FAILED,
                "attempts": 3,
                "last_error": "insufficient funds",
                "due_kind": "bill",
                "due_at": START + timedelta(hours=1),
                **facts,
            },
        )
    )


def read(client: Client, path: str, query: Mapping[str, str], world: World) -> dict[str, Any]:
    """The view, or the first of a list of them."""
    answer = client.get(path.format(**vars(world)), query=query)
    assert answer.status == 200, answer.text
    found: dict[str, Any] = answer.json
    return found["items"][0] if "items" in found else found


@pytest.mark.parametrize("path", VIEWS)
def test_a_view_says_what_the_charger_and_its_station_are_called(
    admin: Client, driver: Client, busy: World, path: str
) -> None:
    client = admin if path.startswith(ADMIN) else driver

    found = read(client, path, VIEWS[path], busy)

    assert found["charger_id"] == CHARGER.lower()
    assert (found["charger_name"], found["station_name"]) == (CHARGER, STATION)


@pytest.mark.parametrize("path", VIEWS)
def test_what_was_deleted_since_has_no_name(
    admin: Client, driver: Client, busy: World, path: str
) -> None:
    client = admin if path.startswith(ADMIN) else driver
    assert admin.delete(f"{ADMIN}/chargers/{busy.charger_id}").status == 204
    assert admin.delete(f"{ADMIN}/stations/{busy.station_id}").status == 204
    assert charger.find(ChargerId(busy.charger_id)) is None
    assert station.find(StationId(busy.station_id)) is None

    found = read(client, path, VIEWS[path], busy)

    assert (found["charger_name"], found["station_name"]) == (None, None)


def test_a_transaction_names_the_station_at_which_it_was(admin: Client, busy: World) -> None:
    place = admin.get(f"{ADMIN}/stations/{busy.station_id}").json
    body = {name: place[name] for name in ("address", "time_zone", "latitude", "longitude")}
    other = created(admin, f"{ADMIN}/stations", {**body, "name": "Elsewhere"})["station_id"]
    moved = {"name": "Pole 7", "station_id": other, "rated_power_w": 1, "version": 1}
    assert admin.put(f"{ADMIN}/chargers/{busy.charger_id}", moved).status == 200

    found = read(admin, f"{ADMIN}/billing-failures", {}, busy)
    event = read(admin, f"{ADMIN}/security-events", {}, busy)

    assert (found["charger_name"], found["station_name"]) == ("Pole 7", STATION)
    assert (event["charger_name"], event["station_name"]) == ("Pole 7", "Elsewhere")


def test_names_are_read_once_for_a_page_however_many_rows_it_has(
    admin: Client, world: World
) -> None:
    failing(world)
    few = cost(admin)
    for number in range(20):
        body = body_of_charger(world.station_id, identity=f"N{number}")
        made = created(admin, f"{ADMIN}/chargers", body)["charger"]
        failing(world, charger_id=ChargerId(made["charger_id"]))
    many = cost(admin)

    assert many == few


def cost(admin: Client) -> int:
    """In how many calls the page is read."""
    with consumed_capacity() as consumed:
        answer = admin.get(f"{ADMIN}/billing-failures", query={"limit": 50})
    assert {one["charger_name"] is None for one in answer.json["items"]} == {False}
    return consumed.rounds


def test_failed_bills_say_what_went_wrong_and_when_they_are_tried_again(
    admin: Client, world: World
) -> None:
    for hours in (1, 2, 3):
        failing(world, due_at=START + timedelta(hours=hours), started_at=START, attempts=hours)

    first = admin.get(f"{ADMIN}/billing-failures", query={"limit": 2}).json
    query = {"limit": 2, "cursor": first["next_cursor"]}
    second = admin.get(f"{ADMIN}/billing-failures", query=query).json

    rows = [*first["items"], *second["items"]]
    assert [one["attempts"] for one in rows] == [3, 2, 1]
    assert {one["last_error"] for one in rows} == {"insufficient funds"}
    assert rows[0]["next_attempt_at"] == "2026-03-01T15:00:00Z"
    assert (len(first["items"]), second["next_cursor"]) == (2, None)


def test_a_bill_that_was_paid_meanwhile_is_no_failure_any_more(admin: Client, world: World) -> None:
    number = transaction.next_transaction_id() + 1
    failing(world, payer_id=world.user_id)
    assert [one["transaction_id"] for one in failures(admin)] == [number]

    paid = admin.post(f"{ADMIN}/transactions/{number}/retry-billing")

    assert (paid.status, paid.json["state"]) == (200, "COMPLETED")
    assert paid.json["charger_name"] == CHARGER
    assert failures(admin) == []


def failures(admin: Client) -> list[dict[str, Any]]:
    """The bills that failed."""
    items: list[dict[str, Any]] = admin.get(f"{ADMIN}/billing-failures").json["items"]
    return items


def test_one_charger_under_two_spellings_is_asked_once(admin: Client, world: World) -> None:
    body = {"action": "ClearCache", "charger_ids": ["rdam 123", "RDAM 123", "nobody", "a/b"]}

    outcomes = admin.post(f"{ADMIN}/commands/bulk", body).json

    said = [(one["charger_id"], one["charger_name"], one["refused"]) for one in outcomes]
    assert said == [
        ("rdam 123", CHARGER, None),
        ("nobody", None, "not-found"),
        ("a/b", None, "not-found"),
    ]
    assert len(admin.get(f"{ADMIN}/chargers/rdam 123/commands").json["items"]) == 1


def test_reports_name_what_they_count(admin: Client, world: World) -> None:
    admin.post(f"{ADMIN}/transactions/{world.transaction_id}/retry-billing")
    days = {"first_day": "2026-03-01", "last_day": "2026-03-01"}

    place = admin.get(f"{ADMIN}/reports/stations/{world.station_id}", query=days).json
    pole = admin.get(f"{ADMIN}/reports/chargers/{world.charger_id}", query=days).json

    assert (place["name"], place["chargers"][0]["charger_name"]) == (STATION, CHARGER)
    assert (pole["station_name"], pole["charger_name"]) == (STATION, CHARGER)


def test_a_receipt_says_what_stands_on_the_charger(
    admin: Client, driver: Client, world: World
) -> None:
    admin.post(f"{ADMIN}/transactions/{world.transaction_id}/retry-billing")
    path = f"/users/me/transactions/{world.transaction_id}"

    assert driver.get(f"{path}/receipt").json["charger_name"] == CHARGER
    assert f"{CHARGER}, connector 1" in driver.get(f"{path}/receipt.html").text
