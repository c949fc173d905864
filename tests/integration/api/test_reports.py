"""Reports by day, station and charger, and files for spreadsheets."""

import csv
import io
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from csms.domain.errors import Refused
from csms.domain.ids import ChargerId, Minor, StationId, UserId
from csms.domain.station import Station
from csms.domain.transaction import Transaction
from csms.entrypoints.api.admin.exports import all_rows
from csms.services.billing import invoices
from csms.store import station as stations
from csms.store import transaction
from csms.store.cursor import Page
from csms.store.station_day import StationDayRow
from tests import transactions
from tests.integration.api.client import Client
from tests.integration.api.world import ADMIN, World
from tests.integration.events import START

NOW = START + timedelta(days=2)
REPORTS = f"{ADMIN}/reports"
TOTAL = ("sessions", "energy_wh", "revenue_minor")


def bill(admin: Client, world: World, days: int = 0, charger_id: str | None = None) -> Transaction:
    """A transaction of 10 kWh for 4.50, billed over HTTP."""
    at = START + timedelta(days=days)
    number = transaction.next_transaction_id()
    ended = transactions.stopped(number, payer=UserId(world.user_id))
    ended = replace(
        ended,
        station_id=StationId(world.station_id),
        charger_id=ChargerId(charger_id or world.charger_id),
        started_at=at,
        start_arrived_at=at,
        stopped_at=at + timedelta(hours=1),
        stop_arrived_at=at + timedelta(hours=1),
    )
    transaction.create(ended)
    admin.now = NOW
    answer = admin.post(f"{ADMIN}/transactions/{number}/retry-billing")
    assert answer.json["state"] == "COMPLETED", answer.text
    return ended


def totals(sums: dict[str, Any]) -> tuple[int, ...]:
    """Sessions, energy, revenue."""
    return tuple(sums[name] for name in TOTAL)


def test_a_station_is_shown_by_day_and_by_charger(admin: Client, world: World) -> None:
    for days, charger_id in ((0, None), (1, None), (1, "other box")):
        bill(admin, world, days, charger_id)

    report = admin.get(f"{REPORTS}/stations/{world.station_id}").json

    assert totals(report["total"]) == (3, 30_000, 1350)
    assert [totals(day) for day in report["days"]] == [(1, 10_000, 450), (2, 20_000, 900)]
    assert [(one["charger_id"], *totals(one)) for one in report["chargers"]] == [
        ("other box", 1, 10_000, 450),
        (world.charger_id, 2, 20_000, 900),
    ]


def test_a_charger_is_shown_by_day(admin: Client, world: World) -> None:
    bill(admin, world, 0)
    bill(admin, world, 1, "other box")

    report = admin.get(f"{REPORTS}/chargers/{world.charger_id}").json

    assert totals(report["total"]) == (1, 10_000, 450)
    assert len(report["days"]) == 1


def test_a_refund_takes_off_revenue_and_no_energy(admin: Client, world: World) -> None:
    ended = bill(admin, world)
    path = f"{ADMIN}/transactions/{ended.transaction_id}/refund"
    body = {"amount_minor": 100, "reason": "it rained"}
    assert admin.post(path, body, headers={"Idempotency-Key": "refund"}).status == 201

    report = admin.get(f"{REPORTS}/chargers/{world.charger_id}").json

    assert totals(report["total"]) == (1, 10_000, 350)


def test_the_summary_adds_up_all_stations(admin: Client, world: World) -> None:
    bill(admin, world, 0)
    bill(admin, world, 1)

    summary = admin.get(f"{REPORTS}/summary").json
    (row,) = admin.get(f"{REPORTS}/stations").json["items"]

    assert totals(summary["total"]) == totals(row) == (2, 20_000, 900)
    assert (summary["stations"], summary["complete"], len(summary["days"])) == (1, True, 2)
    assert summary["next_cursor"] is None


