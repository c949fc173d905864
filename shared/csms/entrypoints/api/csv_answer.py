"""Tables as CSV: RFC 4180, UTF-8, one header line, times in UTC."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from fastapi import Response
from pydantic import BaseModel

FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r")


class CsvAnswer(Response):
    """A file of comma-separated values."""

    media_type = "text/csv"


def csv_answer(name: str, rows: Iterable[BaseModel], columns: Sequence[str]) -> CsvAnswer:
    """Rows as a file to save under a name. columns: fields of the rows, in this order."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(getattr(row, column)) for column in columns])
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return CsvAnswer(text.getvalue(), headers=headers)


def _cell(value: object) -> object:
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat()
        case str() if value.startswith(FORMULA_BEGINS):
            # A spreadsheet would run what somebody wrote as a tag or a note.
            return f"'{value}"
        case _:
            return value
