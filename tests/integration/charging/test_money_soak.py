"""Random sessions with everything that goes wrong: their books balance to the minor unit."""

import pytest

from tests.soak.world import Soak

pytestmark = [pytest.mark.usefixtures("tables"), pytest.mark.slow]


@pytest.mark.parametrize("seed", [7, 8])
def test_the_books_of_a_hundred_random_sessions_balance(seed: int) -> None:
    soak = Soak(seed)
    soak.play(100)
    assert soak.deaths > 5
    assert len({one.state for one in soak.transactions()}) > 1
    assert soak.faults() == []
