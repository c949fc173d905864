"""Meter values: kept whatever they belong to, counted once for the transaction they belong to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from csms.domain import ending, reconciliation
from csms.domain.ids import ChargerId, ConnectorId, TransactionId
from csms.domain.plausibility import plausible_instant
from csms.domain.reading import (
    Reading,
    ReadingFact,
    add_reading,
    fact_of,
    repeat_reading,
    without_registers,
)
from csms.domain.transaction import ReadingSummary, Transaction
from csms.services.charging import events
from csms.store import charger as chargers
from csms.store import meter_value as meter_values
from csms.store import transaction as transactions
from csms.store import transaction_list as lists
from csms.store.meter_value import StoredReadings

NEIGHBOURS: Final = 5
"""How many of a charger's last transactions a reading without a number may belong to."""

type Merge = Callable[[ReadingSummary], ReadingSummary]


@dataclass(frozen=True, slots=True)
class MeterFacts:
    """What a MeterValues said. transaction_id: as sent, possibly nobody's."""

    charger_id: ChargerId
    connector_id: ConnectorId
    transaction_id: TransactionId | None
    readings: Sequence[Reading]
    arrived_at: datetime
    message_id: str


def record(facts: MeterFacts) -> Transaction | None:
    """Store readings once, and count them for their transaction.

    Returns the transaction that they belong to, as it is now; None when they belong to none: then
    they are kept with their connector.
    """
    if not facts.readings:
        return None
    transaction = transactions.find_own(facts.transaction_id, facts.charger_id) or _neighbour(facts)
    if transaction is None:
        series = meter_values.connector_series(facts.charger_id, facts.connector_id)
        meter_values.put(series, _stored(facts))
        return None
    merge = keep(transaction, facts)
    newest = max(plausible_instant(one.taken_at, facts.arrived_at) for one in facts.readings)
    after, _ = transactions.apply(transaction, lambda one: _counted(one, merge, newest, facts))
    if transaction.reconcile_after is not None and after.reconcile_after is None:
        text = "Readings prove that it went on"
        events.note(after, "went-on", text, newest, facts.arrived_at, facts.message_id)
    return after


def keep(transaction: Transaction, facts: MeterFacts) -> Merge:
    """Store readings with their transaction, once. Returns how its summary takes them in."""
    stored = _stored(facts, after_bill=transaction.bill is not None)
    series = meter_values.transaction_series(transaction.transaction_id)
    before = meter_values.put(series, stored)
    fact = fact_of(facts.readings, stored.digest, before or facts.arrived_at)
    if not _reads_connector(transaction, facts, fact):
        fact = without_registers(fact)
    if before is None:
        return lambda summary: add_reading(summary, fact)
    return lambda summary: repeat_reading(summary, fact)


def _counted(
    transaction: Transaction, merge: Merge, newest: datetime, facts: MeterFacts
) -> Transaction | None:
    summary = merge(transaction.readings)
    if summary == transaction.readings:
        return None
    counted = ending.extend(replace(transaction, readings=summary))
    counted = ending.reopen(counted, facts.arrived_at)
    return reconciliation.acquit(counted, newest) or counted


def _stored(facts: MeterFacts, *, after_bill: bool = False) -> StoredReadings:
    return StoredReadings(
        connector_id=facts.connector_id,
        readings=facts.readings,
        digest=meter_values.digest_of(facts.connector_id, facts.readings),
        arrived_at=facts.arrived_at,
        message_id=facts.message_id,
        after_bill=after_bill,
    )


def _reads_connector(transaction: Transaction, facts: MeterFacts, fact: ReadingFact) -> bool:
    """Whether a register is the connector's own: chargers name the main meter, 0, for it too."""
    if facts.connector_id == transaction.connector_id:
        return True
    highest, at = fact.highest_register_wh, fact.latest_at
    if facts.connector_id != 0 or highest is None or at is None:
        return False
    return ending.could_read(transaction, highest, at)


def _neighbour(facts: MeterFacts) -> Transaction | None:
    """The transaction that ran on the connector when the first reading was taken."""
    connector_id = _connector(facts)
    if connector_id is None:
        return None
    at = plausible_instant(facts.readings[0].taken_at, facts.arrived_at)
    connector = chargers.connector(facts.charger_id, connector_id)
    running = (
        None
        if connector is None
        else transactions.find_own(connector.transaction_id, facts.charger_id)
    )
    if running is not None and ending.covers(running, connector_id, at):
        return running
    page = lists.list_by_charger(facts.charger_id, None, NEIGHBOURS)
    return next((one for one in page.items if ending.covers(one, connector_id, at)), None)


def _connector(facts: MeterFacts) -> ConnectorId | None:
    """The connector that is meant: connector 0 of a charger with one connector is that one."""
    if facts.connector_id != 0:
        return facts.connector_id
    charger = chargers.get(facts.charger_id)
    return ConnectorId(1) if charger.connector_count == 1 else None
