"""What a charger is told to keep: reservations, charging profiles, the list of tags."""

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from csms.domain.charging_profile import HeldProfile
from csms.domain.command import Cause
from csms.domain.ids import fold_tag
from csms.domain.local_list import ListState
from csms.domain.reservation import Reservation, ReservationState
from csms.entrypoints.api import paging
from csms.entrypoints.api.admin.commands import SENT, written_down
from csms.entrypoints.api.charger_path import ChargerInPath
from csms.entrypoints.api.clock import Now
from csms.entrypoints.api.fields import Body
from csms.entrypoints.api.outcome import Patient, await_outcome
from csms.entrypoints.api.pace import paced_commands
from csms.entrypoints.api.paging import Cursor, Limit, PageView
from csms.entrypoints.api.payload import plain
from csms.entrypoints.api.problems import responses
from csms.entrypoints.api.trail import Audited
from csms.entrypoints.api.views.command import CommandView
from csms.services.chargers import local_lists, profiles
from csms.store import charger as chargers
from csms.store import local_list as lists
from csms.store import reservation as reservations

router = APIRouter(prefix="/api/admin/chargers/{charger_id}", tags=["plans"])

MOST_TAGS = 100


class ReservationView(BaseModel):
    """A connector that is, or was, kept for a tag."""

    reservation_id: int
    connector_id: int
    id_tag: str
    parent_id_tag: str | None
    expires_at: datetime
    requested_by: str
    requested_at: datetime
    state: ReservationState
    reason: str | None = Field(description="the charger's word, when it was refused or ended")
    transaction_id: int | None


class ProfileView(BaseModel):
    """A charging profile that the charger accepted."""

    connector_id: int
    profile: dict[str, Any] = Field(description="as sent")
    accepted_at: datetime


class LocalListView(BaseModel):
    """What is known of the list of tags that a charger holds."""

    state: ListState
    version: int = Field(description="the last number given to a part of the list")
    held_version: int | None = Field(description="what the charger confirmed last")
    updated_at: datetime | None


class Tags(Body):
    """Which tags changed; without any the whole list is sent."""

    id_tags: Annotated[
        list[Annotated[str, Field(min_length=1, max_length=20)]], Field(max_length=MOST_TAGS)
    ] = Field(default_factory=list)


@router.get("/reservations", responses=responses(404))
def list_reservations(
    charger_id: ChargerInPath, limit: Limit = 50, cursor: Cursor = None
) -> PageView[ReservationView]:
    """The reservations of a charger, the highest number first. ReserveNow makes them."""
    page = reservations.list_by_charger(charger_id, cursor, limit)
    if not page.items:
        chargers.get(charger_id)
    return paging.view(page, _show_reservation)


@router.get("/charging-profiles", responses=responses(404))
def list_charging_profiles(charger_id: ChargerInPath) -> list[ProfileView]:
    """The limits that a charger keeps to. SetChargingProfile and ClearChargingProfile move them."""
    return [_show_profile(held) for held in profiles.held_by(charger_id)]


@router.get("/local-list", responses=responses(404))
def read_local_list(charger_id: ChargerInPath) -> LocalListView:
    """What is known of a charger's list; GetLocalListVersion asks the charger itself."""
    chargers.get(charger_id)
    found = lists.find(charger_id)
    return LocalListView(
        state=found.state,
        version=found.version,
        held_version=found.held_version,
        updated_at=found.updated_at,
    )


@router.post("/local-list/send", responses=SENT, dependencies=[paced_commands])
def send_local_list(
    charger_id: ChargerInPath,
    body: Tags,
    now: Now,
    trail: Audited,
    patient: Patient,
    response: Response,
) -> CommandView:
    """Send a charger every tag, in parts that it can take, or what became of some of them."""
    chargers.get(charger_id)
    actor, cause = trail.actor.user_id, Cause(audit=written_down(trail))
    if body.id_tags:
        tags = list(dict.fromkeys(fold_tag(tag) for tag in body.id_tags))
        command = local_lists.send_changes(charger_id, tags, actor, now, cause)
    else:
        command = local_lists.send_all(charger_id, actor, now, cause=cause)
    return await_outcome(command, patient, response)


def _show_reservation(one: Reservation) -> ReservationView:
    return ReservationView(
        reservation_id=one.reservation_id,
        connector_id=one.connector_id,
        id_tag=one.id_tag,
        parent_id_tag=one.parent_id_tag,
        expires_at=one.expires_at,
        requested_by=one.requested_by,
        requested_at=one.requested_at,
        state=one.state,
        reason=one.reason,
        transaction_id=one.transaction_id,
    )


def _show_profile(held: HeldProfile) -> ProfileView:
    return ProfileView(
        connector_id=held.connector_id,
        profile=plain(held.profile),
        accepted_at=held.accepted_at,
    )
