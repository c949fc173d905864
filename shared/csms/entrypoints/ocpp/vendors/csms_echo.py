"""Our own vendor id: whoever sets up a charger sees that data survives the way here and back."""

from typing import Final

from csms.entrypoints.ocpp.exchange import Exchange, Reply
from csms.ocpp16.actions import data_transfer
from csms.ocpp16.actions.data_transfer import DataTransfer, DataTransferStatus

VENDOR_ID: Final = "csms"
LONGEST: Final = 10_000
"""Characters that are sent back; the gateway takes frames of 128 KB."""


def _echo(request: DataTransfer, _exchange: Exchange) -> Reply:
    """The same data again; Rejected without any, and for more than is sent back."""
    if request.data is None or len(request.data) > LONGEST:
        return Reply(data_transfer.answer(DataTransferStatus.REJECTED))
    return Reply(data_transfer.answer(DataTransferStatus.ACCEPTED, request.data))


MESSAGES: Final = {"Echo": _echo}