def many_stations(count: int, chargers: int = 1) -> None:
    """Stations whose chargers each billed 100 Wh for 7 on one day."""
    with StationDayRow.batch_write() as batch:
        for number in range(count):
            station_id = StationId(f"many-{number:03d}")
            stations.create(station(station_id))
            for charger in range(chargers):
                day = f"2026-03-01#box-{number}-{charger}"
                row = StationDayRow(
                    station_id, day, sessions=1, energy_wh=100, revenue_minor=7, tax_minor=1
                )
                batch.save(row)


def pages(admin: Client, path: str, **query: object) -> list[dict[str, Any]]:
    """Every page of a report."""
    found: list[dict[str, Any]] = []
    cursor: dict[str, str] = {}
    for _ in range(100):
        page = admin.get(path, query={"last_day": "2026-03-02", **query, **cursor}).json
        found.append(page)
        if page["next_cursor"] is None:
            return found
        cursor = {"cursor": page["next_cursor"]}
    raise AssertionError("the pages never end")


def test_summaries_of_more_stations_than_one_answer_holds_add_up(admin: Client) -> None:
    many_stations(207)

    found = pages(admin, f"{REPORTS}/summary")

    assert [page["stations"] for page in found] == [200, 7]
    assert [page["complete"] for page in found] == [False, True]
    assert [totals(page["total"]) for page in found] == [(200, 20_000, 1400), (7, 700, 49)]
    assert all(len(page["days"]) == 1 for page in found)


@pytest.mark.parametrize("path", ["summary", "stations"])
def test_an_answer_ends_early_when_there_are_very_many_counters(admin: Client, path: str) -> None:
    many_stations(11, chargers=501)

    found = pages(admin, f"{REPORTS}/{path}")

    if path == "summary":
        assert [page["stations"] for page in found] == [10, 1]
        assert sum(page["total"]["sessions"] for page in found) == 11 * 501
    else:
        items = [item for page in found for item in page["items"]]
        assert len({item["station_id"] for item in items}) == len(items) == 11
        assert {item["sessions"] for item in items} == {501}


def test_a_person_is_shown_by_day_with_what_they_paid(admin: Client, world: World) -> None:
    bill(admin, world, 0)
    again = bill(admin, world, 1)
    path = f"{ADMIN}/transactions/{again.transaction_id}/refund"
    body = {"amount_minor": 50, "reason": "it rained"}
    assert admin.post(path, body, headers={"Idempotency-Key": "refund"}).status == 201

    (whole,) = pages(admin, f"{REPORTS}/users/{world.user_id}")
    singly = pages(admin, f"{REPORTS}/users/{world.user_id}", limit=1)
    other = admin.get(f"{REPORTS}/users/{world.other_id}").json

    assert totals(whole["total"]) == (2, 20_000, 850)
    assert [totals(day) for day in whole["days"]] == [(1, 10_000, 450), (1, 10_000, 400)]
    parts = [totals(page["total"]) for page in singly]
    assert len(parts) >= 3
    assert tuple(map(sum, zip(*parts, strict=True))) == totals(whole["total"])
    assert (totals(other["total"]), other["complete"]) == ((0, 0, 0), True)
    assert admin.get(f"{REPORTS}/users/nobody").status == 404


@pytest.mark.parametrize("days", [("0001-01-01", "0001-01-02"), ("9999-12-30", "9999-12-31")])
def test_a_person_at_the_ends_of_time_paid_nothing(
    admin: Client, world: World, days: tuple[str, str]
) -> None:
    query = {"first_day": days[0], "last_day": days[1]}

    report = admin.get(f"{REPORTS}/users/{world.user_id}", query=query).json

    assert totals(report["total"]) == (0, 0, 0)


def station(station_id: StationId) -> Station:
    """A station somewhere."""
    return Station(
        station_id=station_id,
        name=station_id,
        address="Street 1",
        time_zone="UTC",
        latitude_e6=0,
        longitude_e6=0,
        tariff_id=None,
        minimum_balance_minor=Minor(0),
        created_at=START,
    )


