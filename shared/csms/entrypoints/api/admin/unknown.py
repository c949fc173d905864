"""Chargers and tags that turned up and that nobody registered."""

from datetime import datetime

from fastapi import APIRouter
from pydantic import BaseModel, Field

from csms.domain.unknown import Unknown, UnknownKind
from csms.entrypoints.api.charger_path import ChargerInPath
from csms.entrypoints.api.clock import Now
from csms.entrypoints.api.trail import Audited
from csms.store import inbox

router = APIRouter(prefix="/api/admin", tags=["unknown"])


class UnknownView(BaseModel):
    """Something that turned up and is not known here."""

    key: str
    detail: str = Field(description="as it was sent, and from where")
    first_seen_at: datetime
    last_seen_at: datetime
    times: int = Field(description="counted once a minute")


def show_unknown(one: Unknown) -> UnknownView:
    """An unknown charger or tag."""
    return UnknownView(
        key=one.key,
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


@router.get("/unknown-id-tags")
def list_unknown_id_tags(now: Now) -> list[UnknownView]:
    """Tags that were presented and are known to nobody, the latest first."""
    return [show_unknown(one) for one in inbox.list_unknown(UnknownKind.TAG, now)]
