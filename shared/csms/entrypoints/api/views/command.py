"""Commands as they are sent."""

from datetime import datetime
from typing import Any

from pydantic import BaseModel, Field

from csms.domain.command import Command, CommandState
from csms.domain.redaction import redact
from csms.entrypoints.api.payload import plain
from csms.services.accounts.names import PeopleNames


class CommandView(BaseModel):
    """What was asked of a charger, and what became of it."""

    command_id: str
    charger_id: str
    action: str
    payload: dict[str, Any] = Field(description="without secrets")
    state: CommandState
    requested_by: str
    requested_at: datetime
    expires_at: datetime
    sent_at: datetime | None
    answered_at: datetime | None
    answer: dict[str, Any] | None
    outcome: str | None = Field(description="the charger's own word, as Accepted or Rejected")
    session_id: str | None


class ListedCommandView(CommandView):
    """A command in the list of a charger's."""

    requested_by_name: str | None = Field(description="null when a rule asked for it")


def show_in_list(command: Command, people: PeopleNames) -> ListedCommandView:
    """A command with the name of who asked for it."""
    name = people.of(command.requested_by)
    return ListedCommandView(**dict(show(command)), requested_by_name=name)


def show(command: Command) -> CommandView:
    """A command."""
    return CommandView(
        command_id=command.command_id,
        charger_id=command.charger_id,
        action=command.action,
        payload=plain(redact(command.payload)),
        state=command.state,
        requested_by=command.requested_by,
        requested_at=command.requested_at,
        expires_at=command.expires_at,
        sent_at=command.sent_at,
        answered_at=command.answered_at,
        answer=None if command.answer is None else plain(command.answer),
        outcome=command.outcome,
        session_id=command.session_id,
    )
