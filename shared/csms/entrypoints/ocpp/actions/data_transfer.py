"""DataTransfer: whatever a vendor adds to the protocol."""

from collections.abc import Callable, Mapping
from typing import Final

from csms.entrypoints.ocpp.exchange import Exchange, Reply
from csms.ocpp16.actions import data_transfer
from csms.ocpp16.actions.data_transfer import DataTransfer, DataTransferStatus

type VendorHandler = Callable[[DataTransfer, Exchange], Reply]

VENDORS: Final[Mapping[str, Mapping[str | None, VendorHandler]]] = {}
"""By vendor id, casefolded, then by message id (None: a message without one)."""


def handle(request: DataTransfer, exchange: Exchange) -> Reply:
    """Hand the message to its vendor's handler, or say what of it is unknown (§4.3)."""
    return route(VENDORS, request, exchange)


def route(
    vendors: Mapping[str, Mapping[str | None, VendorHandler]],
    request: DataTransfer,
    exchange: Exchange,
) -> Reply:
    """Find the handler of a vendor's message in a registry."""
    messages = vendors.get(request.vendor_id.casefold())
    if messages is None:
        return Reply(data_transfer.answer(DataTransferStatus.UNKNOWN_VENDOR_ID))
    handler = messages.get(request.message_id)
    if handler is None:
        return Reply(data_transfer.answer(DataTransferStatus.UNKNOWN_MESSAGE_ID))
    return handler(request, exchange)
