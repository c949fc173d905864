"""Token buckets: as many as they hold, one more per interval, whoever asks at once."""

from datetime import timedelta

from csms.store import throttle
from csms.store.throttle import Allowance
from tests.engine import Engine
from tests.integration.events import START
from tests.integration.store.race import race

EVERY = timedelta(seconds=3)
FIVE = Allowance(burst=5, every=EVERY)


def test_a_bucket_gives_what_it_holds_and_then_says_when(tables: Engine) -> None:
    waits = [throttle.take("start#a", FIVE, START) for _ in range(7)]

    assert waits == [None] * 5 + [EVERY] * 2


def test_tokens_come_back_one_by_one(tables: Engine) -> None:
    for _ in range(5):
        throttle.take("start#a", FIVE, START)

    assert throttle.take("start#a", FIVE, START + EVERY / 3) == EVERY * 2 / 3
    assert throttle.take("start#a", FIVE, START + EVERY) is None
    assert throttle.take("start#a", FIVE, START + EVERY) == EVERY
    assert throttle.take("start#a", FIVE, START + 20 * EVERY) is None


def test_each_has_a_bucket_of_their_own(tables: Engine) -> None:
    for _ in range(6):
        throttle.take("start#a", FIVE, START)

    assert throttle.take("start#b", FIVE, START) is None


def test_sixteen_at_once_get_no_more_than_it_holds(tables: Engine) -> None:
    waits = race(lambda _: throttle.take("start#a", FIVE, START))

    assert waits.count(None) == 5
    assert set(waits) == {None, EVERY}
