"""Whether chargers live: reachability is ours to judge, by their last message and the gateway."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from csms import gateway, observability
from csms.domain.charger import Connection, Reachability
from csms.domain.errors import Unavailable
from csms.domain.ids import ChargerId
from csms.domain.station import Bucket
from csms.settings import SETTINGS
from csms.store import charger as charger_store
from csms.store import connection as connection_store
from csms.store import station as station_store
from csms.store.deadlines import DueRows

SILENCE: Final = timedelta(seconds=2 * SETTINGS.heartbeat_interval_s)
"""No message for two intervals is silence. A planned reconnect takes seconds."""
PAGE: Final = 50
RETRY: Final = timedelta(minutes=1)


def is_reachable(connection: Connection | None, now: datetime) -> bool:
    """Whether a charger counts as reachable.

    Between a lost connection and the next one it still does, for two intervals.
    """
    if connection is None or connection.reachability is Reachability.OFFLINE:
        return False
    if connection.connection_id is not None:
        return True
    heard = _last_heard(connection)
    return heard is not None and now - heard <= SILENCE


def come_back(connection: Connection) -> None:
    """Show a charger's connectors on the map again, after it was offline."""
    _correct_map(connection)
    connection_store.note_back(connection)


def sweep_silent(now: datetime, time_left: Callable[[], bool]) -> bool:
    """Look at every charger whose silence is due. Returns whether nothing due was left."""
    due = DueRows(lambda shard: connection_store.list_due(shard, now, PAGE), now, time_left)
    for charger_id in due:
        _look_at(charger_id, now)
    return due.complete


def _look_at(charger_id: ChargerId, now: datetime) -> None:
    connection = connection_store.find(charger_id, consistent=True)
    if connection is None or connection.due_at is None or connection.due_at > now:
        return
    if connection.refused and connection.connection_id is not None:
        gateway.close(connection.connection_id)
    try:
        heard = _ask_gateway(connection, _last_heard(connection), now)
    except Unavailable:
        connection_store.postpone(connection, now + RETRY)
        return
    if heard is not None and now - heard < SILENCE:
        _correct_map(connection)
        connection_store.postpone(connection, heard + SILENCE)
        return
    _call_offline(connection, heard or now)


def _ask_gateway(connection: Connection, heard: datetime | None, now: datetime) -> datetime | None:
    """When the charger was last heard of; the gateway is asked only if our row says silence."""
    if connection.connection_id is None or (heard is not None and now - heard < SILENCE):
        return heard
    active = gateway.last_active(connection.connection_id)
    return heard if active is None else max(active, heard or active)


def _call_offline(connection: Connection, since: datetime) -> None:
    connectors = charger_store.connectors(connection.charger_id)
    unknown = {one.connector_id: Bucket.UNKNOWN for one in connectors if one.connector_id > 0}
    station_store.set_buckets(connection.station_id, connection.charger_id, unknown)
    marked = connection_store.mark_offline(connection, since)
    if marked:
        observability.count("ChargerLost")
    if marked and connection.connection_id is not None:
        # A socket that nobody speaks on: the charger dials again if it is there.
        gateway.close(connection.connection_id)


def _correct_map(connection: Connection) -> None:
    """Show what is reported, where a process died between the report and the map."""
    reported = {
        connector.connector_id: connector.status.bucket()
        for connector in charger_store.connectors(connection.charger_id)
        if connector.connector_id > 0 and connector.status is not None
    }
    shown = station_store.buckets_of(connection.station_id, connection.charger_id)
    wrong = {number: to for number, to in reported.items() if shown.get(number) is not to}
    station_store.set_buckets(connection.station_id, connection.charger_id, wrong)


def _last_heard(connection: Connection) -> datetime | None:
    known = (connection.last_seen_at, connection.disconnected_at)
    return max((moment for moment in known if moment is not None), default=None)
