"""What vendors add to the protocol: one file per vendor id, and the registry of them.

A further vendor is one file with its `VENDOR_ID` and its `MESSAGES`, and its line in `VENDORS`. A
handler may be called twice with the same message, and its answer's data is text.
"""

from collections.abc import Callable, Mapping
from typing import Final

from csms.entrypoints.ocpp.exchange import Exchange, Reply
from csms.entrypoints.ocpp.vendors import csms_echo, iso15118_pnc
from csms.ocpp16.actions.data_transfer import DataTransfer

type VendorHandler = Callable[[DataTransfer, Exchange], Reply]

VENDORS: Final[Mapping[str, Mapping[str | None, VendorHandler]]] = {
    vendor.VENDOR_ID.casefold(): vendor.MESSAGES for vendor in (csms_echo, iso15118_pnc)
}
"""By vendor id, casefolded, then by message id (None: a message without one)."""
