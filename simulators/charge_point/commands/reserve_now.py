"""ReserveNow (§5.13)."""

from ocpp.v16 import call, call_result
from ocpp.v16.enums import ChargePointStatus, ReservationStatus

from simulators.charge_point.charger import Charger
from simulators.charge_point.commands.command import Command
from simulators.charge_point.face import parse_moment
from simulators.charge_point.reservations import Reservation


def _answer(charger: Charger, request: call.ReserveNow) -> call_result.ReserveNow:
    """Accepted where the connector is free, or held under the same id."""
    status = _check(charger, request)
    if status is ReservationStatus.accepted:
        _hold(charger, request)
    return call_result.ReserveNow(status=status)


def _check(charger: Charger, request: call.ReserveNow) -> ReservationStatus:
    connector = charger.device.connectors.get(request.connector_id)
    if connector is None:
        return ReservationStatus.rejected
    if connector.status is ChargePointStatus.faulted:
        return ReservationStatus.faulted
    if connector.status is ChargePointStatus.unavailable:
        return ReservationStatus.unavailable
    same = charger.device.reservations.find(request.reservation_id)
    replaced = same is not None and same.connector_id == request.connector_id
    if connector.status is not ChargePointStatus.available and not replaced:
        return ReservationStatus.occupied
    return ReservationStatus.accepted


def _hold(charger: Charger, request: call.ReserveNow) -> None:
    device = charger.device
    device.reservations.put(
        Reservation(
            reservation_id=request.reservation_id,
            connector_id=request.connector_id,
            id_tag=request.id_tag,
            parent=request.parent_id_tag,
            expires_at=parse_moment(request.expiry_date),
        )
    )
    connector = device.connectors[request.connector_id]
    connector.condition.reserved = connector.is_charging_point
    device.changed(connector)


async def _afterwards(charger: Charger, request: call.ReserveNow) -> None:
    """Wait for the expiry beside everything else."""
    charger.device.tasks.start(_expire(charger, request.reservation_id))


async def _expire(charger: Charger, reservation_id: int) -> None:
    device = charger.device
    held = device.reservations.find(reservation_id)
    if held is None:
        return
    await device.clock.sleep((held.expires_at - device.face.now()).total_seconds())
    if device.reservations.find(reservation_id) is held:
        device.reservations.take(reservation_id)
        connector = device.connectors[held.connector_id]
        connector.condition.reserved = False
        device.changed(connector)


COMMAND = Command(_answer, call_result.ReserveNow(status=ReservationStatus.rejected), _afterwards)
