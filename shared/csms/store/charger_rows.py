"""The rows of a charger's partition, and the values they stand for."""

from collections.abc import Sequence
from typing import Final

from pynamodb.attributes import BooleanAttribute, ListAttribute, MapAttribute, UnicodeAttribute

from csms.domain.charger import (
    Availability,
    Charger,
    ChargerModel,
    Connector,
    ConnectorStatus,
    Credentials,
    QuirkMatch,
    Registration,
    SecurityProfile,
)
from csms.domain.charger_page import ProgressEntry
from csms.domain.configuration import ConfigurationEntry
from csms.domain.finding import Finding
from csms.domain.ids import ChargerId, ConnectorId, StationId, TariffId, TransactionId, Watt
from csms.store.base import InstantAttribute, IntAttribute, Table, deployed_name
from csms.store.charger_index import ByCondition, ByModel, ByStation, ByTariff
from csms.store.indexes import ByName

CHARGER: Final = "charger"
CONNECTOR: Final = "connector#"
FINDING: Final = "finding#"
CONFIGURATION: Final = "configuration#"
PROGRESS: Final = "progress#"
FAULTED: Final = "faulted"
LIST: Final = "charger"
"""The one partition of the list of all chargers by name."""


class PartitionRow(Table):
    """A row of a charger's partition."""

    class Meta:
        """The table as template.yaml defines it."""

        table_name = deployed_name("charger")

    charger_id = UnicodeAttribute(hash_key=True)
    row = UnicodeAttribute(range_key=True)


class ChargerRow(PartitionRow):
    """The charger itself."""

    identity = UnicodeAttribute()
    name = UnicodeAttribute()
    station_id = UnicodeAttribute()
    list_shard = UnicodeAttribute()
    name_key = UnicodeAttribute()
    registration = UnicodeAttribute()
    security_profile = IntAttribute()
    password_hash = UnicodeAttribute(null=True)
    pending_password_hash = UnicodeAttribute(null=True)
    pending_security_profile = IntAttribute(null=True)
    rated_power_w = IntAttribute()
    connector_count = IntAttribute()
    created_at = InstantAttribute()
    tariff_id = UnicodeAttribute(null=True)
    availability = UnicodeAttribute()
    assume_ocpp16 = BooleanAttribute()
    log_level = UnicodeAttribute(null=True)
    vendor = UnicodeAttribute(null=True)
    model = UnicodeAttribute(null=True)
    serial_number = UnicodeAttribute(null=True)
    firmware_version = UnicodeAttribute(null=True)
    meter_type = UnicodeAttribute(null=True)
    meter_serial_number = UnicodeAttribute(null=True)
    iccid = UnicodeAttribute(null=True)
    imsi = UnicodeAttribute(null=True)
    quirk_profile = UnicodeAttribute(null=True)
    quirk_version = IntAttribute(null=True)
    vendor_key = UnicodeAttribute(null=True)
    model_key = UnicodeAttribute(null=True)
    version = IntAttribute()

    by_station = ByStation()
    by_name = ByName()
    by_tariff = ByTariff()
    by_model = ByModel()


class ConnectorRow(PartitionRow):
    """One connector; 0 is the charger as a whole."""

    availability = UnicodeAttribute(null=True)
    scheduled_availability = BooleanAttribute(null=True)
    status = UnicodeAttribute(null=True)
    error_code = UnicodeAttribute(null=True)
    info = UnicodeAttribute(null=True)
    vendor_error_code = UnicodeAttribute(null=True)
    reported_at = InstantAttribute(null=True)
    arrived_at = InstantAttribute(null=True)
    boot_at = InstantAttribute(null=True)
    transaction_id = IntAttribute(null=True)
    reservation_id = IntAttribute(null=True)
    reserved_until = InstantAttribute(null=True)
    condition = UnicodeAttribute(null=True)
    condition_key = UnicodeAttribute(null=True)

    by_condition = ByCondition()


class FindingRow(PartitionRow):
    """One kind of deviation."""

    times = IntAttribute()
    first_seen_at = InstantAttribute()
    last_seen_at = InstantAttribute()
    sample = UnicodeAttribute()


