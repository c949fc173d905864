"""What a transaction's own row tells of its life, as lines of its timeline."""

from csms.domain.plausibility import plausible_instant
from csms.domain.starting import shown_start
from csms.domain.transaction import ClosedBy, TimelineEntry, Transaction, TransactionState


def told(transaction: Transaction) -> list[TimelineEntry]:
    """Its start, its readings, doubts of it, its end and its bill, in the order of their times."""
    entries = [_start(transaction), *_readings(transaction), *_doubt(transaction)]
    return [*entries, *_end(transaction), *_outcome(transaction)]


def _start(transaction: Transaction) -> TimelineEntry:
    info = transaction.id_tag_info
    text = (
        f"Started on connector {transaction.connector_id} with tag {transaction.id_tag}"
        f" ({info.status}), register at {transaction.meter_start_wh} Wh"
    )
    at, arrived_at = shown_start(transaction), transaction.start_arrived_at
    frames = _frames(transaction.start_message_id)
    return TimelineEntry(transaction.transaction_id, at, arrived_at, "started", text, frames)


def _readings(transaction: Transaction) -> list[TimelineEntry]:
    summary = transaction.readings
    if summary.newest_at is None:
        return []
    register = summary.latest_register_wh
    ending = "" if register is None else f", register at {register} Wh"
    text = f"Last of {summary.count} messages with readings{ending}"
    at = summary.newest_at
    return [TimelineEntry(transaction.transaction_id, at, at, "readings", text)]


def _doubt(transaction: Transaction) -> list[TimelineEntry]:
    due, evidence_at = transaction.reconcile_after, transaction.reconcile_evidence_at
    if due is None or evidence_at is None:
        return []
    text = f"Closed at its last reading after {due:%Y-%m-%d %H:%M:%S} UTC, unless readings come"
    number = transaction.transaction_id
    return [TimelineEntry(number, evidence_at, evidence_at, "reconciliation", text)]


def _end(transaction: Transaction) -> list[TimelineEntry]:
    claimed, arrived_at = transaction.stopped_at, transaction.stop_arrived_at
    if claimed is None or arrived_at is None:
        return []
    by_us = transaction.closed_by is ClosedBy.CSMS
    register = transaction.meter_stop_wh
    at_register = "register unknown" if register is None else f"register at {register} Wh"
    verb = "Closed here at its last reading" if by_us else "Stopped"
    tag = f" with tag {transaction.stop_id_tag}" if transaction.stop_id_tag else ""
    text = f"{verb}{tag} ({transaction.stop_reason}), {at_register}"
    kind = "closed" if by_us else "stopped"
    at = plausible_instant(claimed, arrived_at)
    frames = _frames(None if by_us else transaction.stop_message_id)
    return [TimelineEntry(transaction.transaction_id, at, arrived_at, kind, text, frames)]


def _frames(message_id: str | None) -> tuple[str, ...]:
    return () if message_id is None else (message_id,)


def _outcome(transaction: Transaction) -> list[TimelineEntry]:
    number, bill = transaction.transaction_id, transaction.bill
    entries = []
    if bill is not None:
        text = f"Billed {bill.price_minor} minor units of {bill.currency} for {bill.energy_wh} Wh"
        entries.append(TimelineEntry(number, bill.billed_at, bill.billed_at, "billed", text))
    waits = transaction.state in (TransactionState.HELD, TransactionState.UNBILLED)
    at = transaction.stop_arrived_at
    if waits and at is not None:
        text = f"{transaction.state}: {transaction.hold_reason}"
        entries.append(TimelineEntry(number, at, at, transaction.state.lower(), text))
    if transaction.last_error is not None and at is not None:
        text = f"Billing failed {transaction.attempts} times: {transaction.last_error}"
        entries.append(TimelineEntry(number, at, at, "billing-failed", text))
    return entries
