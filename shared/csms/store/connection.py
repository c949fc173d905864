"""Who is connected as a charger, its command slot, and when it was last heard of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, cast

from pynamodb.expressions.condition import Condition, size
from pynamodb.expressions.update import Action

from csms.domain.charger import Connection, Reachability
from csms.domain.ids import ChargerId, CommandId, ConnectionId
from csms.store import cursor
from csms.store.base import (
    DUE_SHARDS,
    ConditionFailed,
    RawItem,
    Returning,
    due_shard,
    set_or_remove,
)
from csms.store.connection_row import CONTACT, ConnectionRow, to_connection
from csms.store.cursor import Page
from csms.store.indexes import ByDue
from csms.store.prefetch import Wanted

MOST_ORPHANS: Final = 5
"""Stops of one charger that wait for their Starts; what comes beyond waits for an operator only."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What `$connect` says of a new connection. contact_due_at: when silence is first looked at."""

    charger_id: ChargerId
    connection_id: ConnectionId
    connected_at: datetime
    door: str
    refused: bool
    contact_due_at: datetime


@dataclass(frozen=True, slots=True)
class Boot:
    """A BootNotification. about_hash: of what the charger said of itself, and our quirks."""

    at: datetime
    about_hash: str
    quirk_profile: str | None


def _from_item(item: RawItem) -> Connection:
    return to_connection(ConnectionRow.read_item(item))


def _change(
    charger_id: ChargerId,
    actions: list[Action],
    condition: Condition,
    returning: Returning = "ALL_NEW",
) -> Connection | None:
    try:
        item = ConnectionRow.change((charger_id,), actions, condition, returning)
    except ConditionFailed:
        return None
    return _from_item(item)


def find(charger_id: ChargerId, *, consistent: bool = False) -> Connection | None:
    """Read the row of a charger; None when the charger is not registered."""
    row = ConnectionRow.find(charger_id, consistent=consistent)
    return None if row is None else to_connection(row)


def wanted(charger_id: ChargerId) -> Wanted:
    """The row of a charger, to be read ahead."""
    return ConnectionRow.wanted(charger_id)


def find_many(charger_ids: Sequence[ChargerId]) -> Sequence[Connection]:
    """Read the rows of up to 100 chargers, in that order."""
    return [to_connection(row) for row in ConnectionRow.read_many([(c,) for c in charger_ids])]


def take_ownership(claim: Claim) -> Connection | None:
    """Make a connection the charger's own, and take the command slot from the one before it.

    Returns the row as it was, or None when a newer connection owns the charger, or the charger
    does not exist any more.
    """
    row = ConnectionRow
    actions: list[Action] = [
        row.connection_id.set(claim.connection_id),
        row.connected_at.set(claim.connected_at),
        row.last_seen_at.set(claim.connected_at),
        row.door.set(claim.door),
        row.refused.set(claim.refused),
        row.reachability.set(Reachability.ONLINE),
        row.due_shard.set(due_shard(CONTACT, claim.charger_id)),
        row.due_at.set(row.due_at | claim.contact_due_at),
        row.disconnected_at.remove(),
        row.slot_command_id.remove(),
        row.slot_until.remove(),
    ]
    newest = row.connected_at.does_not_exist() | (row.connected_at <= claim.connected_at)
    return _change(claim.charger_id, actions, row.charger_id.exists() & newest, "ALL_OLD")


def release(charger_id: ChargerId, connection_id: ConnectionId, now: datetime) -> Connection | None:
    """Give up the charger, if this connection owns it. Returns the row as it was, or None."""
    row = ConnectionRow
    actions: list[Action] = [row.connection_id.remove(), row.disconnected_at.set(now)]
    return _change(charger_id, actions, row.connection_id == connection_id, "ALL_OLD")


def touch(charger_id: ChargerId, connection_id: ConnectionId, now: datetime) -> Connection | None:
    """Note that the owner was heard of: one write, no read.

    Returns the row, also when another connection owns it; None when there is none.
    """
    row = ConnectionRow
    actions: list[Action] = [row.last_seen_at.set(now)]
    try:
        item = row.change((charger_id,), actions, row.connection_id == connection_id)
    except ConditionFailed as lost:
        return None if lost.item is None else _from_item(lost.item)
    return _from_item(item)


def note_boot(charger_id: ChargerId, boot: Boot) -> Connection | None:
    """Note a BootNotification. Returns the row as it was; None when there is none."""
    row = ConnectionRow
    actions: list[Action] = [
        row.booted_at.set(boot.at),
        row.last_seen_at.set(boot.at),
        row.about_hash.set(boot.about_hash),
        set_or_remove(row.quirk_profile, boot.quirk_profile),
    ]
    return _change(charger_id, actions, row.charger_id.exists(), "ALL_OLD")


def claim_slot(
    charger_id: ChargerId, command_id: CommandId, until: datetime, now: datetime
) -> Connection | None:
    """Take the command slot for the head of the queue.

    Returns the row with the connection to send on; None when nothing is connected or another
    command is in flight.
    """
    return _claim(charger_id, command_id, until, _slot_is_free(now))


def claim_idle_slot(
    charger_id: ChargerId, command_id: CommandId, until: datetime, now: datetime
) -> Connection | None:
    """Take the command slot for a command that never waited: only if none waits before it."""
    nothing_waits = ConnectionRow.queue_mark.does_not_exist()
    return _claim(charger_id, command_id, until, _slot_is_free(now) & nothing_waits)