class ConfigurationRow(PartitionRow):
    """One configuration key."""

    key = UnicodeAttribute()
    value = UnicodeAttribute(null=True)
    readonly = BooleanAttribute(null=True)
    known = BooleanAttribute(null=True)
    reported_at = InstantAttribute(null=True)
    desired = UnicodeAttribute(null=True)
    desired_at = InstantAttribute(null=True)
    answer = UnicodeAttribute(null=True)
    reboot_since = InstantAttribute(null=True)


class ProgressItem(MapAttribute[str, object]):
    """One entry of a progress row."""

    status = UnicodeAttribute()
    at = InstantAttribute()


class ProgressRow(PartitionRow):
    """The last statuses of a firmware update or a diagnostics upload, newest first."""

    entries = ListAttribute(of=ProgressItem)
    version = IntAttribute()


def connector_row(connector_id: ConnectorId) -> str:
    """The sort key of a connector."""
    return f"{CONNECTOR}{connector_id:03d}"


def to_charger(row: ChargerRow) -> Charger:
    """The value of a charger's row."""
    return Charger(
        charger_id=ChargerId(row.charger_id),
        identity=row.identity,
        name=row.name,
        station_id=StationId(row.station_id),
        registration=Registration(row.registration),
        credentials=to_credentials(row),
        rated_power_w=Watt(row.rated_power_w),
        connector_count=row.connector_count,
        created_at=row.created_at,
        tariff_id=TariffId(row.tariff_id) if row.tariff_id else None,
        about=ChargerModel(
            row.vendor,
            row.model,
            row.serial_number,
            row.firmware_version,
            row.meter_type,
            row.meter_serial_number,
            row.iccid,
            row.imsi,
        ),
        availability=Availability(row.availability),
        assume_ocpp16=row.assume_ocpp16,
        log_level=row.log_level,
        quirks=_quirks(row),
        version=row.version,
    )


def _quirks(row: ChargerRow) -> QuirkMatch | None:
    # PynamoDB's types know nothing of attributes that may be missing.
    profile_id: str | None = row.quirk_profile
    version: int | None = row.quirk_version
    return QuirkMatch(profile_id, version) if profile_id and version else None


def to_credentials(row: ChargerRow) -> Credentials:
    """The credentials in a charger's row."""
    pending = row.pending_security_profile
    return Credentials(
        security_profile=SecurityProfile(row.security_profile),
        password_hash=row.password_hash,
        pending_password_hash=row.pending_password_hash,
        pending_security_profile=SecurityProfile(pending) if pending else None,
    )


def to_connector(row: ConnectorRow) -> Connector:
    """The value of a connector's row."""
    transaction_id = row.transaction_id
    return Connector(
        charger_id=ChargerId(row.charger_id),
        connector_id=ConnectorId(int(row.row.removeprefix(CONNECTOR))),
        availability=Availability(row.availability or Availability.OPERATIVE),
        scheduled_availability=bool(row.scheduled_availability),
        status=ConnectorStatus(row.status) if row.status else None,
        error_code=row.error_code,
        info=row.info,
        vendor_error_code=row.vendor_error_code,
        reported_at=row.reported_at,
        arrived_at=row.arrived_at,
        transaction_id=TransactionId(transaction_id) if transaction_id else None,
        reservation_id=row.reservation_id,
    )


def to_finding(row: FindingRow) -> Finding:
    """The value of a finding's row."""
    _, code, where = row.row.split("#", 2)
    return Finding(code, where, row.times, row.first_seen_at, row.last_seen_at, row.sample)


def to_configuration(row: ConfigurationRow) -> ConfigurationEntry:
    """The value of a configuration row."""
    return ConfigurationEntry(
        key=row.key,
        value=row.value,
        readonly=row.readonly,
        known=row.known is not False,
        reported_at=row.reported_at,
        desired=row.desired,
        desired_at=row.desired_at,
        answer=row.answer,
        reboot_since=row.reboot_since,
    )


def to_progress(row: ProgressRow) -> Sequence[ProgressEntry]:
    """The entries of a progress row."""
    return [ProgressEntry(entry.status, entry.at) for entry in row.entries]
