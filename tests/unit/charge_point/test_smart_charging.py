"""Charging profiles: which one counts, and how much it allows (§3.13)."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from simulators.charge_point.smart_charging import ChargingProfile, ChargingProfiles, Grid
from simulators.charge_point.smart_charging import read_profile as read

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)  # a Monday
SINCE = NOON - timedelta(minutes=10)


def profile(profile_id: int, limit: int, *, level: int = 0, **more: Any) -> ChargingProfile:
    schedule = {
        "charging_rate_unit": more.pop("unit", "W"),
        "charging_schedule_period": more.pop(
            "periods", [{"start_period": 0, "limit": limit, **more.pop("period", {})}]
        ),
        **more.pop("schedule", {}),
    }
    base = {
        "charging_profile_id": profile_id,
        "stack_level": level,
        "charging_profile_purpose": "TxDefaultProfile",
        "charging_profile_kind": "Relative",
        "charging_schedule": schedule,
    }
    return read(base | more)


@pytest.fixture
def profiles() -> ChargingProfiles:
    return ChargingProfiles(Grid(230, 3))


def test_without_profiles_nothing_is_limited(profiles: ChargingProfiles) -> None:
    assert profiles.limit_w(1, NOON, SINCE) is None


def test_the_highest_stack_level_wins_and_the_same_one_is_replaced(
    profiles: ChargingProfiles,
) -> None:
    profiles.install(1, profile(1, 5000))
    profiles.install(1, profile(2, 3000, level=1))
    assert profiles.limit_w(1, NOON, SINCE) == 3000

    profiles.install(1, profile(3, 4000, level=1))

    assert (profiles.limit_w(1, NOON, SINCE), len(profiles)) == (4000, 2)


def test_a_transaction_profile_overrules_defaults_and_ends_with_it(
    profiles: ChargingProfiles,
) -> None:
    profiles.install(0, profile(1, 5000))
    profiles.install(1, profile(2, 9000, charging_profile_purpose="TxProfile"))
    assert profiles.limit_w(1, NOON, SINCE) == 9000
    assert profiles.limit_w(2, NOON, SINCE) == 5000

    profiles.end_transaction(1)

    assert profiles.limit_w(1, NOON, SINCE) == 5000


def test_the_whole_charger_limits_every_connector(profiles: ChargingProfiles) -> None:
    profiles.install(0, profile(1, 4000, charging_profile_purpose="ChargePointMaxProfile"))
    profiles.install(1, profile(2, 9000))

    assert profiles.limit_w(1, NOON, SINCE) == 4000


def test_periods_follow_one_another_until_the_schedule_ends(profiles: ChargingProfiles) -> None:
    periods = [{"start_period": 0, "limit": 6}, {"start_period": 900, "limit": 16}]
    profiles.install(1, profile(1, 0, unit="A", periods=periods, schedule={"duration": 1800}))

    assert profiles.limit_w(1, NOON, SINCE) == 6 * 230 * 3
    assert profiles.limit_w(1, NOON + timedelta(minutes=5), SINCE) == 16 * 230 * 3
    assert profiles.limit_w(1, NOON + timedelta(minutes=20), SINCE) is None


def test_amperes_count_for_the_phases_in_use(profiles: ChargingProfiles) -> None:
    profiles.install(1, profile(1, 16, unit="A", period={"number_phases": 1}))

    assert profiles.limit_w(1, NOON, SINCE) == 16 * 230


def test_a_daily_schedule_starts_again_every_day(profiles: ChargingProfiles) -> None:
    schedule = {"start_schedule": "2026-01-01T11:30:00Z", "duration": 3600}
    recurring = profile(
        1, 2000, schedule=schedule, charging_profile_kind="Recurring", recurrency_kind="Daily"
    )
    profiles.install(1, recurring)

    assert profiles.limit_w(1, NOON, SINCE) == 2000
    assert profiles.limit_w(1, NOON + timedelta(hours=1), SINCE) is None
    assert profiles.limit_w(1, NOON + timedelta(days=1), SINCE) == 2000


def test_a_profile_counts_only_while_it_is_valid(profiles: ChargingProfiles) -> None:
    profiles.install(1, profile(1, 2000, valid_from="2026-03-02T12:30:00Z"))

    assert profiles.limit_w(1, NOON, SINCE) is None
    assert profiles.limit_w(1, NOON + timedelta(hours=1), SINCE) == 2000


@pytest.mark.parametrize(
    ("criteria", "removed"),
    [
        ((1, 99, None, 99), 1),
        ((None, None, None, None), 3),
        ((None, 1, None, 1), 1),
        ((None, 2, None, None), 0),
    ],
)
def test_profiles_are_cleared_by_id_alone_or_by_all_criteria_together(
    profiles: ChargingProfiles,
    criteria: tuple[int | None, int | None, None, int | None],
    removed: int,
) -> None:
    profiles.install(1, profile(1, 1))
    profiles.install(1, profile(2, 1, level=1))
    profiles.install(0, profile(3, 1, level=1))

    assert profiles.clear(*criteria) == removed
    assert len(profiles) == 3 - removed
