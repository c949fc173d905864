"""Holds: money set aside from the request to charge until the bill, or until nothing comes."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from csms.domain.audit import AuditEntry
from csms.domain.billing import awaits_billing, entry_for
from csms.domain.charging_session import OPEN_STATES, ChargingSession, SessionState
from csms.domain.errors import Refused
from csms.domain.id_tag import is_accepted
from csms.domain.ids import Minor, TransactionId, UserId
from csms.domain.station import Station
from csms.domain.transaction import Transaction, TransactionState
from csms.domain.wallet import EntryKind, Movement, Posting, Wallet, post, start_refusal
from csms.services.billing.patience import PATIENT, Patience, persist
from csms.settings import SETTINGS
from csms.store import charging_session as sessions
from csms.store import hold as holds
from csms.store import transaction as transactions
from csms.store import wallet as wallets
from csms.store.wallet import AlreadyPosted

NOTHING: Final = Minor(0)


def open_session(
    session: ChargingSession,
    now: datetime,
    entry: AuditEntry | None = None,
    patience: Patience = PATIENT,
) -> ChargingSession:
    """Store a new session with the hold that it names, or return the one that has its id.

    entry: of the trail, where a person asked. Raises Refused with the reason when the wallet does
    not allow it, Unavailable.
    """
    if not session.hold_minor:
        return sessions.create(session, entry)

    def attempt() -> ChargingSession:
        known = sessions.find(session.session_id)
        if known is not None:
            return known
        wallet = wallets.ensure(session.user_id)
        limit = Minor(SETTINGS.credit_limit_minor)
        refusal = start_refusal(wallet, session.hold_minor, limit)
        if refusal is not None:
            raise Refused("The wallet does not allow a start at this station.", refusal.value)
        movement = _of_session(session, EntryKind.HOLD, session.hold_minor, now)
        holds.open_session(session, post(wallet, [movement]), entry)
        return session

    try:
        return persist(attempt, patience)
    except AlreadyPosted:
        return sessions.get(session.session_id)


def end_session(
    session: ChargingSession,
    state: SessionState,
    reason: str,
    now: datetime,
    entry: AuditEntry | None = None,
    patience: Patience = PATIENT,
) -> ChargingSession | None:
    """An undecided session becomes FAILED or CANCELLED and its hold is released.

    None when it was decided before.
    """

    def attempt() -> ChargingSession | None:
        current = sessions.get(session.session_id)
        if current.state not in OPEN_STATES:
            return None
        if not current.hold_minor:
            return sessions.end(current, state, reason, entry)
        holds.end_session(current, state, reason, _release_of(current, now), entry)
        return replace(current, state=state, reason=reason, hold_minor=NOTHING, due_at=None)

    try:
        return persist(attempt, patience)
    except AlreadyPosted:
        return None


def adopt_session(
    session: ChargingSession,
    transaction_id: TransactionId,
    now: datetime,
    patience: Patience = PATIENT,
) -> bool:
    """A transaction adopts a session with what is held for it. False when it cannot have it."""

    def attempt() -> bool:
        current = sessions.get(session.session_id)
        if current.state not in OPEN_STATES or not current.hold_minor:
            return sessions.link(current.session_id, transaction_id) is not None
        transaction = transactions.get(transaction_id)
        runs = transaction.state is TransactionState.RUNNING
        if runs or (awaits_billing(transaction) and transaction.bill is None):
            after = replace(
                transaction, hold_minor=current.hold_minor, version=transaction.version + 1
            )
            holds.hand_over(current, transaction, after)
        else:
            holds.link_released(current, transaction_id, _release_of(current, now))
        return True

    try:
        return persist(attempt, patience)
    except AlreadyPosted:
        # Its hold was released by who decided it meanwhile: it can be linked without one.
        return persist(attempt, patience)


def hold_for(
    transaction: Transaction,
    station: Station | None,
    wallet: Wallet | None,
    now: datetime,
    patience: Patience = PATIENT,
) -> Transaction:
    """Hold money for a running transaction that nothing is held for yet, once in its life.

    As much as its station asks for; nothing where the wallet has not that much. transaction,
    wallet: as just written and read, None where the wallet was not; what is old by now is read
    again, for the write looks at both versions.
    """
    known = [(transaction, wallet)]

    def attempt() -> Transaction:
        if known:
            return _hold(*known.pop(), station, now)
        return _hold(transactions.get(transaction.transaction_id), None, station, now)

    try:
        return persist(attempt, patience)
    except AlreadyPosted:
        return transactions.get(transaction.transaction_id)


def _hold(
    transaction: Transaction, wallet: Wallet | None, station: Station | None, now: datetime
) -> Transaction:
    payer_id = transaction.payer_id
    is_due = transaction.state is TransactionState.RUNNING and not transaction.hold_minor
    if not is_due or payer_id is None or not is_accepted(transaction.id_tag_info):
        return transaction
    amount = NOTHING if station is None else station.minimum_balance_minor
    if transaction.tariff is None or not amount:
        return transaction
    wallet = wallet or wallets.ensure(payer_id)
    if wallet.available_minor + SETTINGS.credit_limit_minor < amount:
        return transaction
    posting = post(wallet, [entry_for(transaction, EntryKind.HOLD, amount, now)])
    after = replace(transaction, hold_minor=amount, version=transaction.version + 1)
    holds.move(transaction, after, posting)
    return after


def release(before: Transaction, after: Transaction, payer_id: UserId, now: datetime) -> None:
    """Write a transaction that is set aside, and release its hold, in one write.

    Raises Moved, Busy.
    """
    movement = entry_for(before, EntryKind.RELEASE, Minor(-before.hold_minor), now)
    holds.move(before, after, post(wallets.ensure(payer_id), [movement]))


def _release_of(session: ChargingSession, now: datetime) -> Posting:
    movement = _of_session(session, EntryKind.RELEASE, Minor(-session.hold_minor), now)
    return post(wallets.ensure(session.user_id), [movement])


def _of_session(
    session: ChargingSession, kind: EntryKind, amount: Minor, now: datetime
) -> Movement:
    return Movement(
        key=f"{kind}#session#{session.session_id}",
        kind=kind,
        amount_minor=amount,
        actor=session.requested_by,
        at=now,
    )
