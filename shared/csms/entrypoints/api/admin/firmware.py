"""Firmware for chargers: announced here, uploaded through the file door."""

import re
from typing import Annotated, Self

from fastapi import APIRouter, Query, Response
from pydantic import AfterValidator, Field, StringConstraints, model_validator

from csms.domain.file_key import safe_name
from csms.domain.firmware import Firmware, FirmwareState, Proof
from csms.domain.ids import FirmwareId
from csms.entrypoints.api import paging
from csms.entrypoints.api.clock import Now
from csms.entrypoints.api.faults import fault
from csms.entrypoints.api.fields import Body, Key, Name, Printable
from csms.entrypoints.api.paging import Cursor, Limit, PageView
from csms.entrypoints.api.problems import responses
from csms.entrypoints.api.trail import Audited
from csms.entrypoints.api.views import file as view
from csms.entrypoints.api.views.file import (
    FirmwareView,
    InstallationView,
    KeptFirmwareView,
    UploadView,
)
from csms.services.accounts import names as people_names
from csms.services.chargers import firmware as service
from csms.services.chargers import names
from csms.store import firmware as firmware_store

router = APIRouter(prefix="/api/admin/firmware", tags=["firmware"])

Told = Annotated[str, StringConstraints(max_length=50), Printable]
DIGEST = r"^[0-9a-fA-F]{64}$"


def _digest(text: str) -> str:
    if not re.fullmatch(DIGEST, text):
        raise fault("not_a_digest")
    return text.lower()


Sha256 = Annotated[str, Field(json_schema_extra={"pattern": DIGEST}), AfterValidator(_digest)]


class FirmwareFields(Body):
    """An image that is about to be uploaded. Vendor and model as chargers report them."""

    label: Name
    version: Annotated[str, StringConstraints(min_length=1, max_length=50), Printable]
    vendor: Told = Field("", description="empty: of any")
    model: Told = Field("", description="empty: of any")
    file_name: Name
    size_bytes: int | None = Field(None, ge=1, le=service.LIMIT_MB * 1_000_000, strict=True)
    sha256: Sha256 | None = Field(None, description="hex; another file than this is refused")
    signing_certificate: Annotated[str, StringConstraints(max_length=5500)] | None = Field(
        None, description="PEM; for SignedUpdateFirmware"
    )
    signature: Annotated[str, StringConstraints(max_length=800)] | None = Field(
        None, description="Base64; for SignedUpdateFirmware"
    )

    @model_validator(mode="after")
    def _proof_is_whole(self) -> Self:
        if (self.signing_certificate is None) != (self.signature is None):
            lone, other = "signature", "signing_certificate"
            if self.signature is None:
                lone, other = other, lone
            raise fault("alone", at=lone, other=other)
        return self


class AnnouncedView(FirmwareView):
    """New firmware, and where its file goes."""

    upload: UploadView


@router.get("")
def list_firmware(limit: Limit = 50, cursor: Cursor = None) -> PageView[KeptFirmwareView]:
    """Firmware that is not withdrawn, by label."""
    page = firmware_store.list_by_name(cursor, limit)
    people = people_names.read(one.created_by for one in page.items)
    return paging.view(page, lambda one: view.show_kept_firmware(one, people))


@router.post("", status_code=201)
def announce_firmware(
    body: FirmwareFields, now: Now, trail: Audited, response: Response
) -> AnnouncedView:
    """Announce an image. PUT it to `upload.url`, then read the firmware: that looks for it."""
    proof = None
    if body.signing_certificate is not None and body.signature is not None:
        proof = Proof(body.signing_certificate, body.signature)
    firmware = Firmware(
        firmware_id=service.new_id(),
        label=body.label,
        vendor=body.vendor,
        model=body.model,
        version=body.version,
        file_name=safe_name(body.file_name),
        state=FirmwareState.AWAITED,
        created_by=trail.actor.user_id,
        created_at=now,
        size_bytes=body.size_bytes,
        sha256=body.sha256,
        proof=proof,
    )
    upload = view.show_upload(service.offer_upload(firmware, now))
    shown = view.show_firmware(firmware).model_dump()
    subject = f"firmware#{firmware.firmware_id}"
    after = view.show_firmware(firmware).model_dump(mode="json")
    firmware_store.create(firmware, trail.entry("firmware.announced", subject, None, after))
    response.headers["Location"] = f"{router.prefix}/{firmware.firmware_id}"
    return AnnouncedView(**shown, upload=upload)


@router.get("/{firmware_id}", responses=responses(404))
def read_firmware(firmware_id: Key) -> KeptFirmwareView:
    """One firmware. While its file is awaited, this looks for it and takes its size and digest."""
    firmware = service.look(firmware_store.get(FirmwareId(firmware_id)))
    return view.show_kept_firmware(firmware, people_names.read([firmware.created_by]))


@router.post("/{firmware_id}/upload", responses=responses(404, 409))
def offer_upload(firmware_id: Key, now: Now) -> UploadView:
    """Another address for the image, when the first was used in vain or is too old."""
    firmware = service.look(firmware_store.get(FirmwareId(firmware_id)))
    return view.show_upload(service.offer_upload(firmware, now))


@router.delete("/{firmware_id}", status_code=204, responses=responses(404, 409))
def withdraw_firmware(
    firmware_id: Key,
    now: Now,
    trail: Audited,
    *,
    confirmed: Annotated[bool, Query(description="although chargers install it now")] = False,
) -> None:
    """Remove the file and the firmware from the list. Who installed it stays readable."""
    firmware = firmware_store.get(FirmwareId(firmware_id))
    before = view.show_firmware(firmware).model_dump(mode="json")
    entry = trail.entry("firmware.withdrawn", f"firmware#{firmware_id}", before, None)
    service.withdraw(firmware, entry, now, confirmed=confirmed)


@router.get("/{firmware_id}/chargers", responses=responses(404))
def list_installations(
    firmware_id: Key, now: Now, limit: Limit = 50, cursor: Cursor = None
) -> PageView[InstallationView]:
    """The chargers that were asked to install it, and how far each is."""
    firmware = firmware_store.get(FirmwareId(firmware_id))
    page = service.list_installations(firmware.firmware_id, cursor, limit, now)
    known = names.read_where_they_stand(one.charger_id for one, _ in page.items)
    return paging.view(page, lambda found: view.show_installation(*found, known))
