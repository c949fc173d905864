"""StatusNotifications: when a state is told, and what is told after a time offline (§4.9)."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from ocpp.v16 import call
from ocpp.v16.enums import ChargePointErrorCode, ChargePointStatus

from simulators.charge_point.clock import Clock
from simulators.charge_point.configuration import Configuration
from simulators.charge_point.connector import Connector
from simulators.charge_point.errors import ExchangeFailed, LinkLost
from simulators.charge_point.face import Face
from simulators.charge_point.registration import Registration
from simulators.charge_point.tasks import Tasks
from simulators.charge_point.uplink import Uplink


@dataclass(frozen=True, slots=True)
class Report:
    """One state at one moment."""

    connector_id: int
    status: ChargePointStatus
    error_code: ChargePointErrorCode
    at: datetime


class StatusReporting:
    """Tells every change while registered; after a reconnect what differs from the last word."""

    def __init__(
        self,
        uplink: Uplink,
        registration: Registration,
        configuration: Configuration,
        face: Face,
        clock: Clock,
        connectors: Mapping[int, Connector],
    ) -> None:
        """All parts belong to one charger."""
        self._uplink = uplink
        self._registration = registration
        self._configuration = configuration
        self._face = face
        self._clock = clock
        self._connectors = connectors
        self._waiting: deque[Report] = deque()
        self._told: dict[int, ChargePointStatus] = {}
        self._seen: dict[int, ChargePointStatus] = {}
        self.history: list[tuple[int, ChargePointStatus]] = []

    def note(self, connector: Connector, tasks: Tasks) -> None:
        """The connector's condition may have changed."""
        status = connector.status
        if self._seen.get(connector.connector_id) == status:
            return
        self._seen[connector.connector_id] = status
        self.history.append((connector.connector_id, status))
        shortest_s = self._configuration.number("MinimumStatusDuration")
        if shortest_s:
            tasks.start(self._tell_if_it_lasts(connector, status, shortest_s))
        else:
            self._queue(connector)

    def tell_all(self) -> None:
        """After a boot: every connector, the main controller first."""
        self._waiting.clear()
        self._told.clear()
        for number in sorted(self._connectors):
            self._seen[number] = self._connectors[number].status
            self._queue(self._connectors[number])

    def tell_changed(self) -> None:
        """After a reconnect: what is not what was last told."""
        self._waiting.clear()
        for number in sorted(self._connectors):
            if self._connectors[number].status != self._told.get(number):
                self._queue(self._connectors[number])

    def tell_again(self, connector: Connector) -> None:
        """Because the central system asked (TriggerMessage)."""
        self._queue(connector)

    async def deliver(self) -> None:
        """Send what waits while the charger has power."""
        while True:
            await self._uplink.pulse.until(
                lambda: bool(self._waiting) and self._registration.is_open
            )
            await self._send(self._waiting.popleft())

    async def _send(self, report: Report) -> None:
        self._told[report.connector_id] = report.status
        try:
            await self._uplink.ask(
                call.StatusNotification(
                    connector_id=report.connector_id,
                    error_code=report.error_code,
                    status=report.status,
                    timestamp=self._face.stamp(report.at),
                )
            )
        except LinkLost:
            self._told.pop(report.connector_id, None)
        except ExchangeFailed:
            return

    async def _tell_if_it_lasts(
        self, connector: Connector, status: ChargePointStatus, seconds: int
    ) -> None:
        await self._clock.sleep(seconds)
        if connector.status == status:
            self._queue(connector)

    def _queue(self, connector: Connector) -> None:
        if not self._registration.is_open:
            return
        self._waiting.append(
            Report(connector.connector_id, connector.status, connector.error_code, self._face.now())
        )
        self._uplink.pulse.fire()
