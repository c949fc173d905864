"""GetLocalListVersion (§5.10, §6.27): which list of tags the charger holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from ocpp.v16 import call

from csms.domain.command import CommandState
from csms.ocpp16.answer import Answer
from csms.ocpp16.commands.wire import wire_payload


@dataclass(frozen=True, slots=True)
class ListVersionAnswer(Answer):
    """list_version: as reported; 0 is an empty list, -1 none at all."""

    list_version: int = -1


@dataclass(frozen=True, slots=True)
class GetLocalListVersion:
    """Has no members."""

    ACTION: ClassVar[str] = "GetLocalListVersion"

    def payload(self) -> dict[str, Any]:
        """The payload of GetLocalListVersion.req."""
        return wire_payload(call.GetLocalListVersion())

    @classmethod
    def from_payload(cls, _payload: Mapping[str, Any]) -> Self:
        """The command that a stored payload was made of."""
        return cls()

    @staticmethod
    def read_answer(payload: Mapping[str, Any]) -> ListVersionAnswer:
        """§5.10: a charger that answers -1 offers no list."""
        version = payload["listVersion"]
        state = CommandState.NOT_SUPPORTED if version < 0 else CommandState.ACCEPTED
        return ListVersionAnswer(state, str(version), list_version=version)
