"""Firmware updates, diagnostics and logs of one charger."""

from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import BaseModel, Field

from csms import file_door
from csms.domain.charger_page import ChargerPage
from csms.domain.errors import NotFound
from csms.domain.ids import CommandId
from csms.domain.transfer import Subject
from csms.entrypoints.api.charger_path import ChargerInPath
from csms.entrypoints.api.clock import Now
from csms.entrypoints.api.fields import Key, Printable
from csms.entrypoints.api.paging import Cursor, Limit
from csms.entrypoints.api.problems import responses
from csms.entrypoints.api.views import file as view
from csms.entrypoints.api.views.file import FileView, LinkView, ProgressView, TransferView
from csms.services.chargers import transfers
from csms.services.chargers.asking import limits_of
from csms.services.chargers.transfers import Followed
from csms.store import charger as chargers

router = APIRouter(prefix="/api/admin/chargers/{charger_id}", tags=["chargers"])

FileName = Annotated[str, Path(min_length=1, max_length=128), Printable]


class ProtocolsView(BaseModel):
    """How a charger moves files, as its SupportedFileTransferProtocols says."""

    protocols: list[str] | None = Field(description="null when it never said")
    needs_own_address: bool = Field(
        description="it speaks no HTTP: commands need an address of the operator's, as ftp://…"
    )


class ChargerFirmwareView(ProtocolsView):
    """What a charger runs, and how its updates went."""

    firmware_version: str | None = Field(description="as its last BootNotification said")
    update: TransferView | None = Field(description="the last one that was asked for")
    try_signed: bool = Field(
        description="it knows no UpdateFirmware: SignedUpdateFirmware may be what it has"
    )
    statuses: list[ProgressView] = Field(description="signed or not, newest first")


class DiagnosticsView(ProtocolsView):
    """What a charger was asked to upload, and the files that came, the latest command first."""

    diagnostics: TransferView | None = Field(description="the last GetDiagnostics")
    diagnostics_statuses: list[ProgressView] = Field(description="newest first")
    log: TransferView | None = Field(description="the last GetLog")
    log_statuses: list[ProgressView] = Field(description="newest first")
    files: list[FileView]
    next_cursor: str | None = Field(description="where the files go on; null at their end")


@router.get("/firmware", responses=responses(404))
def read_charger_firmware(charger_id: ChargerInPath, now: Now) -> ChargerFirmwareView:
    """What the charger runs, and how far its last update is."""
    page = chargers.page(charger_id)
    update = transfers.follow(page, Subject.FIRMWARE, now)
    return ChargerFirmwareView(
        **_protocols(page),
        firmware_version=page.charger.about.firmware_version,
        update=_shown(update),
        try_signed=transfers.may_have_signed_updates(update),
        statuses=_statuses(page, Subject.FIRMWARE),
    )


@router.get("/diagnostics", responses=responses(404))
def read_diagnostics(
    charger_id: ChargerInPath, now: Now, limit: Limit = 50, cursor: Cursor = None
) -> DiagnosticsView:
    """Diagnostics and logs that the charger was asked for, and what it sent."""
    page = chargers.page(charger_id)
    uploads = transfers.list_uploads(charger_id, cursor, limit)
    return DiagnosticsView(
        **_protocols(page),
        diagnostics=_shown(transfers.follow(page, Subject.DIAGNOSTICS, now)),
        diagnostics_statuses=_statuses(page, Subject.DIAGNOSTICS),
        log=_shown(transfers.follow(page, Subject.LOG, now)),
        log_statuses=_statuses(page, Subject.LOG),
        files=[view.show_file(file) for file in uploads.items],
        next_cursor=uploads.cursor,
    )


@router.get("/diagnostics/{command_id}/{name}", responses=responses(404))
def link_file(charger_id: ChargerInPath, command_id: Key, name: FileName, now: Now) -> LinkView:
    """Where a file that the charger sent can be downloaded."""
    found = transfers.find_upload(charger_id, CommandId(command_id), name)
    if found is None:
        raise NotFound("file", name)
    return LinkView(
        url=file_door.download_url(found.key, now), expires_at=now + file_door.DOWNLOAD_LIFE
    )


def _protocols(page: ChargerPage) -> dict[str, list[str] | bool | None]:
    limits = limits_of(page)
    spoken = transfers.protocols_of(limits)
    return {"protocols": spoken, "needs_own_address": not transfers.reaches_the_door(limits)}


def _shown(followed: Followed | None) -> TransferView | None:
    return None if followed is None else view.show_transfer(followed)


def _statuses(page: ChargerPage, subject: Subject) -> list[ProgressView]:
    return [view.show_progress(one) for one in page.progress.get(subject, ())]
