"""What a simulated charger says: sessions of 16 messages, one after the other.

Its clock runs by itself: 30 s from message to message, however fast they are sent, so that energy,
duration and price are those of a real session.
"""

from __future__ import annotations

from collections.abc import Generator
from datetime import UTC, datetime, timedelta
from typing import Any, Final

type Payload = dict[str, object]
type Call = tuple[str, Payload]

STEP: Final = timedelta(seconds=30)
READINGS: Final = 8
SESSION_MESSAGES: Final = READINGS + 8
POWER_W: Final = 11_000
PLACE: Final = {"context": "Sample.Periodic", "location": "Outlet"}
BOOT: Final[Call] = (
    "BootNotification",
    {"chargePointVendor": "Acme", "chargePointModel": "One", "firmwareVersion": "1.0"},
)


class Script:
    """The messages of one charger. What was not answered is said again."""

    def __init__(self, tag: str, starts_at: datetime) -> None:
        self._tag = tag
        self._at = starts_at
        self._register_wh = 1_000_000
        self._calls = self._sessions()
        self.current: Call = next(self._calls)
        self.stopped: list[int] = []

    def answered(self, answer: Any) -> None:  # noqa: ANN401 - any payload
        """Go on to the next call."""
        self.current = self._calls.send(answer)

    def backlog(self, count: int) -> list[Call]:
        """So many readings of no transaction, as a charger keeps them while it is cut off."""
        return [self._reading(None) for _ in range(count)]

    def _sessions(self) -> Generator[Call, Any]:
        while True:
            yield "Authorize", {"idTag": self._tag}
            yield self._status("Preparing")
            start = {"connectorId": 1, "meterStart": self._register_wh}
            answer = yield "StartTransaction", start | self._signed()
            number = int(answer["transactionId"])
            yield self._status("Charging")
            for _ in range(READINGS):
                yield self._reading(number)
            yield "Heartbeat", {}
            yield self._status("Finishing")
            stop = {"transactionId": number, "meterStop": self._register_wh, "reason": "Local"}
            yield "StopTransaction", stop | self._signed()
            self.stopped.append(number)
            yield self._status("Available")

    def _signed(self) -> Payload:
        return {"idTag": self._tag, "timestamp": self._now()}

    def _status(self, status: str) -> Call:
        report = {"connectorId": 1, "errorCode": "NoError", "status": status}
        return "StatusNotification", report | {"timestamp": self._now()}

    def _reading(self, number: int | None) -> Call:
        self._register_wh += POWER_W * int(STEP.total_seconds()) // 3600
        samples = [
            {
                "value": str(self._register_wh),
                "measurand": "Energy.Active.Import.Register",
                "unit": "Wh",
                **PLACE,
            },
            {"value": str(POWER_W), "measurand": "Power.Active.Import", "unit": "W", **PLACE},
            {"value": "15.9", "measurand": "Current.Import", "unit": "A", "phase": "L1", **PLACE},
            {"value": "230.1", "measurand": "Voltage", "unit": "V", "phase": "L1-N", **PLACE},
        ]
        value = {"timestamp": self._now(), "sampledValue": samples}
        payload: Payload = {"connectorId": 1, "meterValue": [value]}
        return "MeterValues", payload if number is None else payload | {"transactionId": number}

    def _now(self) -> str:
        """The charger's time, which moves on with every look at it."""
        self._at += STEP
        return self._at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
