"""Charging sessions of drivers: start, watch, stop."""

from datetime import datetime, timedelta
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Response
from pydantic import Field

from csms.domain.audit import AuditEntry
from csms.domain.charging_session import ChargingSession
from csms.domain.errors import NotFound
from csms.domain.ids import ChargingSessionId, ConnectorId
from csms.domain.reading import Reading
from csms.domain.transaction import Transaction, TransactionState
from csms.entrypoints.api import paging
from csms.entrypoints.api.access import PersonInPath
from csms.entrypoints.api.charger_path import LONGEST_SPELLING, canonical
from csms.entrypoints.api.clock import Now
from csms.entrypoints.api.fields import Body, Key
from csms.entrypoints.api.idempotency import IdempotencyKey
from csms.entrypoints.api.outcome import Patient
from csms.entrypoints.api.pace import paced_commands, paced_starts
from csms.entrypoints.api.paging import Cursor, Limit, PageView
from csms.entrypoints.api.problems import responses
from csms.entrypoints.api.trail import Audited, Trail
from csms.entrypoints.api.views import charging_session as view
from csms.entrypoints.api.views import transaction as transaction_view
from csms.entrypoints.api.views.charging_session import SessionView, StopView
from csms.services.billing.evidence import priced_so_far
from csms.services.chargers import names
from csms.services.charging import sessions
from csms.services.charging.sessions import Order
from csms.services.commands import wait_for_outcome
from csms.store import charging_session as session_store
from csms.store import meter_value as meter_values
from csms.store import transaction as transactions
from csms.store.command import OPEN

router = APIRouter(prefix="/users/{user_id}/charging-sessions", tags=["charging sessions"])

RECENT: Final = timedelta(minutes=5)
MOST_READINGS: Final = 100


class StartRequest(Body):
    """Where to charge."""

    charger_id: Annotated[str, Field(min_length=1, max_length=LONGEST_SPELLING)]
    connector_id: Annotated[int, Field(ge=1, le=1000, strict=True)]


@router.post("", status_code=201, responses=responses(404, 409, 429), dependencies=[paced_starts])
def start_session(
    user_id: PersonInPath,
    body: StartRequest,
    idempotency_key: IdempotencyKey,
    now: Now,
    trail: Audited,
    response: Response,
) -> SessionView:
    """Ask a charger to start, once per Idempotency-Key.

    The session exists at once; read it again to see whether the charger starts. 409 with the
    reason when the wallet or the charger does not allow a start.
    """
    charger_id, connector_id = canonical(body.charger_id), ConnectorId(body.connector_id)
    order = Order(idempotency_key, lambda wanted: _requested(wanted, trail))
    session = sessions.request(user_id, charger_id, connector_id, trail.actor.user_id, now, order)
    response.headers["Location"] = f"/users/{user_id}/charging-sessions/{session.session_id}"
    return _show(session_store.get(session.session_id), now)


@router.get("", responses=responses(404))
def list_sessions(
    user_id: PersonInPath, limit: Limit = 50, cursor: Cursor = None
) -> PageView[SessionView]:
    """A person's sessions, newest first, without their transactions."""
    page = session_store.list_by_user(user_id, cursor, limit)
    known = names.read_where_they_stand(session.charger_id for session in page.items)
    return paging.view(page, lambda session: view.show(session, known))


def session_in_path(user_id: PersonInPath, session_id: Key) -> ChargingSession:
    """The session that a path names, if it is that person's. Raises NotFound."""
    session = session_store.get(ChargingSessionId(session_id))
    if session.user_id != user_id:
        raise NotFound("charging session", session_id)
    return session


SessionInPath = Annotated[ChargingSession, Depends(session_in_path)]


@router.get("/{session_id}", responses=responses(404))
def read_session(session: SessionInPath, now: Now) -> SessionView:
    """A session as it is now, with energy, cost and power."""
    return _show(session, now)


@router.post(
    "/{session_id}/stop",
    responses={**responses(404, 409, 429), 202: {"model": StopView}},
    dependencies=[paced_commands],
)
def stop_session(
    session: SessionInPath, now: Now, trail: Audited, patient: Patient, response: Response
) -> StopView:
    """Ask the charger to stop, or cancel what has not begun.

    200 with the outcome; 202 when the charger has not answered yet.
    """
    subject = f"charging-session#{session.session_id}"
    entry = trail.entry("charging-session.stop-requested", subject, {"state": session.state})
    command = sessions.stop(session.session_id, trail.actor.user_id, now, entry)
    if command is not None:
        command = wait_for_outcome(command, patient.sleep, patient.clock)
        response.status_code = 202 if command.state in OPEN else 200
    return StopView(
        session=_show(session_store.get(session.session_id), now),
        command_state=None if command is None else command.state,
    )


def _requested(session: ChargingSession, trail: Trail) -> AuditEntry:
    facts = {
        "user_id": session.user_id,
        "charger_id": session.charger_id,
        "connector_id": session.connector_id,
    }
    subject = f"charging-session#{session.session_id}"
    return trail.entry("charging-session.requested", subject, None, facts)


def _show(session: ChargingSession, now: datetime) -> SessionView:
    number = session.transaction_id
    transaction = None if number is None else transactions.find(number)
    if transaction is None:
        return view.show(session, names.read_where_they_stand([session.charger_id]))
    known = names.read([(transaction.charger_id, transaction.station_id)])
    shown = transaction_view.show(transaction, known, priced_so_far(transaction, now))
    return view.show(session, known, shown, _newest(transaction))


def _newest(transaction: Transaction) -> Reading | None:
    """The newest reading of a running transaction."""
    newest_at = transaction.readings.newest_at
    if transaction.state is not TransactionState.RUNNING or newest_at is None:
        return None
    series = meter_values.transaction_series(transaction.transaction_id)
    stored = meter_values.list_between(series, newest_at - RECENT, newest_at, MOST_READINGS)
    readings = [reading for one in stored for reading in one.readings]
    return max(readings, key=lambda one: one.taken_at, default=None)
