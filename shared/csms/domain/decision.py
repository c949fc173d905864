"""What a person decides about a transaction that cannot, or should not, be billed as it is.

Each rule returns the transaction as it becomes, or None where the decision does not fit its state.
Readings and times stay as the charger sent them.
"""

from dataclasses import replace
from datetime import datetime
from typing import Final

from csms.domain.ending import BILL, CORRECT
from csms.domain.ids import UserId, Wh
from csms.domain.tariff import Tariff
from csms.domain.transaction import ClosedBy, Transaction, TransactionState

CANCELLABLE: Final = frozenset(
    {TransactionState.HELD, TransactionState.UNBILLED, TransactionState.BILLING_FAILED}
)


def bill_as_it_is(transaction: Transaction, reason: str, now: datetime) -> Transaction | None:
    """Bill a HELD transaction in spite of what speaks against it."""
    if transaction.state is not TransactionState.HELD:
        return None
    return _to_be_billed(replace(_ended(transaction, now), approved=True), reason, now)


def set_energy(
    transaction: Transaction, energy_wh: Wh, reason: str, now: datetime
) -> Transaction | None:
    """Bill a transaction for the energy that was decided: HELD, unpaid, or COMPLETED and again."""
    if transaction.state is TransactionState.COMPLETED and transaction.bill is not None:
        return replace(
            transaction,
            corrected_energy_wh=energy_wh,
            correction_reason=reason,
            approved=True,
            due_kind=CORRECT,
            due_at=now,
        )
    if transaction.state not in (TransactionState.HELD, TransactionState.BILLING_FAILED):
        return None
    ended = replace(_ended(transaction, now), corrected_energy_wh=energy_wh, approved=True)
    return _to_be_billed(ended, reason, now)


def cancel(transaction: Transaction, reason: str, now: datetime) -> Transaction | None:
    """Let nobody pay. Not for what was billed before: that is corrected or refunded."""
    if transaction.state not in CANCELLABLE or transaction.bill is not None:
        return None
    # What its payer's wallet still knows of it is taken back by this deadline at the latest.
    is_known = bool(transaction.hold_minor) or transaction.state is TransactionState.BILLING_FAILED
    return replace(
        transaction,
        state=TransactionState.CANCELLED,
        hold_reason=reason,
        last_error=None,
        due_kind=BILL if is_known else None,
        due_at=now if is_known else None,
    )


def assign(
    transaction: Transaction, payer_id: UserId, tariff: Tariff | None, now: datetime
) -> Transaction | None:
    """Bill an UNBILLED transaction to somebody. tariff: where it has none that can be used."""
    if transaction.state is not TransactionState.UNBILLED:
        return None
    given = replace(transaction, payer_id=payer_id, tariff=tariff or transaction.tariff)
    return _to_be_billed(given, None, now)


def _to_be_billed(transaction: Transaction, reason: str | None, now: datetime) -> Transaction:
    return replace(
        transaction,
        state=TransactionState.STOPPED,
        payer_decided=True,
        hold_reason=None,
        correction_reason=reason if transaction.bill is not None else None,
        due_kind=BILL,
        due_at=now,
    )


def _ended(transaction: Transaction, now: datetime) -> Transaction:
    """One that was set aside while it ran ends at its last reading."""
    if transaction.stopped_at is not None and transaction.meter_stop_wh is not None:
        return transaction
    summary = transaction.readings
    register = summary.latest_register_wh
    return replace(
        transaction,
        meter_stop_wh=transaction.meter_start_wh if register is None else register,
        stopped_at=transaction.stopped_at or summary.latest_at or transaction.started_at,
        stop_arrived_at=transaction.stop_arrived_at or now,
        stop_reason=transaction.stop_reason or "Reconciled",
        closed_by=transaction.closed_by or ClosedBy.CSMS,
        reconciled=True,
    )
