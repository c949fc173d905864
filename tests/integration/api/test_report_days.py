"""Reports count on the station's own calendar: at midnight, and on days of 23 and 25 hours."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from csms.domain.ids import ChargerId, StationId, UserId, Wh
from csms.store import transaction
from tests import transactions
from tests.integration.api.client import Client
from tests.integration.api.world import ADMIN, World

REPORTS = f"{ADMIN}/reports"
BILLED_AT = datetime.fromisoformat("2026-12-01T00:00:00Z")
PRICES: Mapping[int, tuple[int, int]] = {1000: (90, 14), 2000: (130, 21), 3000: (170, 27)}
"""Energy → what it costs at 0.40 a kWh and 0.50 a session, and the 19 % in it, by hand."""

type Charged = Sequence[tuple[str, int]]
type Counted = Sequence[tuple[str, int, int, int, int]]

CASES: Mapping[str, tuple[str, Charged, Counted]] = {
    "midnight in Berlin, in winter": (
        "Europe/Berlin",
        [("2026-01-31T22:59:59Z", 1000), ("2026-01-31T23:00:00Z", 2000)],
        [("2026-01-31", 1, 1000, 90, 14), ("2026-02-01", 1, 2000, 130, 21)],
    ),
    "the day of 23 hours": (
        "Europe/Berlin",
        [
            ("2026-03-28T22:59:59Z", 1000),
            ("2026-03-28T23:00:00Z", 2000),
            ("2026-03-29T00:59:59Z", 3000),
            ("2026-03-29T01:00:00Z", 1000),
            ("2026-03-29T21:59:59Z", 1000),
            ("2026-03-29T22:00:00Z", 3000),
        ],
        [
            ("2026-03-28", 1, 1000, 90, 14),
            ("2026-03-29", 4, 7000, 480, 76),
            ("2026-03-30", 1, 3000, 170, 27),
        ],
    ),
    "the day of 25 hours": (
        "Europe/Berlin",
        [
            ("2026-10-24T21:59:59Z", 3000),
            ("2026-10-24T22:00:00Z", 1000),
            ("2026-10-25T00:30:00Z", 2000),
            ("2026-10-25T01:30:00Z", 2000),
            ("2026-10-25T22:59:59Z", 3000),
            ("2026-10-25T23:00:00Z", 1000),
        ],
        [
            ("2026-10-24", 1, 3000, 170, 27),
            ("2026-10-25", 4, 8000, 520, 83),
            ("2026-10-26", 1, 1000, 90, 14),
        ],
    ),
    "where days begin first": (
        "Pacific/Kiritimati",
        [("2026-03-01T09:59:59Z", 1000), ("2026-03-01T10:00:00Z", 2000)],
        [("2026-03-01", 1, 1000, 90, 14), ("2026-03-02", 1, 2000, 130, 21)],
    ),
    "where days begin last": (
        "Pacific/Pago_Pago",
        [("2026-03-02T10:59:59Z", 1000), ("2026-03-02T11:00:00Z", 2000)],
        [("2026-03-01", 1, 1000, 90, 14), ("2026-03-02", 1, 2000, 130, 21)],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_every_report_counts_by_hand(admin: Client, world: World, case: str) -> None:
    zone, charged, counted = CASES[case]
    bill_all(admin, world, zone, charged)
    days = {"first_day": counted[0][0], "last_day": counted[-1][0]}

    for path in (
        f"stations/{world.station_id}",
        f"chargers/{world.charger_id}",
        f"users/{world.user_id}",
        "summary",
    ):
        report = admin.get(f"{REPORTS}/{path}", query=days).json
        assert [(day["day"], *sums(day)) for day in report["days"]] == list(counted), path
        assert sums(report["total"]) == added_up(counted), path
    (row,) = admin.get(f"{REPORTS}/stations", query=days).json["items"]
    assert sums(row) == added_up(counted)


@pytest.mark.parametrize("case", CASES)
def test_each_day_alone_holds_no_session_of_its_neighbours(
    admin: Client, world: World, case: str
) -> None:
    zone, charged, counted = CASES[case]
    bill_all(admin, world, zone, charged)

    for day, *expected in counted:
        query = {"first_day": day, "last_day": day}
        for path in (f"chargers/{world.charger_id}", f"users/{world.user_id}", "summary"):
            total = admin.get(f"{REPORTS}/{path}", query=query).json["total"]
            assert sums(total) == tuple(expected), (path, day)


def test_a_refund_counts_on_the_day_of_the_session(admin: Client, world: World) -> None:
    zone, charged, counted = CASES["the day of 25 hours"]
    last = bill_all(admin, world, zone, charged)
    path = f"{ADMIN}/transactions/{last}/refund"
    body = {"amount_minor": 45, "reason": "it rained"}
    assert admin.post(path, body, headers={"Idempotency-Key": "r"}).status == 201
    days = {"first_day": counted[0][0], "last_day": "2026-12-31"}
    refunded = [*counted[:-1], ("2026-10-26", 1, 1000, 45, 7)]

    for name in (f"stations/{world.station_id}", f"users/{world.user_id}", "summary"):
        report = admin.get(f"{REPORTS}/{name}", query=days).json
        assert [(day["day"], *sums(day)) for day in report["days"]] == refunded, name


def bill_all(admin: Client, world: World, zone: str, charged: Charged) -> int:
    """Bill sessions of the world's driver that started so; returns the last one's number."""
    admin.now = BILLED_AT
    for started, energy_wh in charged:
        at = datetime.fromisoformat(started)
        number = transaction.next_transaction_id()
        ended = transactions.stopped(number, energy_wh, UserId(world.user_id))
        readings = replace(ended.readings, latest_at=at + timedelta(hours=1))
        transaction.create(
            replace(
                ended,
                station_id=StationId(world.station_id),
                charger_id=ChargerId(world.charger_id),
                time_zone=zone,
                started_at=at,
                start_arrived_at=at,
                stopped_at=at + timedelta(hours=1),
                stop_arrived_at=at + timedelta(hours=1),
                meter_stop_wh=Wh(ended.meter_start_wh + energy_wh),
                readings=readings,
            )
        )
        answer = admin.post(f"{ADMIN}/transactions/{number}/retry-billing")
        assert answer.json["state"] == "COMPLETED", answer.text
        assert answer.json["price_minor"] == PRICES[energy_wh][0]
    return number


def sums(view: Mapping[str, Any]) -> tuple[int, ...]:
    """Sessions, energy, revenue, tax."""
    return tuple(view[name] for name in ("sessions", "energy_wh", "revenue_minor", "tax_minor"))


def added_up(counted: Counted) -> tuple[int, ...]:
    """The same of all days together."""
    return tuple(sum(column) for column in zip(*(row[1:] for row in counted), strict=True))
