"""Chargers: reads, registration, and the edits that people make."""

import contextlib
import dataclasses
from collections.abc import Sequence
from typing import Final

from pynamodb.attributes import UnicodeAttribute
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from csms.domain.audit import AuditEntry
from csms.domain.charger import (
    Charger,
    ChargerModel,
    Connector,
    Credentials,
    QuirkMatch,
    Reachability,
)
from csms.domain.charger_page import ChargerPage, ProgressEntry
from csms.domain.configuration import ConfigurationEntry
from csms.domain.errors import ChangedMeanwhile, Exists, NotFound
from csms.domain.finding import Finding
from csms.domain.ids import ChargerId, ConnectorId, StationId, TariffId, TransactionId
from csms.store import audit, cursor
from csms.store import charger_form as form
from csms.store import charger_rows as rows
from csms.store.base import ConditionFailed, set_or_remove
from csms.store.charger_index import ByModel
from csms.store.charger_rows import ChargerRow, ConnectorRow, connector_row
from csms.store.connection_row import ConnectionRow
from csms.store.cursor import Page
from csms.store.indexes import ByName
from csms.store.names import beginning
from csms.store.prefetch import Wanted

ROWS_LIMIT: Final = 1000
"""More rows than one charger can have: connectors, findings and configuration are bounded."""


def find(charger_id: ChargerId, *, consistent: bool = False) -> Charger | None:
    """Read a charger; None when it is not registered."""
    row = ChargerRow.find(charger_id, rows.CHARGER, consistent=consistent)
    return None if row is None else rows.to_charger(row)


def get(charger_id: ChargerId) -> Charger:
    """Read a charger. Raises NotFound."""
    charger = find(charger_id)
    if charger is None:
        raise NotFound("charger", charger_id)
    return charger


def wanted(charger_id: ChargerId) -> Wanted:
    """A charger's own row, to be read ahead."""
    return ChargerRow.wanted(charger_id, rows.CHARGER)


def find_many(charger_ids: Sequence[ChargerId]) -> Sequence[Charger]:
    """Read chargers, in that order; those that do not exist are left out."""
    found = ChargerRow.read_many([(charger_id, rows.CHARGER) for charger_id in charger_ids])
    return [rows.to_charger(row) for row in found]


def page(charger_id: ChargerId) -> ChargerPage:
    """Read a charger with its connectors, findings, configuration and progress: one query.

    Raises NotFound.
    """
    charger: Charger | None = None
    connectors: list[Connector] = []
    findings: list[Finding] = []
    configuration: list[ConfigurationEntry] = []
    progress: dict[str, Sequence[ProgressEntry]] = {}
    for item in ChargerRow.read_partition(charger_id, limit=ROWS_LIMIT):
        kind = item["row"]["S"]
        if kind == rows.CHARGER:
            charger = rows.to_charger(ChargerRow.read_item(item))
        elif kind.startswith(rows.CONNECTOR):
            connectors.append(rows.to_connector(ConnectorRow.read_item(item)))
        elif kind.startswith(rows.FINDING):
            findings.append(rows.to_finding(rows.FindingRow.read_item(item)))
        elif kind.startswith(rows.CONFIGURATION):
            configuration.append(rows.to_configuration(rows.ConfigurationRow.read_item(item)))
        elif kind.startswith(rows.PROGRESS):
            entries = rows.to_progress(rows.ProgressRow.read_item(item))
            progress[kind.removeprefix(rows.PROGRESS)] = entries
    if charger is None:
        raise NotFound("charger", charger_id)
    return ChargerPage(charger, connectors, findings, configuration, progress)


def connectors(charger_id: ChargerId) -> Sequence[Connector]:
    """The connectors of a charger in order, 0 (the charger as a whole) first if it has a row."""
    found = ConnectorRow.read_partition(charger_id, rows.CONNECTOR)
    return [rows.to_connector(ConnectorRow.read_item(item)) for item in found]


