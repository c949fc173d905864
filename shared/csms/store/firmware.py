"""Firmware of the operator, and the chargers that were asked to install it."""

from typing import Final

from pynamodb.attributes import UnicodeAttribute

from csms.domain.audit import AuditEntry
from csms.domain.charger_page import ProgressEntry
from csms.domain.errors import ChangedMeanwhile, Exists, NotFound
from csms.domain.firmware import Firmware, FirmwareState, Installation, Proof
from csms.domain.ids import ChargerId, CommandId, FirmwareId, UserId
from csms.store import audit, cursor
from csms.store.base import (
    ConditionFailed,
    InstantAttribute,
    IntAttribute,
    Table,
    deployed_name,
    set_or_remove,
)
from csms.store.cursor import Page
from csms.store.indexes import ByName
from csms.store.names import name_key

FIRMWARE: Final = "firmware"
INSTALLATION: Final = "charger#"
ALL: Final = "all"
LIST_SCOPE: Final = "firmware"


class FirmwarePartitionRow(Table):
    """A row of a firmware's partition."""

    class Meta:
        """The table as template.yaml defines it."""

        table_name = deployed_name("firmware")

    firmware_id = UnicodeAttribute(hash_key=True)
    row = UnicodeAttribute(range_key=True)


class FirmwareRow(FirmwarePartitionRow):
    """The firmware itself."""

    label = UnicodeAttribute()
    vendor = UnicodeAttribute()
    model = UnicodeAttribute()
    version = UnicodeAttribute()
    file_name = UnicodeAttribute()
    state = UnicodeAttribute()
    created_by = UnicodeAttribute()
    created_at = InstantAttribute()
    size_bytes = IntAttribute(null=True)
    sha256 = UnicodeAttribute(null=True)
    certificate = UnicodeAttribute(null=True)
    signature = UnicodeAttribute(null=True)
    list_shard = UnicodeAttribute(null=True)
    name_key = UnicodeAttribute(null=True)

    by_name = ByName()


class InstallationRow(FirmwarePartitionRow):
    """A charger that was asked to install it."""

    command_id = UnicodeAttribute()
    begins_at = InstantAttribute()
    status = UnicodeAttribute(null=True)
    status_at = InstantAttribute(null=True)


def create(firmware: Firmware, entry: AuditEntry) -> None:
    """Store new firmware. Raises Conflict when the id is taken."""
    try:
        audit.save(_row(firmware), FirmwareRow.firmware_id.does_not_exist(), entry)
    except ConditionFailed:
        raise Exists("firmware", firmware.firmware_id) from None


def get(firmware_id: FirmwareId) -> Firmware:
    """The firmware. Raises NotFound."""
    row = FirmwareRow.find(firmware_id, FIRMWARE, consistent=True)
    if row is None:
        raise NotFound("firmware", firmware_id)
    return _firmware(row)


def replace(firmware: Firmware, before: FirmwareState, entry: AuditEntry | None = None) -> None:
    """Store what changed. before: the state that it had. Raises Conflict when it has another."""
    try:
        audit.save(_row(firmware), FirmwareRow.state == before, entry)
    except ConditionFailed:
        raise ChangedMeanwhile("the firmware") from None


def list_by_name(after: str | None, limit: int) -> Page[Firmware]:
    """Firmware in the order of labels. Raises Invalid for a cursor that is not ours."""
    found = FirmwareRow.by_name.query(
        ALL, limit=limit, last_evaluated_key=cursor.decode(after, LIST_SCOPE)
    )
    rows = FirmwareRow.read_many([(row.firmware_id, FIRMWARE) for row in found])
    return Page(
        [_firmware(row) for row in rows], cursor.encode(found.last_evaluated_key, LIST_SCOPE)
    )


def ask_for(installation: Installation) -> None:
    """Keep that a charger is asked to install a firmware, in place of an earlier time."""
    InstallationRow(
        installation.firmware_id,
        f"{INSTALLATION}{installation.charger_id}",
        command_id=installation.command_id,
        begins_at=installation.begins_at,
    ).save()


def note(installation: Installation) -> None:
    """Keep the last status of an installation, unless the charger was asked again since."""
    row = InstallationRow
    told = installation.told
    actions = [
        set_or_remove(row.status, None if told is None else told.status),
        set_or_remove(row.status_at, None if told is None else told.at),
    ]
    key = (installation.firmware_id, f"{INSTALLATION}{installation.charger_id}")
    try:
        row.change(key, actions, row.command_id == installation.command_id)
    except ConditionFailed:
        return


def list_installations(
    firmware_id: FirmwareId, after: str | None, limit: int
) -> Page[Installation]:
    """The chargers that were asked to install a firmware, by identity."""
    scope = f"firmware/{firmware_id}"
    found = InstallationRow.query(
        firmware_id,
        InstallationRow.row.startswith(INSTALLATION),
        limit=limit,
        last_evaluated_key=cursor.decode(after, scope),
    )
    items = [_installation(row) for row in found]
    return Page(items, cursor.encode(found.last_evaluated_key, scope))


def _row(firmware: Firmware) -> FirmwareRow:
    is_listed = firmware.state is not FirmwareState.WITHDRAWN
    proof = firmware.proof
    return FirmwareRow(
        firmware.firmware_id,
        FIRMWARE,
        label=firmware.label,
        vendor=firmware.vendor,
        model=firmware.model,
        version=firmware.version,
        file_name=firmware.file_name,
        state=firmware.state,
        created_by=firmware.created_by,
        created_at=firmware.created_at,
        size_bytes=firmware.size_bytes,
        sha256=firmware.sha256,
        certificate=None if proof is None else proof.certificate,
        signature=None if proof is None else proof.signature,
        list_shard=ALL if is_listed else None,
        name_key=name_key(firmware.label, firmware.firmware_id) if is_listed else None,
    )


def _firmware(row: FirmwareRow) -> Firmware:
    is_signed = row.certificate and row.signature
    return Firmware(
        firmware_id=FirmwareId(row.firmware_id),
        label=row.label,
        vendor=row.vendor,
        model=row.model,
        version=row.version,
        file_name=row.file_name,
        state=FirmwareState(row.state),
        created_by=UserId(row.created_by),
        created_at=row.created_at,
        size_bytes=row.size_bytes,
        sha256=row.sha256,
        proof=Proof(row.certificate, row.signature) if is_signed else None,
    )


def _installation(row: InstallationRow) -> Installation:
    is_told = row.status and row.status_at
    return Installation(
        firmware_id=FirmwareId(row.firmware_id),
        charger_id=ChargerId(row.row.removeprefix(INSTALLATION)),
        command_id=CommandId(row.command_id),
        begins_at=row.begins_at,
        told=ProgressEntry(row.status, row.status_at) if is_told else None,
    )
