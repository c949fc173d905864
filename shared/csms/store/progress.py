"""How far a firmware update or a diagnostics upload of a charger is."""

from datetime import datetime
from typing import Final

from csms.domain.errors import Conflict
from csms.domain.ids import ChargerId
from csms.store.base import ConditionFailed
from csms.store.charger_rows import PROGRESS, ProgressItem, ProgressRow

ENTRIES: Final = 20
ATTEMPTS: Final = 3


def add(charger_id: ChargerId, subject: str, status: str, now: datetime) -> bool:
    """Add a status in front of the last ones; the same status again adds nothing.

    Returns whether it is new. Raises Conflict when others write at the same time, again and again.
    """
    for _ in range(ATTEMPTS):
        row = ProgressRow.find(charger_id, f"{PROGRESS}{subject}", consistent=True)
        if row is not None and row.entries and row.entries[0].status == status:
            return False
        entry = ProgressItem(status=status, at=now)  # type: ignore[no-untyped-call]  # PynamoDB
        older = list(row.entries) if row is not None else []
        version = row.version if row is not None else 0
        unchanged = (
            ProgressRow.version == version
            if row is not None
            else ProgressRow.version.does_not_exist()
        )
        renewed = ProgressRow(
            charger_id,
            f"{PROGRESS}{subject}",
            entries=[entry, *older][:ENTRIES],
            version=version + 1,
        )
        try:
            renewed.save(unchanged)
        except ConditionFailed:
            continue
        return True
    raise Conflict("this charger's progress changes too fast", "changed-meanwhile")
