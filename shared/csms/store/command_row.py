"""The row of a command."""

from typing import Final

from pynamodb.attributes import UnicodeAttribute
from pynamodb.indexes import KeysOnlyProjection, LocalSecondaryIndex

from csms.store.base import InstantAttribute, IntAttribute, Table, deployed_name
from csms.store.indexes import ByDue

DUE: Final = "command"
"""The kind of this table's deadlines: expiry while queued, the answer's timeout when sent."""


class ByQueue(LocalSecondaryIndex["CommandRow"]):
    """The waiting commands of a charger, in order."""

    class Meta:
        """The index as template.yaml defines it."""

        index_name = "by_queue"
        projection = KeysOnlyProjection()

    charger_id = UnicodeAttribute(hash_key=True)
    queue_key = UnicodeAttribute(range_key=True)


class CommandRow(Table):
    """One command. payload, answer: JSON."""

    class Meta:
        """The table as template.yaml defines it."""

        table_name = deployed_name("command")

    charger_id = UnicodeAttribute(hash_key=True)
    command_id = UnicodeAttribute(range_key=True)
    action = UnicodeAttribute()
    payload = UnicodeAttribute()
    state = UnicodeAttribute()
    requested_by = UnicodeAttribute()
    requested_at = InstantAttribute()
    expires_at = InstantAttribute()
    due_shard = UnicodeAttribute(null=True)
    due_at = InstantAttribute(null=True)
    queue_key = UnicodeAttribute(null=True)
    sent_at = InstantAttribute(null=True)
    answered_at = InstantAttribute(null=True)
    answer = UnicodeAttribute(null=True)
    outcome = UnicodeAttribute(null=True)
    session_id = UnicodeAttribute(null=True)
    ttl = IntAttribute()

    by_queue = ByQueue()
    by_due = ByDue()
