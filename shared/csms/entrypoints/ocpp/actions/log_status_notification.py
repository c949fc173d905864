"""LogStatusNotification: how far the upload of a log is. Answered in every state."""

from csms.domain.charger_page import ProgressEntry
from csms.domain.transfer import Subject
from csms.entrypoints.ocpp.exchange import Exchange, Reply
from csms.ocpp16.actions import log_status_notification
from csms.ocpp16.actions.log_status_notification import LogStatusNotification
from csms.services.chargers import progress


def handle(request: LogStatusNotification, exchange: Exchange) -> Reply:
    """Keep the status beside the last ones."""
    told = ProgressEntry(request.status, exchange.now)
    effects = progress.note(exchange.charger_id, Subject.LOG, told)
    return Reply(log_status_notification.answer(), effects)
