"""The last transfer of each kind that a charger was asked for."""

from typing import Final

from pynamodb.attributes import UnicodeAttribute

from csms.domain.ids import ChargerId, CommandId, FirmwareId
from csms.domain.transfer import Subject, Transfer
from csms.store.base import InstantAttribute
from csms.store.charger_rows import PartitionRow

TRANSFER: Final = "transfer#"


class TransferRow(PartitionRow):
    """One row per subject; the next transfer takes its place."""

    command_id = UnicodeAttribute()
    action = UnicodeAttribute()
    asked_at = InstantAttribute()
    begins_at = InstantAttribute()
    firmware_id = UnicodeAttribute(null=True)


def remember(transfer: Transfer) -> None:
    """Keep a transfer in place of the one before it."""
    TransferRow(
        transfer.charger_id,
        f"{TRANSFER}{transfer.subject}",
        command_id=transfer.command_id,
        action=transfer.action,
        asked_at=transfer.asked_at,
        begins_at=transfer.begins_at,
        firmware_id=transfer.firmware_id,
    ).save()


def find(charger_id: ChargerId, subject: Subject) -> Transfer | None:
    """The last transfer of a kind, None when the charger was never asked for one."""
    row = TransferRow.find(charger_id, f"{TRANSFER}{subject}", consistent=True)
    if row is None:
        return None
    return Transfer(
        charger_id=charger_id,
        subject=subject,
        command_id=CommandId(row.command_id),
        action=row.action,
        asked_at=row.asked_at,
        begins_at=row.begins_at,
        firmware_id=FirmwareId(row.firmware_id) if row.firmware_id else None,
    )
