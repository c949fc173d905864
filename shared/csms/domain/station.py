"""A station: a site with chargers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from csms.domain.ids import Minor, StationId, TariffId


class Bucket(StrEnum):
    """What the map shows of a connector. UNKNOWN: its charger is not reachable."""

    FREE = "free"
    BUSY = "busy"
    UNAVAILABLE = "unavailable"
    FAULTED = "faulted"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Station:
    """A site where chargers stand.

    time_zone: IANA name; receipts and time-of-use windows are in it.
    latitude_e6, longitude_e6: degrees times a million.
    minimum_balance_minor: what a wallet must have available before a start.
    """

    station_id: StationId
    name: str
    address: str
    time_zone: str
    latitude_e6: int
    longitude_e6: int
    tariff_id: TariffId | None
    minimum_balance_minor: Minor
    created_at: datetime
    version: int = 1


@dataclass(frozen=True, slots=True)
class StationOnMap:
    """A station with how many of its connectors are in each bucket; empty buckets are left out."""

    station: Station
    counts: Mapping[Bucket, int]
