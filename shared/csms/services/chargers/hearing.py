"""When chargers were last heard of: the latest sign that any of their messages left in a row.

A charger's own row is moved by heartbeats, boots and connects only, and a busy charger may send
none of them for long. Its statuses and readings are stored with their arrival all the same: a page
of chargers reads those in two batches, and no message costs another write for it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from csms.domain.charger import Charger, Connection, Connector
from csms.domain.ids import ChargerId
from csms.domain.transaction import Transaction
from csms.store import connector as connector_store
from csms.store import transaction as transaction_store


def of_page(
    chargers: Sequence[Charger], connections: Mapping[ChargerId, Connection]
) -> Mapping[ChargerId, datetime]:
    """When each charger of a page was last heard of; those that never were are left out."""
    places = [(one.charger_id, one.connector_count) for one in chargers]
    connectors = connector_store.find_many(places)
    return _latest(connections.values(), connectors, _running_on(connectors))


def of_charger(connection: Connection | None, connectors: Sequence[Connector]) -> datetime | None:
    """When a charger was last heard of, None when it never was. connectors: all of its own."""
    connections = [] if connection is None else [connection]
    return max(_latest(connections, connectors, _running_on(connectors)).values(), default=None)


def _running_on(connectors: Iterable[Connector]) -> Sequence[Transaction]:
    running = [one.transaction_id for one in connectors if one.transaction_id is not None]
    return transaction_store.find_many(running)


def _latest(
    connections: Iterable[Connection],
    connectors: Iterable[Connector],
    running: Iterable[Transaction],
) -> Mapping[ChargerId, datetime]:
    signs: dict[ChargerId, list[datetime]] = defaultdict(list)
    for connection in connections:
        if connection.last_seen_at is not None:
            signs[connection.charger_id].append(connection.last_seen_at)
    for connector in connectors:
        if connector.arrived_at is not None:
            signs[connector.charger_id].append(connector.arrived_at)
    for transaction in running:
        signs[transaction.charger_id].append(transaction.start_arrived_at)
        signs[transaction.charger_id] += [at for _, at in transaction.readings.recent]
    return {charger_id: max(found) for charger_id, found in signs.items()}
