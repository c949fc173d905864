"""What anyone may see of stations and connectors: where, whether free, and the price."""

from pydantic import BaseModel, Field

from csms.domain.charger import Charger, Connection, Connector
from csms.domain.station import Bucket, Station, StationOnMap
from csms.domain.tariff import Tariff
from csms.entrypoints.api.views.charger import bucket_of
from csms.entrypoints.api.views.tariff import PriceTag, price_tag

E6 = 1_000_000


class PlaceView(BaseModel):
    """A station on the map."""

    station_id: str
    name: str
    address: str
    time_zone: str
    latitude: float
    longitude: float
    connectors: dict[Bucket, int] = Field(description="how many are free, busy, unknown, …")
    price: PriceTag | None = Field(description="null while no tariff is valid")


class ConnectorState(BaseModel):
    """A connector, as a driver in front of it cares."""

    charger_id: str
    charger_name: str
    connector_id: int
    state: Bucket
    status: str | None = Field(description="as the charger last reported it")
    rated_power_w: int


class PlaceDetail(PlaceView):
    """A station with its connectors."""

    minimum_balance_minor: int
    chargers: list[ConnectorState]


class ConnectorPage(ConnectorState):
    """What a driver sees who scanned the code on a connector."""

    station: PlaceView
    minimum_balance_minor: int = Field(description="what a wallet must have for a start")


def show(seen: StationOnMap, tariff: Tariff | None) -> PlaceView:
    """A station on the map."""
    return PlaceView(**_facts(seen.station), connectors=dict(seen.counts), price=price_tag(tariff))


def show_detail(
    seen: StationOnMap, tariff: Tariff | None, connectors: list[ConnectorState]
) -> PlaceDetail:
    """A station with its connectors."""
    return PlaceDetail(
        **_facts(seen.station),
        connectors=dict(seen.counts),
        price=price_tag(tariff),
        minimum_balance_minor=seen.station.minimum_balance_minor,
        chargers=connectors,
    )


def show_connector(
    charger: Charger, connector: Connector, connection: Connection | None
) -> ConnectorState:
    """One connector."""
    return ConnectorState(
        charger_id=charger.charger_id,
        charger_name=charger.name,
        connector_id=connector.connector_id,
        state=bucket_of(charger, connector, connection),
        status=connector.status,
        rated_power_w=charger.rated_power_w,
    )


def show_connector_page(
    state: ConnectorState, station: StationOnMap, tariff: Tariff | None
) -> ConnectorPage:
    """One connector with its station and price."""
    return ConnectorPage(
        **state.model_dump(),
        station=show(station, tariff),
        minimum_balance_minor=station.station.minimum_balance_minor,
    )


def _facts(station: Station) -> dict[str, object]:
    return {
        "station_id": station.station_id,
        "name": station.name,
        "address": station.address,
        "time_zone": station.time_zone,
        "latitude": station.latitude_e6 / E6,
        "longitude": station.longitude_e6 / E6,
    }