def connector(charger_id: ChargerId, connector_id: ConnectorId) -> Connector | None:
    """Read one connector; None when nothing is known of it."""
    row = ConnectorRow.find(charger_id, connector_row(connector_id))
    return None if row is None else rows.to_connector(row)


def list_by_name(after: str | None, limit: int, prefix: str = "") -> Page[Charger]:
    """All chargers by name; `prefix`: only names that begin so."""
    scope = f"charger/name/{prefix}"
    found = ChargerRow.by_name.query(
        rows.LIST,
        ByName.name_key.startswith(beginning(prefix)) if prefix else None,
        limit=limit,
        last_evaluated_key=cursor.decode(after, scope),
    )
    ids = [ChargerId(row.charger_id) for row in found]
    return Page(find_many(ids), cursor.encode(found.last_evaluated_key, scope))


def list_by_station(
    station_id: StationId, after: str | None = None, limit: int = 100
) -> Page[Charger]:
    """The chargers of a station, by identity."""
    scope = f"charger/station/{station_id}"
    found = ChargerRow.by_station.query(
        station_id, limit=limit, last_evaluated_key=cursor.decode(after, scope)
    )
    ids = [ChargerId(row.charger_id) for row in found]
    return Page(find_many(ids), cursor.encode(found.last_evaluated_key, scope))


def list_by_model(vendor: str, model: str | None, after: str | None, limit: int) -> Page[Charger]:
    """The chargers of a vendor, or of one of its models, as they described themselves."""
    scope = f"charger/model/{form.model_key(vendor)}/{form.model_key(model or '')}"
    found = ChargerRow.by_model.query(
        form.model_key(vendor),
        ByModel.model_key.startswith(f"{form.model_key(model)}#") if model else None,
        limit=limit,
        last_evaluated_key=cursor.decode(after, scope),
    )
    ids = [ChargerId(row.charger_id) for row in found]
    return Page(find_many(ids), cursor.encode(found.last_evaluated_key, scope))


def list_faulted(after: str | None, limit: int) -> Page[Connector]:
    """Connectors that report a fault, by charger and connector."""
    scope = "charger/faulted"
    found = ConnectorRow.by_condition.query(
        rows.FAULTED, limit=limit, last_evaluated_key=cursor.decode(after, scope)
    )
    keys = [(row.charger_id, row.row) for row in found]
    values = [rows.to_connector(row) for row in ConnectorRow.read_many(keys)]
    return Page(values, cursor.encode(found.last_evaluated_key, scope))


def names_of_tariff(tariff_id: TariffId, limit: int) -> Sequence[str]:
    """The names of up to `limit` chargers that have this tariff as their own."""
    found = ChargerRow.by_tariff.query(tariff_id, limit=limit)
    return [charger.name for charger in find_many([ChargerId(row.charger_id) for row in found])]


def create(charger: Charger, entry: AuditEntry | None = None) -> None:
    """Store a new charger with its connectors and its connection row. Raises Conflict, Busy."""
    new = ChargerRow.charger_id.does_not_exist()
    try:
        with audit.transaction(entry) as write:
            write.save(form.from_charger(charger), condition=new)
            write.save(
                ConnectionRow(
                    charger.charger_id,
                    registration=charger.registration,
                    station_id=charger.station_id,
                    reachability=Reachability.OFFLINE,
                    log_level=charger.log_level,
                )
            )
            for number in range(1, charger.connector_count + 1):
                key = connector_row(ConnectorId(number))
                write.save(ConnectorRow(charger.charger_id, key, availability=charger.availability))
    except ConditionFailed as lost:
        raise Exists("charger", charger.identity) from lost


