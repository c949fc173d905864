"""A start that is told late is charged what was shown when it began, not what is shown since."""

from dataclasses import replace
from datetime import datetime

import pytest

from csms.domain.errors import Conflict, NotFound
from csms.domain.ids import Micro, TariffId
from csms.domain.tariff import Tariff
from csms.services import billing
from csms.store import tariff as tariffs
from tests.faults import recorded_calls
from tests.integration.charging.world import (
    DAY,
    HOUR,
    MINUTE,
    NOW,
    SECOND,
    Frames,
    bills,
    build,
    stored,
)

pytestmark = pytest.mark.usefixtures("tables")

STANDARD = TariffId("standard")
ENERGY_WH = 10_000
FIRST, SECOND_PRICE, THIRD = -450, -650, -850
"""What 10 kWh cost at 0.40, 0.60 and 0.80 a kWh, with 0.50 for the session."""


def reprice(rate: int, at: datetime) -> Tariff:
    """Let an operator change the price of a kWh."""
    before = tariffs.get(STANDARD)
    return billing.revise_tariff(before, replace(before, energy_rate=Micro(rate)), at)


def charged(frames: Frames, at: datetime, arrives: datetime) -> int:
    """What a start is billed that began at one time and is told at another, with its stop."""
    number = frames.start(at, arrives)["transactionId"]
    frames.stop(number, stored(number).start_arrived_at, 1000 + ENERGY_WH, arrives + MINUTE)
    amounts = dict(bills())
    return amounts[f"charge#{number}"]


@pytest.mark.parametrize(
    ("began", "amount"),
    [
        (NOW - HOUR, FIRST),
        (NOW + HOUR - SECOND, FIRST),
        (NOW + HOUR, SECOND_PRICE),
        (NOW + 2 * HOUR - SECOND, SECOND_PRICE),
        (NOW + 2 * HOUR, THIRD),
        (NOW + 3 * HOUR, THIRD),
    ],
)
def test_a_late_start_is_priced_by_the_version_of_its_beginning(
    began: datetime, amount: int
) -> None:
    frames = build()
    reprice(600_000, NOW + HOUR)
    reprice(800_000, NOW + 2 * HOUR)

    assert charged(frames, began, NOW + 5 * HOUR) == amount


@pytest.mark.parametrize("clock", [datetime.fromisoformat("2001-01-01T00:00:00Z"), NOW + 9 * DAY])
def test_a_clock_that_cannot_be_right_gets_the_version_at_the_arrival(clock: datetime) -> None:
    frames = build()
    reprice(600_000, NOW + HOUR)

    number = frames.start(clock, NOW + 2 * HOUR)["transactionId"]
    before = frames.start(clock, NOW + HOUR - SECOND, connectorId=2)["transactionId"]

    assert [_version(number), _version(before)] == [2, 1]


def test_what_has_ended_still_prices_what_began_before_its_end() -> None:
    frames = build()
    before = tariffs.get(STANDARD)
    ended = replace(before, valid_to=NOW + HOUR, version=2)
    tariffs.replace(ended, NOW + HOUR)

    late = frames.start(NOW, NOW + 5 * HOUR)["transactionId"]
    after = frames.start(NOW + HOUR, NOW + 5 * HOUR, connectorId=2)["transactionId"]

    assert stored(late).tariff == before
    assert stored(after).tariff is None


def test_what_an_edit_shortened_prices_a_late_start_as_it_was_then() -> None:
    frames = build()
    before = tariffs.get(STANDARD)
    tariffs.replace(replace(before, valid_to=NOW - HOUR, version=2), NOW + HOUR)

    late = frames.start(NOW, NOW + 5 * HOUR)["transactionId"]

    assert stored(late).tariff == before


def test_an_edit_that_loses_leaves_no_version() -> None:
    build()
    first = tariffs.get(STANDARD)
    kept = reprice(600_000, NOW + HOUR)

    with pytest.raises(Conflict):
        tariffs.replace(replace(kept, energy_rate=Micro(1)), NOW + HOUR)
    reprice(800_000, NOW + 2 * HOUR)

    assert [tariffs.find_at(STANDARD, at) for at in (NOW, NOW + HOUR)] == [first, kept]


@pytest.mark.parametrize(("began", "reads"), [(NOW + HOUR, 1), (NOW, 1), (NOW - HOUR, 2)])
def test_only_a_late_start_reads_more_than_its_tariff(began: datetime, reads: int) -> None:
    build()
    reprice(600_000, NOW)

    with recorded_calls() as calls:
        tariffs.find_at(STANDARD, began)

    assert calls.made == ["GetItem"] * reads


def test_the_key_of_a_version_is_no_tariff() -> None:
    build()
    reprice(600_000, NOW)
    of_version = TariffId("standard#1")

    assert tariffs.find(of_version) is tariffs.find_at(of_version, NOW) is None
    with pytest.raises(NotFound):
        tariffs.choose(of_version, NOW)
    assert [one.tariff_id for one in tariffs.list_by_name(None, 10).items] == [STANDARD]


def _version(number: int) -> int | None:
    tariff = stored(number).tariff
    return None if tariff is None else tariff.version
