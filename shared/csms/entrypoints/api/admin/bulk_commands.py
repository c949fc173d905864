"""One command for many chargers: each gets its own, in its own queue, with its own outcome."""

from typing import Annotated, Final

from fastapi import APIRouter
from pydantic import BaseModel, Field

from csms.domain.errors import CsmsError, NotFound, Refused
from csms.domain.ids import ChargerId
from csms.entrypoints.api.admin.commands import CommandRequest, ask
from csms.entrypoints.api.charger_path import canonical
from csms.entrypoints.api.clock import Now
from csms.entrypoints.api.pace import paced_bulk
from csms.entrypoints.api.problems import responses
from csms.entrypoints.api.trail import Audited, Trail
from csms.entrypoints.api.views import command as view
from csms.entrypoints.api.views.command import CommandView
from csms.ocpp16.identity import canonical as canonical_form
from csms.services.chargers import names
from csms.services.chargers.names import Names

router = APIRouter(prefix="/api/admin", tags=["commands"])

MOST_CHARGERS: Final = 100
"""As many as are asked well within the time that the gateway waits."""


class BulkRequest(CommandRequest):
    """A command, and who is to get it."""

    charger_ids: Annotated[
        list[Annotated[str, Field(min_length=1, max_length=192)]],
        Field(min_length=1, max_length=MOST_CHARGERS),
    ]


class BulkOutcome(BaseModel):
    """What became of one charger's command so far: it, or why there is none."""

    charger_id: str
    charger_name: str | None = Field(description="null when there is no such charger")
    station_name: str | None = Field(description="where it stands")
    command: CommandView | None
    refused: str | None = Field(description="a stable word: `not-found`, or a rule's reason")
    message: str | None


@router.post("/commands/bulk", status_code=202, responses=responses(429), dependencies=[paced_bulk])
def send_bulk(body: BulkRequest, now: Now, trail: Audited) -> list[BulkOutcome]:
    """Put a command into the queues of up to 100 chargers, without waiting for any answer.

    A charger that is named twice, in whatever capitals, is asked once.
    """
    wanted: dict[str, str] = {}
    for identity in body.charger_ids:
        wanted.setdefault(canonical_form(identity) or identity, identity)
    known = names.read_where_they_stand(ChargerId(one) for one in wanted)
    request = CommandRequest.model_validate(body.model_dump(exclude={"charger_ids"}))
    return [_ask(identity, request, known, now, trail) for identity in wanted.values()]


def _ask(
    identity: str, request: CommandRequest, known: Names, now: Now, trail: Trail
) -> BulkOutcome:
    command, refusal = None, None
    charger_id = identity
    try:
        charger_id = canonical(identity)
        command = ask(charger_id, request, now, trail)
    except (NotFound, Refused) as error:
        refusal = error
    return BulkOutcome(
        charger_id=charger_id,
        charger_name=known.of_charger(charger_id),
        station_name=known.of_station_with(charger_id),
        command=None if command is None else view.show(command),
        refused=None if refusal is None else _word(refusal),
        message=None if refusal is None else refusal.message,
    )


def _word(error: CsmsError) -> str:
    return error.reason if isinstance(error, Refused) else "not-found"
