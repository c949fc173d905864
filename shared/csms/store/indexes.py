"""Indexes that several tables have, each of its own: deadlines, and lists by name."""

from typing import Any

from pynamodb.attributes import UnicodeAttribute
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from csms.store.base import InstantAttribute


class ByDue(GlobalSecondaryIndex[Any]):
    """Rows that wait for something, by shard (`base.due_shard`) and time; sparse."""

    class Meta:
        """The index as template.yaml defines it."""

        index_name = "by_due"
        projection = KeysOnlyProjection()

    due_shard = UnicodeAttribute(hash_key=True)
    due_at = InstantAttribute(range_key=True)


class ByName(GlobalSecondaryIndex[Any]):
    """All rows in the order of their names (`names.name_key`), under the one shard of the list."""

    class Meta:
        """The index as template.yaml defines it."""

        index_name = "by_name"
        projection = KeysOnlyProjection()

    list_shard = UnicodeAttribute(hash_key=True)
    name_key = UnicodeAttribute(range_key=True)
