"""Charging sessions: what a driver asks for, until a transaction adopts it or it failed."""

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from csms.domain.audit import Audit, AuditEntry
from csms.domain.charger import Charger
from csms.domain.charging_session import (
    OPEN_STATES,
    ChargingSession,
    SessionState,
    start_deadline,
    virtual_tag,
)
from csms.domain.command import Cause, Command, CommandState
from csms.domain.errors import Conflict, CsmsError, Invalid, Refused
from csms.domain.id_tag import IdTag, is_accepted
from csms.domain.ids import (
    ChargerId,
    ChargingSessionId,
    ConnectorId,
    TransactionId,
    UserId,
    fold_tag,
)
from csms.domain.station import Station
from csms.domain.transaction import TransactionState
from csms.ocpp16.commands import remote_start_transaction, remote_stop_transaction
from csms.services import billing
from csms.services.charging import authorization
from csms.services.commands import queueing
from csms.settings import SETTINGS
from csms.store import charger as chargers
from csms.store import charging_session as sessions
from csms.store import configuration as configurations
from csms.store import id_tag as tags
from csms.store import station as stations
from csms.store import transaction as transactions
from csms.store.base import DUE_SHARDS

PAGE: Final = 50
UNDECIDED: Final = (CommandState.QUEUED, CommandState.SENT, CommandState.IN_DOUBT)
LONGEST_START_S: Final = 3600
"""More than any sensible ConnectionTimeOut: a charger that says otherwise is not believed."""


@dataclass(frozen=True, slots=True)
class Order:
    """How a start was asked for. key: its Idempotency-Key; audit: makes the entry of the trail."""

    key: str | None = None
    audit: Audit[ChargingSession] | None = None


ONCE: Final = Order()


def request(
    user_id: UserId,
    charger_id: ChargerId,
    connector_id: ConnectorId,
    requested_by: str,
    now: datetime,
    order: Order = ONCE,
) -> ChargingSession:
    """Ask a charger to start for a user, whose money must allow it.

    The session exists from here on, with a tag of its own and a deadline. The same key again gets
    the first session, whatever became of it.
    Raises NotFound; Invalid for a connector that the charger does not have, and for a key that was
    used for another connector; Refused with the reason when money is missing or the charger may not
    start anything.
    """
    session_id = _session_id(user_id, order.key)
    known = None if order.key is None else sessions.find(session_id)
    if known is not None:
        return _same(known, charger_id, connector_id)
    charger = chargers.get(charger_id)
    station = _check(user_id, charger, connector_id)
    session = ChargingSession(
        session_id=session_id,
        user_id=user_id,
        charger_id=charger_id,
        connector_id=connector_id,
        id_tag=virtual_tag(secrets.token_bytes(10)),
        state=SessionState.REQUESTED,
        requested_at=now,
        due_at=start_deadline(now, SETTINGS.start_timeout_s),
        requested_by=requested_by,
        hold_minor=station.minimum_balance_minor,
    )
    entry = None if order.audit is None else order.audit(session)
    first = billing.open_session(session, now, entry)
    if first is not session:
        return _same(first, charger_id, connector_id)
    tag = IdTag(fold_tag(session.id_tag), session.id_tag, user_id, session_id=session_id)
    tags.create(tag, now)
    return _ask(session, now)


def stop(
    session_id: ChargingSessionId,
    requested_by: str,
    now: datetime,
    entry: AuditEntry | None = None,
) -> Command | None:
    """End a session: ask the charger to stop, or cancel what has not begun.

    entry: of the trail, written with whichever it is. Returns the command, None when it was
    cancelled. Raises NotFound, Conflict when it is over.
    """
    session = sessions.get(session_id)
    if session.state in OPEN_STATES:
        cancelled = billing.end_session(session, SessionState.CANCELLED, "cancelled", now, entry)
        if cancelled is not None:
            return None
        session = sessions.get(session_id)
    if session.transaction_id is None:
        raise Conflict(
            f"This session is {session.state}: there is nothing to stop.", "session-over"
        )
    return stop_transaction(session.transaction_id, requested_by, now, entry)


def stop_transaction(
    transaction_id: TransactionId,
    requested_by: str,
    now: datetime,
    entry: AuditEntry | None = None,
) -> Command:
    """Ask a charger to end a running transaction. Raises NotFound, Conflict when it has ended."""
    transaction = transactions.get(transaction_id)
    if transaction.state is not TransactionState.RUNNING:
        raise Conflict(f"Transaction {transaction_id} is {transaction.state}.", "not_running")
    asked = remote_stop_transaction.RemoteStopTransaction(transaction_id)
    cause = Cause(audit=None if entry is None else lambda _: entry)
    return queueing.enqueue(
        transaction.charger_id, asked.ACTION, asked.payload(), requested_by, now, cause
    )


