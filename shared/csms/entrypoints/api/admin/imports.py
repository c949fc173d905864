"""Many at once from a table: tags and chargers, each line with its own outcome."""

from collections.abc import Callable, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field

from csms.domain.errors import CsmsError, Exists
from csms.entrypoints.api.admin.chargers import NewCharger
from csms.entrypoints.api.admin.id_tags import NewTag, add, new_tag
from csms.entrypoints.api.admin.new_charger import AccessView, register, registration_of
from csms.entrypoints.api.clock import Now
from csms.entrypoints.api.csv_body import DESCRIPTION, Line, Table, read_lines
from csms.entrypoints.api.pace import paced_bulk
from csms.entrypoints.api.problems import responses
from csms.entrypoints.api.trail import Audited
from csms.services.chargers.registration import id_of
from csms.store import charger as chargers
from csms.store import id_tag as tags

router = APIRouter(prefix="/api/admin", tags=["imports"])

MOST_TAGS: Final = 500
MOST_CHARGERS: Final = 100
"""As many as are done well within the time that the gateway waits."""

DryRun = Annotated[
    bool, Query(description="only say what would become of each line: nothing is created")
]


class Outcome(StrEnum):
    """What became of a line; VALID is what a trial says of one that would be created."""

    CREATED = "created"
    VALID = "valid"
    REFUSED = "refused"


class ImportedLine(BaseModel):
    """One line of the table."""

    line: int = Field(description="as an editor counts it: the header is line 1")
    outcome: Outcome
    id: str | None = Field(description="of what was created")
    message: str | None = Field(description="why it was refused")


class ImportedCharger(ImportedLine):
    """One line of a table of chargers."""

    access: AccessView | None = Field(description="what to enter in it; shown this once")


@router.post(
    "/id-tags/import",
    responses=responses(429),
    dependencies=[paced_bulk],
    openapi_extra=DESCRIPTION,
)
def import_id_tags(
    text: Table, now: Now, trail: Audited, *, dry_run: DryRun = False
) -> list[ImportedLine]:
    """Register up to 500 tags from CSV, whose columns are the fields of POST /api/admin/id-tags.

    Each line is registered by itself: one that is refused says why and holds up no other.
    """
    lines = read_lines(text, NewTag, MOST_TAGS)
    if dry_run:
        return _tried(lines, lambda row: _check_tag(row, now))
    return [_import_tag(line, now, trail) for line in lines]


@router.post(
    "/chargers/import",
    responses=responses(429),
    dependencies=[paced_bulk],
    openapi_extra=DESCRIPTION,
)
def import_chargers(
    text: Table, request: Request, now: Now, trail: Audited, *, dry_run: DryRun = False
) -> list[ImportedCharger]:
    """Register up to 100 chargers from CSV, whose columns are the fields of POST …/chargers.

    Each line is registered by itself. The passwords are in this answer and nowhere else.
    """
    lines = read_lines(text, NewCharger, MOST_CHARGERS)
    if dry_run:
        tried = _tried(lines, lambda row: _check_charger(row, now))
        return [ImportedCharger(**dict(one), access=None) for one in tried]
    return [_import_charger(line, request, now, trail) for line in lines]


def _import_tag(line: Line[NewTag], now: Now, trail: Audited) -> ImportedLine:
    if line.row is None:
        return _refused(line.number, line.fault)
    try:
        tag = add(line.row.id_tag, line.row, now, trail)
    except CsmsError as error:
        return _refused(line.number, error.message)
    return ImportedLine(line=line.number, outcome=Outcome.CREATED, id=tag.tag, message=None)


def _import_charger(
    line: Line[NewCharger], request: Request, now: Now, trail: Audited
) -> ImportedCharger:
    if line.row is None:
        return ImportedCharger(**dict(_refused(line.number, line.fault)), access=None)
    try:
        made = register(registration_of(line.row.identity, line.row, now), request, now, trail)
    except CsmsError as error:
        return ImportedCharger(**dict(_refused(line.number, error.message)), access=None)
    return ImportedCharger(
        line=line.number,
        outcome=Outcome.CREATED,
        id=made.charger.charger_id,
        message=None,
        access=made.access,
    )


def _tried[T: BaseModel](lines: Sequence[Line[T]], check: Callable[[T], str]) -> list[ImportedLine]:
    """What would become of each line. check: the id that a row gets, or a CsmsError."""
    seen: set[str] = set()
    return [_try(line, check, seen) for line in lines]


def _try[T: BaseModel](line: Line[T], check: Callable[[T], str], seen: set[str]) -> ImportedLine:
    if line.row is None:
        return _refused(line.number, line.fault)
    try:
        found = check(line.row)
    except CsmsError as error:
        return _refused(line.number, error.message)
    if found in seen:
        return _refused(line.number, f"{found!r} stands in a line above already")
    seen.add(found)
    return ImportedLine(line=line.number, outcome=Outcome.VALID, id=found, message=None)


def _check_tag(row: NewTag, now: datetime) -> str:
    tag = new_tag(row.id_tag, row, now)
    if tags.find(tag.tag, now) is not None:
        raise Exists("id tag", row.id_tag)
    return tag.tag


def _check_charger(row: NewCharger, now: datetime) -> str:
    charger_id = id_of(registration_of(row.identity, row, now).identity)
    if chargers.find(charger_id) is not None:
        raise Exists("charger", row.identity)
    return charger_id


def _refused(number: int, message: str | None) -> ImportedLine:
    return ImportedLine(line=number, outcome=Outcome.REFUSED, id=None, message=message)
