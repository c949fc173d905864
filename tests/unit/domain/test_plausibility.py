"""The gate before money moves."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from csms.domain.id_tag import AuthorizationStatus, IdTagInfo
from csms.domain.ids import ChargerId, ConnectorId, StationId, TransactionId, Wh
from csms.domain.plausibility import Implausible, delivered_energy, doubts
from csms.domain.transaction import ReadingSummary, Transaction, TransactionState

START = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def transaction(
    meter_start: int = 1000,
    meter_stop: int | None = 11_000,
    *,
    lasted: timedelta = HOUR,
    power_w: int = 11_000,
    highest: int | None = None,
    latest: int | None = None,
) -> Transaction:
    return Transaction(
        transaction_id=TransactionId(1),
        charger_id=ChargerId("cp"),
        connector_id=ConnectorId(1),
        station_id=StationId("s"),
        id_tag="TAG",
        id_tag_info=IdTagInfo(AuthorizationStatus.ACCEPTED),
        start_key="k",
        state=TransactionState.STOPPED,
        meter_start_wh=Wh(meter_start),
        started_at=START,
        started_raw=None,
        start_arrived_at=START,
        time_zone="Europe/Berlin",
        rated_power_w=power_w,
        readings=ReadingSummary(
            latest_at=START if latest is not None else None,
            latest_register_wh=None if latest is None else Wh(latest),
            highest_register_wh=None if highest is None else Wh(highest),
        ),
        meter_stop_wh=None if meter_stop is None else Wh(meter_stop),
        stopped_at=START + lasted,
        stop_arrived_at=START + lasted,
    )


def test_an_ordinary_session_passes() -> None:
    session = transaction(highest=10_900, latest=10_900)
    assert doubts(session) == ()
    assert delivered_energy(session) == 10_000


@pytest.mark.parametrize(
    ("session", "doubt"),
    [
        (transaction(meter_stop=None), Implausible.NO_END),
        (replace(transaction(), stopped_at=None), Implausible.NO_END),
        (transaction(lasted=-HOUR), Implausible.TIMES_OUT_OF_ORDER),
        (transaction(meter_start=-1), Implausible.BASELINE),
        (transaction(highest=900, latest=900), Implausible.BASELINE),
        (transaction(highest=11_006, latest=11_006), Implausible.REGISTER_WENT_BACK),
        (transaction(highest=9_000, latest=2_000), Implausible.REGISTER_WENT_BACK),
        (transaction(meter_stop=994), Implausible.STOP_BELOW_START),
        (transaction(meter_start=0, meter_stop=910_000), Implausible.MORE_THAN_RATED_POWER),
        (transaction(lasted=timedelta(0)), Implausible.MORE_THAN_RATED_POWER),
        (transaction(power_w=0), Implausible.MORE_THAN_RATED_POWER),
    ],
)
def test_an_implausible_session_is_named(session: Transaction, doubt: Implausible) -> None:
    assert doubt in doubts(session)


@pytest.mark.parametrize("back_wh", range(6))
def test_going_back_by_up_to_five_watt_hours_is_no_energy(back_wh: int) -> None:
    session = transaction(meter_stop=1000 - back_wh)
    assert doubts(session) == ()
    assert delivered_energy(session) == 0


def test_rated_power_may_be_exceeded_by_a_tenth_and_a_register_step() -> None:
    assert doubts(transaction(0, 12_100 + 100)) == ()
    assert doubts(transaction(0, 12_100 + 101)) == (Implausible.MORE_THAN_RATED_POWER,)


def test_a_clock_that_is_wrong_throughout_still_measures_the_time() -> None:
    unset = datetime(1970, 1, 1, tzinfo=UTC)
    assert doubts(replace(transaction(), started_at=unset, stopped_at=unset + HOUR)) == ()


def test_a_clock_that_was_set_in_between_does_not_open_the_gate() -> None:
    session = replace(
        transaction(meter_start=0, meter_stop=910_000), started_at=datetime(1970, 1, 1, tzinfo=UTC)
    )
    assert doubts(session) == (Implausible.MORE_THAN_RATED_POWER,)


def test_a_session_closed_by_us_needs_no_arrival_of_a_stop() -> None:
    assert doubts(replace(transaction(), stop_arrived_at=None)) == ()
