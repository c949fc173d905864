"""Stations for operators."""

import dataclasses
import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, Field

from csms.domain.errors import Refused
from csms.domain.ids import Minor, StationId, TariffId
from csms.domain.station import Bucket, Station, StationOnMap
from csms.entrypoints.api import paging
from csms.entrypoints.api.admin.pricing import choose_tariff
from csms.entrypoints.api.clock import Now
from csms.entrypoints.api.fields import Body, Key, Line, Name, PositiveMinor, TimeZone, Version
from csms.entrypoints.api.paging import Cursor, Limit, PageView, Prefix
from csms.entrypoints.api.problems import responses
from csms.entrypoints.api.trail import Audited
from csms.store import charger as chargers
from csms.store import station as stations

router = APIRouter(prefix="/api/admin/stations", tags=["stations"])

_E6 = 1_000_000


class StationFields(Body):
    """What an operator says of a station."""

    name: Name
    address: Line
    time_zone: TimeZone
    latitude: Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)]
    longitude: Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]
    tariff_id: Key | None = None
    minimum_balance_minor: PositiveMinor = Field(
        0, description="what a wallet must have available before a start"
    )


class StationEdit(StationFields):
    """An edited station."""

    version: Version


class StationView(BaseModel):
    """A station as operators see it."""

    station_id: str
    name: str
    address: str
    time_zone: str
    latitude: float
    longitude: float
    tariff_id: str | None
    minimum_balance_minor: int
    created_at: datetime
    version: int
    connectors: dict[Bucket, int] = Field(description="how many are free, busy, …")


def show(seen: StationOnMap) -> StationView:
    """A station as operators see it."""
    station = seen.station
    return StationView(
        station_id=station.station_id,
        name=station.name,
        address=station.address,
        time_zone=station.time_zone,
        latitude=station.latitude_e6 / _E6,
        longitude=station.longitude_e6 / _E6,
        tariff_id=station.tariff_id,
        minimum_balance_minor=station.minimum_balance_minor,
        created_at=station.created_at,
        version=station.version,
        connectors=dict(seen.counts),
    )


@router.get("")
def list_stations(
    limit: Limit = 50, cursor: Cursor = None, prefix: Prefix = ""
) -> PageView[StationView]:
    """Stations, by name."""
    return paging.view(stations.list_by_name(cursor, limit, prefix), show)


@router.post("", status_code=201)
def create_station(
    body: StationFields, now: Now, trail: Audited, response: Response
) -> StationView:
    """Create a station."""
    tariff_id = choose_tariff(body.tariff_id, None, now)
    station = _station(StationId(uuid.uuid4().hex[:12]), body, tariff_id, now)
    subject = f"station#{station.station_id}"
    stations.create(station, trail.entry("station.created", subject, None, _facts(station)))
    response.headers["Location"] = f"{router.prefix}/{station.station_id}"
    return show(StationOnMap(station, {}))


@router.get("/{station_id}", responses=responses(404))
def read_station(station_id: Key) -> StationView:
    """One station."""
    return show(stations.get_on_map(StationId(station_id)))


@router.put("/{station_id}", responses=responses(404, 409))
def replace_station(station_id: Key, body: StationEdit, now: Now, trail: Audited) -> StationView:
    """Edit a station. `version` is the one that was read: an edit in between is 409."""
    seen = stations.get_on_map(StationId(station_id))
    before = seen.station
    tariff_id = choose_tariff(body.tariff_id, before.tariff_id, now)
    wanted = _station(before.station_id, body, tariff_id, before.created_at)
    wanted = dataclasses.replace(wanted, version=body.version + 1)
    subject = f"station#{station_id}"
    entry = trail.entry("station.changed", subject, _facts(before), _facts(wanted))
    stations.replace(wanted, entry)
    return show(dataclasses.replace(seen, station=wanted))


@router.delete("/{station_id}", status_code=204, responses=responses(404, 409))
def delete_station(
    station_id: Key, trail: Audited, version: Annotated[int | None, Query(ge=1, le=2**53)] = None
) -> None:
    """Delete a station that has no chargers any more."""
    station = stations.get(StationId(station_id))
    if chargers.list_by_station(station.station_id, None, 1).items:
        raise Refused("the station still has chargers: move or delete them first", "has_chargers")
    entry = trail.entry("station.deleted", f"station#{station_id}", _facts(station), None)
    stations.delete(station.station_id, version or station.version, entry)


def _station(
    station_id: StationId,
    fields: StationFields,
    tariff_id: TariffId | None,
    created_at: datetime,
) -> Station:
    return Station(
        station_id=station_id,
        name=fields.name,
        address=fields.address,
        time_zone=fields.time_zone,
        latitude_e6=round(fields.latitude * _E6),
        longitude_e6=round(fields.longitude * _E6),
        tariff_id=tariff_id,
        minimum_balance_minor=Minor(fields.minimum_balance_minor),
        created_at=created_at,
        version=1,
    )


def _facts(station: Station) -> Mapping[str, object]:
    facts = dataclasses.asdict(station)
    facts["created_at"] = station.created_at.isoformat()
    return facts
