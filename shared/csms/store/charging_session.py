"""Charging sessions: what drivers asked for, each with a deadline until it is decided."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from pynamodb.attributes import UnicodeAttribute
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from csms.domain.audit import AuditEntry
from csms.domain.charging_session import OPEN_STATES, ChargingSession, SessionState
from csms.domain.errors import NotFound
from csms.domain.ids import (
    ChargerId,
    ChargingSessionId,
    CommandId,
    ConnectorId,
    Minor,
    TransactionId,
    UserId,
)
from csms.store import audit, cursor
from csms.store.base import (
    ConditionFailed,
    InstantAttribute,
    IntAttribute,
    RawItem,
    Table,
    deployed_name,
    due_shard,
    instant_key,
)
from csms.store.cursor import Page
from csms.store.indexes import ByDue

START: Final = "start"
"""The kind of a session's deadline: a start that did not happen fails it."""


class ByUser(GlobalSecondaryIndex["ChargingSessionRow"]):
    """A user's sessions, by request."""

    class Meta:
        """The index as template.yaml defines it."""

        index_name = "by_user"
        projection = KeysOnlyProjection()

    user_id = UnicodeAttribute(hash_key=True)
    requested_key = UnicodeAttribute(range_key=True)


class ChargingSessionRow(Table):
    """A driver's request to charge."""

    class Meta:
        """The table as template.yaml defines it."""

        table_name = deployed_name("charging_session")

    session_id = UnicodeAttribute(hash_key=True)
    user_id = UnicodeAttribute()
    requested_key = UnicodeAttribute()
    charger_id = UnicodeAttribute()
    connector_id = IntAttribute()
    id_tag = UnicodeAttribute()
    state = UnicodeAttribute()
    requested_at = InstantAttribute()
    requested_by = UnicodeAttribute()
    command_id = UnicodeAttribute(null=True)
    transaction_id = IntAttribute(null=True)
    hold_minor = IntAttribute(null=True)
    reason = UnicodeAttribute(null=True)
    due_shard = UnicodeAttribute(null=True)
    due_at = InstantAttribute(null=True)

    by_user = ByUser()
    by_due = ByDue()


def create(session: ChargingSession, entry: AuditEntry | None = None) -> ChargingSession:
    """Store a new session with its deadline, or return the one that has its id."""
    try:
        audit.save(to_row(session), ChargingSessionRow.session_id.does_not_exist(), entry)
    except ConditionFailed as lost:
        if lost.item is None:
            raise
        return _session(ChargingSessionRow.read_item(lost.item))
    return session


def find(session_id: ChargingSessionId) -> ChargingSession | None:
    """Read a session as it is now; None when there is none."""
    row = ChargingSessionRow.find(session_id, consistent=True)
    return None if row is None else _session(row)


def get(session_id: ChargingSessionId) -> ChargingSession:
    """Read a session as it is now. Raises NotFound."""
    session = find(session_id)
    if session is None:
        raise NotFound("charging session", session_id)
    return session


def await_start(
    session_id: ChargingSessionId, command_id: CommandId, due_at: datetime
) -> ChargingSession | None:
    """REQUESTED becomes PENDING_START with a new deadline. None when it is past that."""
    row = ChargingSessionRow
    actions: list[Action] = [
        row.state.set(SessionState.PENDING_START.value),
        row.command_id.set(command_id),
        row.due_at.set(due_at),
        row.due_shard.set(due_shard(START, session_id)),
    ]
    return _change(session_id, actions, row.state == SessionState.REQUESTED.value)


def end(
    session: ChargingSession, state: SessionState, reason: str, entry: AuditEntry | None = None
) -> ChargingSession | None:
    """An undecided session becomes FAILED or CANCELLED, without a deadline. None when decided."""
    row = ChargingSessionRow
    actions: list[Action] = [
        row.state.set(state.value),
        row.reason.set(reason),
        row.due_at.remove(),
        row.due_shard.remove(),
    ]
    is_open = row.state.is_in(*(open_.value for open_ in OPEN_STATES))
    try:
        audit.update(ChargingSessionRow(session.session_id), actions, is_open, entry)
    except ConditionFailed:
        return None
    return replace(session, state=state, reason=reason, due_at=None)


def link(session_id: ChargingSessionId, transaction_id: TransactionId) -> ChargingSession | None:
    """A transaction adopts a session, also one that FAILED before. The same again is no change.

    None when another transaction has it, when the driver cancelled it, or when it is gone.
    """
    row = ChargingSessionRow
    actions: list[Action] = [
        row.state.set(SessionState.LINKED.value),
        row.transaction_id.set(transaction_id),
        row.reason.remove(),
        row.due_at.remove(),
        row.due_shard.remove(),
    ]
    free = row.transaction_id.does_not_exist() & row.state.is_in(
        *(state.value for state in (*OPEN_STATES, SessionState.FAILED))
    )
    return _change(session_id, actions, free | (row.transaction_id == transaction_id))


def list_by_user(user_id: UserId, after: str | None, limit: int) -> Page[ChargingSession]:
    """A user's sessions, newest first."""
    scope = f"charging_session/user/{user_id}"
    found = ChargingSessionRow.by_user.query(
        user_id,
        scan_index_forward=False,
        limit=limit,
        last_evaluated_key=cursor.decode(after, scope),
    )
    rows = ChargingSessionRow.read_many([(row.session_id,) for row in found])
    return Page([_session(row) for row in rows], cursor.encode(found.last_evaluated_key, scope))


def list_due(shard: int, until: datetime, limit: int) -> Sequence[ChargingSessionId]:
    """Sessions of one of the DUE_SHARDS shards whose time to start is over, oldest first."""
    found = ChargingSessionRow.by_due.query(f"{START}#{shard}", ByDue.due_at <= until, limit=limit)
    return [ChargingSessionId(row.session_id) for row in found]


def _change(
    session_id: ChargingSessionId, actions: Sequence[Action], condition: Condition
) -> ChargingSession | None:
    try:
        item: RawItem = ChargingSessionRow.change((session_id,), actions, condition)
    except ConditionFailed:
        return None
    return _session(ChargingSessionRow.read_item(item))


def to_row(session: ChargingSession) -> ChargingSessionRow:
    """The row of a session, for a write that takes it along."""
    return ChargingSessionRow(
        session.session_id,
        user_id=session.user_id,
        requested_key=instant_key(session.requested_at, session.session_id),
        charger_id=session.charger_id,
        connector_id=session.connector_id,
        id_tag=session.id_tag,
        state=session.state.value,
        requested_at=session.requested_at,
        requested_by=session.requested_by,
        command_id=session.command_id,
        transaction_id=session.transaction_id,
        hold_minor=session.hold_minor or None,
        reason=session.reason,
        due_shard=due_shard(START, session.session_id) if session.due_at else None,
        due_at=session.due_at,
    )


def _session(row: ChargingSessionRow) -> ChargingSession:
    return ChargingSession(
        session_id=ChargingSessionId(row.session_id),
        user_id=UserId(row.user_id),
        charger_id=ChargerId(row.charger_id),
        connector_id=ConnectorId(row.connector_id),
        id_tag=row.id_tag,
        state=SessionState(row.state),
        requested_at=row.requested_at,
        due_at=row.due_at,
        requested_by=row.requested_by,
        command_id=CommandId(row.command_id) if row.command_id else None,
        transaction_id=TransactionId(row.transaction_id) if row.transaction_id else None,
        hold_minor=Minor(row.hold_minor or 0),
        reason=row.reason,
    )
