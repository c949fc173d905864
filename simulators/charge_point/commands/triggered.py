"""The messages a charger sends because it was told to: shared by both trigger commands."""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress

from ocpp.v16 import call
from ocpp.v16.enums import MessageTrigger, ReadingContext

from simulators.charge_point.charger import Charger
from simulators.charge_point.connector import Connector
from simulators.charge_point.errors import ExchangeFailed

Send = Callable[[Charger, list[Connector]], Awaitable[None]]


async def _boot(charger: Charger, _connectors: list[Connector]) -> None:
    """An unregistered charger asks again at once; a registered one says who it is."""
    registration = charger.device.registration
    if not registration.is_accepted:
        registration.ask_again()
        return
    with suppress(ExchangeFailed):
        await registration.announce(charger.device.profile)


async def _heartbeat(charger: Charger, _connectors: list[Connector]) -> None:
    await charger.device.registration.beat()


async def _status(charger: Charger, connectors: list[Connector]) -> None:
    for connector in connectors:
        await _ask(
            charger,
            call.StatusNotification(
                connector_id=connector.connector_id,
                error_code=connector.error_code,
                status=connector.status,
                timestamp=charger.device.face.stamp(),
            ),
        )


async def _meter_values(charger: Charger, connectors: list[Connector]) -> None:
    names = charger.device.configuration.words("MeterValuesSampledData")
    for connector in connectors:
        if not connector.is_charging_point:
            continue
        transaction = connector.transaction
        running = transaction if transaction and transaction.is_running else None
        value = charger.readings.take(connector, names, ReadingContext.trigger)
        if running is not None:
            charger.readings.queue(running, connector, value)
        else:
            await charger.readings.send_free(connector, value)


async def _firmware(charger: Charger, _connectors: list[Connector]) -> None:
    status = charger.maintenance.firmware_status
    await _ask(charger, call.FirmwareStatusNotification(status=status))


async def _diagnostics(charger: Charger, _connectors: list[Connector]) -> None:
    status = charger.maintenance.diagnostics_status
    await _ask(charger, call.DiagnosticsStatusNotification(status=status))


async def _log(charger: Charger, _connectors: list[Connector]) -> None:
    await charger.maintenance.tell_log(charger.maintenance.log_status)


async def _sign(charger: Charger, _connectors: list[Connector]) -> None:
    device = charger.device
    csr = charger.certificates.signing_request(
        device.profile.serial, device.configuration.text("CpoName")
    )
    await _ask(charger, call.SignCertificate(csr=csr))


async def _ask(charger: Charger, request: object) -> None:
    with suppress(ExchangeFailed):
        await charger.device.uplink.ask(request)


SENDERS: Mapping[MessageTrigger, Send] = {
    MessageTrigger.boot_notification: _boot,
    MessageTrigger.heartbeat: _heartbeat,
    MessageTrigger.status_notification: _status,
    MessageTrigger.meter_values: _meter_values,
    MessageTrigger.firmware_status_notification: _firmware,
    MessageTrigger.diagnostics_status_notification: _diagnostics,
    MessageTrigger.log_status_notification: _log,
    MessageTrigger.sign_charge_point_certificate: _sign,
}


def connectors_meant(charger: Charger, connector_id: int | None) -> list[Connector] | None:
    """The connectors a trigger is about; None if there is no such connector (§5.17)."""
    if connector_id is None:
        return list(charger.device.connectors.values())
    connector = charger.device.connectors.get(connector_id)
    return None if connector is None else [connector]
