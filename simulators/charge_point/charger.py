"""A whole charger: its power, its reboots, and everything a scenario or a command acts on."""

import asyncio
from collections.abc import Callable

from ocpp.v16.enums import AvailabilityStatus, Reason, ResetType

from simulators.charge_point.certificates import CertificateStore
from simulators.charge_point.charging import Charging
from simulators.charge_point.device import Device
from simulators.charge_point.maintenance import Maintenance
from simulators.charge_point.profile import AfterPowerLoss
from simulators.charge_point.readings import Readings
from simulators.charge_point.tasks import Tasks
from simulators.charge_point.transactions import Transactions

_LONGEST_FAREWELL_S = 120


class Charger:
    """One charge point. It does nothing until the power comes on."""

    def __init__(self, device: Device) -> None:
        """device: its parts."""
        self.device = device
        self.readings = Readings(device)
        self.transactions = Transactions(device, self.readings)
        self.charging = Charging(device, self.transactions)
        self.certificates = CertificateStore(
            device.configuration.number("CertificateStoreMaxLength")
        )
        self.maintenance = Maintenance(device, self.reboot_soon)
        self.boots = 0
        self._watchdog = Tasks()
        device.configuration.when_changed(
            "HeartbeatInterval", lambda _value: device.uplink.pulse.fire()
        )
        device.configuration.when_changed(
            "MeterValueSampleInterval", lambda _value: device.uplink.pulse.fire()
        )
        device.configuration.when_changed(
            "ClockAlignedDataInterval", lambda _value: device.uplink.pulse.fire()
        )

    def power_on(self) -> None:
        """Boot: dial, register, deliver what waits."""
        device = self.device
        self.boots += 1
        for connector in device.charging_connectors():
            transaction = connector.transaction
            if transaction is None or not transaction.is_running:
                continue
            if device.profile.after_power_loss is AfterPowerLoss.STOP:
                self.transactions.stop(connector, Reason.power_loss)
            else:
                self.transactions.run(connector, transaction)
        for work in (
            device.uplink.keep(),
            self._greet(),
            device.registration.keep_beating(),
            device.outbox.deliver(),
            device.status.deliver(),
            self.readings.align(),
        ):
            device.tasks.start(work)

    async def power_off(self) -> None:
        """The power fails: everything stops at once, only what is stored remains."""
        device = self.device
        await device.tasks.end_all()
        now = device.clock.now()
        for connector in device.charging_connectors():
            connector.run_meter(now)
            connector.meter.switch(0, now)
            connector.forget_tag()
        device.registration.forget()

    async def shut_down(self) -> None:
        """End the simulation of this charger; raises what went wrong unseen."""
        await self._watchdog.end_all()
        if self.device.uplink.link is not None:
            await self.device.uplink.link.close()
        await self.power_off()
        self._watchdog.raise_defects()
        self.device.tasks.raise_defects()

    async def wait_until(self, condition: Callable[[], bool], seconds: int = 600) -> bool:
        """Let time pass until `condition` holds, at most `seconds` of it; say whether it does."""
        clock = self.device.clock
        for _ in range(seconds):
            if condition():
                return True
            await clock.pass_time(1)
        return condition()

    def change_availability(self, connector_id: int, *, operative: bool) -> AvailabilityStatus:
        """Take a connector, or with 0 all of them, in or out of service (§5.2).

        A running transaction goes on; the change shows when it ends.
        """
        device = self.device
        if connector_id not in device.connectors:
            return AvailabilityStatus.rejected
        touched = [device.connectors[connector_id]]
        if connector_id == 0:
            device.wanted_operative = operative
            touched = device.charging_connectors()
        for connector in touched:
            connector.condition.operative = operative
            device.changed(connector)
        busy = any(connector.condition.in_transaction for connector in touched)
        return AvailabilityStatus.scheduled if busy else AvailabilityStatus.accepted

    def reboot_soon(self, kind: ResetType) -> None:
        """Reboot as a Reset asks, beside whatever is running (§5.14)."""
        self._watchdog.start(self.reboot(kind))

    async def reboot(self, kind: ResetType) -> None:
        """Soft: end transactions and deliver first. Hard: deliver after the restart."""
        device = self.device
        soft = kind is ResetType.soft
        for connector in device.charging_connectors():
            reason = Reason.soft_reset if soft else Reason.hard_reset
            self.transactions.stop(connector, reason)
        if soft:
            await device.uplink.pulse.until_or_after(
                lambda: len(device.outbox) == 0, device.clock, _LONGEST_FAREWELL_S
            )
        await self.power_off()
        await asyncio.sleep(0)
        self.power_on()

    async def _greet(self) -> None:
        """After each connect: register where needed, then tell the states (J 5.4)."""
        device = self.device
        uplink, registration = device.uplink, device.registration
        greeted: object = None
        while True:
            await uplink.pulse.until(
                lambda known=greeted: uplink.link is not None and uplink.link is not known  # type: ignore[misc] # the loop's value, bound now
            )
            greeted = uplink.link
            if device.profile.boots_on_every_reconnect:
                registration.forget()
            if registration.is_accepted:
                device.status.tell_changed()
            else:
                await self._register()

    async def _register(self) -> None:
        registration = self.device.registration
        await registration.register(self.device.profile)
        if registration.is_accepted:
            self.device.status.tell_all()
