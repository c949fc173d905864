"""What is known of a charger: messages and findings."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from csms.domain.errors import Invalid
from csms.domain.message import Direction, LoggedExchange
from csms.entrypoints.api import paging
from csms.entrypoints.api.charger_path import ChargerInPath
from csms.entrypoints.api.clock import Now
from csms.entrypoints.api.fields import Body, Instant, Name
from csms.entrypoints.api.paging import Cursor, Limit, PageView
from csms.entrypoints.api.problems import responses
from csms.entrypoints.api.views import charger as view
from csms.entrypoints.api.views.charger import FindingView
from csms.services.chargers import names
from csms.services.chargers.names import Names
from csms.store import charger as chargers
from csms.store import message_log
from csms.store.cursor import Page
from csms.store.message_log import LogFilter

router = APIRouter(prefix="/api/admin/chargers", tags=["chargers"])


class MessageRestrictions(Body):
    """Which messages to show."""

    since: Annotated[Instant | None, Query()] = None
    until: Annotated[Instant | None, Query()] = None
    action: Annotated[Name | None, Query(description="OCPP's name, as Heartbeat")] = None
    direction: Annotated[Direction | None, Query()] = None
    message_id: Annotated[Name | None, Query(description="OCPP's unique id")] = None
    errors_only: Annotated[bool, Query()] = False

    def to_log_filter(self) -> LogFilter:
        """As the store takes it. Raises Invalid for a time that ends before it begins."""
        if self.since is not None and self.until is not None and self.until < self.since:
            raise Invalid("until must not be before since", "query.until")
        return LogFilter(
            since=self.since,
            until=self.until,
            action=self.action,
            direction=self.direction,
            message_id=self.message_id,
            errors_only=self.errors_only,
        )


class MessageFilters(MessageRestrictions):
    """Which messages to show, page by page."""

    limit: Limit = 50
    cursor: Cursor = None


class MessageView(BaseModel):
    """A request with its answer, as frames; secrets are masked."""

    charger_id: str
    charger_name: str | None = Field(description="null when it was deleted")
    station_name: str | None = Field(description="where it stands; null when it was deleted")
    at: datetime
    direction: Direction
    action: str | None
    message_id: str | None
    connection_id: str | None
    request: str
    answer: str | None
    error: str | None


def show_messages(page: Page[LoggedExchange]) -> PageView[MessageView]:
    """A page of exchanges, with what their chargers are called."""
    known = names.read_where_they_stand({one.charger_id for one in page.items})
    return paging.view(page, lambda one: _show_message(one, known))


def _show_message(exchange: LoggedExchange, known: Names) -> MessageView:
    return MessageView(
        charger_id=exchange.charger_id,
        charger_name=known.of_charger(exchange.charger_id),
        station_name=known.of_station_with(exchange.charger_id),
        at=exchange.at,
        direction=exchange.direction,
        action=exchange.action,
        message_id=exchange.message_id,
        connection_id=exchange.connection_id,
        request=exchange.request,
        answer=exchange.answer,
        error=exchange.error,
    )


@router.get("/{charger_id}/messages", responses=responses(404))
def list_messages(
    charger_id: ChargerInPath, wanted: Annotated[MessageFilters, Query()], now: Now
) -> PageView[MessageView]:
    """The message log of a charger, newest first. A filtered page may be short and go on."""
    page = message_log.list_by_charger(
        charger_id, wanted.to_log_filter(), now, wanted.cursor, wanted.limit
    )
    if not page.items:
        chargers.get(charger_id)
    return show_messages(page)


@router.get("/{charger_id}/findings", responses=responses(404))
def list_findings(charger_id: ChargerInPath) -> list[FindingView]:
    """How the charger deviates from the specification, the latest first."""
    found = sorted(chargers.page(charger_id).findings, key=lambda one: one.last_seen_at)
    return [view.show_finding(one) for one in reversed(found)]
