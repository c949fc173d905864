"""StopTransaction (§6.49): a transaction ended. It is never refused (§4.10)."""

from functools import partial

from csms import observability
from csms.domain.ending import StopFacts
from csms.domain.id_tag import bounded_tag
from csms.domain.instants import whole_millisecond
from csms.entrypoints.ocpp.exchange import Exchange, Reply
from csms.ocpp16.actions.stop_transaction import StopTransaction, answer
from csms.ocpp16.timestamps import clamp
from csms.ocpp16.violation import Deviation, deviation
from csms.services.charging import authorization, stops
from csms.services.charging.stops import Stopped


def handle(request: StopTransaction, exchange: Exchange) -> Reply:
    """End the transaction that is meant; bill it once the charger has its answer."""
    facts = StopFacts(
        charger_id=exchange.charger_id,
        meter_stop_wh=request.meter_stop_wh,
        stopped_at=whole_millisecond(request.timestamp.instant),
        stopped_raw=request.timestamp.raw,
        arrived_at=exchange.now,
        reason=request.reason,
        id_tag=None if request.id_tag is None else bounded_tag(request.id_tag),
        message_id=exchange.message_id,
    )
    stopped = stops.stop(request.transaction_id, facts, request.transaction_data)
    if stopped.after is not None:
        observability.note(transaction_id=stopped.after.transaction_id)
    info = None
    if request.id_tag is not None:
        info = authorization.identify(request.id_tag, exchange.charger_id, exchange.now)
    _, clock = clamp(facts.stopped_at, exchange.now)
    return Reply(
        answer(info),
        effects=(partial(stops.settle, stopped, facts, exchange.now),),
        findings=(*clock, *_findings(request, stopped)),
    )


def _findings(request: StopTransaction, stopped: Stopped) -> tuple[Deviation, ...]:
    if stopped.by_number:
        return ()
    return (deviation("transaction-unknown", "transactionId", request.transaction_id),)
