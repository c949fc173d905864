"""One command for many chargers: each gets its own, in its own queue, with its own outcome."""

from typing import Annotated, Final

from fastapi import APIRouter
from pydantic import BaseModel, Field

from csms.domain.errors import CsmsError, NotFound, Refused
from csms.entrypoints.api.admin.commands import CommandRequest, ask
from csms.entrypoints.api.charger_path import canonical
from csms.entrypoints.api.clock import Now
from csms.entrypoints.api.pace import paced_bulk
from csms.entrypoints.api.problems import responses
from csms.entrypoints.api.trail import Audited, Trail
from csms.entrypoints.api.views import command as view
from csms.entrypoints.api.views.command import CommandView

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
    command: CommandView | None
    refused: str | None = Field(description="a stable word: `not-found`, or a rule's reason")
    message: str | None


@router.post("/commands/bulk", status_code=202, responses=responses(429), dependencies=[paced_bulk])
def send_bulk(body: BulkRequest, now: Now, trail: Audited) -> list[BulkOutcome]:
    """Put a command into the queues of up to 100 chargers, without waiting for any answer."""
    wanted = dict.fromkeys(body.charger_ids)
    request = CommandRequest.model_validate(body.model_dump(exclude={"charger_ids"}))
    return [_ask(charger_id, request, now, trail) for charger_id in wanted]


def _ask(identity: str, request: CommandRequest, now: Now, trail: Trail) -> BulkOutcome:
    try:
        command = ask(canonical(identity), request, now, trail)
    except (NotFound, Refused) as error:
        return BulkOutcome(
            charger_id=identity, command=None, refused=_word(error), message=error.message
        )
    return BulkOutcome(
        charger_id=command.charger_id, command=view.show(command), refused=None, message=None
    )


def _word(error: CsmsError) -> str:
    return error.reason if isinstance(error, Refused) else "not-found"