def command_ended(command: Command, now: datetime) -> None:
    """What the outcome of a RemoteStartTransaction means for its session. May be repeated.

    Accepted means that the charger will try: the time for the driver to plug in begins. Anything
    else fails the session; a start that comes all the same is looked at again.
    """
    is_start = command.action == remote_start_transaction.RemoteStartTransaction.ACTION
    if command.session_id is None or not is_start or command.state in UNDECIDED:
        return
    if command.state is CommandState.ACCEPTED:
        due_at = start_deadline(now, _connection_timeout_s(command.charger_id))
        sessions.await_start(command.session_id, command.command_id, due_at)
    else:
        _fail(sessions.get(command.session_id), f"command_{command.state.value}", now)


def adopt(session_id: ChargingSessionId, transaction_id: TransactionId, now: datetime) -> bool:
    """Link a session to the transaction that began with its tag; the first one has it for good.

    What is held for the session is then held for the transaction.
    """
    session = sessions.find(session_id)
    return session is not None and billing.adopt_session(session, transaction_id, now)


def fail_due(now: datetime, time_left: Callable[[], bool]) -> bool:
    """Fail sessions whose start did not happen in time. Returns whether all that is due was done.

    A session whose start did happen, and died before it was linked, is linked.
    """
    complete = True
    for shard in range(DUE_SHARDS):
        due = sessions.list_due(shard, now, PAGE)
        for session_id in due:
            if not time_left():
                return False
            _decide(session_id, now)
        complete = complete and len(due) < PAGE
    return complete


def _session_id(user_id: UserId, key: str | None) -> ChargingSessionId:
    if key is None:
        return ChargingSessionId(secrets.token_hex(10))
    return ChargingSessionId(hashlib.sha256(f"{user_id}#{key}".encode()).hexdigest()[:20])


def _same(
    known: ChargingSession, charger_id: ChargerId, connector_id: ConnectorId
) -> ChargingSession:
    if (known.charger_id, known.connector_id) != (charger_id, connector_id):
        raise Invalid("This Idempotency-Key was used for another request.", "Idempotency-Key")
    return known


def _check(user_id: UserId, charger: Charger, connector_id: ConnectorId) -> Station:
    if not 1 <= connector_id <= charger.connector_count:
        message = f"This charger has connectors 1 to {charger.connector_count}."
        raise Invalid(message, "connector_id")
    station = stations.get(charger.station_id)
    refusal = billing.funds_for(user_id, station).refusal
    if refusal is not None:
        raise Refused("The wallet does not allow a start at this station.", refusal.value)
    return station


def _ask(session: ChargingSession, now: datetime) -> ChargingSession:
    asked = remote_start_transaction.RemoteStartTransaction(session.id_tag, session.connector_id)
    try:
        command = queueing.enqueue(
            session.charger_id,
            asked.ACTION,
            asked.payload(),
            session.requested_by,
            now,
            Cause(session.session_id),
        )
    except CsmsError:
        billing.end_session(session, SessionState.FAILED, "not_sent", now)
        raise
    command_ended(command, now)
    return replace(session, command_id=command.command_id)


def _connection_timeout_s(charger_id: ChargerId) -> int:
    """How long the charger waits for the driver, as it reported it, if that can be right."""
    entry = configurations.find(charger_id, "ConnectionTimeOut")
    value = (entry.value if entry is not None else None) or ""
    believable = value.isascii() and value.isdigit() and 0 < int(value[:9]) <= LONGEST_START_S
    return int(value) if believable and len(value) < 9 else SETTINGS.start_timeout_s


def _decide(session_id: ChargingSessionId, now: datetime) -> None:
    session = sessions.find(session_id)
    if session is not None and session.due_at is not None and session.due_at <= now:
        _fail(session, "no_start", now)


def _fail(session: ChargingSession, reason: str, now: datetime) -> None:
    """Fail an undecided session, or link it to the start that was never linked to it."""
    if session.state not in OPEN_STATES:
        return
    for start_key in tags.claimed_starts(fold_tag(session.id_tag)):
        started = authorization.find_started(start_key)
        if started is None or not is_accepted(started.id_tag_info):
            continue
        if adopt(session.session_id, started.transaction_id, now):
            return
    billing.end_session(session, SessionState.FAILED, reason, now)
