"""Clocks, and the ways of writing the time."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from simulators.charge_point.clock import RunningClock, SteppedClock
from simulators.charge_point.face import Face, TimestampStyle, write_moment
from simulators.charge_point.readings import seconds_to_boundary

NOON = datetime(2026, 3, 1, 12, 0, 0, 123456, tzinfo=UTC)


@pytest.mark.parametrize(
    ("style", "text"),
    [
        (TimestampStyle.ZULU, "2026-03-01T12:00:00Z"),
        (TimestampStyle.ZULU_MILLIS, "2026-03-01T12:00:00.123Z"),
        (TimestampStyle.OFFSET, "2026-03-01T13:00:00+01:00"),
        (TimestampStyle.SHORT_OFFSET, "2026-03-01T13:00:00+01"),
        (TimestampStyle.LOCAL_WITHOUT_ZONE, "2026-03-01T13:00:00"),
    ],
)
def test_a_moment_is_written_in_many_ways(style: TimestampStyle, text: str) -> None:
    assert write_moment(NOON, style) == text


def test_sleepers_wake_in_order_and_see_their_own_moment() -> None:
    async def story() -> list[tuple[int, datetime]]:
        clock, seen = SteppedClock(NOON), []

        async def sleep(seconds: int) -> None:
            await clock.sleep(seconds)
            seen.append((seconds, clock.now()))

        tasks = [asyncio.ensure_future(sleep(seconds)) for seconds in (30, 10, 20, 99)]
        await clock.pass_time(60)
        assert clock.now() == NOON + timedelta(seconds=60)
        for task in tasks:
            task.cancel()
        return seen

    assert asyncio.run(story()) == [(s, NOON + timedelta(seconds=s)) for s in (10, 20, 30)]


def test_time_stands_still_while_work_is_in_flight() -> None:
    async def story() -> datetime:
        clock, arrived = SteppedClock(NOON), []

        async def exchange() -> None:
            await clock.sleep(5)
            with clock.hold():
                await asyncio.sleep(0.02)  # an answer on the wire: wall time
                arrived.append(clock.now())

        task = asyncio.ensure_future(exchange())
        await clock.pass_time(60)
        await task
        return arrived[0]

    assert asyncio.run(story()) == NOON + timedelta(seconds=5)


def test_a_fast_clock_runs_fast() -> None:
    async def story() -> timedelta:
        clock = RunningClock(speed=36_000, start=NOON)
        await clock.sleep(360)
        return clock.now() - NOON

    assert timedelta(seconds=360) <= asyncio.run(story()) < timedelta(hours=4)


def test_a_charger_follows_the_central_system_only_if_it_does_that() -> None:
    clock = SteppedClock(NOON)
    follower = Face(clock, follows_central_system=True)
    stubborn = Face(clock, follows_central_system=False)

    for face in (follower, stubborn):
        face.hear("2030-01-01T00:00:00.000Z")

    assert follower.stamp() == "2030-01-01T00:00:00.000Z"
    assert stubborn.now() == NOON


@pytest.mark.parametrize(("interval_s", "seconds"), [(900, 899.876544), (86_400, 43_199.876544)])
def test_the_next_boundary_is_counted_from_midnight(interval_s: int, seconds: float) -> None:
    assert seconds_to_boundary(NOON, interval_s) == seconds
    assert seconds_to_boundary(NOON.replace(microsecond=0), 900) == 900
