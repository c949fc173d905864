"""Id tags: who may charge, and which starts run on each tag.

A tag's row counts its running transactions by the natural keys of their starts, so that a repeated
start counts once, and two starts at one time cannot both take the last place.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from pynamodb.attributes import BooleanAttribute, MapAttribute, UnicodeAttribute
from pynamodb.expressions.condition import size
from pynamodb.expressions.operand import Path
from pynamodb.expressions.update import Action
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from csms.domain.audit import AuditEntry
from csms.domain.errors import ChangedMeanwhile, Exists, NotFound
from csms.domain.id_tag import IdTag
from csms.domain.ids import ChargingSessionId, FoldedTag, UserId, fold_tag
from csms.domain.starting import START_PREFIX
from csms.store import audit, cursor
from csms.store.base import (
    ConditionFailed,
    InstantAttribute,
    IntAttribute,
    RawItem,
    Table,
    deployed_name,
    from_millis,
    set_or_remove,
    to_millis,
    to_seconds,
)
from csms.store.cursor import Page
from csms.store.prefetch import Wanted

LIST: Final = "tag"
"""The one partition of the list of all tags; virtual tags are not in it."""
VIRTUAL_TAG_LIFE: Final = timedelta(days=90)
RUNNING: Final = "running"
BATCH: Final = 100
"""As many rows as DynamoDB reads by their keys at once."""


class ByUser(GlobalSecondaryIndex["IdTagRow"]):
    """The tags of a user."""

    class Meta:
        """The index as template.yaml defines it."""

        index_name = "by_user"
        projection = KeysOnlyProjection()

    user_id = UnicodeAttribute(hash_key=True)
    tag = UnicodeAttribute(range_key=True)


class ByTag(GlobalSecondaryIndex["IdTagRow"]):
    """All tags that people hold, in order."""

    class Meta:
        """The index as template.yaml defines it."""

        index_name = "by_tag"
        projection = KeysOnlyProjection()

    list_shard = UnicodeAttribute(hash_key=True)
    tag = UnicodeAttribute(range_key=True)


class IdTagRow(Table):
    """A tag. `owner_id` is who pays; `user_id` is set only where the tag is to be listed.

    running: natural keys of starts, without their common part, to when they were claimed.
    """

    class Meta:
        """The table as template.yaml defines it."""

        table_name = deployed_name("id_tag")

    tag = UnicodeAttribute(hash_key=True)
    id_tag = UnicodeAttribute()
    owner_id = UnicodeAttribute(null=True)
    user_id = UnicodeAttribute(null=True)
    list_shard = UnicodeAttribute(null=True)
    blocked = BooleanAttribute(null=True)
    expires_at = InstantAttribute(null=True)
    parent_id_tag = UnicodeAttribute(null=True)
    concurrent_limit = IntAttribute()
    session_id = UnicodeAttribute(null=True)
    created_at = InstantAttribute(null=True)
    version = IntAttribute()
    running: MapAttribute[str, Any] = MapAttribute(default=dict)
    ttl = IntAttribute(null=True)

    by_user = ByUser()
    by_tag = ByTag()


def find(tag: FoldedTag, now: datetime) -> IdTag | None:
    """Read a tag; None when it is unknown, or was a virtual tag whose time is over."""
    row = IdTagRow.find(tag) or IdTagRow.find(tag, consistent=True)
    if row is None or (row.ttl and row.ttl <= to_seconds(now)):
        return None
    return _tag(row)


def wanted(tag: FoldedTag) -> Wanted:
    """The row of a tag, to be read ahead."""
    return IdTagRow.wanted(tag)


def create(tag: IdTag, now: datetime, entry: AuditEntry | None = None) -> None:
    """Store a new tag. A virtual tag is not listed, and expires.

    Raises Conflict when it exists, Busy.
    """
    row = IdTagRow(
        tag.tag,
        id_tag=tag.id_tag,
        owner_id=tag.user_id,
        user_id=None if tag.session_id else tag.user_id,
        list_shard=None if tag.session_id else LIST,
        blocked=tag.blocked or None,
        expires_at=tag.expires_at,
        parent_id_tag=tag.parent_id_tag,
        concurrent_limit=tag.concurrent_limit,
        session_id=tag.session_id,
        created_at=tag.created_at or now,
        version=1,
        running={},
        ttl=to_seconds(now + VIRTUAL_TAG_LIFE) if tag.session_id else None,
    )
    try:
        audit.save(row, IdTagRow.tag.does_not_exist(), entry)
    except ConditionFailed as lost:
        raise Exists("id tag", tag.id_tag) from lost


def replace(tag: IdTag, entry: AuditEntry | None = None) -> None:
    """Store an edited tag, which carries its new version; what runs on it stays.

    Raises Conflict when the stored version is not the one before, NotFound, Busy.
    """
    row = IdTagRow
    actions: list[Action] = [
        row.blocked.set(tag.blocked),
        row.concurrent_limit.set(tag.concurrent_limit),
        row.version.set(tag.version),
        set_or_remove(row.owner_id, tag.user_id),
        set_or_remove(row.user_id, tag.user_id),
        set_or_remove(row.expires_at, tag.expires_at),
        set_or_remove(row.parent_id_tag, tag.parent_id_tag),
    ]
    try:
        audit.update(IdTagRow(tag.tag), actions, row.version == tag.version - 1, entry)
    except ConditionFailed as lost:
        if lost.item is None:
            raise NotFound("id tag", tag.id_tag) from lost
        raise ChangedMeanwhile("This tag") from lost


def delete(tag: FoldedTag, expected_version: int, entry: AuditEntry | None = None) -> None:
    """Delete a tag. Raises Conflict when it was changed meanwhile, NotFound, Busy."""
    try:
        audit.delete(IdTagRow(tag), IdTagRow.version == expected_version, entry)
    except ConditionFailed as lost:
        if lost.item is None:
            raise NotFound("id tag", tag) from lost
        raise ChangedMeanwhile("This tag") from lost


def claim(tag: FoldedTag, start_key: str, now: datetime) -> Mapping[str, datetime] | None:
    """Take one of a tag's places for a start. The same start again has its place already.

    Returns None when it was taken, else the starts that hold all places, with when they took them.
    """
    place = _place(start_key)
    free = place.exists() | (size(Path([RUNNING])) < IdTagRow.concurrent_limit)
    try:
        IdTagRow.change((tag,), [place.set(to_millis(now))], IdTagRow.tag.exists() & free)
    except ConditionFailed as lost:
        return _running(lost.item)
    return None


def release(tag: FoldedTag, start_key: str) -> None:
    """Give a start's place back. Nothing happens when it has none, or the tag is gone."""
    try:
        IdTagRow.change((tag,), [_place(start_key).remove()], IdTagRow.tag.exists())
    except ConditionFailed:
        return


