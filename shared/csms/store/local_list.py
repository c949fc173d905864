"""What is known of the local lists of chargers: one row each."""

from datetime import datetime
from typing import Final

from pynamodb.attributes import UnicodeAttribute
from pynamodb.expressions.update import Action

from csms.domain.ids import ChargerId, FoldedTag
from csms.domain.local_list import ListState, LocalList
from csms.store.base import ConditionFailed, InstantAttribute, IntAttribute, set_or_remove
from csms.store.charger_rows import PartitionRow

ROW: Final = "local_list"


class LocalListRow(PartitionRow):
    """The list of one charger."""

    version = IntAttribute(null=True)
    state = UnicodeAttribute(null=True)
    held_version = IntAttribute(null=True)
    sent_up_to = UnicodeAttribute(null=True)
    attempts = IntAttribute(null=True)
    updated_at = InstantAttribute(null=True)


def find(charger_id: ChargerId) -> LocalList:
    """What is known of a charger's list, read consistently."""
    row = LocalListRow.find(charger_id, ROW, consistent=True)
    return LocalList() if row is None else _list(row)


def next_version(charger_id: ChargerId) -> int:
    """A number for the next part; never given twice to a charger."""
    row = LocalListRow
    item = row.change((charger_id, ROW), [row.version.add(1)])
    return row.read_item(item).version or 1


def save(charger_id: ChargerId, local_list: LocalList, now: datetime) -> bool:
    """Store what is known, unless a later part was given a number meanwhile: then False."""
    row = LocalListRow
    actions: list[Action] = [
        row.version.set(local_list.version),
        row.state.set(local_list.state),
        set_or_remove(row.held_version, local_list.held_version),
        set_or_remove(row.sent_up_to, local_list.sent_up_to),
        row.attempts.set(local_list.attempts),
        row.updated_at.set(now),
    ]
    newest = row.version.does_not_exist() | (row.version <= local_list.version)
    try:
        row.change((charger_id, ROW), actions, newest)
    except ConditionFailed:
        return False
    return True


def _list(row: LocalListRow) -> LocalList:
    return LocalList(
        version=row.version or 0,
        state=ListState(row.state or ListState.UNKNOWN),
        held_version=row.held_version,
        sent_up_to=FoldedTag(row.sent_up_to) if row.sent_up_to else None,
        attempts=row.attempts or 0,
        updated_at=row.updated_at,
    )
