"""How a transaction ends: by the charger's word, by ours, or not at all for now.

Rules take the transaction as it is and return it as it becomes, or None when nothing changes.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from csms.domain.ids import ChargerId, ConnectorId, Wh, fold_tag
from csms.domain.plausibility import doubts, plausible_instant
from csms.domain.reconciliation import without_suspicion
from csms.domain.starting import shown_start
from csms.domain.transaction import ClosedBy, ReadingSummary, Transaction, TransactionState

BILL: Final = "bill"
CORRECT: Final = "correct"
BILL_DELAY: Final = timedelta(seconds=60)
"""How long after an end the sweep bills it, if the invocation that ended it did not."""
NO_CONTACT: Final = "no_contact"
TRUE_STOP: Final = "true end after our own close"
LATE_READINGS: Final = "readings that came after the bill"


class CloseReason(StrEnum):
    """Why we ended a transaction without a Stop; its stop_reason."""

    RECONCILED = "Reconciled"
    SUPERSEDED = "Superseded"


@dataclass(frozen=True, slots=True)
class StopFacts:
    """What a StopTransaction said, and when it arrived.

    meter_stop_wh: None when none could be read. stopped_at: as the charger wrote it.
    """

    charger_id: ChargerId
    meter_stop_wh: Wh | None
    stopped_at: datetime
    stopped_raw: str | None
    arrived_at: datetime
    reason: str
    id_tag: str | None
    message_id: str


def stop(transaction: Transaction, facts: StopFacts) -> Transaction | None:
    """End a transaction by the charger's word; None for a repeat, and for one that was cancelled.

    After our own close it is the true end: what was billed is corrected, else it is billed anew.
    """
    if transaction.closed_by is ClosedBy.CHARGER:
        return None
    if transaction.state is TransactionState.CANCELLED:
        return None
    was_billed = transaction.state is TransactionState.COMPLETED
    meter_stop_wh = facts.meter_stop_wh
    if meter_stop_wh is None:
        meter_stop_wh = transaction.readings.latest_register_wh
    return replace(
        without_suspicion(transaction),
        state=TransactionState.COMPLETED if was_billed else TransactionState.STOPPED,
        meter_stop_wh=meter_stop_wh,
        stopped_at=facts.stopped_at,
        stopped_raw=facts.stopped_raw,
        stop_arrived_at=facts.arrived_at,
        stop_reason=facts.reason,
        stop_id_tag=facts.id_tag,
        stop_message_id=facts.message_id,
        closed_by=ClosedBy.CHARGER,
        approved=_still_approved(transaction),
        hold_reason=None,
        attempts=0,
        last_error=None,
        correction_reason=TRUE_STOP if was_billed else None,
        due_kind=CORRECT if was_billed else BILL,
        due_at=facts.arrived_at + BILL_DELAY,
    )


def close(transaction: Transaction, reason: CloseReason, now: datetime) -> Transaction | None:
    """End a running transaction ourselves, at its last reading; None when it does not run.

    Without a reading it ends where it began, with nothing delivered.
    """
    if transaction.state is not TransactionState.RUNNING:
        return None
    summary = transaction.readings
    read = summary.latest_at is not None
    return replace(
        without_suspicion(transaction),
        state=TransactionState.STOPPED,
        meter_stop_wh=summary.latest_register_wh if read else transaction.meter_start_wh,
        stopped_at=summary.latest_at if read else transaction.started_at,
        stop_arrived_at=now,
        stop_reason=reason.value,
        closed_by=ClosedBy.CSMS,
        reconciled=True,
        due_kind=BILL,
        due_at=now + BILL_DELAY,
    )


def hold_for_silence(transaction: Transaction) -> Transaction | None:
    """Set aside a running transaction of a charger that is silent; None when it does not run."""
    if transaction.state is not TransactionState.RUNNING:
        return None
    return replace(
        without_suspicion(transaction), state=TransactionState.HELD, hold_reason=NO_CONTACT
    )


def is_open(transaction: Transaction) -> bool:
    """Whether its end is still unknown: it runs, or was set aside for silence."""
    if transaction.state is TransactionState.RUNNING:
        return True
    return transaction.state is TransactionState.HELD and transaction.closed_by is None


def is_ended_by(transaction: Transaction, facts: StopFacts) -> bool:
    """Whether this very Stop ended it before."""
    return (
        transaction.closed_by is ClosedBy.CHARGER
        and transaction.stopped_at == facts.stopped_at
        and facts.meter_stop_wh in (None, transaction.meter_stop_wh)
    )


def match_orphan(candidates: Iterable[Transaction], facts: StopFacts) -> Transaction | None:
    """The one transaction of this charger that a Stop without a usable id belongs to.

    One that it ended before (a repeat), else the only open one that began before it, with a
    register that fits, and the same tag if the Stop names one. None when none or several fit.
    """
    own = [one for one in candidates if one.charger_id == facts.charger_id]
    ended = [one for one in own if is_ended_by(one, facts)]
    if ended:
        return ended[0]
    fitting = [one for one in own if is_open(one) and _fits(one, facts)]
    return fitting[0] if len(fitting) == 1 else None


def _fits(transaction: Transaction, facts: StopFacts) -> bool:
    if facts.id_tag is not None and fold_tag(facts.id_tag) != fold_tag(transaction.id_tag):
        return False
    stopped_at = plausible_instant(facts.stopped_at, facts.arrived_at)
    ended = stop(transaction, facts)
    return shown_start(transaction) <= stopped_at and ended is not None and not doubts(ended)


def extend(transaction: Transaction) -> Transaction:
    """Move our own close to a reading that came after it, until it or its correction is billed.

    What an operator has set stays.
    """
    summary = transaction.readings
    billable = (TransactionState.STOPPED, TransactionState.BILLING_FAILED)
    if transaction.closed_by is not ClosedBy.CSMS or transaction.state not in billable:
        return transaction
    if transaction.corrected_energy_wh is not None or summary.latest_at is None:
        return transaction
    return _ended_by(transaction, summary.latest_register_wh, summary.latest_at)


def reopen(transaction: Transaction, arrived_at: datetime) -> Transaction:
    """Let a bill be made again that readings after it may change; what it is not changes nothing.

    After the charger's own Stop they matter only where the tariff asks when energy flowed. After
    our own close they move its end. What an operator has set stays.
    """
    tariff = transaction.tariff
    is_billed = transaction.state is TransactionState.COMPLETED and transaction.bill is not None
    if not is_billed or tariff is None or transaction.corrected_energy_wh is not None:
        return transaction
    moved = _moved_end(transaction)
    if moved == transaction and not tariff.needs_readings:
        return transaction
    return replace(
        moved,
        correction_reason=transaction.correction_reason or LATE_READINGS,
        due_kind=CORRECT,
        due_at=transaction.due_at or arrived_at + BILL_DELAY,
    )


def _moved_end(transaction: Transaction) -> Transaction:
    summary = transaction.readings
    at, end = summary.latest_at, transaction.stopped_at
    if transaction.closed_by is not ClosedBy.CSMS or at is None or end is None or at <= end:
        return transaction
    return _ended_by(transaction, summary.latest_register_wh, at)


def _ended_by(transaction: Transaction, register_wh: Wh | None, at: datetime) -> Transaction:
    moved = replace(transaction, meter_stop_wh=register_wh, stopped_at=at)
    return replace(moved, approved=_still_approved(transaction)) if moved != transaction else moved


def _still_approved(transaction: Transaction) -> bool:
    """Whether the gate stays open at another end: for an energy that an operator set."""
    return transaction.approved and transaction.corrected_energy_wh is not None


def covers(transaction: Transaction, connector_id: ConnectorId, at: datetime) -> bool:
    """Whether it ran on a connector at a time, as shown; both ends belong to it."""
    if transaction.connector_id != connector_id or at < shown_start(transaction):
        return False
    if transaction.stopped_at is None or transaction.stop_arrived_at is None:
        return is_open(transaction)
    return at <= plausible_instant(transaction.stopped_at, transaction.stop_arrived_at)


def could_read(transaction: Transaction, register_wh: Wh, at: datetime) -> bool:
    """Whether its connector's register can have stood there then, by what was delivered at most."""
    ended = replace(
        transaction,
        readings=ReadingSummary(),
        meter_stop_wh=register_wh,
        stopped_at=at,
        stop_arrived_at=at,
    )
    return not doubts(ended)
