"""Who changed what: rows that are only ever added, each in the transaction of its change.

`save`, `update` and `delete` write one row, with its entry where a person asked for it; stores
whose change is several rows take a `transaction`. So no change is without its entry, and no entry
without its change, whenever a process dies.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from pynamodb.attributes import JSONAttribute, UnicodeAttribute
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection
from pynamodb.transactions import TransactWrite

from csms.domain.audit import AuditEntry
from csms.store import cursor
from csms.store.base import (
    CONNECTION,
    ConditionFailed,
    InstantAttribute,
    Table,
    TransactionCancelled,
    deployed_name,
    instant_key,
)
from csms.store.cursor import Page
from csms.store.dynamodb import BUSY_CODES, CONDITION_FAILED, Busy


class ByActor(GlobalSecondaryIndex["AuditRow"]):
    """What one person changed, by time."""

    class Meta:
        """The index as template.yaml defines it."""

        index_name = "by_actor"
        projection = KeysOnlyProjection()

    actor = UnicodeAttribute(hash_key=True)
    at_key = UnicodeAttribute(range_key=True)


class AuditRow(Table):
    """A row of the table `audit`."""

    class Meta:
        """The table as template.yaml defines it."""

        table_name = deployed_name("audit")

    subject = UnicodeAttribute(hash_key=True)
    at_key = UnicodeAttribute(range_key=True)
    at = InstantAttribute()
    actor = UnicodeAttribute()
    change_name = UnicodeAttribute(attr_name="change")
    request_id = UnicodeAttribute()
    before = JSONAttribute(null=True)
    after = JSONAttribute(null=True)
    by_actor = ByActor()


@contextmanager
def transaction(entry: AuditEntry | None) -> Iterator[TransactWrite]:
    """Several writes that are made together, with the entry of what they change.

    Raises ConditionFailed with the row that stood in the way, Busy when others write the same rows.
    """
    try:
        with TransactWrite(connection=CONNECTION) as write:
            yield write
            if entry is not None:
                add_entry(write, entry)
    except TransactionCancelled as cancelled:
        raise _explained(cancelled) from cancelled


def save(row: Table, condition: Condition, entry: AuditEntry | None) -> None:
    """Put a row, with the entry of it if a person asked. Raises as `transaction`."""
    if entry is None:
        row.save(condition)
        return
    with transaction(entry) as write:
        write.save(row, condition)


def update(
    row: Table, actions: Sequence[Action], condition: Condition, entry: AuditEntry | None
) -> None:
    """Change a row, with the entry of it if a person asked. Raises as `transaction`."""
    if entry is None:
        row.change(row.key_values(), actions, condition, "NONE")
        return
    with transaction(entry) as write:
        write.update(row, list(actions), condition)


def delete(row: Table, condition: Condition, entry: AuditEntry | None) -> None:
    """Delete a row, with the entry of it if a person asked. Raises as `transaction`."""
    if entry is None:
        row.delete(condition)
        return
    with transaction(entry) as write:
        write.delete(row, condition)


def record(entry: AuditEntry) -> None:
    """Add the entry of what is no write of ours. The same entry twice is one row."""
    to_row(entry).save()


def add_entry(write: TransactWrite, entry: AuditEntry) -> None:
    """Make an entry part of the transaction that changes its subject."""
    write.save(to_row(entry))


def to_row(entry: AuditEntry) -> AuditRow:
    """The row of an entry."""
    return AuditRow(
        entry.subject,
        instant_key(entry.at, f"{entry.request_id}#{entry.change}"),
        at=entry.at,
        actor=entry.actor,
        change_name=entry.change,
        request_id=entry.request_id,
        before=None if entry.before is None else dict(entry.before),
        after=None if entry.after is None else dict(entry.after),
    )


def list_of(subject: str, after: str | None, limit: int) -> Page[AuditEntry]:
    """What was changed on a subject, newest first. Raises Invalid for a cursor that is not ours."""
    scope = f"audit/{subject}"
    found = AuditRow.query(
        subject,
        limit=limit,
        scan_index_forward=False,
        last_evaluated_key=cursor.decode(after, scope),
    )
    return Page([_entry(row) for row in found], cursor.encode(found.last_evaluated_key, scope))


def list_by(actor: str, after: str | None, limit: int) -> Page[AuditEntry]:
    """What one person changed, newest first. Raises Invalid for a cursor that is not ours."""
    scope = f"audit/by/{actor}"
    found = AuditRow.by_actor.query(
        actor,
        limit=limit,
        scan_index_forward=False,
        last_evaluated_key=cursor.decode(after, scope),
    )
    rows = AuditRow.read_many([(row.subject, row.at_key) for row in found])
    return Page([_entry(row) for row in rows], cursor.encode(found.last_evaluated_key, scope))


def _explained(cancelled: TransactionCancelled) -> Exception:
    reasons = [reason for reason in cancelled.reasons if reason is not None]
    lost = [reason for reason in reasons if reason.code == CONDITION_FAILED]
    if lost:
        return ConditionFailed(lost[0].item)
    if reasons and {reason.code for reason in reasons} <= BUSY_CODES:
        return Busy("others change the same: try again")
    return cancelled


def _entry(row: AuditRow) -> AuditEntry:
    return AuditEntry(
        subject=row.subject,
        at=row.at,
        actor=row.actor,
        change=row.change_name,
        request_id=row.request_id,
        before=row.before,
        after=row.after,
    )
