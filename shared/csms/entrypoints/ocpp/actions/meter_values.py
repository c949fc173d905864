"""MeterValues (§6.31): readings, of a transaction or of a connector, fresh or long queued."""

from collections.abc import Callable
from functools import partial

from csms import observability
from csms.domain.transaction import TransactionState
from csms.entrypoints.ocpp.exchange import Exchange, Reply
from csms.ocpp16.actions.meter_values import MeterValues, answer
from csms.ocpp16.timestamps import clamp
from csms.ocpp16.violation import Deviation, deviation
from csms.services.charging import funds, readings
from csms.services.charging.readings import MeterFacts


def handle(request: MeterValues, exchange: Exchange) -> Reply:
    """Keep the readings, and count them once for the transaction that they belong to."""
    facts = MeterFacts(
        charger_id=exchange.charger_id,
        connector_id=request.connector_id,
        transaction_id=request.transaction_id,
        readings=request.readings,
        arrived_at=exchange.now,
        message_id=exchange.message_id,
    )
    transaction = readings.record(facts)
    findings: list[Deviation] = []
    for reading in request.readings:
        findings += clamp(reading.taken_at, exchange.now, "meterValue[].timestamp")[1]
    sent = request.transaction_id
    belongs_to = None if transaction is None else transaction.transaction_id
    observability.note(transaction_id=belongs_to)
    if sent is not None and request.readings and sent != belongs_to:
        findings.append(deviation("transaction-unknown", "transactionId", sent))
    effects: tuple[Callable[[], None], ...] = ()
    if transaction is not None and transaction.state is TransactionState.RUNNING:
        effects = (partial(funds.stop_when_spent, transaction, exchange.now),)
    return Reply(answer(), effects, tuple(findings))
