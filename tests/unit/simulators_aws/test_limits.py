"""The limits of the gateway, and how tests change them."""

from __future__ import annotations

import pytest

from simulators.aws.limits import Limits, parse_limits


def test_the_limits_are_those_of_api_gateway() -> None:
    limits = Limits()
    assert (limits.message_bytes, limits.idle_s, limits.life_s) == (131_072, 600, 7_200)


def test_a_limit_can_be_changed() -> None:
    limits = parse_limits(["idle_s=0.5", "message_bytes=10"])
    assert (limits.idle_s, limits.message_bytes, limits.life_s) == (0.5, 10, 7_200)


@pytest.mark.parametrize("setting", ["idle=5", "random=1", "idle_s=soon", "idle_s"])
def test_a_mistaken_limit_is_refused(setting: str) -> None:
    with pytest.raises(ValueError, match=r"limit|float"):
        parse_limits([setting])


def test_late_disconnects_repeat_with_their_seed() -> None:
    delays = [
        [limits.disconnect_delay_s() for _ in range(50)]
        for limits in (parse_limits(["seed=7", "late_disconnect_share=50"]) for _ in range(2))
    ]
    assert delays[0] == delays[1]
    assert any(delays[0])
    assert not all(delays[0])


def test_no_disconnect_is_late_when_none_shall_be() -> None:
    limits = parse_limits(["late_disconnect_share=0"])
    assert not any(limits.disconnect_delay_s() for _ in range(100))