def replace(charger: Charger, expected_version: int, entry: AuditEntry | None = None) -> Charger:
    """Store what people edit of a charger, with its copy in the connection row, and who did it.

    Credentials and what the charger says of itself have writes of their own and stay as they are.
    Returns the charger with its new version. Raises Conflict when someone else edited it, Busy.
    """
    row = ChargerRow
    unchanged = row.version == expected_version
    version = expected_version + 1
    try:
        with audit.transaction(entry) as write:
            write.update(
                ChargerRow(charger.charger_id, rows.CHARGER),
                actions=[*form.edits(charger), row.version.set(version)],
                condition=row.charger_id.exists() & unchanged,
            )
            write.update(
                ConnectionRow(charger.charger_id),
                actions=[
                    ConnectionRow.registration.set(charger.registration),
                    ConnectionRow.station_id.set(charger.station_id),
                    set_or_remove(ConnectionRow.log_level, charger.log_level),
                ],
                condition=ConnectionRow.charger_id.exists(),
            )
    except ConditionFailed as lost:
        raise ChangedMeanwhile("This charger") from lost
    return dataclasses.replace(charger, version=version)


def replace_credentials(
    charger_id: ChargerId,
    expected: Credentials,
    credentials: Credentials,
    entry: AuditEntry | None = None,
) -> bool:
    """Store other credentials, unless they changed since `expected` was read: then False.

    Raises Busy.
    """
    row = ChargerRow
    condition = row.charger_id.exists() & _same(row.password_hash, expected.password_hash)
    condition &= _same(row.pending_password_hash, expected.pending_password_hash)
    condition &= row.security_profile == expected.security_profile
    charger = ChargerRow(charger_id, rows.CHARGER)
    try:
        audit.update(charger, form.credential_edits(credentials), condition, entry)
    except ConditionFailed:
        return False
    return True


def _same(attribute: UnicodeAttribute, value: str | None) -> Condition:
    return attribute.does_not_exist() if value is None else attribute == value


def set_about(charger_id: ChargerId, about: ChargerModel, quirks: QuirkMatch | None = None) -> None:
    """Store what the charger says of itself, and what is known of its model.

    Nothing happens when it was deleted.
    """
    actions = [*form.about_edits(charger_id, about), *form.quirk_edits(quirks)]
    with contextlib.suppress(ConditionFailed):
        ChargerRow.change((charger_id, rows.CHARGER), actions, ChargerRow.charger_id.exists())


def set_running(
    charger_id: ChargerId,
    connector_id: ConnectorId,
    transaction_id: TransactionId,
    before: TransactionId | None = None,
) -> Connector:
    """Note which transaction runs on a connector, where none does but `before`.

    Returns the connector as it is then: with another transaction where that one runs there.
    """
    row = ConnectorRow
    free = row.transaction_id.does_not_exist()
    if before is not None:
        free |= row.transaction_id == before
    actions: list[Action] = [row.transaction_id.set(transaction_id)]
    try:
        item = row.change((charger_id, connector_row(connector_id)), actions, free)
    except ConditionFailed as lost:
        item = lost.item or {}
    return rows.to_connector(row.read_item(item))


def clear_running(
    charger_id: ChargerId, connector_id: ConnectorId, transaction_id: TransactionId
) -> None:
    """Note that a transaction runs no more; another one that runs there stays."""
    row = ConnectorRow
    with contextlib.suppress(ConditionFailed):
        row.change(
            (charger_id, connector_row(connector_id)),
            [row.transaction_id.remove()],
            row.transaction_id == transaction_id,
        )


def delete(charger_id: ChargerId, entry: AuditEntry | None = None) -> None:
    """Delete a charger with all rows of its own, its connection row first. May be repeated.

    The charger's row goes last, with the entry, so that an interrupted deletion can be asked for
    again. Raises NotFound when somebody else did it meanwhile, Busy.
    """
    ConnectionRow(charger_id).delete()
    found = ChargerRow.read_partition(charger_id, limit=ROWS_LIMIT)
    for key in [item["row"]["S"] for item in found]:
        if key != rows.CHARGER:
            ConnectorRow(charger_id, key).delete()
    charger = ChargerRow(charger_id, rows.CHARGER)
    try:
        audit.delete(charger, ChargerRow.charger_id.exists(), entry)
    except ConditionFailed:
        raise NotFound("charger", charger_id) from None
