"""May this tag charge? The answers to Authorize, and the tag's part in starts and stops."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from csms.domain.charging_session import ChargingSession, SessionState
from csms.domain.id_tag import (
    LONGEST_TAG,
    AuthorizationStatus,
    IdTag,
    IdTagInfo,
    bounded_tag,
    concurrent,
    is_accepted,
    judge,
    without_funds,
)
from csms.domain.ids import ChargerId, StationId, fold_tag
from csms.domain.starting import StartFacts
from csms.domain.station import Station
from csms.domain.transaction import Transaction, TransactionState
from csms.domain.unknown import UnknownKind
from csms.domain.wallet import Wallet
from csms.services import billing
from csms.store import charging_session as sessions
from csms.store import id_tag as tags
from csms.store import inbox
from csms.store import station as stations
from csms.store import transaction as transactions
from csms.store import user as users
from csms.store import wallet as wallets
from csms.store.prefetch import read_also

ABANDONED_AFTER: Final = timedelta(minutes=1)
"""A place on a tag whose start was not stored in this time is nobody's."""


@dataclass(frozen=True, slots=True)
class Admission:
    """What was decided of a tag. tag: None when it is unknown; session: of a virtual tag.

    wallet: of who pays, as read, where it allows a start.
    """

    info: IdTagInfo
    tag: IdTag | None = None
    session: ChargingSession | None = None
    wallet: Wallet | None = None


def decide(id_tag: str, charger_id: ChargerId, station_id: StationId, now: datetime) -> IdTagInfo:
    """Answer an Authorize: the tag, its session, its person and their money.

    station_id: where the charger stands, and what it asks for as a minimum.
    """
    admission = look_up(id_tag, charger_id, now, station_id)
    if not _needs_funds(admission):
        return admission.info
    return with_funds(admission, stations.find(station_id), now).info


def identify(id_tag: str, charger_id: ChargerId, now: datetime) -> IdTagInfo:
    """What is known of a tag that ended a transaction; nobody needs money to stop."""
    return look_up(id_tag, charger_id, now).info


def admit(facts: StartFacts, found: Admission, station: Station | None, key: str) -> Admission:
    """Decide on the tag of a start, and take one of its places. The same start may ask again.

    found: what `look_up` knows of the tag. key: the start's natural key.
    """
    admission = with_funds(found, station, facts.arrived_at)
    if admission.tag is None or not is_accepted(admission.info):
        return admission
    if _take_place(admission.tag, key, facts.arrived_at):
        return admission
    return replace(admission, info=concurrent(admission.info))


def look_up(
    id_tag: str, charger_id: ChargerId, now: datetime, station_id: StationId | None = None
) -> Admission:
    """What is known of a tag, money aside.

    A virtual tag is good for its session's charger alone, and not after the driver cancelled. Of
    who is kept out nothing begins any more; what charges already goes on.

    station_id: where the payer's money will be looked at next: what that needs is read together.
    """
    known = 0 < len(id_tag) <= LONGEST_TAG
    tag = tags.find(fold_tag(id_tag), now) if known else None
    info = judge(tag, now)
    if tag is None or not is_accepted(info):
        return Admission(info, tag)
    if tag.session_id is not None:
        session = sessions.find(tag.session_id)
        info = _of_session(info, session, charger_id)
        if is_accepted(info) and session is not None and session.state is not SessionState.LINKED:
            info = _of_person(info, tag)
        return Admission(info, tag, session)
    if tag.user_id is not None and station_id is not None:
        read_also(
            [users.wanted(tag.user_id), wallets.wanted(tag.user_id), stations.wanted(station_id)]
        )
    return Admission(_of_person(info, tag), tag)


def with_funds(admission: Admission, station: Station | None, now: datetime) -> Admission:
    """The admission with a look at the payer's money, where that matters."""
    tag = admission.tag
    if not _needs_funds(admission) or tag is None or tag.user_id is None or station is None:
        return admission
    funds = billing.funds_for(tag.user_id, station)
    if funds.refusal is None:
        return replace(admission, wallet=funds.wallet)
    return replace(admission, info=without_funds(admission.info, now))


def note_unknown(id_tag: str, charger_id: ChargerId, now: datetime) -> None:
    """Put a tag that nobody knows into the inbox, from where an operator can register it."""
    kept = bounded_tag(id_tag)
    inbox.note_unknown(UnknownKind.TAG, fold_tag(kept), now, kept, f"at {charger_id}")


def _needs_funds(admission: Admission) -> bool:
    """A tag that may charge and has a payer; a session that charges or holds needs no more."""
    if not is_accepted(admission.info) or admission.tag is None or admission.tag.user_id is None:
        return False
    session = admission.session
    return session is None or (session.state is not SessionState.LINKED and not session.hold_minor)


def _of_session(
    info: IdTagInfo, session: ChargingSession | None, charger_id: ChargerId
) -> IdTagInfo:
    if session is None or session.charger_id != charger_id:
        return replace(info, status=AuthorizationStatus.INVALID)
    if session.state is SessionState.CANCELLED:
        return replace(info, status=AuthorizationStatus.BLOCKED)
    return info


def _of_person(info: IdTagInfo, tag: IdTag) -> IdTagInfo:
    user = users.find(tag.user_id) if tag.user_id is not None else None
    if user is None or user.active:
        return info
    return replace(info, status=AuthorizationStatus.BLOCKED)


def _take_place(tag: IdTag, key: str, now: datetime) -> bool:
    """Take a place on a tag; first clear those of starts that came to nothing or have ended."""
    taken = tags.claim(tag.tag, key, now)
    if taken is None:
        return True
    if tag.session_id is not None:
        return False  # One session, one transaction: its tag's place is never free again.
    ended = [other for other, at in taken.items() if _is_vacant(other, at, now)]
    for other in ended:
        tags.release(tag.tag, other)
    return bool(ended) and tags.claim(tag.tag, key, now) is None


def _is_vacant(start_key: str, taken_at: datetime, now: datetime) -> bool:
    transaction = find_started(start_key)
    if transaction is None:
        return now - taken_at > ABANDONED_AFTER
    runs = transaction.state is TransactionState.RUNNING
    return not runs or not is_accepted(transaction.id_tag_info)


def find_started(start_key: str) -> Transaction | None:
    """The transaction that a natural key led to; None when it led to none."""
    record = transactions.find_start(start_key)
    return None if record is None else transactions.find(record.transaction_id)
