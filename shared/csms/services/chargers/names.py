"""What people call chargers and stations, beside the ids that rows keep of them.

Read for a whole page in two batches, however many of its rows mention the same charger.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from csms.domain.ids import ChargerId, StationId
from csms.store import charger as chargers
from csms.store import station as stations


@dataclass(frozen=True, slots=True)
class Names:
    """Names by id; who was deleted has none. standing: where each charger stands now."""

    chargers: Mapping[str, str]
    stations: Mapping[str, str]
    standing: Mapping[str, str]

    def of_charger(self, charger_id: str) -> str | None:
        """The name of a charger."""
        return self.chargers.get(charger_id)

    def of_station(self, station_id: str) -> str | None:
        """The name of a station."""
        return self.stations.get(station_id)

    def of_station_with(self, charger_id: str) -> str | None:
        """The name of the station where a charger stands now."""
        return self.stations.get(self.standing.get(charger_id, ""))


def read(places: Iterable[tuple[ChargerId, StationId]]) -> Names:
    """The names of chargers, and of the stations that rows keep beside them."""
    pairs = list(places)
    found = chargers.find_many([charger_id for charger_id, _ in pairs])
    return Names(
        chargers={one.charger_id: one.name for one in found},
        stations=_stations([station_id for _, station_id in pairs]),
        standing={one.charger_id: one.station_id for one in found},
    )


def read_where_they_stand(charger_ids: Iterable[ChargerId]) -> Names:
    """The names of chargers, and of the stations where they stand now."""
    found = chargers.find_many(list(charger_ids))
    return Names(
        chargers={one.charger_id: one.name for one in found},
        stations=_stations([one.station_id for one in found]),
        standing={one.charger_id: one.station_id for one in found},
    )


def _stations(station_ids: Sequence[StationId]) -> Mapping[str, str]:
    return {one.station_id: one.name for one in stations.find_many(station_ids)}