def test_days_outside_are_not_counted(admin: Client, world: World) -> None:
    bill(admin, world, 0)

    day = (START + timedelta(days=1)).date().isoformat()
    summary = admin.get(f"{REPORTS}/summary", query={"first_day": day}).json

    assert totals(summary["total"]) == (0, 0, 0)


@pytest.mark.parametrize(
    "days",
    [
        {"first_day": "2026-03-02", "last_day": "2026-03-01"},
        {"first_day": "2020-01-01", "last_day": "2026-03-01"},
        {"first_day": "yesterday"},
        {"first_day": "0001-01-01", "last_day": "9999-12-31"},
    ],
)
def test_days_that_make_no_sense_are_refused(admin: Client, days: dict[str, str]) -> None:
    assert admin.get(f"{REPORTS}/summary", query=days).status == 422


def test_transactions_are_exported_as_the_list_is_filtered(admin: Client, world: World) -> None:
    ended = bill(admin, world, 1)
    query = {"charger_id": world.charger_id, "state": "COMPLETED"}

    answer = admin.get(f"{ADMIN}/exports/transactions.csv", query=query)

    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="transactions.csv"'
    (row,) = rows(answer.text)
    assert (row["transaction_id"], row["price_minor"], row["energy_wh"]) == (
        str(ended.transaction_id),
        "450",
        "10000",
    )
    assert row["started_at"] == ended.started_at.isoformat()


def test_an_export_has_what_accounts_are_kept_by(admin: Client, world: World) -> None:
    number = bill(admin, world, 1).transaction_id
    running = f"{ADMIN}/transactions/{number}"
    body = {"amount_minor": 50, "reason": "sorry"}
    refund = admin.post(f"{running}/refund", body, headers={"Idempotency-Key": "r"})
    assert refund.status == 201
    assert invoices.number_all(lambda: True)
    price = admin.get(running).json

    found = rows(admin.get(f"{ADMIN}/exports/transactions.csv").text)

    of_bill = {one["transaction_id"]: one for one in found}[str(number)]
    assert int(of_bill["net_minor"]) + int(of_bill["tax_minor"]) == price["price_minor"] == 450
    assert (of_bill["refunded_minor"], of_bill["invoice_number"]) == ("50", "1")
    assert of_bill["billed_at"].endswith("+00:00")
    unbilled = {one["transaction_id"]: one for one in found}[str(world.transaction_id)]
    assert [unbilled[name] for name in ("billed_at", "invoice_number", "net_minor")] == ["", "", ""]
    assert unbilled["refunded_minor"] == "0"


def test_a_ledger_is_exported_with_what_a_spreadsheet_must_not_run(
    admin: Client, world: World
) -> None:
    path = f"{ADMIN}/users/{world.user_id}/wallet/adjust"
    body = {"amount_minor": -100, "note": "=HYPERLINK(1)"}
    assert admin.post(path, body, headers={"Idempotency-Key": "x"}).status == 201

    answer = admin.get(f"{ADMIN}/exports/ledger.csv", query={"user_id": world.user_id})

    newest, first = rows(answer.text)
    assert (newest["amount_minor"], newest["note"]) == ("-100", "'=HYPERLINK(1)")
    assert first["kind"] == "top-up"


def test_five_thousand_rows_fit_and_not_one_more() -> None:
    def read(cursor: str | None) -> Page[int]:
        number = int(cursor or 1)
        return Page(range(200), str(number + 1) if number < 25 else None)

    def read_more(cursor: str | None) -> Page[int]:
        return Page([0], None) if cursor == "26" else Page(range(200), str(int(cursor or 1) + 1))

    assert len(list(all_rows(read))) == 5000
    with pytest.raises(Refused, match="more than 5000 rows"):
        list(all_rows(read_more))


def rows(text: str) -> list[dict[str, str]]:
    """The rows of a file."""
    return list(csv.DictReader(io.StringIO(text)))
