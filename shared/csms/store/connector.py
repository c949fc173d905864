"""Connectors: what chargers report of them, and what operators want of them."""

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from pynamodb.expressions.update import Action

from csms.domain.charger import Availability, Connector, ConnectorStatus
from csms.domain.ids import ChargerId, ConnectorId
from csms.store.base import ConditionFailed, set_or_remove
from csms.store.charger_rows import FAULTED, ConnectorRow, connector_row, to_connector

type Place = tuple[ChargerId, ConnectorId]


@dataclass(frozen=True, slots=True)
class StatusReport:
    """What a StatusNotification said.

    reported_at: the charger's own time, or the arrival where it has none that can be right.
    boot_at: the charger's last boot; its clock may have been set since, so that times are compared
    only within one boot.
    """

    charger_id: ChargerId
    connector_id: ConnectorId
    status: ConnectorStatus
    error_code: str
    reported_at: datetime
    arrived_at: datetime
    boot_at: datetime | None
    info: str | None = None
    vendor_error_code: str | None = None


def find_many(places: Sequence[tuple[ChargerId, int]]) -> Sequence[Connector]:
    """Read the connectors 1 to n of chargers, in that order; those without a row are left out."""
    keys = [
        (charger_id, connector_row(ConnectorId(number)))
        for charger_id, count in places
        for number in range(1, count + 1)
    ]
    return [to_connector(row) for row in ConnectorRow.read_many(keys)]


def report_status(report: StatusReport) -> Connector | None:
    """Store a status unless a later one is known; of two at the same time the later arrival wins.

    Returns the connector as it was before (without a status the first time); None when the report
    was older than what is stored.
    """
    row = ConnectorRow
    in_order = row.reported_at.does_not_exist() | (row.reported_at <= report.reported_at)
    if report.boot_at is not None:
        first = row.boot_at.does_not_exist() | (row.boot_at < report.boot_at)
        in_order = first | ((row.boot_at == report.boot_at) & in_order)
    key = (report.charger_id, connector_row(report.connector_id))
    try:
        before = row.change(key, _actions(report), in_order, "ALL_OLD")
    except ConditionFailed:
        return None
    if not before:
        return Connector(report.charger_id, report.connector_id)
    return to_connector(row.read_item(before))


def _actions(report: StatusReport) -> list[Action]:
    row = ConnectorRow
    actions: list[Action] = [
        row.status.set(report.status),
        row.error_code.set(report.error_code),
        set_or_remove(row.info, report.info),
        set_or_remove(row.vendor_error_code, report.vendor_error_code),
        row.reported_at.set(report.reported_at),
        row.arrived_at.set(report.arrived_at),
    ]
    if report.boot_at is not None:
        actions.append(row.boot_at.set(report.boot_at))
    if report.status is ConnectorStatus.UNAVAILABLE:
        actions.append(row.scheduled_availability.remove())
    faulted = report.status is ConnectorStatus.FAULTED
    place = f"{report.charger_id}#{report.connector_id:03d}"
    return [
        *actions,
        set_or_remove(row.condition, FAULTED if faulted else None),
        set_or_remove(row.condition_key, place if faulted else None),
    ]


def set_intent(
    charger_id: ChargerId, connector_id: ConnectorId, availability: Availability
) -> None:
    """Store what an operator wants of a connector."""
    row = ConnectorRow
    actions: list[Action] = [
        row.availability.set(availability),
        row.scheduled_availability.remove(),
    ]
    row.change((charger_id, connector_row(connector_id)), actions)


def reserve(place: Place, reservation_id: int, until: datetime, now: datetime) -> bool:
    """Keep a connector for a reservation; False when another one holds it."""
    row = ConnectorRow
    free = row.reservation_id.does_not_exist() | (row.reserved_until <= now)
    actions: list[Action] = [
        row.reservation_id.set(reservation_id),
        row.reserved_until.set(until),
    ]
    condition = free | (row.reservation_id == reservation_id)
    try:
        row.change((place[0], connector_row(place[1])), actions, condition)
    except ConditionFailed:
        return False
    return True


def unreserve(place: Place, reservation_id: int) -> None:
    """Let go of a connector, if this reservation holds it."""
    row = ConnectorRow
    actions: list[Action] = [row.reservation_id.remove(), row.reserved_until.remove()]
    with contextlib.suppress(ConditionFailed):
        row.change(
            (place[0], connector_row(place[1])), actions, row.reservation_id == reservation_id
        )


def set_scheduled(
    charger_id: ChargerId, connector_id: ConnectorId, availability: Availability
) -> bool:
    """Note that the charger will follow this intent later; False when another is wanted now."""
    row = ConnectorRow
    key = (charger_id, connector_row(connector_id))
    actions: list[Action] = [row.scheduled_availability.set(True)]
    try:
        row.change(key, actions, row.availability == availability)
    except ConditionFailed:
        return False
    return True
