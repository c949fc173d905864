"""What a charger's answer to a command comes to."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from csms.domain.command import CommandState
from csms.ocpp16.violation import Deviation, ErrorCode

# Words of the answers' `status`, of all commands. `Scheduled` and `RebootRequired` mean that the
# charger will do it; it says so by itself when it has.
STATES: Mapping[str, CommandState] = {
    "Accepted": CommandState.ACCEPTED,
    "AcceptedCanceled": CommandState.ACCEPTED,
    "Unlocked": CommandState.ACCEPTED,
    "Scheduled": CommandState.ACCEPTED,
    "RebootRequired": CommandState.ACCEPTED,
    "Rejected": CommandState.REJECTED,
    "NotSupported": CommandState.NOT_SUPPORTED,
    "NotImplemented": CommandState.NOT_SUPPORTED,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """How a command ended.

    status: the charger's own word, or the error code. reason: for a person, when it failed.
    """

    state: CommandState
    status: str
    reason: str = ""
    deviations: tuple[Deviation, ...] = ()

    def with_deviations(self, deviations: tuple[Deviation, ...]) -> Self:
        """The same answer, with what had to be done to understand it."""
        return replace(self, deviations=deviations)


def status_answer(payload: Mapping[str, object]) -> Answer:
    """The answer of a command whose answer is a status; payload: fits its schema."""
    status = str(payload["status"])
    return Answer(STATES.get(status, CommandState.REJECTED), status)


def error_answer(code: str, description: str) -> Answer:
    """The answer of a charger that sent a CALLERROR."""
    unsupported = code in (ErrorCode.NOT_IMPLEMENTED, ErrorCode.NOT_SUPPORTED)
    state = CommandState.NOT_SUPPORTED if unsupported else CommandState.ERROR
    return Answer(state, code, description)
