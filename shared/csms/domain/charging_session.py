"""A charging session: what a driver asks for in the app. OCPP's transaction may follow from it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from csms.domain.ids import (
    ChargerId,
    ChargingSessionId,
    CommandId,
    ConnectorId,
    Minor,
    TransactionId,
    UserId,
)

NOTHING: Final = Minor(0)


class SessionState(StrEnum):
    """REQUESTED, PENDING_START, then exactly one of LINKED, FAILED, CANCELLED."""

    REQUESTED = "REQUESTED"
    PENDING_START = "PENDING_START"
    LINKED = "LINKED"
    FAILED = "FAILED"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True)
class ChargingSession:
    """A driver's request to charge.

    id_tag: its own virtual tag (at most 20 characters), by which a StartTransaction adopts it.
    hold_minor: money held in the wallet for it. due_at: when a start that did not happen fails.
    reason: why it failed or was cancelled.
    """

    session_id: ChargingSessionId
    user_id: UserId
    charger_id: ChargerId
    connector_id: ConnectorId
    id_tag: str
    state: SessionState
    requested_at: datetime
    due_at: datetime | None
    requested_by: str
    command_id: CommandId | None = None
    transaction_id: TransactionId | None = None
    hold_minor: Minor = NOTHING
    reason: str | None = None


OPEN_STATES: Final = (SessionState.REQUESTED, SessionState.PENDING_START)
"""States in which it is not decided whether charging begins."""
START_GRACE: Final = timedelta(seconds=30)
"""What a start may take beyond the charger's own limit: the way of the message."""


def start_deadline(from_at: datetime, connection_timeout_s: int) -> datetime:
    """When a start that was asked for has failed. connection_timeout_s: how long a driver has."""
    return from_at + timedelta(seconds=connection_timeout_s) + START_GRACE


def virtual_tag(randomness: bytes) -> str:
    """An id tag for one session, of 20 characters. randomness: at least 10 bytes.

    Hexadecimal: some chargers accept nothing else, and no charger refuses it.
    """
    return randomness.hex().upper()[:20]
