"""Where one can charge: stations and connectors, for anyone, signed in or not."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Final

from fastapi import APIRouter, Query

from csms.domain.charger import Charger
from csms.domain.errors import Invalid, NotFound
from csms.domain.ids import ConnectorId, StationId, TariffId
from csms.domain.place import Box
from csms.domain.station import Station
from csms.domain.tariff import Tariff
from csms.entrypoints.api import paging
from csms.entrypoints.api.charger_path import ChargerInPath
from csms.entrypoints.api.clock import Now
from csms.entrypoints.api.fields import ConnectorNumber, Key
from csms.entrypoints.api.paging import Cursor, Limit, PageView, Prefix
from csms.entrypoints.api.problems import responses
from csms.entrypoints.api.views import place as view
from csms.entrypoints.api.views.place import (
    ConnectorPage,
    ConnectorState,
    PlaceDetail,
    PlaceView,
)
from csms.store import charger as chargers
from csms.store import connection as connections
from csms.store import station as stations
from csms.store import tariff as tariffs
from csms.store.cursor import Page

router = APIRouter(prefix="/api", tags=["places"])

MOST_CHARGERS: Final = 100


@router.get("/stations")
def list_places(
    now: Now,
    bbox: Annotated[
        str | None,
        Query(max_length=100, description="west,south,east,north in degrees; all when left out"),
    ] = None,
    limit: Limit = 200,
    cursor: Cursor = None,
    prefix: Prefix = "",
) -> PageView[PlaceView]:
    """Stations in a part of the map, or by name, with free connectors and price."""
    if bbox is None:
        page = stations.list_by_name(cursor, limit, prefix)
    else:
        page = Page(stations.list_in_box(_box(bbox), limit), None)
    prices = _Prices(now)
    return paging.view(page, lambda seen: view.show(seen, prices.of(seen.station)))


@router.get("/stations/{station_id}", responses=responses(404))
def read_place(station_id: Key, now: Now) -> PlaceDetail:
    """A station with the state of its connectors."""
    seen = stations.get_on_map(StationId(station_id))
    found = chargers.list_by_station(seen.station.station_id, None, MOST_CHARGERS)
    return view.show_detail(seen, _Prices(now).of(seen.station), _states(found.items))


@router.get("/chargers/{charger_id}/connectors/{connector_id}", responses=responses(404))
def read_connector(
    charger_id: ChargerInPath, connector_id: ConnectorNumber, now: Now
) -> ConnectorPage:
    """What the code on a connector opens: its state, its station, the price."""
    charger = chargers.get(charger_id)
    connector = chargers.connector(charger_id, ConnectorId(connector_id))
    if connector is None or connector_id == 0:
        raise NotFound("connector", str(connector_id))
    seen = stations.get_on_map(charger.station_id)
    state = view.show_connector(charger, connector, connections.find(charger_id))
    prices = _Prices(now)
    tariff = prices.valid(charger.tariff_id) or prices.of(seen.station)
    return view.show_connector_page(state, seen, tariff)


class _Prices:
    """Tariffs that are valid at one instant; each is read once."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._known: dict[TariffId, Tariff | None] = {}

    def of(self, station: Station) -> Tariff | None:
        return self.valid(station.tariff_id)

    def valid(self, tariff_id: TariffId | None) -> Tariff | None:
        if tariff_id is None:
            return None
        if tariff_id not in self._known:
            self._known[tariff_id] = tariffs.find(tariff_id)
        tariff = self._known[tariff_id]
        return tariff if tariff is not None and tariff.is_valid_at(self._now) else None


def _states(found: Sequence[Charger]) -> list[ConnectorState]:
    ids = [charger.charger_id for charger in found]
    by_id = {one.charger_id: one for one in connections.find_many(ids)}
    return [
        view.show_connector(charger, connector, by_id.get(charger.charger_id))
        for charger in found
        for connector in chargers.connectors(charger.charger_id)
        if connector.connector_id > 0
    ]


def _box(text: str) -> Box:
    try:
        west, south, east, north = (round(float(part) * 1_000_000) for part in text.split(","))
    except (ValueError, OverflowError):
        raise Invalid("bbox is west,south,east,north in degrees", "query.bbox") from None
    box = Box(west, south, east, north)
    if max(abs(west), abs(east)) > 180_000_000 or max(abs(south), abs(north)) > 90_000_000:
        raise Invalid("bbox lies outside the map", "query.bbox")
    if south > north:
        raise Invalid("the south of bbox lies north of its north", "query.bbox")
    return box
