"""StartTransaction (§6.45): energy begins to flow, or did while nobody listened."""

from collections.abc import Callable
from functools import partial

from csms import observability
from csms.domain.id_tag import bounded_tag
from csms.domain.instants import whole_millisecond
from csms.domain.starting import StartFacts
from csms.entrypoints.ocpp.exchange import Exchange, Reply
from csms.ocpp16.actions.start_transaction import StartTransaction, answer
from csms.ocpp16.timestamps import clamp
from csms.services.charging import starts, stops


def handle(request: StartTransaction, exchange: Exchange) -> Reply:
    """Give the transaction its id, whatever its tag; the same start again gets the same answer."""
    facts = StartFacts(
        charger_id=exchange.charger_id,
        connector_id=request.connector_id,
        id_tag=bounded_tag(request.id_tag),
        meter_start_wh=request.meter_start_wh,
        started_at=whole_millisecond(request.timestamp.instant),
        started_raw=request.timestamp.raw,
        arrived_at=exchange.now,
        message_id=exchange.message_id,
        reservation_id=request.reservation_id,
    )
    _, findings = clamp(facts.started_at, exchange.now)
    started = starts.start(facts)
    transaction = started.transaction
    observability.note(transaction_id=transaction.transaction_id)
    effects: list[Callable[[], None]] = [partial(starts.settle, started, exchange.now)]
    kept = exchange.connection.orphan_stops
    if kept:
        effects.append(partial(stops.match_kept, exchange.charger_id, kept, exchange.now))
    return Reply(
        answer(transaction.transaction_id, transaction.id_tag_info),
        effects=effects,
        findings=findings,
    )
