"""Money that is held, and the row that answers for it: they change together or not at all.

A hold belongs to a charging session, whose deadline ends it, and then to the transaction that
adopts the session, whose bill or whose setting aside ends it. So no hold outlives what it is for.
"""

from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action
from pynamodb.transactions import TransactWrite

from csms.domain.audit import AuditEntry
from csms.domain.charging_session import OPEN_STATES, ChargingSession, SessionState
from csms.domain.ids import TransactionId
from csms.domain.transaction import Transaction
from csms.domain.wallet import Posting
from csms.store import audit, charging_session, wallet
from csms.store.base import CONNECTION, TransactionCancelled
from csms.store.charging_session import ChargingSessionRow
from csms.store.transaction_row import TransactionRow, to_row


def open_session(
    session: ChargingSession, posting: Posting, entry: AuditEntry | None = None
) -> None:
    """Store a new session together with its hold, and with who asked for it.

    Raises AlreadyPosted when it has one, Moved when the wallet changed, Busy.
    """
    row = charging_session.to_row(session)
    try:
        with TransactWrite(connection=CONNECTION) as write:
            wallet.add_posting(write, posting)
            write.save(row, ChargingSessionRow.session_id.does_not_exist())
            if entry is not None:
                audit.add_entry(write, entry)
    except TransactionCancelled as cancelled:
        raise wallet.explained(cancelled, cancelled.reasons[:1]) from cancelled


def end_session(
    session: ChargingSession,
    state: SessionState,
    reason: str,
    posting: Posting,
    entry: AuditEntry | None = None,
) -> None:
    """An undecided session becomes FAILED or CANCELLED, and its hold is released.

    Raises AlreadyPosted, Moved (also when it was decided meanwhile), Busy.
    """
    row = ChargingSessionRow
    actions: list[Action] = [
        row.state.set(state.value),
        row.reason.set(reason),
        row.hold_minor.remove(),
        row.due_at.remove(),
        row.due_shard.remove(),
    ]
    try:
        with TransactWrite(connection=CONNECTION) as write:
            wallet.add_posting(write, posting)
            write.update(ChargingSessionRow(session.session_id), actions, _is_open())
            if entry is not None:
                audit.add_entry(write, entry)
    except TransactionCancelled as cancelled:
        raise wallet.explained(cancelled, cancelled.reasons[:1]) from cancelled


def hand_over(session: ChargingSession, before: Transaction, after: Transaction) -> None:
    """A transaction adopts an undecided session, and its hold. after: with that hold.

    Raises Moved when either changed meanwhile, Busy.
    """
    try:
        with TransactWrite(connection=CONNECTION) as write:
            _add_link(write, session, after.transaction_id)
            write.save(to_row(after), TransactionRow.version == before.version)
    except TransactionCancelled as cancelled:
        raise wallet.explained(cancelled, ()) from cancelled


def link_released(
    session: ChargingSession, transaction_id: TransactionId, posting: Posting
) -> None:
    """A transaction that needs no hold any more adopts an undecided session; its hold is released.

    Raises AlreadyPosted, Moved, Busy.
    """
    try:
        with TransactWrite(connection=CONNECTION) as write:
            wallet.add_posting(write, posting)
            _add_link(write, session, transaction_id)
    except TransactionCancelled as cancelled:
        raise wallet.explained(cancelled, cancelled.reasons[:1]) from cancelled


def move(before: Transaction, after: Transaction, posting: Posting) -> None:
    """Place or release a transaction's hold, with all else that changes on it.

    after.version is before.version + 1. Raises AlreadyPosted, Moved, Busy.
    """
    entered = len(posting.entries)
    try:
        with TransactWrite(connection=CONNECTION) as write:
            wallet.add_posting(write, posting)
            write.save(to_row(after), TransactionRow.version == before.version)
    except TransactionCancelled as cancelled:
        raise wallet.explained(cancelled, cancelled.reasons[:entered]) from cancelled


def _add_link(
    write: TransactWrite, session: ChargingSession, transaction_id: TransactionId
) -> None:
    row = ChargingSessionRow
    actions: list[Action] = [
        row.state.set(SessionState.LINKED.value),
        row.transaction_id.set(transaction_id),
        row.hold_minor.remove(),
        row.due_at.remove(),
        row.due_shard.remove(),
    ]
    write.update(ChargingSessionRow(session.session_id), actions, _is_open())


def _is_open() -> Condition:
    return ChargingSessionRow.state.is_in(*(state.value for state in OPEN_STATES))
