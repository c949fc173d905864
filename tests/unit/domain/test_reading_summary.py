"""Readings are merged in any order, and counted once."""

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from csms.domain.reading import (
    RECENT_LIMIT,
    ReadingFact,
    add_reading,
    fact_of,
    repeat_reading,
    without_registers,
)
from csms.domain.transaction import ReadingSummary
from tests.charging import HOUR, MINUTE, START, fact, reading

EMPTY = ReadingSummary()


@st.composite
def requests(draw: st.DrawFn) -> list[ReadingFact]:
    """Different requests in the order in which they arrive for the first time."""
    taken = draw(st.lists(st.integers(0, 400), min_size=1, max_size=12))
    registers = [draw(st.none() | st.integers(0, 9000)) for _ in taken]
    return [
        replace(fact(minute, register), digest=f"{n + 1:016x}", arrived_at=START + n * MINUTE)
        for n, (minute, register) in enumerate(zip(taken, registers, strict=True))
    ]


def merged(facts: list[ReadingFact]) -> ReadingSummary:
    summary = EMPTY
    for one in facts:
        summary = add_reading(summary, one)
    return summary


@given(requests(), st.randoms(use_true_random=False))
def test_every_order_gives_the_same_sums(
    facts: list[ReadingFact], random_order: random.Random
) -> None:
    shuffled = list(facts)
    random_order.shuffle(shuffled)
    assert merged(shuffled) == merged(facts)


@given(requests(), st.data())
def test_a_repeat_at_any_time_changes_nothing(
    facts: list[ReadingFact], data: st.DataObject
) -> None:
    expected = merged(facts)
    summary = EMPTY
    for n, one in enumerate(facts):
        summary = add_reading(summary, one)
        again = data.draw(st.integers(0, n))
        summary = repeat_reading(summary, facts[again])
    assert summary == expected


def test_the_newest_reading_by_the_charger_s_time_counts() -> None:
    summary = merged([fact(5, 500), fact(3, 300), fact(9)])
    assert (summary.latest_at, summary.latest_register_wh) == (START + 5 * MINUTE, 500)
    assert summary.newest_at == START + 9 * MINUTE
    assert (summary.highest_register_wh, summary.count) == (500, 3)


def test_a_register_that_went_back_stays_visible() -> None:
    summary = merged([fact(1, 9000), fact(2, 10)])
    assert (summary.latest_register_wh, summary.highest_register_wh) == (10, 9000)


def test_a_request_that_was_stored_but_not_merged_counts_when_it_is_repeated() -> None:
    summary = merged([fact(n, n) for n in range(1, 9) if n != 8])
    assert repeat_reading(summary, fact(8, 8)).count == summary.count + 1


def test_a_repeat_from_long_ago_is_known_by_its_first_arrival() -> None:
    summary = merged([fact(n, n) for n in range(RECENT_LIMIT + 3)])
    assert repeat_reading(summary, fact(0, 0)) == summary


def test_a_request_without_a_register_leaves_the_register_alone() -> None:
    summary = merged([fact(1, 100)])
    assert add_reading(summary, without_registers(fact(2, 7777))).latest_register_wh == 100


def test_one_request_may_hold_many_readings() -> None:
    one = fact_of(
        [reading(START + HOUR, 5000), reading(START, 4000), reading(START + 2 * HOUR, None)],
        "00000000000000aa",
        START + 2 * HOUR,
    )
    assert (one.latest_at, one.latest_register_wh) == (START + HOUR, 5000)
    assert (one.highest_register_wh, one.newest_at) == (5000, START + 2 * HOUR)


def test_a_dead_clock_counts_as_the_first_arrival() -> None:
    one = fact_of([reading(START.replace(year=1970), 5000)], "00000000000000aa", START)
    assert one.newest_at == START
