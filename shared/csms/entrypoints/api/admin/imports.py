"""Many at once from a table: tags and chargers, each line with its own outcome."""

from enum import StrEnum
from typing import Final

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from csms.domain.errors import CsmsError
from csms.entrypoints.api.admin.chargers import NewCharger, registration_of
from csms.entrypoints.api.admin.id_tags import NewTag, add
from csms.entrypoints.api.admin.new_charger import AccessView, register
from csms.entrypoints.api.clock import Now
from csms.entrypoints.api.csv_body import DESCRIPTION, Line, Table, read_lines
from csms.entrypoints.api.pace import paced_bulk
from csms.entrypoints.api.problems import responses
from csms.entrypoints.api.trail import Audited

router = APIRouter(prefix="/api/admin", tags=["imports"])

MOST_TAGS: Final = 500
MOST_CHARGERS: Final = 100
"""As many as are done well within the time that the gateway waits."""


class Outcome(StrEnum):
    """What became of a line."""

    CREATED = "created"
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
def import_id_tags(text: Table, now: Now, trail: Audited) -> list[ImportedLine]:
    """Register up to 500 tags from CSV, whose columns are the fields of POST /api/admin/id-tags.

    Each line is registered by itself: one that is refused says why and holds up no other.
    """
    return [_import_tag(line, now, trail) for line in read_lines(text, NewTag, MOST_TAGS)]


@router.post(
    "/chargers/import",
    responses=responses(429),
    dependencies=[paced_bulk],
    openapi_extra=DESCRIPTION,
)
def import_chargers(
    text: Table, request: Request, now: Now, trail: Audited
) -> list[ImportedCharger]:
    """Register up to 100 chargers from CSV, whose columns are the fields of POST …/chargers.

    Each line is registered by itself. The passwords are in this answer and nowhere else.
    """
    lines = read_lines(text, NewCharger, MOST_CHARGERS)
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
        made = register(registration_of(line.row, now), request, now, trail)
    except CsmsError as error:
        return ImportedCharger(**dict(_refused(line.number, error.message)), access=None)
    return ImportedCharger(
        line=line.number,
        outcome=Outcome.CREATED,
        id=made.charger.charger_id,
        message=None,
        access=made.access,
    )


def _refused(number: int, message: str | None) -> ImportedLine:
    return ImportedLine(line=number, outcome=Outcome.REFUSED, id=None, message=message)
