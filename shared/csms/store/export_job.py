"""Exports that jobs make: how far each file is, and when somebody looks at it again."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from pynamodb.attributes import BooleanAttribute, UnicodeAttribute
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from csms.domain.audit import AuditEntry
from csms.domain.errors import NotFound
from csms.domain.export import ExportJob, ExportKind, ExportState, Selection
from csms.domain.ids import ChargerId, StationId, UserId
from csms.store import audit, cursor
from csms.store.base import (
    DUE_SHARDS,
    ConditionFailed,
    InstantAttribute,
    IntAttribute,
    Table,
    deployed_name,
    due_shard,
    instant_key,
    to_seconds,
)
from csms.store.cursor import Page
from csms.store.indexes import ByDue

ALL: Final = "all"
DUE: Final = "export"
LIFE: Final = timedelta(days=7)
"""As long as the file store keeps exports."""


class ByRequest(GlobalSecondaryIndex["ExportRow"]):
    """All exports, by when they were asked for."""

    class Meta:
        """The index as template.yaml defines it."""

        index_name = "by_request"
        projection = KeysOnlyProjection()

    list_shard = UnicodeAttribute(hash_key=True)
    requested_key = UnicodeAttribute(range_key=True)


class ExportRow(Table):
    """A row of the table `export`. selection, tags: as JSON."""

    class Meta:
        """The table as template.yaml defines it."""

        table_name = deployed_name("export")

    export_id = UnicodeAttribute(hash_key=True)
    kind = UnicodeAttribute()
    selection = UnicodeAttribute()
    requested_by = UnicodeAttribute()
    requested_at = InstantAttribute()
    list_shard = UnicodeAttribute(default=ALL)
    requested_key = UnicodeAttribute()
    state = UnicodeAttribute()
    rows = IntAttribute()
    size_bytes = IntAttribute()
    cursor = UnicodeAttribute(null=True)
    is_read = BooleanAttribute()
    upload_id = UnicodeAttribute(null=True)
    tags = UnicodeAttribute()
    finished_at = InstantAttribute(null=True)
    error = UnicodeAttribute(null=True)
    version = IntAttribute()
    due_shard = UnicodeAttribute(null=True)
    due_at = InstantAttribute(null=True)
    ttl = IntAttribute()
    by_request = ByRequest()
    by_due = ByDue()


def create(job: ExportJob, entry: AuditEntry) -> None:
    """Store a new export with its deadline, and who asked for it."""
    audit.save(_row(job), ExportRow.export_id.does_not_exist(), entry)


def find(export_id: str, now: datetime) -> ExportJob | None:
    """An export as it is now; None when there is none, or its file is gone already."""
    row = ExportRow.find(export_id, consistent=True)
    return None if row is None or row.ttl <= to_seconds(now) else _job(row)


def get(export_id: str, now: datetime) -> ExportJob:
    """An export as it is now. Raises NotFound."""
    job = find(export_id, now)
    if job is None:
        raise NotFound("export", export_id)
    return job


def save(job: ExportJob) -> ExportJob | None:
    """Store what became of an export under its next version; None when somebody else has it."""
    after = replace(job, version=job.version + 1)
    try:
        _row(after).save(ExportRow.version == job.version)
    except ConditionFailed:
        return None
    return after


def list_due(shard: int, now: datetime, limit: int) -> Sequence[str]:
    """The exports of one of the DUE_SHARDS shards that somebody has to look at, oldest first."""
    found = ExportRow.by_due.query(f"{DUE}#{shard % DUE_SHARDS}", ByDue.due_at <= now, limit=limit)
    return [row.export_id for row in found]


def list_newest(now: datetime, after: str | None, limit: int) -> Page[ExportJob]:
    """Exports, the latest first. Raises Invalid for a cursor that is not ours."""
    found = ExportRow.by_request.query(
        ALL,
        ByRequest.requested_key > instant_key(now - LIFE, "~"),
        scan_index_forward=False,
        limit=limit,
        last_evaluated_key=cursor.decode(after, DUE),
    )
    rows = ExportRow.read_many([(row.export_id,) for row in found])
    return Page([_job(row) for row in rows], cursor.encode(found.last_evaluated_key, DUE))


def _row(job: ExportJob) -> ExportRow:
    return ExportRow(
        job.export_id,
        kind=job.kind,
        selection=json.dumps(_form(job.selection)),
        requested_by=job.requested_by,
        requested_at=job.requested_at,
        requested_key=instant_key(job.requested_at, job.export_id),
        state=job.state,
        rows=job.rows,
        size_bytes=job.size_bytes,
        cursor=job.cursor,
        is_read=job.is_read,
        upload_id=job.upload_id,
        tags=json.dumps(job.tags),
        finished_at=job.finished_at,
        error=job.error,
        version=job.version,
        due_shard=due_shard(DUE, job.export_id) if job.due_at else None,
        due_at=job.due_at,
        ttl=to_seconds(job.requested_at + LIFE),
    )


def _job(row: ExportRow) -> ExportJob:
    return ExportJob(
        export_id=row.export_id,
        kind=ExportKind(row.kind),
        selection=_selection(json.loads(row.selection)),
        requested_by=row.requested_by,
        requested_at=row.requested_at,
        due_at=row.due_at,
        state=ExportState(row.state),
        rows=row.rows,
        size_bytes=row.size_bytes,
        cursor=row.cursor,
        is_read=row.is_read,
        upload_id=row.upload_id,
        tags=tuple(json.loads(row.tags)),
        finished_at=row.finished_at,
        error=row.error,
        version=row.version,
    )


def _form(wanted: Selection) -> Mapping[str, str | None]:
    return {
        "since": None if wanted.since is None else wanted.since.isoformat(),
        "until": None if wanted.until is None else wanted.until.isoformat(),
        "station_id": wanted.station_id,
        "charger_id": wanted.charger_id,
        "user_id": wanted.user_id,
        "state": wanted.state,
    }


def _selection(form: Mapping[str, Any]) -> Selection:
    station_id, charger_id, user_id = form["station_id"], form["charger_id"], form["user_id"]
    return Selection(
        since=datetime.fromisoformat(form["since"]) if form["since"] else None,
        until=datetime.fromisoformat(form["until"]) if form["until"] else None,
        station_id=StationId(station_id) if station_id else None,
        charger_id=ChargerId(charger_id) if charger_id else None,
        user_id=UserId(user_id) if user_id else None,
        state=form["state"],
    )
