"""Reservations: one row each, with the deadline by which they end by themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from pynamodb.attributes import UnicodeAttribute
from pynamodb.expressions.update import Action

from csms.domain.ids import ChargerId, ConnectorId, TransactionId
from csms.domain.reservation import OPEN, Reservation, ReservationState
from csms.store import cursor
from csms.store.base import (
    DUE_SHARDS,
    ConditionFailed,
    InstantAttribute,
    IntAttribute,
    Table,
    deployed_name,
    due_shard,
    set_or_remove,
    to_seconds,
)
from csms.store.cursor import Page
from csms.store.indexes import ByDue

DUE: Final = "reservation"
LIFE: Final = timedelta(days=90)


class ReservationRow(Table):
    """One reservation."""

    class Meta:
        """The table as template.yaml defines it."""

        table_name = deployed_name("reservation")

    charger_id = UnicodeAttribute(hash_key=True)
    reservation_key = UnicodeAttribute(range_key=True)
    reservation_id = IntAttribute()
    connector_id = IntAttribute()
    id_tag = UnicodeAttribute()
    parent_id_tag = UnicodeAttribute(null=True)
    expires_at = InstantAttribute()
    requested_by = UnicodeAttribute()
    requested_at = InstantAttribute()
    state = UnicodeAttribute()
    reason = UnicodeAttribute(null=True)
    transaction_id = IntAttribute(null=True)
    due_shard = UnicodeAttribute(null=True)
    due_at = InstantAttribute(null=True)
    ttl = IntAttribute()
    by_due = ByDue()


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of a reservation. due_at: None ends it."""

    state: ReservationState
    reason: str | None = None
    transaction_id: TransactionId | None = None
    due_at: datetime | None = None


def put(reservation: Reservation) -> None:
    """Store a reservation; the same id replaces what is stored (§5.13)."""
    ReservationRow(
        reservation.charger_id,
        _key(reservation.reservation_id),
        reservation_id=reservation.reservation_id,
        connector_id=reservation.connector_id,
        id_tag=reservation.id_tag,
        parent_id_tag=reservation.parent_id_tag,
        expires_at=reservation.expires_at,
        requested_by=reservation.requested_by,
        requested_at=reservation.requested_at,
        state=reservation.state,
        due_shard=due_shard(DUE, reservation.charger_id),
        due_at=reservation.due_at,
        ttl=to_seconds(reservation.expires_at + LIFE),
    ).save()


def find(charger_id: ChargerId, reservation_id: int) -> Reservation | None:
    """Read one reservation, consistently."""
    row = ReservationRow.find(charger_id, _key(reservation_id), consistent=True)
    return None if row is None else _reservation(row)


def change(
    charger_id: ChargerId,
    reservation_id: int,
    change: Change,
    expected: Sequence[ReservationState] = OPEN,
) -> Reservation | None:
    """Move a reservation that is in one of the expected states.

    Returns it as it became; None when it does not exist or is in another state.
    """
    row = ReservationRow
    actions: list[Action] = [
        row.state.set(change.state),
        set_or_remove(row.reason, change.reason),
        set_or_remove(row.transaction_id, change.transaction_id),
        set_or_remove(row.due_at, change.due_at),
    ]
    if change.due_at is None:
        actions.append(row.due_shard.remove())
    key = (charger_id, _key(reservation_id))
    try:
        item = row.change(key, actions, row.state.is_in(*expected))
    except ConditionFailed:
        return None
    return _reservation(row.read_item(item))


def list_by_charger(charger_id: ChargerId, after: str | None, limit: int) -> Page[Reservation]:
    """The reservations of a charger, the highest id first."""
    scope = f"reservation/{charger_id}"
    found = ReservationRow.query(
        charger_id,
        scan_index_forward=False,
        limit=limit,
        last_evaluated_key=cursor.decode(after, scope),
    )
    items = [_reservation(row) for row in found]
    return Page(items, cursor.encode(found.last_evaluated_key, scope))


def list_due(shard: int, now: datetime, limit: int) -> Sequence[tuple[ChargerId, int]]:
    """Reservations of one of the DUE_SHARDS shards whose time is over, oldest first."""
    found = ReservationRow.by_due.query(
        f"{DUE}#{shard % DUE_SHARDS}", ByDue.due_at <= now, limit=limit
    )
    return [(ChargerId(row.charger_id), int(row.reservation_key)) for row in found]


def _key(reservation_id: int) -> str:
    return f"{reservation_id:010d}"


def _reservation(row: ReservationRow) -> Reservation:
    transaction_id = row.transaction_id
    return Reservation(
        charger_id=ChargerId(row.charger_id),
        reservation_id=row.reservation_id,
        connector_id=ConnectorId(row.connector_id),
        id_tag=row.id_tag,
        parent_id_tag=row.parent_id_tag,
        expires_at=row.expires_at,
        requested_by=row.requested_by,
        requested_at=row.requested_at,
        state=ReservationState(row.state),
        reason=row.reason,
        transaction_id=TransactionId(transaction_id) if transaction_id else None,
        due_at=row.due_at,
    )
