"""StartTransaction: always stored and given an id, once, whatever becomes of its tag."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from csms.domain import ending, reconciliation
from csms.domain.charger import Charger, Connector
from csms.domain.errors import Unavailable
from csms.domain.id_tag import AuthorizationStatus, is_accepted
from csms.domain.ids import TransactionId
from csms.domain.plausibility import plausible_instant
from csms.domain.starting import StartFacts, is_another_start, shown_start, start_key, supersedes
from csms.domain.station import Station
from csms.domain.transaction import Transaction, TransactionState
from csms.domain.wallet import Wallet
from csms.services import billing
from csms.services.chargers import reservations
from csms.services.chargers.statuses import HIGHEST_CONNECTOR
from csms.services.charging import authorization, ends, events, sessions
from csms.services.charging.authorization import Admission
from csms.store import charger as chargers
from csms.store import review
from csms.store import station as stations
from csms.store import transaction as transactions
from csms.store.review import Review, ReviewKind
from csms.store.transaction import StartRecord

CONNECTOR_ATTEMPTS: Final = 16
"""Starts on one connector at one time that all find their place."""


@dataclass(frozen=True, slots=True)
class Started:
    """A start that is stored, and what was read for it. wallet: None where it was not looked at."""

    transaction: Transaction
    station: Station | None
    wallet: Wallet | None


def start(facts: StartFacts) -> Started:
    """Store a start, once, with an id that no other has; what is answered is on the transaction.

    The same start again returns the same transaction, with the same word about its tag.
    """
    key = start_key(facts)
    charger = chargers.get(facts.charger_id)
    found = authorization.look_up(
        facts.id_tag, charger.charger_id, facts.arrived_at, charger.station_id
    )
    station = stations.find(charger.station_id)
    admission = authorization.admit(facts, found, station, key)
    opened = _open(facts, key, charger, station, admission)
    mine = StartRecord(opened.transaction_id, opened.id_tag_info, facts.message_id)
    first = transactions.record_start(key, mine)
    stored = transactions.create(_as_recorded(opened, first))
    if first != mine and is_another_start(facts, stored, first.message_id):
        latest = transactions.replace_start(key, first, mine)
        stored = transactions.create(_as_recorded(opened, latest))
    return Started(stored, station, admission.wallet)


def settle(started: Started, now: datetime) -> None:
    """What follows from a start, after it was answered; may be repeated.

    Its session is linked, the transaction before it on the connector is ended, a tag that nobody
    knows is put into the inbox.
    """
    transaction = started.transaction
    if transaction.reservation_id is not None:
        place = (transaction.charger_id, transaction.reservation_id)
        reservations.use(*place, transaction.transaction_id)
    is_running = transaction.state is TransactionState.RUNNING
    if not is_running or not is_accepted(transaction.id_tag_info):
        # A repeat took a place anew, for a tag that was good when it came.
        ends.give_back_place(transaction)
    if not is_running:
        return
    is_invalid = transaction.id_tag_info.status is AuthorizationStatus.INVALID
    if is_invalid and transaction.payer_id is None:
        authorization.note_unknown(transaction.id_tag, transaction.charger_id, now)
    if is_accepted(transaction.id_tag_info):
        _hold(started, now)
    if not 0 <= transaction.connector_id <= HIGHEST_CONNECTOR:
        return  # No row for what cannot be: a charger may not fill the table with connectors.
    connector = _take_connector(transaction, now)
    _hold_against_status(transaction, connector, now)


def _hold(started: Started, now: datetime) -> None:
    """Hold money for it: that of the session that it adopts, or what its station asks for."""
    transaction = started.transaction
    if transaction.session_id is not None:
        sessions.adopt(transaction.session_id, transaction.transaction_id, now)
        transaction = transactions.get(transaction.transaction_id)
    if transaction.payer_id is not None:
        billing.hold_for(transaction, started.station, started.wallet, now)


def _open(
    facts: StartFacts,
    key: str,
    charger: Charger,
    station: Station | None,
    admission: Admission,
) -> Transaction:
    tag = admission.tag
    at = plausible_instant(facts.started_at, facts.arrived_at)
    return Transaction(
        transaction_id=transactions.next_transaction_id(),
        charger_id=facts.charger_id,
        connector_id=facts.connector_id,
        station_id=charger.station_id,
        id_tag=facts.id_tag,
        id_tag_info=admission.info,
        start_key=key,
        state=TransactionState.RUNNING,
        meter_start_wh=facts.meter_start_wh,
        started_at=facts.started_at,
        started_raw=facts.started_raw,
        start_arrived_at=facts.arrived_at,
        time_zone="UTC" if station is None else station.time_zone,
        payer_id=None if tag is None else tag.user_id,
        session_id=None if tag is None else tag.session_id,
        reservation_id=facts.reservation_id,
        start_message_id=facts.message_id,
        tariff=None if station is None else billing.tariff_for(charger, station, at),
        rated_power_w=charger.rated_power_w,
    )


def _as_recorded(opened: Transaction, record: StartRecord) -> Transaction:
    return replace(opened, transaction_id=record.transaction_id, id_tag_info=record.id_tag_info)


def _take_connector(transaction: Transaction, now: datetime) -> Connector:
    """Make it the connector's running transaction, and end the one before, if it is later.

    Returns the connector.
    """
    place = (transaction.charger_id, transaction.connector_id)
    before_id: TransactionId | None = None
    for _ in range(CONNECTOR_ATTEMPTS):
        connector = chargers.set_running(*place, transaction.transaction_id, before_id)
        before_id = connector.transaction_id
        if before_id == transaction.transaction_id:
            return connector
        before = None if before_id is None else transactions.find(before_id)
        if before is not None and before.state is TransactionState.RUNNING:
            if not supersedes(transaction, before):
                _set_aside(transaction, before, now)
                return connector
            _supersede(before, transaction, now)
    raise Unavailable(f"many transactions begin on connector {transaction.connector_id}")


def _supersede(before: Transaction, later: Transaction, now: datetime) -> None:
    def close(one: Transaction) -> Transaction | None:
        if not supersedes(later, one):
            return None
        return ending.close(one, ending.CloseReason.SUPERSEDED, now)

    after, changed = transactions.apply(before, close)
    if changed:
        text = f"Transaction {later.transaction_id} began on the same connector"
        events.note(after, "superseded", text, shown_start(later), later.start_arrived_at)
    ends.settle(after, now)


def _set_aside(transaction: Transaction, running: Transaction, now: datetime) -> None:
    """A start from before the running transaction: history. Its own stop is to come."""
    review.put(
        Review(
            kind=ReviewKind.HISTORIC_START,
            charger_id=transaction.charger_id,
            at=shown_start(transaction),
            unique=str(transaction.transaction_id),
            arrived_at=transaction.start_arrived_at,
            reason=f"Earlier than transaction {running.transaction_id} on the same connector",
            detail={"transaction_id": transaction.transaction_id},
        )
    )
    evidence_at = max(shown_start(running), shown_start(transaction))
    ends.suspect(transaction, reconciliation.Trigger.HISTORY, evidence_at, now)


def _hold_against_status(transaction: Transaction, connector: Connector, now: datetime) -> None:
    """A start that arrives after its connector became free again is doubted like any other."""
    reported_at, arrived_at = connector.reported_at, connector.arrived_at
    if reported_at is None or connector.status not in reconciliation.ENDING_STATUSES:
        return
    at = plausible_instant(reported_at, arrived_at or now)
    ends.suspect(transaction, reconciliation.Trigger.STATUS, at, now)
