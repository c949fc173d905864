"""Files to and from chargers: where they go, what was asked for, and how far it is.

A charger gets an address that is good for what it was asked for and for as long as it may wait and
try again. It is made when the command is, so that only the functions of operators hold the key.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from csms import file_door, files
from csms.domain.charger_limits import ChargerLimits
from csms.domain.charger_page import ChargerPage, ProgressEntry
from csms.domain.command import Command, CommandState
from csms.domain.command_rules import rule_of
from csms.domain.errors import Invalid
from csms.domain.firmware import Firmware, Installation
from csms.domain.ids import ChargerId, CommandId, FirmwareId
from csms.domain.transfer import Subject, Transfer, TransferState, last_status, state_of
from csms.files import StoredFile
from csms.ocpp16 import timestamps
from csms.ocpp16.commands.transfer import PROTOCOLS_KEY, is_reachable
from csms.services.chargers import firmware as firmware_service
from csms.settings import SETTINGS
from csms.store import charger as charger_store
from csms.store import command as command_store
from csms.store import cursor
from csms.store import firmware as firmware_store
from csms.store import transfer as transfer_store
from csms.store.cursor import Page

SUBJECTS: Final = {
    "GetDiagnostics": Subject.DIAGNOSTICS,
    "GetLog": Subject.LOG,
    "SignedUpdateFirmware": Subject.FIRMWARE,
    "UpdateFirmware": Subject.FIRMWARE,
}
TRYING: Final = timedelta(hours=24)
"""How long a charger may try, once it has begun."""
FARTHEST: Final = timedelta(days=30)
UPLOAD_LIMIT_MB: Final = 200
LISTED: Final = 1000
"""More files than a charger sends for one command."""
LATEST_MS: Final = 9_999_999_999_999
_COMMAND_ID: Final = re.compile(r"[0-9a-f]{12}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Request:
    """A command of a person that moves a file, before it has an address.

    payload: as the person gave it. firmware_id: what to install; None where the payload names an
    address of the person's own, and for uploads.
    """

    charger_id: ChargerId
    command_id: CommandId
    action: str
    payload: Mapping[str, Any]
    firmware_id: FirmwareId | None = None


def locate(request: Request, now: datetime, *, confirmed: bool) -> Mapping[str, Any]:
    """The payload with the address of the file door where the person gave none.

    confirmed: firmware may go to a charger of another model. Raises Invalid, NotFound, or Refused
    for firmware that is not for this charger.
    """
    subject = SUBJECTS.get(request.action)
    if request.firmware_id is not None and subject is not Subject.FIRMWARE:
        raise Invalid(f"{request.action} installs no firmware", "firmware_id")
    match request.action:
        case "GetDiagnostics":
            return {"location": _directory(request, now), **request.payload}
        case "GetLog":
            log = request.payload.get("log", {})
            if not isinstance(log, dict):
                return request.payload
            return {
                **request.payload,
                "log": {"remoteLocation": _directory(request, now), **log},
            }
        case "UpdateFirmware":
            firmware = _chosen(request, request.payload, confirmed=confirmed)
            return request.payload if firmware is None else _with_image(request, firmware, now)
        case "SignedUpdateFirmware":
            given = request.payload.get("firmware", {})
            if not isinstance(given, dict):
                return request.payload
            firmware = _chosen(request, given, confirmed=confirmed)
            return request.payload if firmware is None else _with_signed(request, firmware, now)
        case _:
            return request.payload


def remember(request: Request, payload: Mapping[str, Any], now: datetime) -> None:
    """Keep what is asked for, before it is sent: a status may come before the answer."""
    subject = SUBJECTS.get(request.action)
    if subject is None:
        return
    begins_at = max(now, _retrieve_at(payload.get("firmware", payload)) or now)
    transfer_store.remember(
        Transfer(
            charger_id=request.charger_id,
            subject=subject,
            command_id=request.command_id,
            action=request.action,
            asked_at=now,
            begins_at=begins_at,
            firmware_id=request.firmware_id,
        )
    )
    if request.firmware_id is not None:
        firmware_store.ask_for(
            Installation(request.firmware_id, request.charger_id, request.command_id, begins_at)
        )


@dataclass(frozen=True, slots=True)
class Followed:
    """A transfer with the charger's last word on it. command: None when it is not kept any more."""

    transfer: Transfer
    told: ProgressEntry | None
    state: TransferState
    command: Command | None


def follow(page: ChargerPage, subject: Subject, now: datetime) -> Followed | None:
    """The last transfer of a charger and where it stands; None when it was never asked for one."""
    transfer = transfer_store.find(page.charger.charger_id, subject)
    if transfer is None:
        return None
    told = last_status(page.progress.get(subject, ()), transfer.asked_at)
    command = command_store.find(transfer.charger_id, transfer.command_id)
    return Followed(transfer, told, state_of(transfer.begins_at, told, command, now), command)


