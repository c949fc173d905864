"""GetLog (S 5.9): upload a log, of diagnostics or of security events."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar, Self

from ocpp.v16 import call

from csms.domain.charger_limits import ChargerLimits
from csms.ocpp16.answer import Answer, status_answer
from csms.ocpp16.commands.transfer import require_patience, require_reachable
from csms.ocpp16.commands.wire import wire_payload


class LogKind(StrEnum):
    """S, LogEnumType."""

    DIAGNOSTICS = "DiagnosticsLog"
    SECURITY = "SecurityLog"


@dataclass(frozen=True, slots=True)
class GetLog:
    """request_id: comes back with every LogStatusNotification. location: at most 512 characters.

    oldest_at, latest_at: of the entries, as `2026-01-31T12:00:00.000Z`; None for all.
    """

    ACTION: ClassVar[str] = "GetLog"

    kind: LogKind
    request_id: int
    location: str
    oldest_at: str | None = None
    latest_at: str | None = None
    retries: int | None = None
    retry_interval_s: int | None = None

    def payload(self) -> dict[str, Any]:
        """The payload of GetLog.req."""
        log = {
            "remoteLocation": self.location,
            "oldestTimestamp": self.oldest_at,
            "latestTimestamp": self.latest_at,
        }
        return wire_payload(
            call.GetLog(
                log={name: value for name, value in log.items() if value is not None},
                log_type=self.kind.value,
                request_id=self.request_id,
                retries=self.retries,
                retry_interval=self.retry_interval_s,
            )
        )

    @classmethod
    def from_payload(cls, payload: Mapping[str, Any]) -> Self:
        """The command that a stored payload was made of."""
        log = payload["log"]
        return cls(
            LogKind(payload["logType"]),
            payload["requestId"],
            log["remoteLocation"],
            log.get("oldestTimestamp"),
            log.get("latestTimestamp"),
            payload.get("retries"),
            payload.get("retryInterval"),
        )

    def require(self, limits: ChargerLimits) -> None:
        """An address that the charger can use."""
        require_reachable(self.location, limits, "payload.log.remoteLocation")
        require_patience(self.retries, self.retry_interval_s)

    @staticmethod
    def read_answer(payload: Mapping[str, Any]) -> Answer:
        """`Accepted`, `AcceptedCanceled` when it ends another upload, or `Rejected`."""
        return status_answer(payload)
