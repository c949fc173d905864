"""Stations: sites, found by name and by place, with what the map shows of their connectors."""

import contextlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final
from urllib.parse import quote

from pynamodb.expressions.operand import Path
from pynamodb.expressions.update import Action

from csms.domain.audit import AuditEntry
from csms.domain.errors import ChangedMeanwhile, Conflict, Exists, NotFound
from csms.domain.ids import ChargerId, ConnectorId, Minor, StationId, TariffId
from csms.domain.place import Box, Place, code_ranges, geohash
from csms.domain.station import Bucket, Station, StationOnMap
from csms.store import audit, cursor
from csms.store.base import ConditionFailed
from csms.store.cursor import Page
from csms.store.indexes import ByName
from csms.store.names import beginning, name_key
from csms.store.prefetch import Wanted
from csms.store.station_row import ALL, ByPlace, StationRow

MOST_CELLS: Final = 32
MOST_ON_MAP: Final = 500
LIST_SCOPE: Final = "station/name"


def find(station_id: StationId) -> Station | None:
    """The station, None when there is none."""
    row = StationRow.find(station_id)
    return None if row is None else _station(row)


def find_many(station_ids: Sequence[StationId]) -> Sequence[Station]:
    """Read stations, in that order; those that do not exist are left out."""
    return [one.station for one in _fetch(station_ids)]


def wanted(station_id: StationId) -> Wanted:
    """The row of a station, to be read ahead."""
    return StationRow.wanted(station_id)


def get(station_id: StationId) -> Station:
    """The station. Raises NotFound."""
    station = find(station_id)
    if station is None:
        raise NotFound("station", station_id)
    return station


def get_on_map(station_id: StationId) -> StationOnMap:
    """The station with its counts. Raises NotFound."""
    row = StationRow.find(station_id)
    if row is None:
        raise NotFound("station", station_id)
    return _on_map(row)


def create(station: Station, entry: AuditEntry | None = None) -> None:
    """Store a new station. Raises Conflict when the id is taken, Busy."""
    row = StationRow(station.station_id, **_attributes(station), buckets={})
    try:
        audit.save(row, StationRow.station_id.does_not_exist(), entry)
    except ConditionFailed:
        raise Exists("station", station.station_id) from None


def replace(station: Station, entry: AuditEntry | None = None) -> None:
    """Store an edited station, which carries its new version; the buckets stay.

    Raises Conflict when the stored version is not the one before, NotFound when it is gone, Busy.
    """
    actions: list[Action] = [
        Path([name]).remove() if value is None else getattr(StationRow, name).set(value)
        for name, value in _attributes(station).items()
    ]
    unchanged = StationRow.version == station.version - 1
    try:
        audit.update(StationRow(station.station_id), actions, unchanged, entry)
    except ConditionFailed as lost:
        raise _lost(station.station_id, lost) from None


def delete(station_id: StationId, expected_version: int, entry: AuditEntry | None = None) -> None:
    """Delete a station; that no charger refers to it is the caller's to see.

    Raises Conflict when the stored version is another, NotFound when it is gone, Busy.
    """
    try:
        audit.delete(StationRow(station_id), StationRow.version == expected_version, entry)
    except ConditionFailed as lost:
        raise _lost(station_id, lost) from None


def list_by_name(after: str | None, limit: int, prefix: str = "") -> Page[StationOnMap]:
    """Stations in the order of their names; `prefix`: only names that begin so.

    Raises Invalid for a cursor that is not ours.
    """
    scope = f"{LIST_SCOPE}/{prefix}"
    found = StationRow.by_name.query(
        ALL,
        ByName.name_key.startswith(beginning(prefix)) if prefix else None,
        limit=limit,
        last_evaluated_key=cursor.decode(after, scope),
    )
    stations = _fetch([StationId(row.station_id) for row in found])
    return Page(stations, cursor.encode(found.last_evaluated_key, scope))


def names_of_tariff(tariff_id: TariffId, limit: int) -> Sequence[str]:
    """The names of up to `limit` stations that a tariff prices."""
    found = StationRow.by_tariff.query(tariff_id, limit=limit)
    return [one.station.name for one in _fetch([StationId(row.station_id) for row in found])]


