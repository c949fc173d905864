"""ClearCache (§5.4, §6.11): forget the tags that were authorized before."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from ocpp.v16 import call

from csms.ocpp16.answer import Answer, status_answer
from csms.ocpp16.commands.wire import wire_payload


@dataclass(frozen=True, slots=True)
class ClearCache:
    """Has no members."""

    ACTION: ClassVar[str] = "ClearCache"

    def payload(self) -> dict[str, Any]:
        """The payload of ClearCache.req."""
        return wire_payload(call.ClearCache())

    @classmethod
    def from_payload(cls, _payload: Mapping[str, Any]) -> Self:
        """The command that a stored payload was made of."""
        return cls()

    @staticmethod
    def read_answer(payload: Mapping[str, Any]) -> Answer:
        """`Accepted` or `Rejected`."""
        return status_answer(payload)
