"""A charger, its connectors, and who is connected as it."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Final

from csms.domain.ids import (
    ChargerId,
    CommandId,
    ConnectionId,
    ConnectorId,
    StationId,
    TariffId,
    TransactionId,
    Watt,
)
from csms.domain.station import Bucket


class Registration(StrEnum):
    """What BootNotification is answered with. It belongs to the identity and is remembered."""

    ACCEPTED = "Accepted"
    PENDING = "Pending"
    REJECTED = "Rejected"


class SecurityProfile(IntEnum):
    """Security whitepaper, table 1. Profile 0: no authentication at all."""

    NONE = 0
    BASIC = 1
    TLS_BASIC = 2
    TLS_CLIENT_CERTIFICATE = 3


class Availability(StrEnum):
    """The operator's intent for a connector or the whole charger."""

    OPERATIVE = "Operative"
    INOPERATIVE = "Inoperative"


class ConnectorStatus(StrEnum):
    """ChargePointStatus of OCPP 1.6 §7.7, as reported."""

    AVAILABLE = "Available"
    PREPARING = "Preparing"
    CHARGING = "Charging"
    SUSPENDED_EVSE = "SuspendedEVSE"
    SUSPENDED_EV = "SuspendedEV"
    FINISHING = "Finishing"
    RESERVED = "Reserved"
    UNAVAILABLE = "Unavailable"
    FAULTED = "Faulted"

    def bucket(self) -> Bucket:
        """What the map shows of a connector in this state."""
        return _BUCKETS.get(self, Bucket.BUSY)


_BUCKETS: Final = {
    ConnectorStatus.AVAILABLE: Bucket.FREE,
    ConnectorStatus.UNAVAILABLE: Bucket.UNAVAILABLE,
    ConnectorStatus.FAULTED: Bucket.FAULTED,
}


@dataclass(frozen=True, slots=True)
class Credentials:
    """How a charger proves who it is. Hashes only, in the form of `services.chargers.passwords`.

    A pending password is one that was sent to the charger and not yet confirmed: either verifies.
    """

    security_profile: SecurityProfile
    password_hash: str | None
    pending_password_hash: str | None = None
    pending_security_profile: SecurityProfile | None = None


@dataclass(frozen=True, slots=True)
class ChargerModel:
    """What the charger says of itself in BootNotification."""

    vendor: str | None = None
    model: str | None = None
    serial_number: str | None = None
    firmware_version: str | None = None
    meter_type: str | None = None
    meter_serial_number: str | None = None
    iccid: str | None = None
    imsi: str | None = None


@dataclass(frozen=True, slots=True)
class QuirkMatch:
    """The quirk profile that fitted a charger when it booted, and the version of the file."""

    profile_id: str
    version: int


@dataclass(frozen=True, slots=True)
class Charger:
    """A registered charger.

    identity: as the operator wrote it; charger_id is its canonical form.
    rated_power_w: bound of the plausibility gate. tariff_id: overrides the station's tariff.
    assume_ocpp16: a handshake without a subprotocol offer is taken as OCPP 1.6.
    quirks: what is special about its model, as far as is known; None when nothing is.
    log_level: `all`, `faults` or `off` for the message log; None follows the system's setting.
    version: rises with every edit by a person.
    """

    charger_id: ChargerId
    identity: str
    name: str
    station_id: StationId
    registration: Registration
    credentials: Credentials
    rated_power_w: Watt
    connector_count: int
    created_at: datetime
    tariff_id: TariffId | None = None
    about: ChargerModel = ChargerModel()
    availability: Availability = Availability.OPERATIVE
    assume_ocpp16: bool = True
    log_level: str | None = None
    quirks: QuirkMatch | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class Connector:
    """One connector: the operator's intent, what the charger reported, what runs on it.

    reported_at: the charger's own time of the status (arrival, when it sent none);
    transaction_id: the transaction that the store holds as running here; reservation_id: what it
    is kept for.
    bucket: free, busy, unavailable, faulted or unknown is derived from these by the reader.
    """

    charger_id: ChargerId
    connector_id: ConnectorId
    availability: Availability = Availability.OPERATIVE
    scheduled_availability: bool = False
    status: ConnectorStatus | None = None
    error_code: str | None = None
    info: str | None = None
    vendor_error_code: str | None = None
    reported_at: datetime | None = None
    arrived_at: datetime | None = None
    transaction_id: TransactionId | None = None
    reservation_id: int | None = None


class Reachability(StrEnum):
    """Ours, not the charger's word: moved by the first connect and by the sweep only."""

    ONLINE = "online"
    OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class Connection:
    """Who is connected as a charger, and its one command slot (one row per charger).

    connection_id: None when nothing is connected. last_seen_at: moved by heartbeats, boots and
    connects; `services.chargers.hearing` adds what other frames tell of. offline_since: set by the
    sweep only, when the gateway agrees, and kept until the map shows the charger again.
    slot_*: the command in flight, free again after slot_until whatever happens.
    queue_mark: the newest command that was put into the queue; None when nothing waits.
    booted_at: arrival of the last BootNotification; a new one resets the order of statuses.
    quirk_profile: the id of what is special about its model, for reading its messages.
    orphan_stops: keys of Stops in the review queue that came before their Starts, a few at most.
    about_hash: of the last BootNotification, to tell whether the next is new.
    interval_checked_at: when the charger was last asked for its heartbeat interval.
    refused: the handshake offered no protocol of ours; the connection is closed at its first frame.
    """

    charger_id: ChargerId
    registration: Registration
    station_id: StationId
    connection_id: ConnectionId | None
    connected_at: datetime | None
    last_seen_at: datetime | None
    disconnected_at: datetime | None = None
    offline_since: datetime | None = None
    slot_command_id: CommandId | None = None
    slot_until: datetime | None = None
    queue_mark: CommandId | None = None
    door: str | None = None
    log_level: str | None = None
    booted_at: datetime | None = None
    about_hash: str | None = None
    quirk_profile: str | None = None
    orphan_stops: frozenset[str] = frozenset()
    interval_checked_at: datetime | None = None
    refused: bool = False
    reachability: Reachability = Reachability.OFFLINE
    due_at: datetime | None = None

    @property
    def has_queue(self) -> bool:
        """Whether commands wait; whoever sees it may try to send the next."""
        return self.queue_mark is not None

    def slot_is_free(self, now: datetime) -> bool:
        """Whether a command may be sent: nothing in flight, or its time is over."""
        return self.slot_command_id is None or (
            self.slot_until is not None and self.slot_until < now
        )
