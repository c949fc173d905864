"""What operators look back at: who changed what, and messages that fit no transaction."""

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from csms.domain.audit import AuditEntry
from csms.domain.errors import Invalid
from csms.entrypoints.api import paging
from csms.entrypoints.api.fields import Line
from csms.entrypoints.api.paging import Cursor, Limit, PageView
from csms.services.accounts import names as people_names
from csms.services.accounts.names import PeopleNames
from csms.services.chargers import names
from csms.services.chargers.names import Names
from csms.store import audit
from csms.store import review as reviews
from csms.store.review import Review, ReviewKind

router = APIRouter(prefix="/api/admin", tags=["oversight"])


class AuditView(BaseModel):
    """One change; it is never changed itself."""

    subject: str
    at: datetime
    actor: str
    actor_name: str | None = Field(description="null when a rule changed it")
    change: str
    request_id: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class ReviewView(BaseModel):
    """A message that somebody has to look at."""

    kind: ReviewKind
    charger_id: str
    charger_name: str | None = Field(description="null when it was deleted")
    station_name: str | None = Field(description="where it stands; null when it was deleted")
    at: datetime = Field(description="by the charger's clock")
    arrived_at: datetime
    reason: str
    detail: dict[str, Any]


@router.get("/audit")
def list_audit(
    subject: Annotated[Line | None, Query(description="as `station#<id>`")] = None,
    actor: Annotated[Line | None, Query(description="a user's id")] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> PageView[AuditView]:
    """Who changed what, newest first: on one subject, or by one person."""
    if (subject is None) == (actor is None):
        raise Invalid("ask for a subject or for an actor", "query.subject")
    if subject is not None:
        page = audit.list_of(subject, cursor, limit)
    else:
        page = audit.list_by(actor or "", cursor, limit)
    people = people_names.read(entry.actor for entry in page.items)
    return paging.view(page, lambda entry: _show_audit(entry, people))


@router.get("/reviews")
def list_reviews(
    kind: Annotated[ReviewKind, Query()], limit: Limit = 50, cursor: Cursor = None
) -> PageView[ReviewView]:
    """Stops without a transaction, or starts that were delivered too late; newest first."""
    page = reviews.list_by_kind(kind, cursor, limit)
    known = names.read_where_they_stand(one.charger_id for one in page.items)
    return paging.view(page, lambda one: _show_review(one, known))


def _show_audit(entry: AuditEntry, people: PeopleNames) -> AuditView:
    return AuditView(
        subject=entry.subject,
        at=entry.at,
        actor=entry.actor,
        actor_name=people.of(entry.actor),
        change=entry.change,
        request_id=entry.request_id,
        before=None if entry.before is None else dict(entry.before),
        after=None if entry.after is None else dict(entry.after),
    )


def _show_review(review: Review, known: Names) -> ReviewView:
    return ReviewView(
        kind=review.kind,
        charger_id=review.charger_id,
        charger_name=known.of_charger(review.charger_id),
        station_name=known.of_station_with(review.charger_id),
        at=review.at,
        arrived_at=review.arrived_at,
        reason=review.reason,
        detail=dict(review.detail),
    )
