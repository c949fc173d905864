"""The integer register and the car behind it."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from simulators.charge_point.meter import Meter
from simulators.charge_point.vehicle import Vehicle

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_an_hour_at_a_kilowatt_is_a_kilowatt_hour() -> None:
    meter = Meter(NOON, start_wh=500)
    meter.switch(1000, NOON)

    assert meter.run_to(NOON + timedelta(hours=1)) == 1500


def test_time_that_runs_backwards_counts_nothing() -> None:
    meter = Meter(NOON)
    meter.switch(1000, NOON)
    meter.run_to(NOON + timedelta(hours=1))

    assert meter.run_to(NOON) == 1000
    assert meter.run_to(NOON + timedelta(hours=1)) == 1000


@given(st.lists(st.tuples(st.integers(0, 50_000), st.integers(0, 10_000_000)), max_size=20))
def test_reading_more_often_never_changes_the_register(
    stretches: list[tuple[int, int]],
) -> None:
    read_often, read_once = Meter(NOON), 0
    now = NOON
    for power_w, lasts_ms in stretches:
        read_often.switch(power_w, now)
        read_often.run_to(now + timedelta(milliseconds=lasts_ms // 2))
        now += timedelta(milliseconds=lasts_ms)
        read_once += power_w * lasts_ms

    assert read_often.run_to(now) == read_once // 3_600_000


def test_the_time_to_a_target_is_rounded_up() -> None:
    meter = Meter(NOON)
    assert meter.seconds_until_wh(1) is None
    meter.switch(7_000, NOON)

    assert meter.seconds_until_wh(0) == 0
    assert meter.seconds_until_wh(1) == 1
    assert meter.seconds_until_wh(7_000) == 3600


def test_a_full_car_wants_nothing_and_a_nearly_full_one_little() -> None:
    assert Vehicle(10_000, 50_000, 0).wanted_power_w() == 10_000
    assert Vehicle(10_000, 50_000, 40_000).wanted_power_w() == 10_000
    assert Vehicle(10_000, 50_000, 45_000).wanted_power_w() == 5_500
    assert Vehicle(10_000, 50_000, 50_000).wanted_power_w() == 0
    assert Vehicle(10_000, 0, 10**9).wanted_power_w() == 10_000
    assert Vehicle(10_000, ready=False).wanted_power_w() == 0


def test_the_state_of_charge_ends_at_a_hundred() -> None:
    assert Vehicle(1, 1000, 255).soc_percent() == 25
    assert Vehicle(1, 1000, 1200).soc_percent() == 100
