"""Identifiers and units: one type each, so that they cannot be mixed up."""

import unicodedata
from typing import Final, NewType

ChargerId = NewType("ChargerId", str)
"""A charger's identity in its canonical form: NFC, casefolded, 1-48 printable characters."""
StationId = NewType("StationId", str)
ConnectorId = NewType("ConnectorId", int)
"""OCPP numbering: 0 is the charger as a whole, 1 and above are its connectors."""
TransactionId = NewType("TransactionId", int)
"""A positive 32-bit integer from a counter, never used twice."""
LARGEST_TRANSACTION_ID: Final = TransactionId(2**31 - 1)
"""Anything else that a charger or a client sends is no number of ours."""
ChargingSessionId = NewType("ChargingSessionId", str)
CommandId = NewType("CommandId", str)
"""Sorts by the time it was made; is also the unique id of the OCPP CALL (at most 36 characters)."""
ConnectionId = NewType("ConnectionId", str)
UserId = NewType("UserId", str)
TariffId = NewType("TariffId", str)
FirmwareId = NewType("FirmwareId", str)
FoldedTag = NewType("FoldedTag", str)
"""An id tag casefolded: OCPP 1.6 IdToken is CiString20, compared without case."""

Wh = NewType("Wh", int)
"""Energy in watt-hours."""
Watt = NewType("Watt", int)
Minor = NewType("Minor", int)
"""An amount in minor units of the operator's currency (cents; JPY has none)."""
Micro = NewType("Micro", int)
"""A rate in millionths of a major unit (0.385 EUR/kWh is 385_000)."""


def fold_tag(id_tag: str) -> FoldedTag:
    """The form under which an id tag is stored and compared: without case, and composed (NFC)."""
    return FoldedTag(unicodedata.normalize("NFC", id_tag.casefold()))
