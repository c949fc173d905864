"""Chargers and tags that turned up and that nobody registered, and one step to register them."""

from datetime import datetime
from urllib.parse import quote

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field

from csms.domain.errors import Conflict, Invalid, NotFound
from csms.domain.id_tag import LONGEST_TAG
from csms.domain.ids import ChargerId, fold_tag
from csms.domain.unknown import Unknown, UnknownKind
from csms.entrypoints.api.admin import id_tags, new_charger
from csms.entrypoints.api.admin.id_tags import TagFields, TagInPath
from csms.entrypoints.api.admin.new_charger import NewChargerFields, RegisteredCharger
from csms.entrypoints.api.charger_path import ChargerInPath
from csms.entrypoints.api.clock import Now
from csms.entrypoints.api.problems import responses
from csms.entrypoints.api.trail import Audited
from csms.entrypoints.api.views.id_tag import OperatorTagView
from csms.store import charger as chargers
from csms.store import id_tag as tags
from csms.store import inbox

router = APIRouter(prefix="/api/admin", tags=["unknown"])


class UnknownView(BaseModel):
    """Something that turned up and is not known here."""

    key: str
    as_sent: str = Field(description="how it wrote itself")
    detail: str = Field(description="as it was sent, and from where")
    first_seen_at: datetime
    last_seen_at: datetime
    times: int = Field(description="counted once a minute")


def show_unknown(one: Unknown) -> UnknownView:
    """An unknown charger or tag."""
    return UnknownView(
        key=one.key,
        as_sent=one.as_sent,
        detail=one.detail,
        first_seen_at=one.first_seen_at,
        last_seen_at=one.last_seen_at,
        times=one.times,
    )


@router.get("/unknown-chargers")
def list_unknown_chargers(now: Now) -> list[UnknownView]:
    """Chargers that were refused because nobody registered them, the latest first."""
    return [show_unknown(one) for one in inbox.list_unknown(UnknownKind.CHARGER, now)]


@router.delete("/unknown-chargers/{charger_id}", status_code=204)
def dismiss_unknown_charger(charger_id: ChargerInPath, trail: Audited) -> None:
    """Take a charger out of the inbox, until it knocks again."""
    entry = trail.entry("unknown-charger.dismissed", f"charger#{charger_id}")
    inbox.forget(UnknownKind.CHARGER, charger_id, entry)


@router.post(
    "/unknown-chargers/{charger_id}/register", status_code=201, responses=responses(404, 409)
)
def register_unknown_charger(
    charger_id: ChargerInPath,
    body: NewChargerFields,
    request: Request,
    response: Response,
    now: Now,
    trail: Audited,
) -> RegisteredCharger:
    """Register a charger that knocked; it leaves the inbox. Its password is in this answer only.

    The same again is 409: it is registered, and `re-key` gives it another password.
    """
    found = _unknown_charger(charger_id, now)
    wanted = new_charger.registration_of(found.as_sent, body, now)
    registered = new_charger.register(wanted, request, now, trail)
    path = quote(registered.charger.charger_id, safe="")
    response.headers["Location"] = f"/api/admin/chargers/{path}"
    return registered


@router.get("/unknown-id-tags")
def list_unknown_id_tags(now: Now) -> list[UnknownView]:
    """Tags that were presented and are known to nobody, the latest first."""
    return [show_unknown(one) for one in inbox.list_unknown(UnknownKind.TAG, now)]


@router.post(
    "/unknown-id-tags/{id_tag:path}/register", status_code=201, responses=responses(404, 409)
)
def register_unknown_id_tag(
    id_tag: TagInPath, body: TagFields, now: Now, trail: Audited, response: Response
) -> OperatorTagView:
    """Register a tag that was presented; it leaves the inbox. The same again is 409."""
    found = inbox.find(UnknownKind.TAG, fold_tag(id_tag), now)
    if found is None:
        if tags.find(fold_tag(id_tag), now) is not None:
            raise Conflict(f"id tag {id_tag!r} is registered already", "exists")
        raise NotFound("unknown id tag", id_tag)
    if len(found.as_sent) > LONGEST_TAG:
        message = f"OCPP 1.6 has tags of at most {LONGEST_TAG} characters: the reader is set wrong"
        raise Invalid(message, "path.id_tag")
    return id_tags.register(found.as_sent, body, now, trail, response)


@router.delete("/unknown-id-tags/{id_tag:path}", status_code=204)
def dismiss_unknown_id_tag(id_tag: TagInPath, trail: Audited) -> None:
    """Take a tag out of the inbox, until it is presented again."""
    tag = fold_tag(id_tag)
    inbox.forget(UnknownKind.TAG, tag, trail.entry("unknown-id-tag.dismissed", f"id-tag#{tag}"))


def _unknown_charger(charger_id: ChargerId, now: datetime) -> Unknown:
    """What knocked. Raises Conflict when it is registered, NotFound when it never knocked."""
    if chargers.find(charger_id, consistent=True) is not None:
        inbox.forget(UnknownKind.CHARGER, charger_id)
        message = f"charger {charger_id!r} is registered already: re-key it for a password"
        raise Conflict(message, "exists")
    found = inbox.find(UnknownKind.CHARGER, charger_id, now)
    if found is None:
        raise NotFound("unknown charger", charger_id)
    return found
