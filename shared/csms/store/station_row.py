"""The rows of stations, and the indexes by which they are found."""

from typing import Final

from pynamodb.attributes import MapAttribute, UnicodeAttribute
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from csms.store.base import InstantAttribute, IntAttribute, Table, deployed_name
from csms.store.indexes import ByName

ALL: Final = "all"
"""The one partition of the list of all stations by name."""


class ByPlace(GlobalSecondaryIndex["StationRow"]):
    """Stations by geohash, in cells of its first two digits."""

    class Meta:
        """The index as template.yaml defines it."""

        index_name = "by_place"
        projection = KeysOnlyProjection()

    geo_cell = UnicodeAttribute(hash_key=True)
    geohash = UnicodeAttribute(range_key=True)


class ByTariff(GlobalSecondaryIndex["StationRow"]):
    """The stations that a tariff prices."""

    class Meta:
        """The index as template.yaml defines it."""

        index_name = "by_tariff"
        projection = KeysOnlyProjection()

    tariff_id = UnicodeAttribute(hash_key=True)
    station_id = UnicodeAttribute(range_key=True)


class StationRow(Table):
    """A row of the table `station`; `buckets` maps `charger#connector` to a bucket."""

    class Meta:
        """The table as template.yaml defines it."""

        table_name = deployed_name("station")

    station_id = UnicodeAttribute(hash_key=True)
    name = UnicodeAttribute()
    address = UnicodeAttribute()
    time_zone = UnicodeAttribute()
    latitude_e6 = IntAttribute()
    longitude_e6 = IntAttribute()
    tariff_id = UnicodeAttribute(null=True)
    minimum_balance_minor = IntAttribute()
    created_at = InstantAttribute()
    version = IntAttribute()
    buckets: MapAttribute[str, str] = MapAttribute()
    list_shard = UnicodeAttribute(default=ALL)
    name_key = UnicodeAttribute()
    geo_cell = UnicodeAttribute()
    geohash = UnicodeAttribute()
    by_name = ByName()
    by_place = ByPlace()
    by_tariff = ByTariff()
