"""The row of a charger's connection."""

from typing import Final

from pynamodb.attributes import BooleanAttribute, UnicodeAttribute, UnicodeSetAttribute
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from csms.domain.charger import Connection, Reachability, Registration
from csms.domain.ids import ChargerId, CommandId, ConnectionId, StationId
from csms.store.base import InstantAttribute, Table, deployed_name
from csms.store.indexes import ByDue

CONTACT: Final = "contact"
"""The kind of this table's deadlines: when a charger's silence is to be looked at."""


class ByReachability(GlobalSecondaryIndex["ConnectionRow"]):
    """Chargers that are online or offline."""

    class Meta:
        """The index as template.yaml defines it."""

        index_name = "by_reachability"
        projection = KeysOnlyProjection()

    reachability = UnicodeAttribute(hash_key=True)
    charger_id = UnicodeAttribute(range_key=True)


class ConnectionRow(Table):
    """One row per charger, from its registration on."""

    class Meta:
        """The table as template.yaml defines it."""

        table_name = deployed_name("connection")

    charger_id = UnicodeAttribute(hash_key=True)
    registration = UnicodeAttribute()
    station_id = UnicodeAttribute()
    connection_id = UnicodeAttribute(null=True)
    connected_at = InstantAttribute(null=True)
    last_seen_at = InstantAttribute(null=True)
    disconnected_at = InstantAttribute(null=True)
    offline_since = InstantAttribute(null=True)
    slot_command_id = UnicodeAttribute(null=True)
    slot_until = InstantAttribute(null=True)
    queue_mark = UnicodeAttribute(null=True)
    door = UnicodeAttribute(null=True)
    log_level = UnicodeAttribute(null=True)
    booted_at = InstantAttribute(null=True)
    about_hash = UnicodeAttribute(null=True)
    quirk_profile = UnicodeAttribute(null=True)
    orphan_stops = UnicodeSetAttribute(null=True)
    interval_checked_at = InstantAttribute(null=True)
    refused = BooleanAttribute(null=True)
    reachability = UnicodeAttribute(null=True)
    due_shard = UnicodeAttribute(null=True)
    due_at = InstantAttribute(null=True)

    by_reachability = ByReachability()
    by_due = ByDue()


def to_connection(row: ConnectionRow) -> Connection:
    """The value of a row."""
    return Connection(
        charger_id=ChargerId(row.charger_id),
        registration=Registration(row.registration),
        station_id=StationId(row.station_id),
        connection_id=ConnectionId(row.connection_id) if row.connection_id else None,
        connected_at=row.connected_at,
        last_seen_at=row.last_seen_at,
        disconnected_at=row.disconnected_at,
        offline_since=row.offline_since,
        slot_command_id=CommandId(row.slot_command_id) if row.slot_command_id else None,
        slot_until=row.slot_until,
        queue_mark=CommandId(row.queue_mark) if row.queue_mark else None,
        door=row.door,
        log_level=row.log_level,
        booted_at=row.booted_at,
        about_hash=row.about_hash,
        quirk_profile=row.quirk_profile,
        orphan_stops=frozenset(row.orphan_stops or ()),
        interval_checked_at=row.interval_checked_at,
        refused=bool(row.refused),
        reachability=Reachability(row.reachability or Reachability.OFFLINE),
        due_at=row.due_at,
    )
