"""SignedFirmwareStatusNotification: how far a signed update is. Answered in every state."""

from csms.entrypoints.ocpp.exchange import Exchange, Reply
from csms.ocpp16.actions import signed_firmware_status_notification
from csms.ocpp16.actions.signed_firmware_status_notification import (
    SignedFirmwareStatusNotification,
)
from csms.store import progress

SUBJECT = "firmware"
"""The same as of unsigned updates: a charger does one at a time."""


def handle(request: SignedFirmwareStatusNotification, exchange: Exchange) -> Reply:
    """Keep the status beside the last ones."""
    progress.add(exchange.charger_id, SUBJECT, request.status, exchange.now)
    return Reply(signed_firmware_status_notification.answer())
