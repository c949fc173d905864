"""One connector: the socket, the car in it, the meter behind it, what it is doing."""

from datetime import datetime

from ocpp.v16.enums import ChargePointErrorCode, ChargePointStatus

from simulators.charge_point.connector_status import Condition, status_of
from simulators.charge_point.meter import Meter
from simulators.charge_point.transaction import Transaction
from simulators.charge_point.vehicle import Vehicle


class Connector:
    """Connector 0 stands for the main controller (§3.8): it has a state but no car."""

    def __init__(self, connector_id: int, now: datetime, meter_start_wh: int = 0) -> None:
        """meter_start_wh: what the register already shows."""
        self.connector_id = connector_id
        self.condition = Condition()
        self.meter = Meter(now, meter_start_wh)
        self.vehicle: Vehicle | None = None
        self.transaction: Transaction | None = None
        self.waiting_tag: str | None = None
        self.waiting_parent: str | None = None
        self.error_code = ChargePointErrorCode.no_error
        self.offered_w = 0
        self.interval_began_wh = meter_start_wh
        self.lock_works = True
        self.preparing_round = 0

    @property
    def status(self) -> ChargePointStatus:
        """The state that follows from its condition."""
        return status_of(self.condition)

    @property
    def is_charging_point(self) -> bool:
        """Whether cars can be plugged in here."""
        return self.connector_id > 0

    def run_meter(self, now: datetime) -> int:
        """Count until `now`; the car's battery fills by the same energy. Returns the register."""
        before_wh = self.meter.energy_wh
        after_wh = self.meter.run_to(now)
        if self.vehicle is not None:
            self.vehicle.charged_wh += after_wh - before_wh
        return after_wh

    def expect_tag(self, tag: str, parent: str | None) -> None:
        """A tag was accepted; the charger waits for the cable."""
        self.waiting_tag, self.waiting_parent = tag, parent
        self.condition.authorized = True
        self.condition.timed_out = False
        self.condition.after_transaction = False

    def forget_tag(self) -> None:
        """The usage that was begun is over."""
        self.waiting_tag = self.waiting_parent = None
        self.condition.authorized = False
