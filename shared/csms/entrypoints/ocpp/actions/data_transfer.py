"""DataTransfer: whatever a vendor adds to the protocol."""

from csms.entrypoints.ocpp.exchange import Exchange, Reply
from csms.entrypoints.ocpp.vendors import VENDORS
from csms.ocpp16.actions import data_transfer
from csms.ocpp16.actions.data_transfer import DataTransfer, DataTransferStatus


def handle(request: DataTransfer, exchange: Exchange) -> Reply:
    """Hand the message to its vendor's handler, or say what of it is unknown (§4.3)."""
    messages = VENDORS.get(request.vendor_id.casefold())
    if messages is None:
        return Reply(data_transfer.answer(DataTransferStatus.UNKNOWN_VENDOR_ID))
    handler = messages.get(request.message_id)
    if handler is None:
        return Reply(data_transfer.answer(DataTransferStatus.UNKNOWN_MESSAGE_ID))
    return handler(request, exchange)