def claimed_starts(tag: FoldedTag) -> Mapping[str, datetime]:
    """The starts that hold places on a tag, with when they took them."""
    row = IdTagRow.find(tag, consistent=True)
    if row is None:
        return {}
    return {START_PREFIX + key: from_millis(int(at)) for key, at in row.running.as_dict().items()}


def list_by_user(user_id: UserId, after: str | None, limit: int) -> Page[IdTag]:
    """The tags of a user, in order."""
    scope = f"id_tag/user/{user_id}"
    start = cursor.decode(after, scope)
    found = IdTagRow.by_user.query(user_id, limit=limit, last_evaluated_key=start)
    rows = IdTagRow.read_many([(row.tag,) for row in found])
    return Page([_tag(row) for row in rows], cursor.encode(found.last_evaluated_key, scope))


def list_all(after: str | None, limit: int, prefix: str = "") -> Page[IdTag]:
    """All tags that people hold, in order; `prefix`: only those that begin so."""
    scope = f"id_tag/all/{prefix}"
    start = cursor.decode(after, scope)
    begin = ByTag.tag.startswith(fold_tag(prefix)) if prefix else None
    found = IdTagRow.by_tag.query(LIST, begin, limit=limit, last_evaluated_key=start)
    rows = IdTagRow.read_many([(row.tag,) for row in found])
    return Page([_tag(row) for row in rows], cursor.encode(found.last_evaluated_key, scope))


def list_after(tag: FoldedTag | None, limit: int) -> Sequence[IdTag]:
    """Up to `limit` tags that people hold, in order, from the one after `tag` on."""
    begin = None if tag is None else ByTag.tag > tag
    found = [(row.tag,) for row in IdTagRow.by_tag.query(LIST, begin, limit=limit)]
    pages = (found[start : start + BATCH] for start in range(0, len(found), BATCH))
    return [_tag(row) for page in pages for row in IdTagRow.read_many(page)]


def _place(start_key: str) -> Path:
    return Path([RUNNING, start_key.removeprefix(START_PREFIX)])


def _running(item: RawItem | None) -> Mapping[str, datetime]:
    if item is None:
        return {}
    taken = item[RUNNING]["M"]
    return {START_PREFIX + key: from_millis(int(at["N"])) for key, at in taken.items()}


def _tag(row: IdTagRow) -> IdTag:
    return IdTag(
        tag=FoldedTag(row.tag),
        id_tag=row.id_tag,
        user_id=UserId(row.owner_id) if row.owner_id else None,
        blocked=bool(row.blocked),
        expires_at=row.expires_at,
        parent_id_tag=row.parent_id_tag,
        concurrent_limit=row.concurrent_limit,
        session_id=ChargingSessionId(row.session_id) if row.session_id else None,
        created_at=row.created_at,
        version=row.version,
    )
