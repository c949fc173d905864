"""What endangers chargers, and the certificates that they ask for."""

from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from csms.domain.certificate_request import CertificateRequest, RequestState
from csms.domain.security_event import SecurityEvent
from csms.entrypoints.api import paging
from csms.entrypoints.api.charger_path import ChargerInPath, canonical
from csms.entrypoints.api.clock import Now
from csms.entrypoints.api.fields import Body, Key, Name
from csms.entrypoints.api.paging import Cursor, Limit, PageView
from csms.entrypoints.api.problems import responses
from csms.services.chargers import names
from csms.services.chargers.names import Names
from csms.store import certificate_request
from csms.store import charger as chargers
from csms.store import security_event as events
from csms.store.cursor import Page
from csms.store.security_event import EventFilter

router = APIRouter(prefix="/api/admin", tags=["security"])


class SecurityEventView(BaseModel):
    """One event; it is never changed."""

    charger_id: str
    charger_name: str | None = Field(description="null when it was deleted")
    station_name: str | None = Field(description="where it stands; null when it was deleted")
    kind: str = Field(description="of the whitepaper's list, or the vendor's own")
    at: datetime = Field(description="by the charger's clock, where that can be right")
    arrived_at: datetime
    detail: str | None
    reported_by: str = Field(description="`charger`, or `csms`")


class EventRestrictions(Body):
    """Which security events to show."""

    day: Annotated[date | None, Query(description="of arrival, UTC; today when left out")] = None
    charger_id: Annotated[Key | None, Query()] = None
    kind: Annotated[Name | None, Query(description="as TamperDetectionActivated")] = None
    limit: Limit = 50
    cursor: Cursor = None

    def to_filter(self) -> EventFilter:
        """As the store takes it. Raises NotFound for what can be no charger."""
        charger_id = None if self.charger_id is None else canonical(self.charger_id)
        return EventFilter(charger_id, self.kind)


class CertificateRequestView(BaseModel):
    """What became of a charger's wish for a certificate."""

    requested_at: datetime
    state: RequestState
    reason: str | None
    command_id: str | None = Field(description="of the CertificateSigned that carries it")


@router.get("/security-events", responses=responses(404))
def list_security_events(
    wanted: Annotated[EventRestrictions, Query()], now: Now
) -> PageView[SecurityEventView]:
    """The security events of one day, newest first.

    Filtered by charger or kind, a page may be short, even empty, and still have a `next_cursor`.
    """
    day = (wanted.day or now.date()).isoformat()
    return _show_events(events.list_by_day(day, wanted.cursor, wanted.limit, wanted.to_filter()))


@router.get("/chargers/{charger_id}/security-events", responses=responses(404))
def list_security_events_of_charger(
    charger_id: ChargerInPath, now: Now, limit: Limit = 50, cursor: Cursor = None
) -> PageView[SecurityEventView]:
    """The security events of a charger, newest first."""
    page = events.list_by_charger(charger_id, now, cursor, limit)
    if not page.items:
        chargers.get(charger_id)
    return _show_events(page)


@router.get("/chargers/{charger_id}/certificate-requests", responses=responses(404))
def list_certificate_requests(charger_id: ChargerInPath) -> list[CertificateRequestView]:
    """The certificates that a charger asked for, the latest first."""
    chargers.get(charger_id)
    return [_show_request(one) for one in certificate_request.list_by_charger(charger_id)]


def _show_events(page: Page[SecurityEvent]) -> PageView[SecurityEventView]:
    known = names.read_where_they_stand(event.charger_id for event in page.items)
    return paging.view(page, lambda event: _show_event(event, known))


def _show_event(event: SecurityEvent, known: Names) -> SecurityEventView:
    return SecurityEventView(
        charger_id=event.charger_id,
        charger_name=known.of_charger(event.charger_id),
        station_name=known.of_station_with(event.charger_id),
        kind=event.kind,
        at=event.at,
        arrived_at=event.arrived_at,
        detail=event.detail,
        reported_by=event.reported_by,
    )


def _show_request(request: CertificateRequest) -> CertificateRequestView:
    return CertificateRequestView(
        requested_at=request.requested_at,
        state=request.state,
        reason=request.reason,
        command_id=request.command_id,
    )
