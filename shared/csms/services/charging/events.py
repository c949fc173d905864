"""Entries of timelines for what does not happen to every transaction."""

from datetime import datetime

from csms.domain import timeline as derived
from csms.domain.ids import TransactionId
from csms.domain.transaction import TimelineEntry, Transaction
from csms.store import state_change as state_changes
from csms.store import timeline
from csms.store import transaction as transactions


def note(
    transaction: Transaction,
    kind: str,
    text: str,
    at: datetime,
    arrived_at: datetime,
    message_id: str | None = None,
) -> None:
    """Add an entry. at: by the charger's clock where it said when, else the arrival."""
    messages = (message_id,) if message_id is not None else ()
    entry = TimelineEntry(transaction.transaction_id, at, arrived_at, kind, text, messages)
    timeline.add_event(entry)


def read(transaction_id: TransactionId) -> list[TimelineEntry]:
    """The whole timeline of a transaction, in the order of its times. Raises NotFound."""
    transaction = transactions.get(transaction_id)
    told = [*derived.told(transaction), *timeline.events(transaction_id)]
    if transaction.tariff is not None and transaction.tariff.needs_states:
        told += [
            TimelineEntry(transaction_id, one.at, one.arrived_at, "state", f"Reported {one.status}")
            for one in state_changes.changes(transaction_id)
        ]
    return sorted(told, key=lambda entry: entry.at)
