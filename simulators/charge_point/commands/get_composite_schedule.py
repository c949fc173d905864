"""GetCompositeSchedule (§5.7): what all profiles together allow from now on."""

from datetime import timedelta

from ocpp.v16 import call, call_result
from ocpp.v16.enums import ChargingRateUnitType, GetCompositeScheduleStatus

from simulators.charge_point.charger import Charger
from simulators.charge_point.commands.command import Command

_STEP_S = 60
_REFUSAL = call_result.GetCompositeSchedule(status=GetCompositeScheduleStatus.rejected)


def _answer(
    charger: Charger, request: call.GetCompositeSchedule
) -> call_result.GetCompositeSchedule:
    """In watts, looked up minute by minute and joined where nothing changes."""
    device = charger.device
    wants_amperes = request.charging_rate_unit == ChargingRateUnitType.amps
    if request.connector_id not in device.connectors or wants_amperes:
        return _REFUSAL
    return call_result.GetCompositeSchedule(
        status=GetCompositeScheduleStatus.accepted,
        connector_id=request.connector_id,
        schedule_start=device.face.stamp(),
        charging_schedule={
            "charging_rate_unit": ChargingRateUnitType.watts,
            "duration": request.duration,
            "charging_schedule_period": _periods(charger, request),
        },
    )


def _periods(charger: Charger, request: call.GetCompositeSchedule) -> list[dict[str, int]]:
    device = charger.device
    transaction = device.connectors[request.connector_id].transaction
    since = transaction.started_at if transaction and transaction.is_running else None
    periods: list[dict[str, int]] = []
    for offset_s in range(0, max(request.duration, 1), _STEP_S):
        moment = device.face.now() + timedelta(seconds=offset_s)
        limit_w = device.profiles.limit_w(request.connector_id, moment, since)
        allowed_w = device.profile.rated_power_w if limit_w is None else limit_w
        if not periods or periods[-1]["limit"] != allowed_w:
            periods.append({"start_period": offset_s, "limit": allowed_w})
    return periods


COMMAND = Command(_answer, _REFUSAL)
