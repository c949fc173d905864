"""What chargers report of their connectors."""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from csms.domain.charger import Connection, Connector, ConnectorStatus
from csms.domain.ids import ConnectorId
from csms.store import connector as connector_store
from csms.store import station as station_store
from csms.store.connector import StatusReport

HIGHEST_CONNECTOR: Final = 64
"""Chargers have a few connectors; a report of a higher number is answered and not kept."""


@dataclass(frozen=True, slots=True)
class Reported:
    """connector: as it is now. effects: to run after the answer, each of which may be repeated."""

    connector: Connector
    effects: tuple[Callable[[], None], ...]


def report(connection: Connection, status_report: StatusReport) -> Reported | None:
    """Store a status in the order of the charger's own times; None when a later one is known."""
    before = connector_store.report_status(status_report)
    if before is None:
        return None
    status = status_report.status
    now = dataclasses.replace(
        before,
        status=status,
        error_code=status_report.error_code,
        reported_at=status_report.reported_at,
        arrived_at=status_report.arrived_at,
    )
    shown = before.status.bucket() if before.status is not None else None
    if status_report.connector_id == 0 or shown is status.bucket():
        return Reported(now, ())
    return Reported(now, (partial(show, connection, status_report.connector_id, status),))


def show(connection: Connection, connector_id: ConnectorId, status: ConnectorStatus) -> None:
    """Show a connector's state on the map."""
    station_store.set_bucket(
        connection.station_id, connection.charger_id, connector_id, status.bucket()
    )
