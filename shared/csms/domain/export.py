"""Exports: files of what happened, made by a job when they are longer than an answer."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from csms.domain.ids import ChargerId, StationId, UserId


class ExportKind(StrEnum):
    """Of what."""

    TRANSACTIONS = "transactions"
    LEDGER = "ledger"


class ExportState(StrEnum):
    """WRITING from the request on; the others are final."""

    WRITING = "writing"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Selection:
    """Which transactions or entries; None restricts nothing.

    since, until: from and before. Of entries of ledgers only these and the user count.
    state: as `domain.transaction_summary.shown_state` names it.
    """

    since: datetime | None = None
    until: datetime | None = None
    station_id: StationId | None = None
    charger_id: ChargerId | None = None
    user_id: UserId | None = None
    state: str | None = None


@dataclass(frozen=True, slots=True)
class ExportJob:
    """A file that is being made, part by part, by whoever holds it until `due_at`.

    cursor: where the list goes on after the last part; is_read: there is nothing after it.
    upload_id, tags: the unfinished file in the store and its parts. error: why it FAILED.
    """

    export_id: str
    kind: ExportKind
    selection: Selection
    requested_by: str
    requested_at: datetime
    due_at: datetime | None
    state: ExportState = ExportState.WRITING
    rows: int = 0
    size_bytes: int = 0
    cursor: str | None = None
    is_read: bool = False
    upload_id: str | None = None
    tags: tuple[str, ...] = ()
    finished_at: datetime | None = None
    error: str | None = None
    version: int = 1

    @property
    def key(self) -> str:
        """Where the file is, once it is DONE."""
        return f"exports/{self.export_id}/{self.kind}.csv"
