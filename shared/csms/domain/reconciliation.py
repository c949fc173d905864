"""Transactions that may have ended without a word: what makes us doubt, what clears the doubt.

Evidence counts by the charger's own clock: what a charger queued while it was offline arrives
late, and proves nothing about the time after the trigger.
"""

from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from csms.domain.charger import Connection, ConnectorStatus
from csms.domain.starting import last_sign
from csms.domain.transaction import Transaction, TransactionState

RECONCILE: Final = "reconcile"

ENDING_STATUSES: Final = frozenset(
    {
        ConnectorStatus.AVAILABLE,
        ConnectorStatus.PREPARING,
        ConnectorStatus.RESERVED,
        ConnectorStatus.UNAVAILABLE,
    }
)
"""What a connector with a running transaction does not report."""
CHARGING_STATUSES: Final = frozenset(
    {ConnectorStatus.CHARGING, ConnectorStatus.SUSPENDED_EV, ConnectorStatus.SUSPENDED_EVSE}
)
"""What only a connector with a running transaction reports."""


class Trigger(StrEnum):
    """What makes us doubt that a transaction still runs."""

    BOOT = "boot"
    STATUS = "status"
    HISTORY = "history"


def suspect(
    transaction: Transaction, trigger: Trigger, evidence_at: datetime, close_at: datetime
) -> Transaction | None:
    """Let a running transaction be closed at `close_at` unless newer evidence comes.

    evidence_at: the charger's time of the trigger. None when it does not run, or was seen running
    at that time or later. A further trigger raises the bar and never postpones the close.
    """
    if transaction.state is not TransactionState.RUNNING or evidence_at <= last_sign(transaction):
        return None
    if transaction.reconcile_after is not None and transaction.reconcile_evidence_at is not None:
        close_at = min(close_at, transaction.reconcile_after)
        evidence_at = max(evidence_at, transaction.reconcile_evidence_at)
    suspected = replace(
        transaction,
        reconcile_after=close_at,
        reconcile_trigger=transaction.reconcile_trigger or trigger.value,
        reconcile_evidence_at=evidence_at,
        due_kind=RECONCILE,
        due_at=close_at,
    )
    return suspected if suspected != transaction else None


def acquit(transaction: Transaction, seen_at: datetime) -> Transaction | None:
    """Drop the suspicion if the transaction was seen running after the trigger, else None.

    seen_at: the charger's time of a reading, or of a status that only a transaction has.
    """
    evidence_at = transaction.reconcile_evidence_at
    if evidence_at is None or seen_at <= evidence_at:
        return None
    return without_suspicion(transaction)


def without_suspicion(transaction: Transaction) -> Transaction:
    """The transaction with its trigger, and the deadline that came of it, removed."""
    return replace(
        transaction,
        reconcile_after=None,
        reconcile_trigger=None,
        reconcile_evidence_at=None,
        due_kind=None,
        due_at=None,
    )


def is_due(transaction: Transaction, now: datetime) -> bool:
    """Whether the time for evidence is over."""
    return (
        transaction.state is TransactionState.RUNNING
        and transaction.reconcile_after is not None
        and transaction.reconcile_after <= now
    )


def last_contact(transaction: Transaction, connection: Connection | None) -> datetime:
    """When its charger was heard of last. connection: the charger's row, None when it is gone."""
    heard = [transaction.start_arrived_at]
    if connection is not None:
        times = (connection.last_seen_at, connection.disconnected_at)
        heard += [at for at in times if at is not None]
    heard += [arrived_at for _, arrived_at in transaction.readings.recent]
    return max(heard)
