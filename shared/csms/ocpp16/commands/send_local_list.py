"""SendLocalList (§5.15, §6.41): the tags that a charger may accept by itself."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar, Final, Self

from csms.domain.charger_limits import ChargerLimits
from csms.domain.errors import Invalid, Refused
from csms.domain.ids import fold_tag
from csms.ocpp16.answer import Answer, status_answer

LONGEST_LIST_BYTES: Final = 100_000
"""The gateway takes messages of 128 KB; the rest is the frame around the list."""


class UpdateType(StrEnum):
    """§7.47."""

    FULL = "Full"
    DIFFERENTIAL = "Differential"


@dataclass(frozen=True, slots=True)
class SendLocalList:
    """entries: on the wire's form; one without idTagInfo takes its tag out of the list."""

    ACTION: ClassVar[str] = "SendLocalList"

    list_version: int
    update_type: UpdateType
    entries: Sequence[Mapping[str, Any]] = ()

    def payload(self) -> dict[str, Any]:
        """The payload of SendLocalList.req. Some chargers read its members in this order only."""
        return {
            "listVersion": self.list_version,
            "localAuthorizationList": [dict(entry) for entry in self.entries],
            "updateType": self.update_type.value,
        }

    @classmethod
    def from_payload(cls, payload: Mapping[str, Any]) -> Self:
        """The command that a stored payload was made of."""
        return cls(
            payload["listVersion"],
            UpdateType(payload["updateType"]),
            payload.get("localAuthorizationList", ()),
        )

    def require(self, limits: ChargerLimits) -> None:
        """Unique tags, all of them with their info in a full list, no more than the charger takes.

        E 3.52: a version is never 0, which means an empty list, nor -1, which means none.
        """
        where = "payload.localAuthorizationList"
        if self.list_version < 1:
            raise Invalid("must be 1 or more", "payload.listVersion")
        tags = [fold_tag(entry["idTag"]) for entry in self.entries]
        if len(set(tags)) != len(tags):
            raise Invalid("names a tag twice", where)
        if self.update_type is UpdateType.FULL and not all("idTagInfo" in e for e in self.entries):
            raise Invalid("needs idTagInfo for every tag of a full list", where)
        most = limits.number("SendLocalListMaxLength")
        if most is not None and len(self.entries) > most:
            raise Refused(f"This charger takes {most} tags at once.", "list-too-long")
        if len(json.dumps(self.payload(), ensure_ascii=False).encode()) > LONGEST_LIST_BYTES:
            raise Refused("The list is too long for one message.", "list-too-long")

    @staticmethod
    def read_answer(payload: Mapping[str, Any]) -> Answer:
        """`Accepted`, `Failed`, `NotSupported` or `VersionMismatch`."""
        return status_answer(payload)
