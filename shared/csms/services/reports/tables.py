"""Transactions and ledgers as CSV: RFC 4180, UTF-8, one header line, times in UTC."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, datetime
from typing import Final

from csms.domain.export import ExportKind, Selection
from csms.domain.transaction import Transaction
from csms.domain.transaction_summary import TransactionSummary, summary
from csms.domain.wallet import LedgerEntry
from csms.services.reports import selection
from csms.settings import SETTINGS
from csms.store.cursor import Page

FORMULA_BEGINS: Final = ("=", "+", "-", "@", "\t", "\r")

type Row = Sequence[object]

_LEDGER: Final = (
    "user_id",
    "sequence",
    "kind",
    "amount_minor",
    "balance_after_minor",
    "held_after_minor",
    "currency",
    "at",
    "actor",
    "note",
    "station_id",
    "transaction_id",
    "key",
)
_SUMMARY: Final = tuple(field.name for field in fields(TransactionSummary))
_BILL: Final = ("billed_at", "invoice_number", "net_minor", "tax_minor")
"""What a bill adds for who keeps accounts; empty without one."""
COLUMNS: Final[Mapping[ExportKind, Sequence[str]]] = {
    ExportKind.TRANSACTIONS: (*_SUMMARY, *_BILL, "refunded_minor"),
    ExportKind.LEDGER: _LEDGER,
}


def page_of_rows(
    kind: ExportKind, wanted: Selection, after: str | None, limit: int, now: datetime
) -> Page[Row]:
    """A page of a file's rows, newest first. Raises Invalid for a cursor that is not of it."""
    if kind is ExportKind.TRANSACTIONS:
        found = selection.transactions(wanted, after, limit, now)
        return Page([_transaction_row(one) for one in found.items], found.cursor)
    entries = selection.ledger_entries(wanted, after, limit)
    return Page([_ledger_row(one) for one in entries.items], entries.cursor)


def csv_lines(rows: Iterable[Row]) -> str:
    """Rows as lines of a file. A header is a row too."""
    text = io.StringIO()
    csv.writer(text).writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue()


def _transaction_row(transaction: Transaction) -> Row:
    said = summary(transaction)
    return [
        *(getattr(said, name) for name in _SUMMARY),
        *(getattr(transaction.bill, name, None) for name in _BILL),
        transaction.refunded_minor,
    ]


def _ledger_row(entry: LedgerEntry) -> Row:
    return [SETTINGS.currency if name == "currency" else getattr(entry, name) for name in _LEDGER]


def _cell(value: object) -> object:
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat()
        case str() if value.startswith(FORMULA_BEGINS):
            # A spreadsheet would run what somebody wrote as a tag or a note.
            return f"'{value}"
        case _:
            return value
