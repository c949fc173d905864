"""Transactions and ledgers as files for spreadsheets and bookkeeping."""

import dataclasses
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Annotated, Final

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, Field

from csms import file_door
from csms.domain.audit import AuditEntry
from csms.domain.errors import Invalid, Refused
from csms.domain.export import ExportJob, ExportKind, ExportState, Selection
from csms.domain.ids import UserId
from csms.entrypoints.api import paging
from csms.entrypoints.api.admin.transactions import Restrictions
from csms.entrypoints.api.clock import Now
from csms.entrypoints.api.csv_answer import CsvAnswer, csv_answer
from csms.entrypoints.api.fields import Body, Instant, Key
from csms.entrypoints.api.pace import paced_bulk
from csms.entrypoints.api.paging import Cursor, Limit, PageView
from csms.entrypoints.api.problems import responses
from csms.entrypoints.api.trail import Audited, Trail
from csms.services.reports import exports
from csms.services.reports.exports import ROWS_PER_PAGE
from csms.services.reports.tables import COLUMNS, Row, page_of_rows
from csms.store import export_job as jobs
from csms.store import user as users
from csms.store.cursor import Page

router = APIRouter(prefix="/api/admin/exports", tags=["exports"])

MOST_ROWS: Final = 5000
MOST_PAGES: Final = 100
LOOK_BACK: Final = timedelta(days=366)


class LedgerRestrictions(Body):
    """Whose entries, and of when."""

    user_id: Annotated[Key | None, Query(description="everybody's, when left out")] = None
    since: Annotated[Instant | None, Query(description="at or after")] = None
    until: Annotated[Instant | None, Query(description="before")] = None

    def to_selection(self) -> Selection:
        """What to read. Raises Invalid for a time that ends before it begins, NotFound."""
        if self.since is not None and self.until is not None and self.until <= self.since:
            raise Invalid("until must be later than since", "query.until")
        user_id = None if self.user_id is None else users.get(UserId(self.user_id)).user_id
        return Selection(since=self.since, until=self.until, user_id=user_id)


class ExportRequest(Restrictions):
    """Which file to write. Of a ledger only the times and the user restrict."""

    kind: ExportKind


class SelectionView(BaseModel):
    """What a file is restricted to; null restricts nothing."""

    since: datetime | None
    until: datetime | None
    station_id: str | None
    charger_id: str | None
    user_id: str | None
    state: str | None


class ExportView(BaseModel):
    """A file that a job writes."""

    export_id: str
    kind: ExportKind
    selection: SelectionView
    state: ExportState = Field(description="`writing` until it is `done` or `failed`")
    requested_by: str
    requested_at: datetime
    finished_at: datetime | None
    rows: int = Field(description="written so far, without the header")
    size_bytes: int
    error: str | None
    url: str | None = Field(description="where to download it: good for ten minutes, null before")


@router.get("/transactions.csv", response_class=CsvAnswer, responses=responses(404, 409))
def export_transactions(wanted: Annotated[Restrictions, Query()], now: Now) -> CsvAnswer:
    """Transactions, newest first, restricted as the list is; 5,000 at most.

    Without `since`, of the year before `until`. 409 `too_many_rows` when there are more: ask for
    a file with POST /api/admin/exports.
    """
    return _answer(ExportKind.TRANSACTIONS, _within_a_year(wanted.to_selection(), now), now)


@router.get("/ledger.csv", response_class=CsvAnswer, responses=responses(404, 409))
def export_ledger(wanted: Annotated[LedgerRestrictions, Query()], now: Now) -> CsvAnswer:
    """What happened to money, newest first, of one person or of all by name; 5,000 at most.

    409 `too_many_rows` when there is more to look at: ask for a file with POST /api/admin/exports.
    """
    return _answer(ExportKind.LEDGER, wanted.to_selection(), now)


@router.post("", status_code=202, responses=responses(404, 429), dependencies=[paced_bulk])
def request_export(body: ExportRequest, now: Now, trail: Audited, response: Response) -> ExportView:
    """Let a job write a file of any length. Location says where to see how far it is.

    Without `since`, transactions are of the year before `until`.
    """
    wanted = body.to_selection()
    if wanted.user_id is not None:
        users.get(wanted.user_id)
    if body.kind is ExportKind.TRANSACTIONS:
        wanted = _within_a_year(wanted, now)
    job = exports.request(
        body.kind, wanted, trail.actor.user_id, now, lambda made: _requested(made, body, trail)
    )
    response.headers["Location"] = f"{router.prefix}/{job.export_id}"
    return _show(job, now)


@router.get("")
def list_exports(now: Now, limit: Limit = 50, cursor: Cursor = None) -> PageView[ExportView]:
    """The files that were asked for in the last seven days, the latest first."""
    return paging.view(jobs.list_newest(now, cursor, limit), lambda job: _show(job, now))


@router.get("/{export_id}", responses=responses(404))
def read_export(export_id: Key, now: Now) -> ExportView:
    """One file: how far it is, and where to download it once it is done."""
    return _show(jobs.get(export_id, now), now)


def _requested(job: ExportJob, body: ExportRequest, trail: Trail) -> AuditEntry:
    facts = body.model_dump(mode="json", exclude_none=True)
    return trail.entry("export.requested", f"export#{job.export_id}", None, facts)


def _show(job: ExportJob, now: datetime) -> ExportView:
    is_done = job.state is ExportState.DONE
    return ExportView(
        export_id=job.export_id,
        kind=job.kind,
        selection=SelectionView(**dataclasses.asdict(job.selection)),
        state=job.state,
        requested_by=job.requested_by,
        requested_at=job.requested_at,
        finished_at=job.finished_at,
        rows=job.rows,
        size_bytes=job.size_bytes,
        error=job.error,
        url=file_door.download_url(job.key, now) if is_done else None,
    )


def _within_a_year(wanted: Selection, now: datetime) -> Selection:
    if wanted.since is not None:
        return wanted
    return dataclasses.replace(wanted, since=(wanted.until or now) - LOOK_BACK)


def _answer(kind: ExportKind, wanted: Selection, now: datetime) -> CsvAnswer:
    def read(cursor: str | None) -> Page[Row]:
        return page_of_rows(kind, wanted, cursor, ROWS_PER_PAGE, now)

    return csv_answer(f"{kind}.csv", all_rows(read), COLUMNS[kind])


def all_rows[T](read: Callable[[str | None], Page[T]]) -> Iterator[T]:
    """Every row of a list. Raises Refused when that is more than one answer holds."""
    cursor: str | None = None
    rows = 0
    for _ in range(MOST_PAGES):
        page = read(cursor)
        rows += len(page.items)
        if rows > MOST_ROWS:
            break
        yield from page.items
        cursor = page.cursor
        if cursor is None:
            return
    raise Refused(
        f"more than {MOST_ROWS} rows: ask for a shorter time, or for a file", "too_many_rows"
    )
