"""Chargers as operators see them. Hashes of passwords are never sent."""

from datetime import datetime
from typing import Final

from pydantic import BaseModel, Field

from csms.domain.charger import (
    Availability,
    Charger,
    Connection,
    Connector,
    ConnectorStatus,
    QuirkMatch,
    Reachability,
    Registration,
)
from csms.domain.charger_page import ChargerPage
from csms.domain.finding import Finding
from csms.domain.station import Bucket
from csms.ocpp16 import quirk_profiles

_BUCKETS: Final = {
    ConnectorStatus.AVAILABLE: Bucket.FREE,
    ConnectorStatus.UNAVAILABLE: Bucket.UNAVAILABLE,
    ConnectorStatus.FAULTED: Bucket.FAULTED,
}


class ChargerView(BaseModel):
    """A charger in a list."""

    charger_id: str
    identity: str
    name: str
    station_id: str
    registration: Registration
    availability: Availability = Field(description="what the operator wants")
    reachability: Reachability
    connected: bool = Field(description="whether a socket is open now")
    connected_at: datetime | None
    last_seen_at: datetime | None = Field(description="when it was last heard of, by any message")
    offline_since: datetime | None
    rated_power_w: int
    connector_count: int
    tariff_id: str | None
    security_profile: int
    created_at: datetime
    version: int


class ConnectorView(BaseModel):
    """A connector: what is wanted, what was reported, what the map shows."""

    connector_id: int
    state: Bucket
    availability: Availability
    scheduled_availability: bool
    status: str | None
    error_code: str | None
    info: str | None
    vendor_error_code: str | None
    reported_at: datetime | None
    transaction_id: int | None


class ModelView(BaseModel):
    """What the charger says of itself."""

    vendor: str | None
    model: str | None
    serial_number: str | None
    firmware_version: str | None
    meter_type: str | None
    meter_serial_number: str | None
    iccid: str | None
    imsi: str | None


class QuirksView(BaseModel):
    """What is special about the charger's model, and is read or done accordingly."""

    profile_id: str
    version: int = Field(description="of the list of profiles, when the charger booted last")
    note: str
    source: str


class ChargerDetail(ChargerView):
    """A charger with its connectors."""

    connectors: list[ConnectorView]
    about: ModelView
    quirks: QuirksView | None = Field(description="null: nothing is known of the model")
    booted_at: datetime | None
    assume_ocpp16: bool
    log_level: str | None
    pending_password: bool = Field(description="whether a new password waits to be confirmed")
    findings: int
    command_in_flight: str | None


class FindingView(BaseModel):
    """A way in which the charger deviates from the specification."""

    code: str
    where: str
    count: int
    first_seen_at: datetime
    last_seen_at: datetime
    sample: str


def show(charger: Charger, connection: Connection | None, heard_at: datetime | None) -> ChargerView:
    """A charger in a list. heard_at: when it was last heard of."""
    return ChargerView.model_validate(_facts(charger, connection, heard_at))


def show_detail(
    page: ChargerPage, connection: Connection | None, heard_at: datetime | None
) -> ChargerDetail:
    """A charger with its connectors. heard_at: when it was last heard of."""
    charger = page.charger
    return ChargerDetail.model_validate(
        _facts(charger, connection, heard_at)
        | {
            "connectors": [show_connector(one, charger, connection) for one in page.connectors],
            "about": {name: getattr(charger.about, name) for name in ModelView.model_fields},
            "quirks": _show_quirks(charger.quirks),
            "booted_at": connection.booted_at if connection else None,
            "assume_ocpp16": charger.assume_ocpp16,
            "log_level": charger.log_level,
            "pending_password": charger.credentials.pending_password_hash is not None,
            "findings": len(page.findings),
            "command_in_flight": connection.slot_command_id if connection else None,
        }
    )


def _show_quirks(quirks: QuirkMatch | None) -> QuirksView | None:
    if quirks is None:
        return None
    profile = quirk_profiles.profile(quirks.profile_id)
    return QuirksView(
        profile_id=quirks.profile_id,
        version=quirks.version,
        note=profile.note,
        source=profile.source,
    )


def show_connector(
    connector: Connector, charger: Charger, connection: Connection | None
) -> ConnectorView:
    """A connector."""
    return ConnectorView(
        connector_id=connector.connector_id,
        state=bucket_of(charger, connector, connection),
        availability=connector.availability,
        scheduled_availability=connector.scheduled_availability,
        status=connector.status,
        error_code=connector.error_code,
        info=connector.info,
        vendor_error_code=connector.vendor_error_code,
        reported_at=connector.reported_at,
        transaction_id=connector.transaction_id,
    )


def show_finding(finding: Finding) -> FindingView:
    """A finding."""
    return FindingView(
        code=finding.code,
        where=finding.where,
        count=finding.count,
        first_seen_at=finding.first_seen_at,
        last_seen_at=finding.last_seen_at,
        sample=finding.sample,
    )


def bucket_of(charger: Charger, connector: Connector, connection: Connection | None) -> Bucket:
    """What the map shows: unknown when the charger is not reachable, else what it reported."""
    if connection is None or connection.reachability is Reachability.OFFLINE:
        return Bucket.UNKNOWN
    if charger.registration is not Registration.ACCEPTED:
        return Bucket.UNAVAILABLE
    if connector.status is None:
        return Bucket.UNKNOWN
    return _BUCKETS.get(connector.status, Bucket.BUSY)


def _facts(
    charger: Charger, connection: Connection | None, heard_at: datetime | None
) -> dict[str, object]:
    return {
        "charger_id": charger.charger_id,
        "identity": charger.identity,
        "name": charger.name,
        "station_id": charger.station_id,
        "registration": charger.registration,
        "availability": charger.availability,
        "reachability": connection.reachability if connection else Reachability.OFFLINE,
        "connected": connection is not None and connection.connection_id is not None,
        "connected_at": connection.connected_at if connection else None,
        "last_seen_at": heard_at,
        "offline_since": connection.offline_since if connection else None,
        "rated_power_w": charger.rated_power_w,
        "connector_count": charger.connector_count,
        "tariff_id": charger.tariff_id,
        "security_profile": int(charger.credentials.security_profile),
        "created_at": charger.created_at,
        "version": charger.version,
    }
