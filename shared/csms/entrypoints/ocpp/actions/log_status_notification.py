"""LogStatusNotification: how far the upload of a log is. Answered in every state."""

from csms.entrypoints.ocpp.exchange import Exchange, Reply
from csms.ocpp16.actions import log_status_notification
from csms.ocpp16.actions.log_status_notification import LogStatusNotification
from csms.store import progress

SUBJECT = "log"


def handle(request: LogStatusNotification, exchange: Exchange) -> Reply:
    """Keep the status beside the last ones."""
    progress.add(exchange.charger_id, SUBJECT, request.status, exchange.now)
    return Reply(log_status_notification.answer())
