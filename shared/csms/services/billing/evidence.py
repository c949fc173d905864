"""What a price is made of beyond the transaction's own row, and the price itself."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from csms.domain import billing
from csms.domain.ids import Minor, Wh
from csms.domain.instants import whole_millisecond
from csms.domain.plausibility import delivered_energy, plausible_instant
from csms.domain.pricing import Price, price_at_most
from csms.domain.reading import HASH_MODULUS
from csms.domain.starting import shown_start
from csms.domain.tariff import Tariff
from csms.domain.transaction import Transaction
from csms.domain.usage import NOTHING_KNOWN, Evidence, StateChange
from csms.store import meter_value as meter_values
from csms.store import state_change as state_changes
from csms.store.meter_value import StoredReadings


def collect(transaction: Transaction) -> Evidence:
    """The readings and states that the tariff of a transaction asks for; nothing for a flat one."""
    tariff = transaction.tariff
    if tariff is None or not (tariff.needs_readings or tariff.needs_states):
        return NOTHING_KNOWN
    states: Sequence[StateChange] = ()
    if tariff.needs_states:
        states = state_changes.changes(transaction.transaction_id)
    if not tariff.needs_readings:
        return Evidence(states=tuple(states))
    stored = list(_readings(transaction))
    registers = [point for one in stored for point in _registers(transaction, one)]
    digest = sum(int(one.digest, 16) for one in stored) % HASH_MODULUS
    return Evidence(tuple(registers), tuple(states), len(stored), f"{digest:016x}")


def priced(transaction: Transaction, tariff: Tariff) -> tuple[Price, Evidence]:
    """The price of an ended transaction by all that is stored of it, and what that was."""
    evidence = collect(transaction)
    zone = zone_of(transaction.time_zone)
    return billing.replay(transaction, tariff, evidence, zone), evidence


def priced_so_far(transaction: Transaction, now: datetime) -> Price | None:
    """What a transaction costs, or would cost if it stopped now at its last register.

    None without a tariff.
    """
    tariff = transaction.tariff
    return None if tariff is None else priced(_stopped(transaction, now), tariff)[0]


def price_at_most_so_far(transaction: Transaction, now: datetime) -> Minor | None:
    """No less than `priced_so_far`, from the transaction alone: nothing is read for it."""
    tariff = transaction.tariff
    if tariff is None:
        return None
    stay_s = -((shown_start(transaction) - now) // timedelta(seconds=1))
    return price_at_most(delivered_energy(_stopped(transaction, now)), max(0, stay_s), tariff)


def _stopped(transaction: Transaction, now: datetime) -> Transaction:
    """The transaction as if it stopped now at its last register, unless it has ended."""
    if transaction.stopped_at is not None:
        return transaction
    return replace(
        transaction,
        meter_stop_wh=transaction.readings.latest_register_wh,
        stopped_at=now,
        stop_arrived_at=now,
    )


def zone_of(name: str) -> tzinfo:
    """The zone of an IANA name; UTC for a name that is unknown here, so that no bill stops."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError):
        return UTC


def _readings(transaction: Transaction) -> Iterator[StoredReadings]:
    series = meter_values.transaction_series(transaction.transaction_id)
    return meter_values.in_order(series)


def _registers(transaction: Transaction, stored: StoredReadings) -> Iterator[tuple[datetime, Wh]]:
    """Registers of the transaction's connector; chargers name the main meter, 0, for it too."""
    if stored.connector_id not in (transaction.connector_id, 0):
        return
    for reading in stored.readings:
        if reading.register_wh is not None:
            at = whole_millisecond(reading.taken_at)
            yield plausible_instant(at, stored.arrived_at), reading.register_wh
