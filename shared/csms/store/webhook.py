"""Webhooks that were taken: each changes a person once, in one transaction with its audit row."""

from datetime import datetime, timedelta
from typing import Final

from pynamodb.attributes import UnicodeAttribute
from pynamodb.transactions import TransactWrite

from csms.domain.audit import AuditEntry
from csms.domain.errors import ChangedMeanwhile
from csms.domain.user import User
from csms.store import audit
from csms.store import user as users
from csms.store.base import (
    CONNECTION,
    IntAttribute,
    Table,
    TransactionCancelled,
    deployed_name,
    to_seconds,
)
from csms.store.dynamodb import CONDITION_FAILED, Busy
from csms.store.user import UserRow

KEPT: Final = timedelta(days=1)
"""Far longer than a signature is good for."""


class WebhookRow(Table):
    """One webhook, by the id its sender gave it."""

    class Meta:
        """The table as template.yaml defines it."""

        table_name = deployed_name("webhook")

    message_id = UnicodeAttribute(hash_key=True)
    ttl = IntAttribute()


def store(
    message_id: str, before: User | None, after: User, entry: AuditEntry, now: datetime
) -> bool:
    """Store a person as a webhook tells, with the entry of the change; all of it or nothing.

    False: this webhook was taken before. Raises Conflict when the person changed since `before`
    was read, Busy when others write the same rows.
    """
    unchanged = (
        UserRow.user_id.does_not_exist() if before is None else UserRow.version == before.version
    )
    taken = WebhookRow(message_id, ttl=to_seconds(now + KEPT))
    try:
        with TransactWrite(connection=CONNECTION) as write:
            write.save(taken, WebhookRow.message_id.does_not_exist())
            write.save(users.to_row(after), unchanged)
            audit.add_entry(write, entry)
    except TransactionCancelled as cancelled:
        codes = [None if reason is None else reason.code for reason in cancelled.reasons]
        if codes[0] == CONDITION_FAILED:
            return False
        if codes[1] == CONDITION_FAILED:
            raise ChangedMeanwhile("this person") from cancelled
        raise Busy("the database is busy: send it again") from cancelled
    return True
