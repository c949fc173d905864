"""Firmware of the operator: announced, uploaded through the file door, installed, withdrawn."""

import dataclasses
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from csms import file_door, files
from csms.domain.audit import AuditEntry
from csms.domain.charger import ChargerModel
from csms.domain.errors import Conflict, Refused
from csms.domain.firmware import Firmware, FirmwareState, Installation
from csms.domain.ids import FirmwareId
from csms.domain.reasons import Reason
from csms.domain.transfer import TransferState, state_of
from csms.store import command as command_store
from csms.store import firmware as firmware_store
from csms.store.cursor import Page

UPLOAD_LIFE: Final = timedelta(hours=1)
LIMIT_MB: Final = 500
"""The largest image; its digest is computed well within the time of a request."""
WAIT: Final = (FirmwareState.AWAITED, FirmwareState.DAMAGED)
UNDER_WAY: Final = (TransferState.ASKED, TransferState.RUNNING)
LOOKED_AT: Final = 200
AS_IT_IS: Final[Mapping[FirmwareState, Reason]] = {
    FirmwareState.AWAITED: "firmware-awaited",
    FirmwareState.AVAILABLE: "firmware-available",
    FirmwareState.DAMAGED: "firmware-damaged",
    FirmwareState.WITHDRAWN: "firmware-withdrawn",
}
"""Why firmware in a state is refused."""


@dataclass(frozen=True, slots=True)
class Upload:
    """Where an image is uploaded with one PUT, and until when."""

    url: str
    expires_at: datetime


def new_id() -> FirmwareId:
    """The id of new firmware."""
    return FirmwareId(uuid.uuid4().hex[:12])


def offer_upload(firmware: Firmware, now: datetime) -> Upload:
    """Where the image goes. Raises Refused when it is there already, or never will be."""
    if firmware.state not in WAIT:
        message = f"This firmware is {firmware.state}: make another for another image."
        raise Refused(message, AS_IT_IS[firmware.state])
    return Upload(file_door.upload_url(firmware.key, now, UPLOAD_LIFE, LIMIT_MB), now + UPLOAD_LIFE)


def look(firmware: Firmware) -> Firmware:
    """The firmware as it is when its file has been looked for: available, damaged, or awaited."""
    if firmware.state not in WAIT:
        return firmware
    found = files.find(firmware.key)
    if found is None:
        return firmware
    digest = files.sha256(firmware.key)
    announced = (firmware.size_bytes, firmware.sha256)
    fits = announced[0] in (None, found.size_bytes) and announced[1] in (None, digest)
    if not fits:
        return _become(firmware, dataclasses.replace(firmware, state=FirmwareState.DAMAGED))
    there = dataclasses.replace(
        firmware,
        state=FirmwareState.AVAILABLE,
        size_bytes=found.size_bytes,
        sha256=digest,
    )
    return _become(firmware, there)


def withdraw(firmware: Firmware, entry: AuditEntry, now: datetime, *, confirmed: bool) -> None:
    """Remove the file; what was installed stays readable.

    Raises Refused while chargers are about to fetch it, unless the person who asked confirms that
    they are to fail.
    """
    if not confirmed:
        asked = list_installations(firmware.firmware_id, None, LOOKED_AT, now).items
        busy = [found.charger_id for found, state in asked if state in UNDER_WAY]
        if busy:
            message = (
                f"{len(busy)} chargers install it now: wait, or confirm that they are to fail."
            )
            raise Refused(message, "firmware-in-use")
    gone = dataclasses.replace(firmware, state=FirmwareState.WITHDRAWN)
    firmware_store.replace(gone, firmware.state, entry)
    files.delete(firmware.key)


def list_installations(
    firmware_id: FirmwareId, after: str | None, limit: int, now: datetime
) -> Page[tuple[Installation, TransferState]]:
    """The chargers that were asked to install a firmware, with where each stands."""
    page = firmware_store.list_installations(firmware_id, after, limit)
    silent = [(one.charger_id, one.command_id) for one in page.items if one.told is None]
    commands = {command.command_id: command for command in command_store.find_many(silent)}
    stands = [
        (one, state_of(one.begins_at, one.told, commands.get(one.command_id), now))
        for one in page.items
    ]
    return Page(stands, page.cursor)


def for_model(firmware_id: FirmwareId, about: ChargerModel, *, confirmed: bool) -> Firmware:
    """The firmware, if a charger of this model may install it.

    Raises NotFound, Refused when the file is not there, and for another model unless the person who
    asked confirms it.
    """
    firmware = firmware_store.get(firmware_id)
    if firmware.state is FirmwareState.AWAITED:  # a damaged one is not read again for each charger
        firmware = look(firmware)
    if firmware.state is not FirmwareState.AVAILABLE:
        message = f"firmware {firmware.label!r} is {firmware.state}: its file is not available"
        raise Refused(message, AS_IT_IS[firmware.state])
    if not confirmed and not firmware.fits(about.vendor, about.model):
        message = (
            f"This firmware is for {firmware.vendor} {firmware.model}, and the charger is "
            f"{about.vendor} {about.model}: confirm if it fits all the same."
        )
        raise Refused(message, "firmware-of-another-model")
    return firmware


def _become(before: Firmware, after: Firmware) -> Firmware:
    """Store what was found, unless somebody who looked at the same time did, or withdrew it."""
    if after == before:
        return before
    try:
        firmware_store.replace(after, before.state)
    except Conflict:
        return firmware_store.get(before.firmware_id)
    return after
