"""What the meters of a charger say, as MeterValues: sampled, clock-aligned, on request."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from ocpp.v16 import call
from ocpp.v16.datatypes import MeterValue
from ocpp.v16.enums import ReadingContext

from simulators.charge_point.connector import Connector
from simulators.charge_point.device import Device
from simulators.charge_point.errors import ExchangeFailed
from simulators.charge_point.outbox import Message
from simulators.charge_point.sampling import Snapshot, meter_value
from simulators.charge_point.transaction import Transaction


class Readings:
    """Takes and sends the readings of one charger."""

    def __init__(self, device: Device) -> None:
        """device: whose meters are read."""
        self._device = device

    def take(
        self, connector: Connector, names: Iterable[str], context: ReadingContext
    ) -> MeterValue:
        """All named measurands of a connector now."""
        device = self._device
        energy_wh = connector.run_meter(device.clock.now())
        shot = Snapshot(
            energy_wh=energy_wh,
            interval_wh=energy_wh - connector.interval_began_wh,
            power_w=connector.meter.power_w,
            offered_w=connector.offered_w,
            voltage_v=device.profile.voltage_v,
            phases=device.profile.phases,
            soc_percent=connector.vehicle.soc_percent() if connector.vehicle else 0,
        )
        return meter_value(device.face.stamp(), shot, names, context)

    def keep(self, transaction: Transaction, connector: Connector, context: ReadingContext) -> None:
        """Add to the transactionData of the StopTransaction to come, if that is configured."""
        key = (
            "StopTxnAlignedData" if context is ReadingContext.sample_clock else "StopTxnSampledData"
        )
        names = self._device.configuration.words(key)
        if names:
            transaction.kept_values.append(self.take(connector, names, context))

    def queue(self, transaction: Transaction, connector: Connector, value: MeterValue) -> None:
        """Send a reading of a transaction, behind what waits already."""
        if not value.sampled_value:
            return
        self._device.outbox.add(
            Message(
                build=lambda: call.MeterValues(
                    connector_id=connector.connector_id,
                    meter_value=[value],
                    transaction_id=transaction.id_for_messages,
                )
            )
        )

    async def send_free(self, connector: Connector, value: MeterValue) -> None:
        """Send a reading outside a transaction: only if the line stands right now."""
        if not value.sampled_value or not self._device.registration.is_open:
            return
        request = call.MeterValues(connector_id=connector.connector_id, meter_value=[value])
        try:
            await self._device.uplink.ask(request)
        except ExchangeFailed:
            return

    async def sample(self, connector: Connector, transaction: Transaction) -> None:
        """Every MeterValueSampleInterval seconds while the transaction runs."""
        device = self._device
        while transaction.is_running:
            interval_s = device.configuration.number("MeterValueSampleInterval")
            changed = await device.uplink.pulse.until_or_after(
                lambda asked=interval_s: (  # type: ignore[misc] # the loop's value, bound now
                    device.configuration.number("MeterValueSampleInterval") != asked
                ),
                device.clock,
                interval_s or 3600,
            )
            if changed or interval_s == 0 or not transaction.is_running:
                continue
            names = device.configuration.words("MeterValuesSampledData")
            value = self.take(connector, names, ReadingContext.sample_periodic)
            self.queue(transaction, connector, value)
            self.keep(transaction, connector, ReadingContext.sample_periodic)

    async def align(self) -> None:
        """At every multiple of ClockAlignedDataInterval since midnight (§9.1.5)."""
        device = self._device
        while True:
            interval_s = device.configuration.number("ClockAlignedDataInterval")
            if interval_s == 0:
                await device.uplink.pulse.until(
                    lambda: device.configuration.number("ClockAlignedDataInterval") > 0
                )
                continue
            await device.clock.sleep(seconds_to_boundary(device.face.now(), interval_s))
            for connector in device.charging_connectors():
                await self._align_one(connector)

    async def _align_one(self, connector: Connector) -> None:
        names = self._device.configuration.words("MeterValuesAlignedData")
        value = self.take(connector, names, ReadingContext.sample_clock)
        transaction = connector.transaction
        if transaction is not None and transaction.is_running:
            self.queue(transaction, connector, value)
            self.keep(transaction, connector, ReadingContext.sample_clock)
        else:
            await self.send_free(connector, value)
        connector.interval_began_wh = connector.meter.energy_wh


def seconds_to_boundary(now: datetime, interval_s: int) -> float:
    """Seconds to the next multiple of the interval since midnight; never 0."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    interval = timedelta(seconds=interval_s)
    return (interval - (now - midnight) % interval).total_seconds()
