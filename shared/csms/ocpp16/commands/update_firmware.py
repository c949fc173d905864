"""UpdateFirmware (§5.19, §6.57): fetch firmware from an address and install it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from ocpp.v16 import call

from csms.domain.charger_limits import ChargerLimits
from csms.domain.command import CommandState
from csms.ocpp16.answer import Answer
from csms.ocpp16.commands.transfer import require_patience, require_reachable
from csms.ocpp16.commands.wire import wire_payload


@dataclass(frozen=True, slots=True)
class UpdateFirmware:
    """location: a URL. retrieve_at: not before, as `2026-01-31T12:00:00.000Z`.

    retries, retry_interval_s: None leaves them to the charger.
    """

    ACTION: ClassVar[str] = "UpdateFirmware"

    location: str
    retrieve_at: str
    retries: int | None = None
    retry_interval_s: int | None = None

    def payload(self) -> dict[str, Any]:
        """The payload of UpdateFirmware.req."""
        return wire_payload(
            call.UpdateFirmware(
                location=self.location,
                retrieve_date=self.retrieve_at,
                retries=self.retries,
                retry_interval=self.retry_interval_s,
            )
        )

    @classmethod
    def from_payload(cls, payload: Mapping[str, Any]) -> Self:
        """The command that a stored payload was made of."""
        get = payload.get
        return cls(
            payload["location"], payload["retrieveDate"], get("retries"), get("retryInterval")
        )

    def require(self, limits: ChargerLimits) -> None:
        """An address that the charger can use."""
        require_reachable(self.location, limits, "payload.location")
        require_patience(self.retries, self.retry_interval_s)

    @staticmethod
    def read_answer(_payload: Mapping[str, Any]) -> Answer:
        """The answer is empty; FirmwareStatusNotification tells how it goes."""
        return Answer(CommandState.ACCEPTED, "Accepted")
