"""Charging sessions as they are sent: what a driver asked for, and how it goes."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Final

from pydantic import BaseModel, Field

from csms.domain.charging_session import ChargingSession, SessionState
from csms.domain.command import CommandState
from csms.domain.reading import Reading, Sample
from csms.entrypoints.api.views.transaction import TransactionView
from csms.services.chargers.names import Names

POWER: Final = "Power.Active.Import"
CHARGE: Final = "SoC"


class LiveView(BaseModel):
    """The newest reading."""

    at: datetime
    power_w: int | None
    state_of_charge_percent: int | None


class SessionView(BaseModel):
    """A session: REQUESTED, PENDING_START, then LINKED to a transaction, FAILED or CANCELLED."""

    session_id: str
    state: SessionState
    charger_id: str
    charger_name: str | None = Field(description="null when it was deleted")
    station_name: str | None = Field(description="where it charges; null when it was deleted")
    connector_id: int
    requested_at: datetime
    due_at: datetime | None = Field(description="when a start that did not happen has failed")
    reason: str | None = Field(description="why it failed or was cancelled")
    transaction: TransactionView | None
    live: LiveView | None


class StopView(BaseModel):
    """What became of a wish to stop."""

    session: SessionView
    command_state: CommandState | None = Field(description="null when nothing had to be asked")


def show(
    session: ChargingSession,
    names: Names,
    transaction: TransactionView | None = None,
    newest: Reading | None = None,
) -> SessionView:
    """A session with its transaction, and the newest reading of that."""
    station_name = names.of_station_with(session.charger_id)
    return SessionView(
        session_id=session.session_id,
        state=session.state,
        charger_id=session.charger_id,
        charger_name=names.of_charger(session.charger_id),
        station_name=station_name if transaction is None else transaction.station_name,
        connector_id=session.connector_id,
        requested_at=session.requested_at,
        due_at=session.due_at,
        reason=session.reason,
        transaction=transaction,
        live=None if newest is None else _live(newest),
    )


def _live(reading: Reading) -> LiveView:
    return LiveView(
        at=reading.taken_at,
        power_w=_whole(_power(reading.samples)),
        state_of_charge_percent=_whole(_total(reading.samples, CHARGE)),
    )


def _power(samples: Sequence[Sample]) -> Decimal | None:
    total = _total(samples, POWER)
    if total is not None:
        return total
    phases = [
        one.value
        for one in samples
        if one.measurand == POWER and one.phase in ("L1", "L2", "L3") and one.value is not None
    ]
    return sum(phases, Decimal(0)) if phases else None


def _total(samples: Sequence[Sample], measurand: str) -> Decimal | None:
    for one in samples:
        if one.measurand == measurand and one.phase is None:
            return one.value
    return None


def _whole(value: Decimal | None) -> int | None:
    return None if value is None else round(value)
