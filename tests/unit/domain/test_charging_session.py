"""A driver's request: its tag and its deadline."""

from datetime import timedelta

from csms.domain.charging_session import start_deadline, virtual_tag
from tests.charging import START


def test_a_virtual_tag_is_an_id_token_that_every_charger_accepts() -> None:
    tag = virtual_tag(bytes(range(200, 216)))
    assert len(tag) == 20
    assert set(tag) <= set("0123456789ABCDEF")


def test_other_randomness_makes_another_tag() -> None:
    assert virtual_tag(bytes(10)) != virtual_tag(bytes([0] * 9 + [1]))


def test_a_start_may_take_the_charger_s_own_time_and_half_a_minute() -> None:
    assert start_deadline(START, 90) == START + timedelta(seconds=120)
