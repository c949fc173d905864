"""Plug and charge over OCPP 1.6 (Open Charge Alliance, application note on ISO 15118).

No contract certificates are handled here. A charger that asks for one is told so at once, and
falls back to its other ways of identification, instead of waiting for what will not come.
"""

from typing import Final

from csms.entrypoints.ocpp.exchange import Exchange, Reply
from csms.ocpp16.actions import data_transfer
from csms.ocpp16.actions.data_transfer import DataTransfer, DataTransferStatus

VENDOR_ID: Final = "org.openchargealliance.iso15118pnc"


def _refuse(_request: DataTransfer, _exchange: Exchange) -> Reply:
    return Reply(data_transfer.answer(DataTransferStatus.REJECTED))


MESSAGES: Final = {
    "Authorize": _refuse,
    "Get15118EVCertificate": _refuse,
    "GetCertificateStatus": _refuse,
    "SignCertificate": _refuse,
}
