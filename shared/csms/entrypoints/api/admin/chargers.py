"""Chargers for operators: registration, credentials, approval."""

import dataclasses
from typing import Annotated, Literal
from urllib.parse import quote

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, Field

from csms.domain.audit import Audit
from csms.domain.charger import Charger, Reachability
from csms.domain.errors import Refused
from csms.domain.ids import StationId, Watt
from csms.domain.station import Bucket
from csms.entrypoints.api import paging
from csms.entrypoints.api.admin.new_charger import (
    AccessView,
    NewChargerFields,
    Power,
    RegisteredCharger,
    access,
    check_station,
    connector_ids,
    facts,
    put_on_map,
    register,
    registration_of,
    subject,
)
from csms.entrypoints.api.admin.pricing import choose_tariff
from csms.entrypoints.api.charger_path import ChargerInPath
from csms.entrypoints.api.clock import Now
from csms.entrypoints.api.fields import Body, Key, Name, Version
from csms.entrypoints.api.pace import paced_commands
from csms.entrypoints.api.paging import Cursor, Limit, PageView, Prefix
from csms.entrypoints.api.problems import responses
from csms.entrypoints.api.trail import Audited, Trail
from csms.entrypoints.api.views import charger as view
from csms.entrypoints.api.views import command as command_view
from csms.entrypoints.api.views.charger import ChargerDetail, ChargerView
from csms.entrypoints.api.views.command import CommandView
from csms.services.chargers import hearing, registration, rotation
from csms.store import charger as chargers
from csms.store import connection as connections
from csms.store import station as stations
from csms.store.cursor import Page

router = APIRouter(prefix="/api/admin/chargers", tags=["chargers"])

Level = Literal["all", "faults", "off"]


class NewCharger(NewChargerFields):
    """A charger to register."""

    identity: Annotated[str, Field(min_length=1, max_length=48, description="as it dials")]


class ChargerEdit(Body):
    """What an operator may change of a charger."""

    name: Name
    station_id: Key
    rated_power_w: Power
    tariff_id: Key | None = None
    assume_ocpp16: Annotated[bool, Field(strict=True)] = True
    log_level: Level | None = None
    version: Version


class RotatedKey(BaseModel):
    """A password on its way to a charger. It is shown this once."""

    command: CommandView
    access: AccessView


class Filters(Body):
    """Which chargers to list."""

    station_id: Annotated[Key | None, Query()] = None
    reachability: Annotated[Reachability | None, Query()] = None
    prefix: Prefix = ""
    limit: Limit = 50
    cursor: Cursor = None


@router.get("")
def list_chargers(wanted: Annotated[Filters, Query()]) -> PageView[ChargerView]:
    """Chargers by name, or those of a station, or those that are online or offline."""
    return shown(_page(wanted))


def shown(page: Page[Charger]) -> PageView[ChargerView]:
    """A page of chargers, each with its connection and when it was last heard of."""
    ids = [charger.charger_id for charger in page.items]
    found = {one.charger_id: one for one in connections.find_many(ids)}
    heard = hearing.of_page(page.items, found)

    def show(charger: Charger) -> ChargerView:
        charger_id = charger.charger_id
        return view.show(charger, found.get(charger_id), heard.get(charger_id))

    return paging.view(page, show)


@router.post("", status_code=201, responses=responses(409))
def register_charger(
    body: NewCharger, request: Request, response: Response, now: Now, trail: Audited
) -> RegisteredCharger:
    """Register a charger. Its password is in this answer and nowhere else."""
    registered = register(registration_of(body.identity, body, now), request, now, trail)
    response.headers["Location"] = (
        f"{router.prefix}/{quote(registered.charger.charger_id, safe='')}"
    )
    return registered


@router.get("/{charger_id}", responses=responses(404))
def read_charger(charger_id: ChargerInPath) -> ChargerDetail:
    """One charger with its connectors."""
    page, connection = chargers.page(charger_id), connections.find(charger_id)
    heard_at = hearing.of_charger(connection, page.connectors)
    return view.show_detail(page, connection, heard_at)


