"""What people do at a charger: present a tag, plug in, unplug, press the red button (§3.3, §4)."""

from ocpp.v16.enums import ChargePointErrorCode, Reason

from simulators.charge_point.authorization import Decision
from simulators.charge_point.connector import Connector
from simulators.charge_point.device import Device
from simulators.charge_point.transactions import Transactions
from simulators.charge_point.vehicle import Vehicle


class Charging:
    """The charger's front side."""

    def __init__(self, device: Device, transactions: Transactions) -> None:
        """transactions: of the same device."""
        self._device = device
        self._transactions = transactions

    async def present_tag(self, connector_id: int, tag: str) -> Decision | None:
        """Hold a card to the reader: starts, stops or takes back a usage.

        None: the charger did not ask anybody (not usable, or the usage was taken back).
        """
        connector = self._device.connectors[connector_id]
        if connector.transaction is not None and connector.transaction.is_running:
            return await self._stop_by_tag(connector, tag)
        if connector.waiting_tag and connector.waiting_tag.lower() == tag.lower():
            self._take_back(connector)
            return None
        if not self._is_usable(connector):
            return None
        decision = await self._device.authorization.authorize(tag)
        if decision.is_accepted and self.may_use(connector, tag, decision.parent):
            self.expect(connector, tag, decision.parent)
        return decision

    def expect(self, connector: Connector, tag: str, parent: str | None) -> None:
        """The tag is good: start now if the cable is in, else wait for it."""
        connector.expect_tag(tag, parent)
        if connector.condition.plugged:
            self._device.changed(connector)
            self._transactions.begin(connector, tag, parent)
        else:
            self._usage_begins(connector)

    def plug_in(self, connector_id: int, vehicle: Vehicle | None = None) -> None:
        """A car is connected."""
        connector = self._device.connectors[connector_id]
        connector.vehicle = vehicle or Vehicle()
        connector.condition.plugged = True
        if connector.transaction is not None and connector.transaction.is_running:
            self._transactions.adjust(connector)
        elif connector.waiting_tag is not None:
            self._transactions.begin(connector, connector.waiting_tag, connector.waiting_parent)
        else:
            self._usage_begins(connector)

    def unplug(self, connector_id: int) -> None:
        """The cable is taken out on the car's side."""
        connector = self._device.connectors[connector_id]
        connector.condition.plugged = False
        connector.condition.after_transaction = False
        connector.condition.timed_out = False
        if connector.transaction is not None and connector.transaction.is_running:
            if self._device.configuration.flag("StopTransactionOnEVSideDisconnect"):
                self._transactions.stop(connector, Reason.ev_disconnected)
            else:
                self._transactions.adjust(connector)
        connector.vehicle = None
        self._device.changed(connector)

    def car_is_ready(self, connector_id: int, *, ready: bool) -> None:
        """The car pauses or goes on by itself."""
        connector = self._device.connectors[connector_id]
        if connector.vehicle is not None:
            connector.vehicle.ready = ready
            self._transactions.adjust(connector)

    def fail(self, connector_id: int, error_code: ChargePointErrorCode) -> None:
        """Something broke."""
        connector = self._device.connectors[connector_id]
        connector.condition.faulted = True
        connector.error_code = error_code
        self._transactions.adjust(connector)
        self._device.changed(connector)

    def mend(self, connector_id: int) -> None:
        """It works again."""
        connector = self._device.connectors[connector_id]
        connector.condition.faulted = False
        connector.error_code = ChargePointErrorCode.no_error
        self._transactions.adjust(connector)
        self._device.changed(connector)

    def may_use(self, connector: Connector, tag: str, parent: str | None) -> bool:
        """A reserved connector is only for the one it was reserved for (§5.13)."""
        held = self._device.reservations.on(connector.connector_id, self._device.face.now())
        return held is None or held.is_for(tag, parent)

    def _is_usable(self, connector: Connector) -> bool:
        whole = self._device.connectors[0].condition
        condition = connector.condition
        return (
            condition.operative and whole.operative and not condition.faulted and not whole.faulted
        )

    async def _stop_by_tag(self, connector: Connector, tag: str) -> Decision | None:
        """§4.10: the same tag stops without asking; another one if it is of the same group."""
        transaction = connector.transaction
        if transaction is None:
            return None
        if transaction.id_tag.lower() == tag.lower():
            self._transactions.stop(connector, Reason.local, tag)
            return None
        decision = await self._device.authorization.authorize(tag)
        same_group = decision.parent is not None and decision.parent == transaction.parent
        if decision.is_accepted and same_group:
            self._transactions.stop(connector, Reason.local, tag)
        return decision

    def _take_back(self, connector: Connector) -> None:
        connector.forget_tag()
        self._device.changed(connector)

    def _usage_begins(self, connector: Connector) -> None:
        connector.preparing_round += 1
        self._device.changed(connector)
        self._device.tasks.start(self._time_out(connector, connector.preparing_round))

    async def _time_out(self, connector: Connector, preparing_round: int) -> None:
        """§9.1.6: a usage that does not become a transaction ends after ConnectionTimeOut."""
        await self._device.clock.sleep(self._device.configuration.number("ConnectionTimeOut"))
        overtaken = connector.preparing_round != preparing_round
        if overtaken or connector.condition.in_transaction:
            return
        if connector.waiting_tag is not None:
            connector.forget_tag()
        elif connector.condition.plugged and not connector.condition.after_transaction:
            connector.condition.timed_out = True
        self._device.changed(connector)
