"""GetDiagnostics (§5.9, §6.25): upload what support needs."""

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
class GetDiagnostics:
    """location: the URL of a directory, to which the charger adds a name of its own.

    start_at, stop_at: of the entries, as `2026-01-31T12:00:00.000Z`; None for all.
    """

    ACTION: ClassVar[str] = "GetDiagnostics"

    location: str
    retries: int | None = None
    retry_interval_s: int | None = None
    start_at: str | None = None
    stop_at: str | None = None

    def payload(self) -> dict[str, Any]:
        """The payload of GetDiagnostics.req."""
        return wire_payload(
            call.GetDiagnostics(
                location=self.location,
                retries=self.retries,
                retry_interval=self.retry_interval_s,
                start_time=self.start_at,
                stop_time=self.stop_at,
            )
        )

    @classmethod
    def from_payload(cls, payload: Mapping[str, Any]) -> Self:
        """The command that a stored payload was made of."""
        get = payload.get
        return cls(
            payload["location"],
            get("retries"),
            get("retryInterval"),
            get("startTime"),
            get("stopTime"),
        )

    def require(self, limits: ChargerLimits) -> None:
        """An address that the charger can use."""
        require_reachable(self.location, limits, "payload.location")
        require_patience(self.retries, self.retry_interval_s)

    @staticmethod
    def read_answer(payload: Mapping[str, Any]) -> Answer:
        """The name of the file that will come; without one there is nothing to upload (§6.26)."""
        name = payload.get("fileName")
        return Answer(CommandState.ACCEPTED, name[:64] if name else "NoFile")