def may_have_signed_updates(update: Followed | None) -> bool:
    """Whether a charger that refused an update as unknown may take a signed one (S L01.FR.20)."""
    return (
        update is not None
        and update.transfer.action == "UpdateFirmware"
        and update.command is not None
        and update.command.state is CommandState.NOT_SUPPORTED
    )


def protocols_of(limits: ChargerLimits) -> list[str] | None:
    """The protocols that a charger says it moves files by; None when it never said."""
    spoken = limits.words(PROTOCOLS_KEY)
    return None if spoken is None else sorted(spoken)


def reaches_the_door(limits: ChargerLimits) -> bool:
    """Whether a charger can use the addresses that are made here."""
    return is_reachable(SETTINGS.files_url, limits)


def list_uploads(charger_id: ChargerId, after: str | None, limit: int) -> Page[StoredFile]:
    """What a charger uploaded, the latest command first. Raises Invalid for a foreign cursor."""
    scope = f"uploads/{charger_id}"
    start = cursor.decode(after, scope) or {}
    found, last = files.list_below(_folder(charger_id), start.get("key", ""), limit)
    return Page(found, cursor.encode(None if last is None else {"key": last}, scope))


def command_of(upload: StoredFile) -> CommandId:
    """The command that asked for a file."""
    return CommandId(upload.folder.rpartition("/")[2].partition("-")[2])


def find_upload(charger_id: ChargerId, command_id: CommandId, name: str) -> StoredFile | None:
    """One uploaded file; None when there is none."""
    if not _COMMAND_ID.fullmatch(command_id):
        return None
    uploads, _ = files.list_below(_place(charger_id, command_id), "", LISTED)
    return next((one for one in uploads if one.name == name), None)


def _directory(request: Request, now: datetime) -> str:
    until = now + rule_of(request.action).time_to_live + TRYING
    folder = _place(request.charger_id, request.command_id)
    return file_door.directory_url(folder, until, UPLOAD_LIMIT_MB)


def _folder(charger_id: ChargerId) -> str:
    """Identities hold characters that no folder may have."""
    return f"uploads/{hashlib.sha256(charger_id.encode()).hexdigest()[:16]}"


def _place(charger_id: ChargerId, command_id: CommandId) -> str:
    """The folder of one command. Folders are listed by name: the latest comes first."""
    asked_ms = int(command_id.partition("-")[0], 16)
    return f"{_folder(charger_id)}/{LATEST_MS - asked_ms:013d}-{command_id}"


def _chosen(request: Request, given: Mapping[str, Any], *, confirmed: bool) -> Firmware | None:
    """The firmware to install; None where the person gave an address."""
    if request.firmware_id is None:
        if "location" not in given:
            raise Invalid("give firmware_id, or an address of your own as location", "firmware_id")
        return None
    if "location" in given:
        raise Invalid("give either firmware_id or a location, not both", "firmware_id")
    about = charger_store.get(request.charger_id).about
    return firmware_service.for_model(request.firmware_id, about, confirmed=confirmed)


def _with_image(request: Request, firmware: Firmware, now: datetime) -> Mapping[str, Any]:
    payload = {"retrieveDate": timestamps.render_time(now), **request.payload}
    return {**payload, "location": _image_url(firmware, payload, now)}


def _with_signed(request: Request, firmware: Firmware, now: datetime) -> Mapping[str, Any]:
    proof = firmware.proof
    signed = {}
    if proof is not None:
        signed = {"signingCertificate": proof.certificate, "signature": proof.signature}
    given = request.payload.get("firmware", {})
    wanted = {"retrieveDateTime": timestamps.render_time(now), **signed, **given}
    return {
        **request.payload,
        "firmware": {**wanted, "location": _image_url(firmware, wanted, now)},
    }


def _image_url(firmware: Firmware, wanted: Mapping[str, Any], now: datetime) -> str:
    begins_at = max(now, _retrieve_at(wanted) or now)
    if begins_at > now + FARTHEST:
        raise Invalid("must be within 30 days", "payload.retrieveDate")
    waits_until = max(begins_at, now + rule_of("UpdateFirmware").time_to_live)
    return file_door.download_url(firmware.key, now, waits_until + TRYING - now)


def _retrieve_at(wanted: object) -> datetime | None:
    """When an update may be fetched, as either command says it; None for an upload."""
    if not isinstance(wanted, Mapping):
        return None
    for member in ("retrieveDate", "retrieveDateTime"):
        if member in wanted:
            return timestamps.require_time(wanted[member], f"payload.{member}")
    return None
