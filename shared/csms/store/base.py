"""What all tables share: rows, attributes of time, deadlines.

PynamoDB makes a botocore client for each model; here all models use one (`store.dynamodb`), and so
does the gateway. Errors of DynamoDB come out as `ConditionFailed`, `TransactionCancelled` or the
domain's `Unavailable`, whichever PynamoDB call they arise in.
"""

import threading
import zlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final, Literal, Self, cast

from pynamodb.attributes import Attribute
from pynamodb.connection.base import MetaTable
from pynamodb.connection.table import TableConnection
from pynamodb.constants import NUMBER
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from csms.settings import SETTINGS
from csms.store import prefetch
from csms.store.dynamodb import (
    CONNECTION,
    CancelReason,
    ConditionFailed,
    RawItem,
    TransactionCancelled,
)
from csms.store.lean_row import LeanRow
from csms.store.prefetch import Wanted

__all__ = [
    "CONNECTION",
    "DUE_SHARDS",
    "EPOCH",
    "MILLISECOND",
    "CancelReason",
    "ConditionFailed",
    "InstantAttribute",
    "IntAttribute",
    "RawItem",
    "Returning",
    "Table",
    "TransactionCancelled",
    "deployed_name",
    "due_shard",
    "from_millis",
    "instant_key",
    "set_or_remove",
    "to_millis",
    "to_seconds",
]

type Returning = Literal["ALL_NEW", "ALL_OLD", "UPDATED_NEW", "NONE"]

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND: Final = timedelta(milliseconds=1)
SECOND: Final = timedelta(seconds=1)
DUE_SHARDS: Final = 8

_table_lock: Final = threading.Lock()


class _SharedTableConnection(TableConnection):
    """PynamoDB's view of one table, on the shared connection."""

    def __init__(self, name: str) -> None:
        self.table_name = name
        self.connection = CONNECTION


class Table(LeanRow):
    """Base of all models; each names its table: `class Meta: table_name = deployed_name("…")`."""

    @classmethod
    def _get_connection(cls) -> TableConnection:
        connection = cls.__dict__.get("_connection")
        if connection is None:
            with _table_lock:
                connection = _SharedTableConnection(cls.Meta.table_name)
                known = CONNECTION._tables  # noqa: SLF001 - PynamoDB's own
                name = cls.Meta.table_name
                known[name] = _meta_table(cls, known.get(name))
                cls._connection = connection
        return cast(TableConnection, connection)

    @classmethod
    def find(
        cls, key: str, range_key: str | int | None = None, *, consistent: bool = False
    ) -> Self | None:
        """Read one row, or None. An eventually consistent read costs half, and may be ahead."""
        ahead = None if consistent else prefetch.take(cls.Meta.table_name, *_given(key, range_key))
        if ahead is not None:
            return cls.read_item(ahead)
        try:
            return cls.get(key, range_key, consistent_read=consistent)
        except cls.DoesNotExist:
            return None

    @classmethod
    def wanted(cls, *key: str) -> Wanted:
        """One row, to be read ahead of its read. key: partition, sort."""
        names = (cls._hash_keyname or "", cls._range_keyname or "")
        return Wanted(cls.Meta.table_name, tuple(zip(names, key, strict=False)))

    @classmethod
    def change(
        cls,
        key: tuple[str, ...],
        actions: Sequence[Action],
        condition: Condition | None = None,
        returning: Returning = "ALL_NEW",
    ) -> RawItem:
        """Update one row by its key (partition, sort) and return it as it became, or as it was.

        The row is made when it does not exist, unless the condition says otherwise.
        Raises ConditionFailed with the row that stood in the way.
        """
        answer = cls._get_connection().update_item(
            key[0],
            range_key=key[1] if len(key) > 1 else None,
            actions=actions,
            condition=condition,
            return_values=returning,
        )
        return cast(RawItem, answer.get("Attributes", {}))

    @classmethod
    def read_partition(cls, key: str, prefix: str = "", limit: int = 1000) -> Sequence[RawItem]:
        """Read the rows of a partition whose sort key begins with `prefix`, of whatever model.

        Eventually consistent; pages of 1 MB are followed until `limit` rows.
        """
        connection = cls._get_connection()
        sort_key = getattr(cls, cls._range_keyname or "")
        begins = sort_key.startswith(prefix) if prefix else None
        found: list[RawItem] = []
        start: Any = None
        while len(found) < limit:
            answer = connection.query(
                key,
                range_key_condition=begins,
                exclusive_start_key=start,
                limit=limit - len(found),
            )
            found.extend(answer["Items"])
            start = answer.get("LastEvaluatedKey")
            if start is None:
                break
        return found

    @classmethod
    def read_newest(
        cls,
        key: str,
        within: Condition | None,
        filtered: Condition | None,
        limit: int,
        start: Mapping[str, Any] | None,
    ) -> tuple[Sequence[RawItem], Mapping[str, Any] | None]:
        """Look at `limit` rows of a partition from the last key down, in one call.

        Returns those that pass the filter, and the key to go on from.
        """
        answer = cls._get_connection().query(
            key,
            range_key_condition=within,
            filter_condition=filtered,
            exclusive_start_key=start,
            limit=limit,
            scan_index_forward=False,
        )
        return answer["Items"], answer.get("LastEvaluatedKey")

    @classmethod
    def read_item(cls, item: RawItem) -> Self:
        """Make a row of what a write returned."""
        return cls.from_raw_data(dict(item))

    @classmethod
    def read_many(cls, keys: Sequence[tuple[str, ...]]) -> Sequence[Self]:
        """Read up to 100 rows by their keys, in that order; missing ones are left out."""
        if not keys:
            return []
        wanted = list(dict.fromkeys(keys))
        asked = [key if len(key) > 1 else key[0] for key in wanted]
        found = {row.key_values(): row for row in cls.batch_get(asked)}
        return [found[key] for key in wanted if key in found]

    def key_values(self) -> tuple[str, ...]:
        """This row's partition key and, if it has one, its sort key."""
        names = (self._hash_keyname, self._range_keyname)
        return tuple(str(self.attribute_values[name]) for name in names if name)


