"""What we ask a charger, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from csms.domain.audit import Audit
from csms.domain.ids import ChargerId, ChargingSessionId, CommandId


class CommandState(StrEnum):
    """The life of a command. Everything from ACCEPTED on is final but IN_DOUBT."""

    QUEUED = "queued"
    SENT = "sent"
    IN_DOUBT = "in_doubt"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    NOT_SUPPORTED = "not_supported"
    ERROR = "error"
    TIMED_OUT = "timed_out"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"
    OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class Command:
    """One request of ours to a charger.

    action: OCPP's name; payload: the CALL's payload, secrets included only while it is queued.
    requested_by: user id of who asked, or `system:<rule>`. answer: the redacted CALLRESULT payload,
    or code and description of a CALLERROR. session_id: the charging session that it serves.
    due_at: the deadline of the present state: expiry while queued, answer timeout when sent.
    """

    charger_id: ChargerId
    command_id: CommandId
    action: str
    payload: Mapping[str, object]
    state: CommandState
    requested_by: str
    requested_at: datetime
    expires_at: datetime
    due_at: datetime | None
    sent_at: datetime | None = None
    answered_at: datetime | None = None
    answer: Mapping[str, object] | None = None
    outcome: str | None = None
    session_id: ChargingSessionId | None = None


@dataclass(frozen=True, slots=True)
class Cause:
    """Why there is a command.

    session_id: the charging session that it serves. audit: makes its entry of the trail; None for
    what no person asked. command_id: chosen before, where the payload names it.
    """

    session_id: ChargingSessionId | None = None
    audit: Audit[Command] | None = None
    command_id: CommandId | None = None


NO_CAUSE: Final = Cause()
