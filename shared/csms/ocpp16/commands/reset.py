"""Reset (§5.14, §6.39): start the charger anew."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar, Self

from ocpp.v16 import call

from csms.ocpp16.answer import Answer, status_answer
from csms.ocpp16.commands.wire import wire_payload


class ResetKind(StrEnum):
    """§7.40."""

    HARD = "Hard"
    SOFT = "Soft"


@dataclass(frozen=True, slots=True)
class Reset:
    """A soft reset ends transactions in good order first; a hard one need not."""

    ACTION: ClassVar[str] = "Reset"

    kind: ResetKind

    def payload(self) -> dict[str, Any]:
        """The payload of Reset.req."""
        return wire_payload(call.Reset(type=self.kind.value))

    @classmethod
    def from_payload(cls, payload: Mapping[str, Any]) -> Self:
        """The command that a stored payload was made of."""
        return cls(ResetKind(payload["type"]))

    @staticmethod
    def read_answer(payload: Mapping[str, Any]) -> Answer:
        """`Accepted` means that it will; a BootNotification tells that it did."""
        return status_answer(payload)
