"""Tables that people send: bounded, UTF-8, one header line; each row is a body of its own."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Final

from fastapi import Depends, Request
from pydantic import BaseModel, ValidationError

from csms.domain.errors import Invalid
from csms.entrypoints.api.faults import explain

MEDIA_TYPE: Final = "text/csv"
LONGEST_VALUE: Final = 2000
DESCRIPTION: Final[dict[str, Any]] = {
    "requestBody": {
        "required": True,
        "content": {MEDIA_TYPE: {"schema": {"type": "string"}}},
    }
}
"""For the OpenAPI description of a route that takes a table."""


@dataclass(frozen=True, slots=True)
class Line[T: BaseModel]:
    """One line of a table. number: as an editor counts it. row: None when `fault` says why."""

    number: int
    row: T | None
    fault: str | None


async def table(request: Request) -> str:
    """The text of a table. Raises Invalid when it is none."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != MEDIA_TYPE:
        raise Invalid(f"send a table, as {MEDIA_TYPE}", "body")
    try:
        return (await request.body()).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Invalid("the table is not UTF-8", "body") from None


Table = Annotated[str, Depends(table)]


def read_lines[T: BaseModel](text: str, model: type[T], most: int) -> Sequence[Line[T]]:
    """The lines below the header, whose names are fields of the model. Empty cells are left out.

    Raises Invalid for a header with other names, and for more than `most` lines.
    """
    try:
        found = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise Invalid(f"the table cannot be read: {error}", "body") from None
    if not found or not any(found[0]):
        raise Invalid("the table begins with a line of column names", "body")
    header = [name.strip() for name in found[0]]
    known = set(model.model_fields)
    if len(set(header)) < len(header) or not set(header) <= known:
        raise Invalid(f"the columns are some of {', '.join(sorted(known))}, each once", "body")
    rows = [(number, row) for number, row in enumerate(found[1:], 2) if any(row)]
    if len(rows) > most:
        raise Invalid(f"at most {most} lines at once: send the rest afterwards", "body")
    return [_line(number, header, row, model) for number, row in rows]


def _line[T: BaseModel](
    number: int, header: Sequence[str], row: Sequence[str], model: type[T]
) -> Line[T]:
    if len(row) > len(header):
        return Line(number, None, "has more cells than the header")
    if any(len(cell) > LONGEST_VALUE for cell in row):
        return Line(number, None, f"has a cell of more than {LONGEST_VALUE} characters")
    cells = {name: cell for name, cell in zip(header, row, strict=False) if cell.strip()}
    try:
        return Line(number, model.model_validate_strings(cells), None)
    except ValidationError as error:
        first = explain(error.errors()[0])
        return Line(number, None, f"{first.field or 'line'} {first.message}")
