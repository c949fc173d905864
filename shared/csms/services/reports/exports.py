"""Files that are longer than an answer, made part by part.

The file is an unfinished upload until its last part is there: nobody ever sees half of one. The
row is written after each part with where the list goes on; whoever dies leaves a row whose
deadline passes, and the next run repeats one part at most.
"""

import io
import logging
import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from csms import files
from csms.domain.audit import Audit
from csms.domain.errors import Unavailable
from csms.domain.export import ExportJob, ExportKind, ExportState, Selection
from csms.services.reports.tables import COLUMNS, csv_lines, page_of_rows
from csms.store import export_job as jobs
from csms.store.deadlines import DueRows

LOG: Final = logging.getLogger(__name__)
HELD_FOR: Final = timedelta(minutes=6)
"""Longer than the function that writes may run: then whoever held it is gone."""
GIVEN_UP_AFTER: Final = timedelta(hours=12)
"""Before the file store forgets unfinished uploads, which it does after a day."""
ROWS_PER_PAGE: Final = 200
PAGE: Final = 25
LOST: Final = "the file store lost what was written: ask for it again"
TOO_LONG: Final = "it took longer than twelve hours: ask for a shorter time"


def request(
    kind: ExportKind,
    wanted: Selection,
    requested_by: str,
    now: datetime,
    audit: Audit[ExportJob],
) -> ExportJob:
    """Ask for a file. The job looks at it within a minute."""
    job = ExportJob(
        export_id=secrets.token_hex(12),
        kind=kind,
        selection=wanted,
        requested_by=requested_by,
        requested_at=now,
        due_at=now,
    )
    jobs.create(job, audit(job))
    return job


def write_due(now: datetime, time_left: Callable[[], bool]) -> bool:
    """Go on with every export that nobody holds. Returns whether none was left unfinished."""
    due = DueRows(lambda shard: jobs.list_due(shard, now, PAGE), now, time_left)
    for export_id in due:
        job = _take(export_id, now)
        if job is not None:
            _write_on(job, now, time_left)
    return due.complete and time_left()


def _take(export_id: str, now: datetime) -> ExportJob | None:
    """Hold an export, unless somebody was faster."""
    job = jobs.find(export_id, now)
    if job is None or job.due_at is None or job.due_at > now:
        return None
    return jobs.save(replace(job, due_at=now + HELD_FOR))


def _write_on(job: ExportJob, now: datetime, time_left: Callable[[], bool]) -> None:
    facts = {"export_id": job.export_id}
    try:
        if now - job.requested_at > GIVEN_UP_AFTER:
            _end(job, ExportState.FAILED, now, TOO_LONG)
            return
        written = _write_parts(job, now, time_left)
        if written is not None:
            _finish(written, now)
    except Unavailable as error:
        LOG.warning("an export waits: %s", error, extra=facts)
    except Exception as error:  # the edge: one bad export must not keep the others waiting
        LOG.exception("an export cannot be written", extra=facts)
        _end(jobs.find(job.export_id, now) or job, ExportState.FAILED, now, f"defect: {error}")


def _write_parts(job: ExportJob, now: datetime, time_left: Callable[[], bool]) -> ExportJob | None:
    """Write what is missing, as far as time allows. None: another run goes on."""
    current: ExportJob | None = job
    while current is not None and not current.is_read:
        if not time_left():
            jobs.save(replace(current, due_at=now))
            return None
        current = _write_part(current, now, time_left)
    return current


def _write_part(job: ExportJob, now: datetime, time_left: Callable[[], bool]) -> ExportJob | None:
    """Store the next part and how far the file is. None: time is over, or another has it."""
    upload_id = job.upload_id or files.begin(job.key)
    text, after, rows = io.StringIO(), job.cursor, job.rows
    if not job.tags:
        text.write(csv_lines([COLUMNS[job.kind]]))
    is_read = False
    while not is_read and text.tell() < files.PART_BYTES:
        if not time_left():
            jobs.save(replace(job, upload_id=upload_id, due_at=now))
            return None
        page = page_of_rows(job.kind, job.selection, after, ROWS_PER_PAGE, now)
        text.write(csv_lines(page.items))
        rows, after, is_read = rows + len(page.items), page.cursor, page.cursor is None
    part = text.getvalue().encode()
    tag = files.add_part(job.key, upload_id, len(job.tags) + 1, part)
    return jobs.save(
        replace(
            job,
            upload_id=upload_id,
            tags=(*job.tags, tag),
            rows=rows,
            size_bytes=job.size_bytes + len(part),
            cursor=after,
            is_read=is_read,
        )
    )


def _finish(job: ExportJob, now: datetime) -> None:
    try:
        files.finish(job.key, job.upload_id or "", job.tags)
    except FileNotFoundError:
        # Somebody finished it and died before this was written down, or it is gone.
        if files.find(job.key) is None:
            _end(job, ExportState.FAILED, now, LOST)
            return
    _end(job, ExportState.DONE, now)


def _end(job: ExportJob, state: ExportState, now: datetime, error: str | None = None) -> None:
    jobs.save(replace(job, state=state, due_at=None, finished_at=now, error=error))
