"""Numbers that are given once: transaction ids and others, one counter row per name."""

from pynamodb.attributes import UnicodeAttribute

from csms.store.base import IntAttribute, Table, deployed_name


class CounterRow(Table):
    """The last number given under a name."""

    class Meta:
        table_name = deployed_name("counter")

    name = UnicodeAttribute(hash_key=True)
    value = IntAttribute()


def next_number(name: str) -> int:
    """The next number of the counter `name`: 1, 2, 3 … Atomic; a number is never given twice.

    Numbers may be skipped: one that was fetched and not used is lost.
    """
    row = CounterRow(name)
    row.update([CounterRow.value.add(1)])
    return row.value


def has_counted(name: str) -> bool:
    """Whether a number was ever given under the name `name`."""
    return CounterRow.find(name) is not None
