"""Which starts are one start, and what a start ends."""

from datetime import UTC, datetime, timedelta

import pytest

from csms.domain.ids import ChargerId, ConnectorId, Wh
from csms.domain.starting import (
    has_plausible_clock,
    is_another_start,
    last_sign,
    shown_start,
    start_key,
    supersedes,
)
from csms.domain.transaction import TransactionState
from tests.charging import HOUR, MINUTE, START, read_until, running, start_facts

NEVER_SET = datetime(1970, 1, 1, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def test_a_repeat_has_the_same_key_whatever_its_message_id_and_case() -> None:
    repeat = start_facts(message_id="start-2", arrived_at=START + HOUR, id_tag="tag")
    assert start_key(repeat) == start_key(start_facts())


def test_the_same_instant_in_another_zone_is_the_same_start() -> None:
    elsewhere = START.astimezone(UTC)
    assert start_key(start_facts(started_at=elsewhere)) == start_key(start_facts())


@pytest.mark.parametrize(
    "changed",
    [
        {"charger_id": ChargerId("cp2")},
        {"connector_id": ConnectorId(2)},
        {"id_tag": "OTHER"},
        {"started_at": START + SECOND},
        {"meter_start_wh": Wh(1001)},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_another_fact_makes_another_start(changed: dict[str, object]) -> None:
    assert start_key(start_facts(**changed)) != start_key(start_facts())


@pytest.mark.parametrize(
    ("started_at", "plausible"),
    [
        (NEVER_SET, False),
        (START + 10 * MINUTE, False),
        (START, True),
        (START - timedelta(days=300), True),
    ],
)
def test_a_clock_is_plausible_from_2020_to_five_minutes_ahead(
    *, started_at: datetime, plausible: bool
) -> None:
    assert has_plausible_clock(start_facts(started_at=started_at)) is plausible


def test_a_dead_clock_starts_anew_once_the_found_transaction_has_ended() -> None:
    facts = start_facts(started_at=NEVER_SET, message_id="start-2")
    ended = running(state=TransactionState.COMPLETED)
    assert is_another_start(facts, ended, "start-1")


@pytest.mark.parametrize(
    ("started_at", "state", "found_message"),
    [
        (START, TransactionState.COMPLETED, "start-1"),
        (NEVER_SET, TransactionState.RUNNING, "start-1"),
        (NEVER_SET, TransactionState.COMPLETED, "start-2"),
    ],
    ids=["a clock that is set", "it still runs", "the same message"],
)
def test_otherwise_a_known_key_is_a_repeat(
    started_at: datetime, state: TransactionState, found_message: str
) -> None:
    facts = start_facts(started_at=started_at, message_id="start-2")
    assert not is_another_start(facts, running(state=state), found_message)


def test_a_dead_clock_counts_as_arrival() -> None:
    assert shown_start(running(started_at=NEVER_SET)) == START


def test_the_last_sign_is_the_newest_reading_or_the_start() -> None:
    assert last_sign(running()) == START
    assert last_sign(running(readings=read_until(START + HOUR))) == START + HOUR
    assert last_sign(running(readings=read_until(START - HOUR))) == START


def test_a_later_start_supersedes() -> None:
    before = running(readings=read_until(START + HOUR))
    at = START + HOUR + SECOND
    assert supersedes(running(2, started_at=at, start_arrived_at=at), before)


@pytest.mark.parametrize("offset", [-HOUR, timedelta(0), HOUR])
def test_a_start_from_before_the_last_reading_is_history(offset: timedelta) -> None:
    before = running(readings=read_until(START + HOUR))
    at = START + offset
    assert not supersedes(running(2, started_at=at, start_arrived_at=START + HOUR), before)