def _slot_is_free(now: datetime) -> Condition:
    row = ConnectionRow
    free = row.slot_command_id.does_not_exist() | (row.slot_until < now)
    offered = row.refused.does_not_exist() | (row.refused == False)  # noqa: E712 - an expression
    return cast(Condition, row.connection_id.exists() & offered & free)


def _claim(
    charger_id: ChargerId, command_id: CommandId, until: datetime, condition: Condition
) -> Connection | None:
    row = ConnectionRow
    actions: list[Action] = [row.slot_command_id.set(command_id), row.slot_until.set(until)]
    try:
        return _from_item(row.change((charger_id,), actions, condition))
    except ConditionFailed as lost:
        holder = None if lost.item is None or not lost.repeated else _from_item(lost.item)
    if holder is None or (holder.slot_command_id, holder.slot_until) != (command_id, until):
        return None
    return holder


def release_slot(charger_id: ChargerId, command_id: CommandId) -> Connection | None:
    """Free the command slot, if this command holds it. Returns the row as it was, or None."""
    row = ConnectionRow
    actions: list[Action] = [row.slot_command_id.remove(), row.slot_until.remove()]
    try:
        item = row.change((charger_id,), actions, row.slot_command_id == command_id, "ALL_OLD")
    except ConditionFailed as lost:
        found = None if lost.item is None or not lost.repeated else _from_item(lost.item)
        return None if found is None or found.slot_command_id is not None else found
    return _from_item(item)


def mark_queue(charger_id: ChargerId, command_id: CommandId) -> Connection | None:
    """Say that commands wait, the newest being this. None when there is no such charger."""
    row = ConnectionRow
    return _change(charger_id, [row.queue_mark.set(command_id)], row.charger_id.exists())


def clear_queue(charger_id: ChargerId, seen: CommandId) -> bool:
    """Say that nothing waits, unless something was put into the queue after `seen` was read."""
    row = ConnectionRow
    cleared = _change(charger_id, [row.queue_mark.remove()], row.queue_mark == seen)
    return cleared is not None


def note_orphan(charger_id: ChargerId, key: str) -> bool:
    """Remember a Stop that fitted nothing, for the Start that may follow; False for one too many.

    key: of its entry in the review queue.
    """
    row = ConnectionRow
    room = row.orphan_stops.does_not_exist() | (size(row.orphan_stops) < MOST_ORPHANS)
    condition = row.charger_id.exists() & room
    return _change(charger_id, [row.orphan_stops.add([key])], condition) is not None


def forget_orphan(charger_id: ChargerId, key: str) -> None:
    """Look for no Start of this Stop any more. Again changes nothing."""
    row = ConnectionRow
    _change(charger_id, [row.orphan_stops.delete([key])], row.charger_id.exists())


def claim_interval_check(connection: Connection, now: datetime) -> bool:
    """Take the turn to ask for the heartbeat interval; False when another frame took it."""
    row = ConnectionRow
    seen = connection.interval_checked_at
    condition = (
        row.interval_checked_at.does_not_exist()
        if seen is None
        else row.interval_checked_at == seen
    )
    actions: list[Action] = [row.interval_checked_at.set(now)]
    owns = row.connection_id == connection.connection_id
    return _change(connection.charger_id, actions, condition & owns) is not None


def list_due(shard: int, now: datetime, limit: int) -> Sequence[ChargerId]:
    """Chargers of one of the DUE_SHARDS shards whose silence is to be looked at, oldest first."""
    found = ConnectionRow.by_due.query(
        f"{CONTACT}#{shard % DUE_SHARDS}", ByDue.due_at <= now, limit=limit
    )
    return [ChargerId(row.charger_id) for row in found]


def postpone(connection: Connection, due_at: datetime) -> bool:
    """Look at this charger's silence later. False when something else moved the deadline."""
    row = ConnectionRow
    actions: list[Action] = [row.due_at.set(due_at)]
    return _change(connection.charger_id, actions, row.due_at == connection.due_at) is not None


def mark_offline(connection: Connection, since: datetime) -> bool:
    """Call a charger offline, unless it connected or was heard of since the row was read."""
    row = ConnectionRow
    same = (
        row.connection_id.does_not_exist()
        if connection.connection_id is None
        else row.connection_id == connection.connection_id
    )
    unheard = row.last_seen_at.does_not_exist() | (row.last_seen_at <= since)
    actions: list[Action] = [
        row.reachability.set(Reachability.OFFLINE),
        row.offline_since.set(since),
        row.connection_id.remove(),
        row.due_shard.remove(),
        row.due_at.remove(),
    ]
    return _change(connection.charger_id, actions, same & unheard) is not None


def note_back(connection: Connection) -> bool:
    """Note that the map shows the charger again; False when someone else noted it."""
    row = ConnectionRow
    actions: list[Action] = [row.offline_since.remove()]
    unchanged = row.offline_since == connection.offline_since
    online = row.reachability == Reachability.ONLINE
    return _change(connection.charger_id, actions, unchanged & online) is not None


def list_by_reachability(
    reachability: Reachability, after: str | None, limit: int
) -> Page[ChargerId]:
    """Charger ids that are online or offline, in order of their ids."""
    scope = f"connection/{reachability}"
    found = ConnectionRow.by_reachability.query(
        reachability, limit=limit, last_evaluated_key=cursor.decode(after, scope)
    )
    ids = [ChargerId(row.charger_id) for row in found]
    return Page(ids, cursor.encode(found.last_evaluated_key, scope))
