"""ChangeConfiguration (§5.3, §6.9): set one configuration key."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar, Self

from ocpp.v16 import call

from csms.domain.charger_limits import ChargerLimits
from csms.domain.errors import Refused
from csms.ocpp16.answer import Answer, status_answer
from csms.ocpp16.commands.wire import wire_payload


class ConfigurationStatus(StrEnum):
    """§7.22."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    REBOOT_REQUIRED = "RebootRequired"
    NOT_SUPPORTED = "NotSupported"


@dataclass(frozen=True, slots=True)
class ChangeConfiguration:
    """key: at most 50 characters; value: text, at most 500. The value may be a secret."""

    ACTION: ClassVar[str] = "ChangeConfiguration"

    key: str
    value: str

    def payload(self) -> dict[str, Any]:
        """The payload of ChangeConfiguration.req."""
        return wire_payload(call.ChangeConfiguration(key=self.key, value=self.value))

    @classmethod
    def from_payload(cls, payload: Mapping[str, Any]) -> Self:
        """The command that a stored payload was made of."""
        return cls(payload["key"], payload["value"])

    def require(self, limits: ChargerLimits) -> None:
        """No key that the charger reported as one that it does not let change."""
        if limits.is_read_only(self.key):
            raise Refused(f"{self.key} cannot be changed on this charger.", "read-only")

    @staticmethod
    def read_answer(payload: Mapping[str, Any]) -> Answer:
        """`Accepted`, `RebootRequired`, `Rejected` or `NotSupported`."""
        return status_answer(payload)
