"""Reservations: asked for, kept by the charger, and ended in whatever way comes first.

A connector's row names the reservation that holds it, so that of two people who reserve it at one
time one is refused here, before the charger is asked.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from csms.domain.charger import Connector, ConnectorStatus
from csms.domain.command import Command, CommandState
from csms.domain.command_rules import rule_of
from csms.domain.errors import Invalid, Refused
from csms.domain.ids import ChargerId, TransactionId
from csms.domain.reservation import OPEN, Reservation, ReservationState
from csms.ocpp16.answer import Answer
from csms.ocpp16.commands import cancel_reservation, reserve_now
from csms.ocpp16.timestamps import require_time
from csms.store import connector as connector_store
from csms.store import reservation as reservation_store
from csms.store.deadlines import DueRows
from csms.store.reservation import Change

PAGE: Final = 50
HIGHEST_ID: Final = 2**31 - 1
LONGEST: Final = timedelta(days=7)
ENDING_STATUSES: Final = (ConnectorStatus.FAULTED, ConnectorStatus.UNAVAILABLE)
"""§4.9: a connector that breaks or is taken out of use is reserved no more."""


def prepare(
    charger_id: ChargerId, request: "reserve_now.ReserveNow", requested_by: str, now: datetime
) -> None:
    """Store what is about to be asked for, with the deadline of the whole question.

    Raises Invalid, or Refused when another reservation holds the connector.
    """
    expires_at = require_time(request.expires_at, "payload.expiryDate")
    if not now < expires_at <= now + LONGEST:
        raise Invalid("must be in the future, within a week", "payload.expiryDate")
    if not 1 <= request.reservation_id <= HIGHEST_ID:
        raise Invalid("must be a positive 32-bit number", "payload.reservationId")
    before = reservation_store.find(charger_id, request.reservation_id)
    place = (charger_id, request.connector_id)
    if not connector_store.reserve(place, request.reservation_id, expires_at, now):
        raise Refused("Another reservation holds this connector.", "connector-reserved")
    if before is not None and before.connector_id != request.connector_id:
        connector_store.unreserve((charger_id, before.connector_id), before.reservation_id)
    rule = rule_of(reserve_now.ReserveNow.ACTION)
    reservation_store.put(
        Reservation(
            charger_id=charger_id,
            reservation_id=request.reservation_id,
            connector_id=request.connector_id,
            id_tag=request.id_tag,
            parent_id_tag=request.parent_id_tag,
            expires_at=expires_at,
            requested_by=requested_by,
            requested_at=now,
            due_at=now + rule.time_to_live + rule.answer_timeout,
        )
    )


def answered(command: Command, answer: Answer) -> None:
    """The charger keeps the connector, or said why not."""
    request = reserve_now.ReserveNow.from_payload(command.payload)
    if answer.state is CommandState.ACCEPTED:
        expires_at = require_time(request.expires_at, "payload.expiryDate")
        kept = Change(ReservationState.ACTIVE, due_at=expires_at)
        reservation_store.change(command.charger_id, request.reservation_id, kept)
        return
    refused = Change(ReservationState.REFUSED, answer.status)
    _end(command.charger_id, request.reservation_id, refused)


def cancelled(command: Command, answer: Answer) -> None:
    """The charger let go of it, or never had it; an error leaves it as it is."""
    if answer.state in (CommandState.ACCEPTED, CommandState.REJECTED):
        request = cancel_reservation.CancelReservation.from_payload(command.payload)
        ending = Change(ReservationState.CANCELLED, answer.status)
        _end(command.charger_id, request.reservation_id, ending)


def use(charger_id: ChargerId, reservation_id: int, transaction_id: TransactionId) -> None:
    """A transaction began with it. May be repeated."""
    if 1 <= reservation_id <= HIGHEST_ID:
        used = Change(ReservationState.USED, transaction_id=transaction_id)
        _end(charger_id, reservation_id, used)


def note_status(connector: Connector, status: ConnectorStatus) -> None:
    """End the reservation of a connector that cannot be used any more."""
    if connector.reservation_id is not None and status in ENDING_STATUSES:
        ended = Change(ReservationState.ENDED, status.value)
        _end(connector.charger_id, connector.reservation_id, ended)


def expire_due(now: datetime, time_left: Callable[[], bool]) -> bool:
    """End what nobody used in time, and what the charger never answered for."""
    due = DueRows(lambda shard: reservation_store.list_due(shard, now, PAGE), now, time_left)
    for charger_id, reservation_id in due:
        found = reservation_store.find(charger_id, reservation_id)
        if found is None or found.due_at is None or found.due_at > now:
            continue
        if found.state is ReservationState.ACTIVE:
            ending = Change(ReservationState.EXPIRED)
        else:
            ending = Change(ReservationState.REFUSED, "NoAnswer")
        _end(charger_id, reservation_id, ending, (found.state,))
    return due.complete


def _end(
    charger_id: ChargerId,
    reservation_id: int,
    ending: Change,
    expected: tuple[ReservationState, ...] = OPEN,
) -> None:
    """End a reservation, then free its connector: a repeat frees it again."""
    ended = reservation_store.change(charger_id, reservation_id, ending, expected)
    if ended is None:
        ended = reservation_store.find(charger_id, reservation_id)
    if ended is not None and ended.state not in OPEN:
        connector_store.unreserve((charger_id, ended.connector_id), reservation_id)
