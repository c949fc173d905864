"""What fuzzing found worth keeping, and what chargers really send, played without a fuzzer."""

import pytest

from tests.fuzz.__main__ import NAMES, beginnings
from tests.fuzz.targets import TARGETS


@pytest.mark.parametrize("name", NAMES)
def test_no_input_breaks_a_promise(name: str) -> None:
    inputs = list(beginnings(name))
    assert inputs
    for data in inputs:
        TARGETS[name](data)


def test_every_target_is_fuzzed() -> None:
    assert sorted(TARGETS) == sorted(NAMES)
