"""StatusNotification: what a connector is doing, in the order of the charger's own times."""

from collections.abc import Callable
from functools import partial

from csms.domain.charger import Connector
from csms.entrypoints.ocpp.exchange import Exchange, Reply
from csms.ocpp16.actions import status_notification
from csms.ocpp16.actions.status_notification import StatusNotification
from csms.ocpp16.timestamps import clamp
from csms.ocpp16.violation import deviation
from csms.services.chargers import local_lists, reservations, statuses
from csms.services.charging import reconciliation
from csms.store.connector import StatusReport

LIST_CONFLICT = "LocalListConflict"


def handle(request: StatusNotification, exchange: Exchange) -> Reply:
    """Store the status, let it tell of transactions, and show it on the map afterwards."""
    if not 0 <= request.connector_id <= statuses.HIGHEST_CONNECTOR:
        beyond = deviation("connector-out-of-range", "connectorId", request.connector_id)
        return Reply(status_notification.answer(), findings=(beyond,))
    time = request.timestamp
    at, findings = (exchange.now, ()) if time is None else clamp(time.instant, exchange.now)
    report = StatusReport(
        charger_id=exchange.charger_id,
        connector_id=request.connector_id,
        status=request.status,
        error_code=request.error_code,
        reported_at=at,
        arrived_at=exchange.now,
        boot_at=exchange.connection.booted_at,
        info=request.info,
        vendor_error_code=request.vendor_error_code,
    )
    reported = statuses.report(exchange.connection, report)
    if reported is None:
        return Reply(status_notification.answer(), findings=findings)
    if reported.connector.transaction_id is not None:
        # Before the answer: a charger without one repeats its status, and with it this step.
        reconciliation.note_status(reported.connector, at, exchange.now)
    effects = [*reported.effects, *_further(reported.connector, request, exchange)]
    return Reply(status_notification.answer(), effects, findings)


def _further(
    connector: Connector, request: StatusNotification, exchange: Exchange
) -> list[Callable[[], None]]:
    todo: list[Callable[[], None]] = []
    if connector.reservation_id is not None:
        todo.append(partial(reservations.note_status, connector, request.status))
    if request.error_code == LIST_CONFLICT:
        todo.append(partial(local_lists.resync, exchange.charger_id, exchange.now))
    return todo
