"""Tables as answers."""

from collections.abc import Iterable, Sequence

from fastapi import Response

from csms.services.reports.tables import Row, csv_lines


class CsvAnswer(Response):
    """A file of comma-separated values."""

    media_type = "text/csv"


def csv_answer(name: str, rows: Iterable[Row], columns: Sequence[str]) -> CsvAnswer:
    """Rows as a file to save under a name."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return CsvAnswer(csv_lines([columns, *rows]), headers=headers)