def list_in_box(box: Box, limit: int) -> Sequence[StationOnMap]:
    """Stations in a part of the map, at most `limit`.

    A part of few geohash cells costs one query per cell; a larger one is filtered from the first
    stations by name.
    """
    limit = min(limit, MOST_ON_MAP)
    ranges = code_ranges(box, MOST_CELLS)
    if ranges is None:
        rows = StationRow.by_name.query(ALL, limit=MOST_ON_MAP)
        stations = _fetch([StationId(row.station_id) for row in rows])
    else:
        found: list[StationId] = []
        for part in ranges:
            rows = StationRow.by_place.query(
                part.cell,
                ByPlace.geohash.between(part.first, f"{part.last}#~"),
                limit=MOST_ON_MAP - len(found),
            )
            found += [StationId(row.station_id) for row in rows]
        stations = _fetch(found)
    return [one for one in stations if box.contains(_place(one.station))][:limit]


def set_bucket(
    station_id: StationId, charger_id: ChargerId, connector_id: ConnectorId, bucket: Bucket
) -> None:
    """Note what the map shows of a connector. A station that is gone is left alone."""
    set_buckets(station_id, charger_id, {connector_id: bucket})


def set_buckets(
    station_id: StationId, charger_id: ChargerId, buckets: Mapping[ConnectorId, Bucket]
) -> None:
    """Note what the map shows of several connectors: one write."""
    _change_buckets(
        station_id,
        [_bucket_path(charger_id, number).set(bucket.value) for number, bucket in buckets.items()],
    )


def buckets_of(station_id: StationId, charger_id: ChargerId) -> Mapping[ConnectorId, Bucket]:
    """What the map shows of a charger's connectors; empty when the station is gone."""
    row = StationRow.find(station_id)
    start = f"{_charger_part(charger_id)}#"
    shown = {} if row is None else row.buckets.as_dict()
    return {
        ConnectorId(int(name.removeprefix(start))): Bucket(bucket)
        for name, bucket in shown.items()
        if name.startswith(start)
    }


def remove_buckets(
    station_id: StationId, charger_id: ChargerId, connectors: Iterable[ConnectorId]
) -> None:
    """Forget a charger that left the station: one write."""
    _change_buckets(
        station_id, [_bucket_path(charger_id, number).remove() for number in connectors]
    )


def _change_buckets(station_id: StationId, actions: Sequence[Action]) -> None:
    if not actions:
        return
    with contextlib.suppress(ConditionFailed):
        StationRow.change((station_id,), actions, StationRow.station_id.exists(), "NONE")


def _lost(station_id: StationId, lost: ConditionFailed) -> NotFound | Conflict:
    if lost.item is None:
        return NotFound("station", station_id)
    return ChangedMeanwhile("the station")


def _bucket_path(charger_id: ChargerId, connector_id: ConnectorId) -> Path:
    return Path(["buckets", f"{_charger_part(charger_id)}#{connector_id}"])


def _charger_part(charger_id: ChargerId) -> str:
    # PynamoDB reads brackets in a name as an index into a list.
    return quote(charger_id, safe=" |+.:")


def _fetch(station_ids: Sequence[StationId]) -> list[StationOnMap]:
    keys = [(station_id,) for station_id in station_ids]
    return [_on_map(row) for row in StationRow.read_many(keys)]


def _place(station: Station) -> Place:
    return Place(station.latitude_e6, station.longitude_e6)


def _attributes(station: Station) -> dict[str, Any]:
    code = geohash(_place(station))
    return {
        "name": station.name,
        "address": station.address,
        "time_zone": station.time_zone,
        "latitude_e6": station.latitude_e6,
        "longitude_e6": station.longitude_e6,
        "tariff_id": station.tariff_id,
        "minimum_balance_minor": station.minimum_balance_minor,
        "created_at": station.created_at,
        "version": station.version,
        "name_key": name_key(station.name, station.station_id),
        "geo_cell": code[:2],
        "geohash": f"{code}#{station.station_id}",
    }


def _station(row: StationRow) -> Station:
    return Station(
        station_id=StationId(row.station_id),
        name=row.name,
        address=row.address,
        time_zone=row.time_zone,
        latitude_e6=row.latitude_e6,
        longitude_e6=row.longitude_e6,
        tariff_id=TariffId(row.tariff_id) if row.tariff_id else None,
        minimum_balance_minor=Minor(row.minimum_balance_minor),
        created_at=row.created_at,
        version=row.version,
    )


def _on_map(row: StationRow) -> StationOnMap:
    counts = Counter(Bucket(bucket) for bucket in row.buckets.as_dict().values())
    return StationOnMap(_station(row), counts)
