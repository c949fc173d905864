"""DiagnosticsStatusNotification: how far it is. Answered in every state."""

from csms.domain.charger_page import ProgressEntry
from csms.domain.transfer import Subject
from csms.entrypoints.ocpp.exchange import Exchange, Reply
from csms.ocpp16.actions import diagnostics_status_notification
from csms.ocpp16.actions.diagnostics_status_notification import DiagnosticsStatusNotification
from csms.services.chargers import progress


def handle(request: DiagnosticsStatusNotification, exchange: Exchange) -> Reply:
    """Keep the status beside the last ones."""
    told = ProgressEntry(request.status, exchange.now)
    effects = progress.note(exchange.charger_id, Subject.DIAGNOSTICS, told)
    return Reply(diagnostics_status_notification.answer(), effects)
