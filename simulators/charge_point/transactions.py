"""Transactions of a charger: begun, fed with power, ended (§4.8, §4.10)."""

from typing import Any

from ocpp.v16 import call
from ocpp.v16.enums import AuthorizationStatus, ReadingContext, Reason

from simulators.charge_point.connector import Connector
from simulators.charge_point.device import Device
from simulators.charge_point.id_tags import read_tag_info
from simulators.charge_point.outbox import Message
from simulators.charge_point.readings import Readings
from simulators.charge_point.transaction import UNKNOWN_TRANSACTION_ID, Transaction


class Transactions:
    """All transactions of one charger; at most one runs on a connector."""

    def __init__(self, device: Device, readings: Readings) -> None:
        """readings: of the same device."""
        self._device = device
        self._readings = readings
        self.all: list[Transaction] = []

    def running_with_id(self, transaction_id: int) -> Connector | None:
        """The connector on which this transaction runs."""
        for connector in self._device.charging_connectors():
            transaction = connector.transaction
            running = transaction is not None and transaction.is_running
            if running and transaction and transaction.transaction_id == transaction_id:
                return connector
        return None

    def begin(self, connector: Connector, tag: str, parent: str | None) -> Transaction:
        """Close the contactor and queue the StartTransaction."""
        device = self._device
        now = device.face.now()
        used = device.reservations.usable_by(connector.connector_id, tag, parent, now)
        transaction = Transaction(
            connector_id=connector.connector_id,
            id_tag=tag,
            started_at=now,
            meter_start_wh=connector.run_meter(device.clock.now()),
            parent=parent,
            reservation_id=used.reservation_id if used else None,
        )
        if used:
            self._end_reservation(used.reservation_id, used.connector_id)
        connector.transaction = transaction
        connector.forget_tag()
        connector.condition.in_transaction = True
        self.all.append(transaction)
        self._queue_start(transaction)
        self._readings.keep(transaction, connector, ReadingContext.transaction_begin)
        self.run(connector, transaction)
        return transaction

    def run(self, connector: Connector, transaction: Transaction) -> None:
        """Feed and sample a transaction that has begun, now or before a reboot."""
        self.adjust(connector)
        self._device.tasks.start(self._feed(connector, transaction))
        self._device.tasks.start(self._readings.sample(connector, transaction))

    def stop(self, connector: Connector, reason: Reason, tag: str | None = None) -> None:
        """Open the contactor and queue the StopTransaction."""
        device, transaction = self._device, connector.transaction
        if transaction is None or not transaction.is_running:
            return
        connector.run_meter(device.clock.now())
        connector.meter.switch(0, device.clock.now())
        self._readings.keep(transaction, connector, ReadingContext.transaction_end)
        transaction.stopped_at = device.face.now()
        transaction.meter_stop_wh = connector.meter.energy_wh
        transaction.stop_reason = reason
        connector.condition.in_transaction = False
        connector.condition.after_transaction = connector.condition.plugged
        connector.condition.evse_allows = True
        device.profiles.end_transaction(connector.connector_id)
        self._queue_stop(transaction, tag)
        device.changed(connector)

    def adjust(self, connector: Connector) -> None:
        """Set the power to what the car wants and everybody allows."""
        device, transaction = self._device, connector.transaction
        now = device.clock.now()
        connector.run_meter(now)
        wanted_w = connector.vehicle.wanted_power_w() if connector.vehicle else 0
        if transaction is None or not transaction.is_running:
            connector.meter.switch(0, now)
            return
        allowed_w = self._allowed_w(connector, transaction)
        connector.offered_w = allowed_w
        connector.condition.evse_allows = allowed_w > 0
        connector.condition.ev_ready = wanted_w > 0
        plugged = connector.condition.plugged and not connector.condition.faulted
        connector.meter.switch(min(wanted_w, allowed_w) if plugged else 0, now)
        device.changed(connector)

    def _allowed_w(self, connector: Connector, transaction: Transaction) -> int:
        device = self._device
        if transaction.refused:
            most_wh = device.configuration.number("MaxEnergyOnInvalidId")
            if connector.meter.energy_wh >= transaction.meter_start_wh + most_wh:
                return 0
        limit_w = device.profiles.limit_w(
            connector.connector_id, device.face.now(), transaction.started_at
        )
        rated_w = device.profile.rated_power_w
        return rated_w if limit_w is None else min(rated_w, limit_w)

    async def _feed(self, connector: Connector, transaction: Transaction) -> None:
        while transaction.is_running:
            await self._device.clock.sleep(self._step_s(connector, transaction))
            if transaction.is_running:
                self.adjust(connector)

    def _step_s(self, connector: Connector, transaction: Transaction) -> int:
        step_s = self._device.profile.power_step_s
        if not transaction.refused or connector.meter.power_w == 0:
            return step_s
        most_wh = self._device.configuration.number("MaxEnergyOnInvalidId")
        left_s = connector.meter.seconds_until_wh(transaction.meter_start_wh + most_wh)
        return step_s if left_s is None else max(1, min(step_s, left_s))

    def _queue_start(self, transaction: Transaction) -> None:
        device = self._device
        stamp = device.face.stamp(transaction.started_at)

        def give_up() -> None:
            transaction.transaction_id = UNKNOWN_TRANSACTION_ID

        device.outbox.add(
            Message(
                build=lambda: call.StartTransaction(
                    connector_id=transaction.connector_id,
                    id_tag=transaction.id_tag,
                    meter_start=transaction.meter_start_wh,
                    timestamp=stamp,
                    reservation_id=transaction.reservation_id,
                ),
                on_answer=lambda answer: self._started(transaction, answer),
                on_discard=give_up,
            )
        )

    def _started(self, transaction: Transaction, answer: Any) -> None:  # noqa: ANN401 # python-ocpp's result
        device = self._device
        transaction.transaction_id = answer.transaction_id
        info = read_tag_info(answer.id_tag_info)
        device.authorization.learn(transaction.id_tag, info)
        if info.status is AuthorizationStatus.accepted or not transaction.is_running:
            return
        transaction.refused = True
        connector = device.connectors[transaction.connector_id]
        if device.configuration.flag("StopTransactionOnInvalidId"):
            self.stop(connector, Reason.de_authorized)
        else:
            self.adjust(connector)

    def _queue_stop(self, transaction: Transaction, tag: str | None) -> None:
        device = self._device
        stamp = device.face.stamp(transaction.stopped_at)

        def delivered(answer: Any) -> None:  # noqa: ANN401 # python-ocpp's result
            transaction.stop_delivered = True
            if tag is not None and answer.id_tag_info:
                device.authorization.learn(tag, read_tag_info(answer.id_tag_info))

        device.outbox.add(
            Message(
                build=lambda: call.StopTransaction(
                    meter_stop=transaction.meter_stop_wh or 0,
                    timestamp=stamp,
                    transaction_id=transaction.id_for_messages,
                    reason=transaction.stop_reason,
                    id_tag=tag,
                    transaction_data=transaction.kept_values or None,
                ),
                on_answer=delivered,
            )
        )

    def _end_reservation(self, reservation_id: int, connector_id: int) -> None:
        self._device.reservations.take(reservation_id)
        self._device.connectors[connector_id].condition.reserved = False
