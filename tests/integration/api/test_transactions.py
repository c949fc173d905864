"""Transactions of operators: lists, details, readings, billing again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from csms.domain.ids import ChargerId, StationId, TransactionId, UserId
from csms.domain.transaction import Transaction, TransactionState
from csms.store import transaction
from tests import transactions
from tests.integration.api.client import Client
from tests.integration.api.world import ADMIN, World, running
from tests.integration.chargers.charger import Socket
from tests.integration.events import START
from tests.integration.gateway import Gateway

LIST = f"{ADMIN}/transactions"


def store(number: int, **facts: Any) -> Transaction:
    """Store a transaction with these facts."""
    return transaction.create(replace(transactions.stopped(number), **facts))


@pytest.fixture
def many(admin: Client) -> Client:
    """Transactions of three chargers at two stations, on three days; the newest is 6."""
    admin.now = START + timedelta(days=2)
    transaction.next_transaction_id()
    for number in range(1, 7):
        store(
            number,
            charger_id=ChargerId(f"cp{number % 3}"),
            station_id=StationId(f"station{number % 2}"),
            payer_id=UserId(f"user{number % 2}"),
            started_at=START + timedelta(hours=8 * number - 8),
            start_arrived_at=START + timedelta(hours=8 * number - 8),
            state=TransactionState.HELD if number == 4 else TransactionState.STOPPED,
        )
    return admin


def numbers(client: Client, **query: object) -> list[int]:
    """The ids of a whole list, whatever its pages."""
    return [item["transaction_id"] for page in pages(client, **query) for item in page]


def pages(client: Client, **query: object) -> Iterator[list[dict[str, Any]]]:
    """The pages of a list."""
    for _ in range(200):
        answer = client.get(LIST, query=query)
        assert answer.status == 200, answer.text
        yield answer.json["items"]
        if answer.json["next_cursor"] is None:
            return
        query["cursor"] = answer.json["next_cursor"]


def test_all_transactions_come_newest_first(many: Client) -> None:
    assert numbers(many) == [6, 5, 4, 3, 2, 1]


@pytest.mark.parametrize("limit", [1, 2, 3, 200])
def test_pages_join_without_gap_or_repeat(many: Client, limit: int) -> None:
    assert numbers(many, limit=limit) == [6, 5, 4, 3, 2, 1]
    assert numbers(many, limit=limit, charger_id="CP1") == [4, 1]


def test_a_page_holds_no_more_than_its_limit(many: Client) -> None:
    assert max(len(page) for page in pages(many, limit=2)) == 2


def test_filters_narrow_the_list(many: Client) -> None:
    assert numbers(many, charger_id="cp0") == [6, 3]
    assert numbers(many, station_id="station1") == [5, 3, 1]
    assert numbers(many, user_id="user0") == [6, 4, 2]
    assert numbers(many, state="HELD") == [4]
    assert numbers(many, user_id="user0", state="STOPPED") == [6, 2]
    assert numbers(many, charger_id="cp0", station_id="station1") == [3]


def test_a_period_is_from_an_instant_to_before_another(many: Client) -> None:
    since = (START + timedelta(hours=8)).isoformat()
    until = (START + timedelta(hours=32)).isoformat()

    assert numbers(many, since=since, until=until) == [4, 3, 2]
    assert numbers(many, since=since, until=until, station_id="station1") == [3]
    assert numbers(many, until=since) == [1]


def test_a_period_that_ends_before_it_begins_is_refused(many: Client) -> None:
    query = {"since": "2026-03-02T00:00:00Z", "until": "2026-03-01T00:00:00Z"}

    answer = many.get(LIST, query=query)

    assert (answer.status, answer.json["field"]) == (422, "query.until")


def test_a_cursor_fits_only_its_own_list(many: Client) -> None:
    cursor = many.get(LIST, query={"limit": 1, "station_id": "station1"}).json["next_cursor"]

    for query in ({}, {"station_id": "station0"}, {"charger_id": "cp1"}):
        answer = many.get(LIST, query={**query, "cursor": cursor})
        assert (answer.status, answer.json["field"]) == (400, "cursor")


def test_a_running_transaction_shows_what_it_used_so_far(admin: Client, world: World) -> None:
    here = running(world.station_id, world.charger_id, world.user_id)

    shown = admin.get(f"{LIST}/{here.transaction_id}").json

    assert (shown["state"], shown["stopped_at"]) == ("RUNNING", None)
    assert (shown["energy_wh"], shown["price_minor"]) == (10_000, transactions.PRICE)


def test_one_that_may_have_ended_unseen_says_so(admin: Client, world: World) -> None:
    here = running(world.station_id, world.charger_id, world.user_id)
    doubtful = replace(here, reconcile_after=START + timedelta(hours=1))
    assert transaction.save(doubtful, here.version) is None

    shown = admin.get(f"{LIST}/{here.transaction_id}").json

    assert shown["state"] == "PENDING_RECONCILIATION"


def test_the_price_adds_up_line_by_line(admin: Client, world: World) -> None:
    price = admin.get(f"{LIST}/{world.transaction_id}").json["price"]

    assert [line["amount_minor"] for line in price["lines"]] == [400, 50]
    assert price["total_minor"] == transactions.PRICE
    assert price["net_minor"] + price["tax_minor"] == price["total_minor"]


def test_a_bill_that_is_due_can_be_tried_now_and_happens_once(admin: Client, world: World) -> None:
    path = f"{LIST}/{world.transaction_id}/retry-billing"

    first, second = admin.post(path), admin.post(path)

    assert (first.status, first.json["state"]) == (200, "COMPLETED")
    assert (second.status, second.json["reason"]) == (409, "not_billable")
    wallet = admin.get(f"{ADMIN}/users/{world.user_id}/wallet").json
    assert wallet["balance_minor"] == 5000 - transactions.PRICE


def test_meter_values_and_timeline_tell_the_whole_session(
    admin: Client, world: World, gateway: Gateway
) -> None:
    number = _charge(world, gateway)

    readings = admin.get(f"{LIST}/{number}/meter-values").json["items"]
    timeline = admin.get(f"{LIST}/{number}/timeline").json
    shown = admin.get(f"{LIST}/{number}").json

    assert [one["register_wh"] for one in readings] == [1500, 2000]
    assert [one["value"] for one in readings[0]["samples"]] == ["1500", "7000"]
    assert timeline[0]["kind"] == "started"
    assert (shown["state"], shown["energy_wh"]) == ("COMPLETED", 1000)
    assert shown["charger_id"] == world.charger_id


@pytest.mark.parametrize("number", ["0", "-1", "x", "2147483648", "1e3", "9" * 5000])
def test_what_is_no_transaction_number_is_refused(admin: Client, world: World, number: str) -> None:
    assert admin.get(f"{LIST}/{number}").status == 422


@pytest.mark.parametrize("what", ["", "/meter-values", "/timeline"])
def test_an_unknown_transaction_does_not_exist(admin: Client, world: World, what: str) -> None:
    assert admin.get(f"{LIST}/2147483647{what}").status == 404


def _charge(world: World, gateway: Gateway) -> TransactionId:
    socket = Socket(gateway, world.charger_id)
    socket.connect()
    began = socket.ask(
        "StartTransaction",
        {"connectorId": 1, "idTag": "tag", "meterStart": 1000, "timestamp": _at(0)},
    )
    number = TransactionId(began["transactionId"])
    for minute, register in ((1, "1500"), (2, "2000")):
        samples = [
            {"value": register},
            {"value": "7", "unit": "kW", "measurand": "Power.Active.Import"},
        ]
        socket.later(minutes=1).ask(
            "MeterValues",
            {
                "connectorId": 1,
                "transactionId": number,
                "meterValue": [{"timestamp": _at(minute), "sampledValue": samples}],
            },
        )
    socket.later(minutes=1).ask(
        "StopTransaction", {"transactionId": number, "meterStop": 2000, "timestamp": _at(10)}
    )
    return number


def _at(minute: int) -> str:
    return (START + timedelta(minutes=minute)).isoformat()
