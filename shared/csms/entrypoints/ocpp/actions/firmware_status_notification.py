"""FirmwareStatusNotification: how far it is. Answered in every state."""

from csms.entrypoints.ocpp.exchange import Exchange, Reply
from csms.ocpp16.actions import firmware_status_notification
from csms.ocpp16.actions.firmware_status_notification import FirmwareStatusNotification
from csms.store import progress

SUBJECT = "firmware"


def handle(request: FirmwareStatusNotification, exchange: Exchange) -> Reply:
    """Keep the status beside the last ones."""
    progress.add(exchange.charger_id, SUBJECT, request.status, exchange.now)
    return Reply(firmware_status_notification.answer())
