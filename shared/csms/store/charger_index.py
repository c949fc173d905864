"""The indexes of the charger table."""

from typing import Any

from pynamodb.attributes import UnicodeAttribute
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection


class ByStation(GlobalSecondaryIndex[Any]):
    """The chargers of a station."""

    class Meta:
        """The index as template.yaml defines it."""

        index_name = "by_station"
        projection = KeysOnlyProjection()

    station_id = UnicodeAttribute(hash_key=True)
    charger_id = UnicodeAttribute(range_key=True)


class ByModel(GlobalSecondaryIndex[Any]):
    """The chargers of a vendor, by model, as they described themselves."""

    class Meta:
        """The index as template.yaml defines it."""

        index_name = "by_model"
        projection = KeysOnlyProjection()

    vendor_key = UnicodeAttribute(hash_key=True)
    model_key = UnicodeAttribute(range_key=True)


class ByTariff(GlobalSecondaryIndex[Any]):
    """The chargers that have a tariff of their own."""

    class Meta:
        """The index as template.yaml defines it."""

        index_name = "by_tariff"
        projection = KeysOnlyProjection()

    tariff_id = UnicodeAttribute(hash_key=True)
    charger_id = UnicodeAttribute(range_key=True)


class ByCondition(GlobalSecondaryIndex[Any]):
    """Connectors in a state that an operator looks for."""

    class Meta:
        """The index as template.yaml defines it."""

        index_name = "by_condition"
        projection = KeysOnlyProjection()

    condition = UnicodeAttribute(hash_key=True)
    condition_key = UnicodeAttribute(range_key=True)