@router.put("/{charger_id}", responses=responses(404, 409))
def replace_charger(
    charger_id: ChargerInPath, body: ChargerEdit, now: Now, trail: Audited
) -> ChargerDetail:
    """Edit a charger. `version` is the one that was read: an edit in between is 409."""
    before = chargers.get(charger_id)
    check_station(body.station_id)
    wanted = dataclasses.replace(
        before,
        name=body.name,
        station_id=StationId(body.station_id),
        rated_power_w=Watt(body.rated_power_w),
        tariff_id=choose_tariff(body.tariff_id, before.tariff_id, now),
        assume_ocpp16=body.assume_ocpp16,
        log_level=body.log_level,
        version=body.version + 1,
    )
    entry = trail.entry("charger.changed", subject(charger_id), facts(before), facts(wanted))
    after = chargers.replace(wanted, body.version, entry)
    if after.station_id != before.station_id:
        stations.remove_buckets(before.station_id, charger_id, connector_ids(before))
        put_on_map(after, Bucket.UNKNOWN)
    return read_charger(charger_id)


@router.delete("/{charger_id}", status_code=204, responses=responses(404, 409))
def delete_charger(charger_id: ChargerInPath, now: Now, trail: Audited) -> None:
    """Delete a charger; its transactions and messages stay. Not while it charges."""
    charger = chargers.get(charger_id)
    if any(one.transaction_id is not None for one in chargers.connectors(charger_id)):
        raise Refused("a transaction runs on this charger: stop it first", "transaction_running")
    entry = trail.entry("charger.deleted", subject(charger_id), facts(charger), None)
    registration.delete(charger_id, now, entry)
    stations.remove_buckets(charger.station_id, charger_id, connector_ids(charger))


@router.post("/{charger_id}/approve", responses=responses(404, 409))
def approve_charger(charger_id: ChargerInPath, now: Now, trail: Audited) -> ChargerDetail:
    """Accept a pending charger."""
    before = chargers.get(charger_id)
    audit = _decided("charger.approved", before, trail)
    registration.approve(charger_id, trail.actor.user_id, now, audit)
    return read_charger(charger_id)


@router.post("/{charger_id}/disable", responses=responses(404, 409))
def disable_charger(charger_id: ChargerInPath, trail: Audited) -> ChargerDetail:
    """Refuse a charger from now on; its connection is closed."""
    before = chargers.get(charger_id)
    after = registration.disable(charger_id, _decided("charger.disabled", before, trail))
    put_on_map(after, Bucket.UNAVAILABLE)
    return read_charger(charger_id)


@router.post("/{charger_id}/enable", responses=responses(404, 409))
def enable_charger(charger_id: ChargerInPath, trail: Audited) -> ChargerDetail:
    """Accept a disabled charger again; it boots anew."""
    before = chargers.get(charger_id)
    after = registration.enable(charger_id, _decided("charger.enabled", before, trail))
    if after.registration is not before.registration:
        put_on_map(after, Bucket.UNKNOWN)
    return read_charger(charger_id)


@router.post("/{charger_id}/re-key", responses=responses(404))
def rekey_charger(charger_id: ChargerInPath, request: Request, trail: Audited) -> AccessView:
    """Replace a lost password at once; the charger is cut off until the new one is entered."""
    charger = chargers.get(charger_id)
    entry = trail.entry("charger.re-keyed", subject(charger_id))
    password = registration.rekey(charger_id, entry)
    return access(charger, password, request)


@router.post(
    "/{charger_id}/rotate-key",
    status_code=202,
    responses=responses(404, 409, 429),
    dependencies=[paced_commands],
)
def rotate_key(charger_id: ChargerInPath, request: Request, now: Now, trail: Audited) -> RotatedKey:
    """Give a charger a new password over the wire. Both are good until the new one was used."""
    entry = trail.entry("charger.key-rotated", subject(charger_id))
    command, password = rotation.rotate(charger_id, trail.actor.user_id, now, entry)
    return RotatedKey(
        command=command_view.show(command),
        access=access(chargers.get(charger_id), password, request),
    )


def _page(wanted: Filters) -> Page[Charger]:
    if wanted.station_id is not None:
        station_id = StationId(wanted.station_id)
        return chargers.list_by_station(station_id, wanted.cursor, wanted.limit)
    if wanted.reachability is not None:
        ids = connections.list_by_reachability(wanted.reachability, wanted.cursor, wanted.limit)
        return Page(chargers.find_many(ids.items), ids.cursor)
    return chargers.list_by_name(wanted.cursor, wanted.limit, wanted.prefix)


def _decided(change: str, before: Charger, trail: Trail) -> Audit[Charger]:
    return lambda after: trail.entry(
        change,
        subject(after.charger_id),
        {"registration": before.registration},
        {"registration": after.registration},
    )
