"""The older paths that scripts of operators use."""

from heapq import nlargest
from typing import Annotated, Final

from fastapi import APIRouter, Query, Response

from csms.domain.charger import Reachability
from csms.entrypoints.api.admin.charger_state import (
    MessageFilters,
    MessageRestrictions,
    MessageView,
    list_messages,
    show_messages,
)
from csms.entrypoints.api.admin.chargers import shown
from csms.entrypoints.api.admin.commands import SENT, CommandRequest, ask
from csms.entrypoints.api.charger_path import canonical, charger_in_path
from csms.entrypoints.api.clock import Now
from csms.entrypoints.api.outcome import Patient, await_outcome
from csms.entrypoints.api.pace import paced_commands
from csms.entrypoints.api.paging import Cursor, Limit, PageView
from csms.entrypoints.api.problems import responses
from csms.entrypoints.api.trail import Audited
from csms.entrypoints.api.views.charger import ChargerView
from csms.entrypoints.api.views.command import CommandView
from csms.store import charger as chargers
from csms.store import connection as connections
from csms.store import message_log
from csms.store.cursor import Page

router = APIRouter(prefix="/api", tags=["older paths"])

MOST_CHARGERS: Final = 25
"""How many chargers' logs one request without a charger looks at."""


class NewestMessages(MessageRestrictions):
    """Which messages to show, of any charger."""

    limit: Limit = 50


@router.get("/charge-points")
def list_charge_points(limit: Limit = 50, cursor: Cursor = None) -> PageView[ChargerView]:
    """Chargers that are online."""
    ids = connections.list_by_reachability(Reachability.ONLINE, cursor, limit)
    return shown(Page(chargers.find_many(ids.items), ids.cursor))


@router.post(
    "/charge-points/{charge_point_id}/request", responses=SENT, dependencies=[paced_commands]
)
def request_charge_point(
    charge_point_id: str,
    body: CommandRequest,
    now: Now,
    trail: Audited,
    patient: Patient,
    response: Response,
) -> CommandView:
    """Send a command, as POST /api/admin/chargers/{charger_id}/commands."""
    command = ask(canonical(charge_point_id), body, now, trail)
    return await_outcome(command, patient, response)


@router.get("/logs")
def list_logs(wanted: Annotated[NewestMessages, Query()], now: Now) -> PageView[MessageView]:
    """The newest messages of chargers that are online, of at most 25 of them."""
    filters = wanted.to_log_filter()
    online = connections.list_by_reachability(Reachability.ONLINE, None, MOST_CHARGERS)
    found = [
        one
        for charger_id in online.items
        for one in message_log.list_by_charger(charger_id, filters, now, None, wanted.limit).items
    ]
    newest = nlargest(wanted.limit, found, key=lambda one: one.at)
    return show_messages(Page(newest, None))


@router.get("/logs/{charge_point_id}", responses=responses(404))
def list_logs_of_charger(
    charge_point_id: str, wanted: Annotated[MessageFilters, Query()], now: Now
) -> PageView[MessageView]:
    """The message log of a charger, as GET /api/admin/chargers/{charger_id}/messages."""
    return list_messages(charger_in_path(charge_point_id), wanted, now)