def _given(key: str, range_key: str | int | None) -> tuple[object, ...]:
    return (key,) if range_key is None else (key, range_key)


def _meta_table(model: type[Table], known: MetaTable | None) -> MetaTable:
    """What PynamoDB knows of a table: of all models that share it, together."""
    schema = model._get_schema()  # noqa: SLF001 - see above
    told = {} if known is None else known.data
    parts = {
        "AttributeDefinitions": ("AttributeName", schema["attribute_definitions"]),
        "GlobalSecondaryIndexes": ("IndexName", _indexes(schema["global_secondary_indexes"])),
        "LocalSecondaryIndexes": ("IndexName", _indexes(schema["local_secondary_indexes"])),
    }
    merged = {
        part: list({one[key]: one for one in (*told.get(part, ()), *mine)}.values())
        for part, (key, mine) in parts.items()
    }
    return MetaTable(
        {"TableName": model.Meta.table_name, "KeySchema": schema["key_schema"], **merged}
    )


def _indexes(schemas: Sequence[Any]) -> Sequence[Any]:
    return [
        {"IndexName": index["index_name"], "KeySchema": index["key_schema"]} for index in schemas
    ]


def deployed_name(table: str) -> str:
    """The name of a table in this deployment."""
    return f"{SETTINGS.table_prefix}-{table}"


def set_or_remove(attribute: Attribute[Any], value: object) -> Action:
    """Set an attribute, or remove it when the value is None."""
    return attribute.remove() if value is None else attribute.set(value)


def due_shard(kind: str, key: str) -> str:
    """The deadline partition of `key`'s deadlines of `kind`: `kind#0` to `kind#7`."""
    return f"{kind}#{zlib.crc32(key.encode()) % DUE_SHARDS}"


def to_millis(instant: datetime) -> int:
    """Epoch milliseconds of a UTC instant."""
    return (instant - EPOCH) // MILLISECOND


def to_seconds(instant: datetime) -> int:
    """Epoch seconds of a UTC instant, as DynamoDB's time to live wants them."""
    return (instant - EPOCH) // SECOND


def from_millis(millis: int) -> datetime:
    """The UTC instant of epoch milliseconds."""
    return EPOCH + millis * MILLISECOND


def instant_key(instant: datetime, suffix: str = "") -> str:
    """A sort key: fixed-width UTC time, then what makes it unique."""
    text = instant.astimezone(UTC).isoformat(timespec="microseconds")[:26] + "Z"
    return f"{text}#{suffix}" if suffix else text


class InstantAttribute(Attribute[datetime]):
    """A UTC instant, stored as epoch milliseconds: it sorts, and is small."""

    attr_type = NUMBER

    def serialize(self, value: datetime) -> str:
        return str(to_millis(value))

    def deserialize(self, value: str) -> datetime:
        return from_millis(int(value))


class IntAttribute(Attribute[int]):
    """A whole number that never passes through a float."""

    attr_type = NUMBER

    def serialize(self, value: int) -> str:
        return str(int(value))

    def deserialize(self, value: str) -> int:
        return int(value)
