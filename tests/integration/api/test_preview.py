"""What a session would cost, before anybody charges."""

from typing import Any

import pytest

from tests.integration.api.client import Client
from tests.integration.api.world import ADMIN, World, created, tariff

HOURS: dict[str, Any] = tariff(
    energy_rate_micro_per_kwh=400_000,
    session_fee_minor=50,
    minute_rate_micro=0,
    idle_rate_micro=100_000,
    idle_grace_s=600,
    windows=[
        {
            "name": "evening",
            "weekdays": list(range(7)),
            "begins": "16:00",
            "ends": "20:00",
            "energy_rate_micro_per_kwh": 600_000,
        },
        {
            "name": "night",
            "weekdays": list(range(7)),
            "begins": "00:00",
            "ends": "04:00",
            "energy_rate_micro_per_kwh": 200_000,
        },
    ],
)
ASKED: dict[str, Any] = {
    "begins_at": "2026-06-10T18:00:00+02:00",
    "energy_wh": 20_000,
    "charging_s": 10_800,
    "time_zone": "Europe/Berlin",
}


def preview(admin: Client, **asked: object) -> Any:
    """The answer to the question what a session would cost."""
    tariff_id = created(admin, f"{ADMIN}/tariffs", HOURS)["tariff_id"]
    return admin.post(f"{ADMIN}/tariffs/{tariff_id}/preview", ASKED | asked)


def lines(answer: Any) -> list[tuple[str, str | None, int, int]]:
    return [
        (one["kind"], one["name"], one["quantity"], one["amount_minor"])
        for one in answer.json["lines"]
    ]


def test_energy_is_priced_by_the_hours_in_which_it_would_flow(admin: Client, world: World) -> None:
    answer = preview(admin)
    assert lines(answer) == [
        ("energy", None, 6667, 267),
        ("energy", "evening", 13_333, 800),
        ("session-fee", None, 1, 50),
    ]
    assert answer.json["total_minor"] == 1117


@pytest.mark.parametrize(
    ("begins_at", "at_night_wh"),
    [
        ("2026-03-28T01:00:00+01:00", 20_000),
        ("2026-03-29T01:00:00+01:00", 13_334),
        ("2026-10-25T01:00:00+02:00", 20_000),
        ("2026-10-25T02:30:00+01:00", 10_000),
    ],
    ids=["before", "clocks forward", "clocks back", "the repeated hour"],
)
def test_the_hours_are_those_on_the_wall_of_the_station(
    admin: Client, world: World, begins_at: str, at_night_wh: int
) -> None:
    told = lines(preview(admin, begins_at=begins_at))
    energy = {name: wh for kind, name, wh, _ in told if kind == "energy"}
    assert energy["night"] == at_night_wh
    assert sum(energy.values()) == 20_000


def test_idling_counts_after_its_grace(admin: Client, world: World) -> None:
    assert ("idle", None, 1200, 200) in lines(preview(admin, idle_s=1800))


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"time_zone": "Mars/Base"}, "time_zone"),
        ({"energy_wh": -1}, "energy_wh"),
        ({"begins_at": "2026-06-10T18:00:00"}, "begins_at"),
        ({"charging_s": "long"}, "charging_s"),
    ],
)
def test_a_question_that_cannot_be_answered_says_why(
    admin: Client, world: World, wrong: dict[str, object], field: str
) -> None:
    answer = preview(admin, **wrong)
    assert answer.status == 422
    assert field in answer.json["field"]
