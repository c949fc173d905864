"""What lists and files say of a transaction."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from csms.domain.billing import replay
from csms.domain.ids import Minor, Wh
from csms.domain.plausibility import delivered_energy, plausible_instant
from csms.domain.pricing import Price
from csms.domain.transaction import Transaction, TransactionState

PENDING_RECONCILIATION: Final = "PENDING_RECONCILIATION"


@dataclass(frozen=True, slots=True)
class TransactionSummary:
    """One line about a transaction; its fields are the columns of a file, in this order.

    started_at, stopped_at: by the charger's clock, where that can be right. energy_wh: so far,
    while it runs. price_minor: billed, else what it would cost; None where only its readings tell.
    reason: why it is HELD or UNBILLED.
    """

    transaction_id: int
    state: str
    charger_id: str
    connector_id: int
    station_id: str
    id_tag: str
    payer_id: str | None
    session_id: str | None
    started_at: datetime
    stopped_at: datetime | None
    stop_reason: str | None
    energy_wh: Wh
    price_minor: Minor | None
    currency: str | None
    reconciled: bool
    reason: str | None


def summary(transaction: Transaction, priced: Price | None = None) -> TransactionSummary:
    """One line about a transaction. priced: so far, where somebody computed it."""
    bill, tariff = transaction.bill, transaction.tariff
    priced = priced or _flat_price(transaction)
    stopped_at, arrived = transaction.stopped_at, transaction.stop_arrived_at
    if stopped_at is not None and arrived is not None:
        stopped_at = plausible_instant(stopped_at, arrived)
    return TransactionSummary(
        transaction_id=transaction.transaction_id,
        state=shown_state(transaction),
        charger_id=transaction.charger_id,
        connector_id=transaction.connector_id,
        station_id=transaction.station_id,
        id_tag=transaction.id_tag,
        payer_id=transaction.payer_id,
        session_id=transaction.session_id,
        started_at=plausible_instant(transaction.started_at, transaction.start_arrived_at),
        stopped_at=stopped_at,
        stop_reason=transaction.stop_reason,
        energy_wh=bill.energy_wh if bill else delivered_energy(_so_far(transaction)),
        price_minor=bill.price_minor if bill else priced.total_minor if priced else None,
        currency=tariff.currency if tariff else None,
        reconciled=transaction.reconciled,
        reason=transaction.hold_reason,
    )


def shown_state(transaction: Transaction) -> str:
    """The state in words of a person: a running one that may have ended unseen says so."""
    is_running = transaction.state is TransactionState.RUNNING
    if is_running and transaction.reconcile_after is not None:
        return PENDING_RECONCILIATION
    return transaction.state


def _so_far(transaction: Transaction) -> Transaction:
    """A running transaction as if it stopped at its last reading."""
    if transaction.meter_stop_wh is not None:
        return transaction
    return replace(transaction, meter_stop_wh=transaction.readings.latest_register_wh)


def _flat_price(transaction: Transaction) -> Price | None:
    """The price so far, where the transaction's own row tells it."""
    tariff = transaction.tariff
    if tariff is None or tariff.needs_readings or tariff.needs_states:
        return None
    return replay(_so_far(transaction), tariff)
