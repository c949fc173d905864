"""Walking deadlines: every due row once, a lagging index, the end of the time."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from csms.store.base import DUE_SHARDS
from csms.store.deadlines import DueRows

NOW = datetime(2026, 3, 1, 12, 3, tzinfo=UTC)
PAGE = 3


def always() -> bool:
    return True


def shards(rows: dict[int, list[str]]) -> Callable[[int], Sequence[str]]:
    """Pages of what is left of each shard."""
    return lambda shard: rows.get(shard, [])[:PAGE]


def test_every_page_of_every_shard_is_walked() -> None:
    rows = {shard: [f"{shard}-{number}" for number in range(10)] for shard in range(DUE_SHARDS)}
    walk = DueRows(shards(rows), NOW, always)
    seen = []
    for key in walk:
        seen.append(key)
        rows[int(key[0])].remove(key)
    assert len(seen) == len(set(seen)) == 10 * DUE_SHARDS
    assert walk.complete


def test_rows_that_stay_in_the_index_are_not_walked_again() -> None:
    walk = DueRows(shards({0: ["a", "b", "c", "d"]}), NOW, always)
    assert list(walk) == ["a", "b", "c"]


def test_it_stops_when_the_time_is_over() -> None:
    left = iter([True, True, False])
    walk = DueRows(shards({0: ["a", "b", "c"]}), NOW, lambda: next(left))
    assert list(walk) == ["a", "b"]
    assert not walk.complete


def test_another_shard_is_first_each_minute() -> None:
    rows = {shard: [str(shard)] for shard in range(DUE_SHARDS)}
    firsts = {next(iter(DueRows(shards(rows), NOW.replace(minute=m), always))) for m in range(8)}
    assert firsts == set(rows_of(rows))


def rows_of(rows: dict[int, list[str]]) -> list[str]:
    return [key for keys in rows.values() for key in keys]
