"""SignedFirmwareStatusNotification: how far a signed update is. Answered in every state."""

from csms.domain.charger_page import ProgressEntry
from csms.domain.transfer import Subject
from csms.entrypoints.ocpp.exchange import Exchange, Reply
from csms.ocpp16.actions import signed_firmware_status_notification
from csms.ocpp16.actions.signed_firmware_status_notification import (
    SignedFirmwareStatusNotification,
)
from csms.services.chargers import progress


def handle(request: SignedFirmwareStatusNotification, exchange: Exchange) -> Reply:
    """Keep the status beside the last ones."""
    told = ProgressEntry(request.status, exchange.now)
    effects = progress.note(exchange.charger_id, Subject.FIRMWARE, told)
    return Reply(signed_firmware_status_notification.answer(), effects)
