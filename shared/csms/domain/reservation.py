"""Connectors that are kept for a tag."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from csms.domain.ids import ChargerId, ConnectorId, TransactionId


class ReservationState(StrEnum):
    """The life of a reservation: REQUESTED, then ACTIVE, then one end."""

    REQUESTED = "requested"
    ACTIVE = "active"
    REFUSED = "refused"
    USED = "used"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    ENDED = "ended"


OPEN = (ReservationState.REQUESTED, ReservationState.ACTIVE)


@dataclass(frozen=True, slots=True)
class Reservation:
    """connector_id: 0 keeps any connector of the charger.

    reason: why it was refused or ended, in a word of the charger's. transaction_id: what used it.
    due_at: when it ends by itself; None once it has ended.
    """

    charger_id: ChargerId
    reservation_id: int
    connector_id: ConnectorId
    id_tag: str
    parent_id_tag: str | None
    expires_at: datetime
    requested_by: str
    requested_at: datetime
    state: ReservationState = ReservationState.REQUESTED
    reason: str | None = None
    transaction_id: TransactionId | None = None
    due_at: datetime | None = None
