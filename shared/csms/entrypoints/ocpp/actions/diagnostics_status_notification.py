"""DiagnosticsStatusNotification: how far it is. Answered in every state."""

from csms.entrypoints.ocpp.exchange import Exchange, Reply
from csms.ocpp16.actions import diagnostics_status_notification
from csms.ocpp16.actions.diagnostics_status_notification import DiagnosticsStatusNotification
from csms.store import progress

SUBJECT = "diagnostics"


def handle(request: DiagnosticsStatusNotification, exchange: Exchange) -> Reply:
    """Keep the status beside the last ones."""
    progress.add(exchange.charger_id, SUBJECT, request.status, exchange.now)
    return Reply(diagnostics_status_notification.answer())
