"""Files and transfers as they are sent."""

from datetime import datetime

from pydantic import BaseModel, Field

from csms.domain.charger_page import ProgressEntry
from csms.domain.firmware import Firmware, FirmwareState, Installation
from csms.domain.transfer import TransferState
from csms.files import StoredFile
from csms.services.accounts.names import PeopleNames
from csms.services.chargers import transfers
from csms.services.chargers.firmware import LIMIT_MB, Upload
from csms.services.chargers.names import Names
from csms.services.chargers.transfers import Followed

_MB = 1_000_000


class ProgressView(BaseModel):
    """One status of a firmware update or an upload."""

    status: str
    at: datetime


class TransferView(BaseModel):
    """The last transfer that a charger was asked for, and where it stands."""

    command_id: str
    action: str
    asked_at: datetime
    begins_at: datetime = Field(description="at the earliest")
    firmware_id: str | None = Field(description="null for an address of the operator's own")
    state: TransferState = Field(description="stuck: no status for longer than it should take")
    status: str | None = Field(description="the charger's last word on it")
    status_at: datetime | None


class LinkView(BaseModel):
    """Where a file can be read with GET; good for some minutes."""

    url: str
    expires_at: datetime


class UploadView(BaseModel):
    """Where a file is to be sent with PUT, with its length declared."""

    url: str
    expires_at: datetime
    limit_bytes: int


class FirmwareView(BaseModel):
    """Firmware that the operator keeps."""

    firmware_id: str
    label: str
    vendor: str
    model: str
    version: str
    file_name: str
    state: FirmwareState
    size_bytes: int | None = Field(description="as announced until the file is there")
    sha256: str | None = Field(description="as announced until the file is there")
    is_signed: bool
    created_by: str
    created_at: datetime


class KeptFirmwareView(FirmwareView):
    """Firmware with the name of who announced it."""

    created_by_name: str | None


class InstallationView(BaseModel):
    """A charger that was asked to install a firmware."""

    charger_id: str
    charger_name: str | None = Field(description="null when it was deleted")
    station_name: str | None = Field(description="where it stands; null when it was deleted")
    command_id: str
    begins_at: datetime
    state: TransferState
    status: str | None
    status_at: datetime | None


class FileView(BaseModel):
    """A file that a charger sent."""

    command_id: str
    name: str
    size_bytes: int
    stored_at: datetime


def show_progress(entry: ProgressEntry) -> ProgressView:
    """One status."""
    return ProgressView(status=entry.status, at=entry.at)


def show_transfer(followed: Followed) -> TransferView:
    """A transfer."""
    transfer, told = followed.transfer, followed.told
    return TransferView(
        command_id=transfer.command_id,
        action=transfer.action,
        asked_at=transfer.asked_at,
        begins_at=transfer.begins_at,
        firmware_id=transfer.firmware_id,
        state=followed.state,
        status=told.status if told else None,
        status_at=told.at if told else None,
    )


def show_upload(upload: Upload) -> UploadView:
    """Where an image goes."""
    return UploadView(url=upload.url, expires_at=upload.expires_at, limit_bytes=LIMIT_MB * _MB)


def show_kept_firmware(firmware: Firmware, people: PeopleNames) -> KeptFirmwareView:
    """Firmware with the name of who announced it."""
    name = people.of(firmware.created_by)
    return KeptFirmwareView(**dict(show_firmware(firmware)), created_by_name=name)


def show_firmware(firmware: Firmware) -> FirmwareView:
    """Firmware."""
    return FirmwareView(
        firmware_id=firmware.firmware_id,
        label=firmware.label,
        vendor=firmware.vendor,
        model=firmware.model,
        version=firmware.version,
        file_name=firmware.file_name,
        state=firmware.state,
        size_bytes=firmware.size_bytes,
        sha256=firmware.sha256,
        is_signed=firmware.proof is not None,
        created_by=firmware.created_by,
        created_at=firmware.created_at,
    )


def show_installation(
    installation: Installation, state: TransferState, names: Names
) -> InstallationView:
    """A charger's installation."""
    told = installation.told
    return InstallationView(
        charger_id=installation.charger_id,
        charger_name=names.of_charger(installation.charger_id),
        station_name=names.of_station_with(installation.charger_id),
        command_id=installation.command_id,
        begins_at=installation.begins_at,
        state=state,
        status=told.status if told else None,
        status_at=told.at if told else None,
    )


def show_file(file: StoredFile) -> FileView:
    """A file."""
    return FileView(
        command_id=transfers.command_of(file),
        name=file.name,
        size_bytes=file.size_bytes,
        stored_at=file.stored_at,
    )
