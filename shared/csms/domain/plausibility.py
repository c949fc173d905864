"""The gate before money moves: what a transaction's readings must look like to be billed."""

from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final

from csms.domain.ids import Wh
from csms.domain.transaction import Transaction

GOING_BACK_TOLERANCE_WH: Final = 5
"""Registers are read unevenly: a step back of this much is no energy, and no fault."""
ENERGY_TOLERANCE_WH: Final = 100
"""What a short transaction may show beyond its rated power: registers step by up to 100 Wh."""
FIRST_PLAUSIBLE_INSTANT: Final = datetime(2020, 1, 1, tzinfo=UTC)
LARGEST_CLOCK_LEAD: Final = timedelta(minutes=5)

_MICROSECOND: Final = timedelta(microseconds=1)
_MICROSECONDS_PER_HOUR: Final = timedelta(hours=1) // _MICROSECOND


class Implausible(StrEnum):
    """Why a transaction is held back from billing."""

    NO_END = "no_end"
    TIMES_OUT_OF_ORDER = "times_out_of_order"
    BASELINE = "implausible_baseline"
    REGISTER_WENT_BACK = "register_went_back"
    STOP_BELOW_START = "stop_below_start"
    MORE_THAN_RATED_POWER = "more_than_rated_power"


def delivered_energy(transaction: Transaction) -> Wh:
    """Energy between start and stop; a register that went back delivered none.

    Without a stop reading, nothing is known to have been delivered. What an operator has set after
    looking at it counts before all readings.
    """
    if transaction.corrected_energy_wh is not None:
        return transaction.corrected_energy_wh
    if transaction.meter_stop_wh is None:
        return Wh(0)
    return Wh(max(0, transaction.meter_stop_wh - transaction.meter_start_wh))


def doubts(transaction: Transaction) -> tuple[Implausible, ...]:
    """Everything that speaks against billing an ended transaction, empty when it may be billed.

    Energy lies between 0 and rated power × duration × 1.1 (plus what a register may step by),
    registers never fall by more than 5 Wh, the baseline fits the readings, times are in order.
    """
    if transaction.meter_stop_wh is None or transaction.stopped_at is None:
        return (Implausible.NO_END,)
    found = {
        Implausible.TIMES_OUT_OF_ORDER: transaction.stopped_at < transaction.started_at,
        Implausible.BASELINE: not _baseline_fits(transaction),
        Implausible.REGISTER_WENT_BACK: _register_went_back(transaction, transaction.meter_stop_wh),
        Implausible.STOP_BELOW_START: _is_back(
            transaction.meter_start_wh, transaction.meter_stop_wh
        ),
        Implausible.MORE_THAN_RATED_POWER: delivered_energy(transaction)
        > _largest_energy_wh(transaction, transaction.stopped_at),
    }
    return tuple(doubt for doubt, holds in found.items() if holds)


def plausible_instant(claimed: datetime, arrived_at: datetime) -> datetime:
    """A charger's time, or the arrival where its clock is unset (before 2020) or runs ahead."""
    if claimed < FIRST_PLAUSIBLE_INSTANT or claimed > arrived_at + LARGEST_CLOCK_LEAD:
        return arrived_at
    return claimed


def _is_back(earlier_wh: int, later_wh: int) -> bool:
    return earlier_wh - later_wh > GOING_BACK_TOLERANCE_WH


def _baseline_fits(transaction: Transaction) -> bool:
    highest = transaction.readings.highest_register_wh
    if transaction.meter_start_wh < 0:
        return False
    # Readings that all lie below the start count something else: a session's own register.
    return highest is None or not _is_back(transaction.meter_start_wh, highest)


def _register_went_back(transaction: Transaction, meter_stop_wh: Wh) -> bool:
    highest = transaction.readings.highest_register_wh
    latest = transaction.readings.latest_register_wh
    if highest is None:
        return False
    return _is_back(highest, meter_stop_wh) or (latest is not None and _is_back(highest, latest))


def _largest_energy_wh(transaction: Transaction, stopped_at: datetime) -> int:
    duration = max(timedelta(0), _duration(transaction, stopped_at)) // _MICROSECOND
    bound = transaction.rated_power_w * duration * 11 // (10 * _MICROSECONDS_PER_HOUR)
    return bound + ENERGY_TOLERANCE_WH


def _duration(transaction: Transaction, stopped_at: datetime) -> timedelta:
    """How long it took by the charger's clock, unless that clock was set in between."""
    started = plausible_instant(transaction.started_at, transaction.start_arrived_at)
    stopped = plausible_instant(stopped_at, transaction.stop_arrived_at or stopped_at)
    clock_was_set = (started == transaction.started_at) != (stopped == stopped_at)
    if clock_was_set:
        return stopped - started
    return stopped_at - transaction.started_at
