"""Rules of charging profiles (§3.13, §5.16, §7.8): what a charger could not carry out is refused.

Profiles stay in the form of the wire: what is checked here is what is sent.
"""

import itertools
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from csms.domain.charger_limits import ChargerLimits
from csms.domain.errors import Invalid, Refused
from csms.domain.ids import ConnectorId

TX_PROFILE: Final = "TxProfile"
CHARGE_POINT_MAX: Final = "ChargePointMaxProfile"
# E 3.88: the key speaks of current and power, the profile of A and W.
UNITS: Final = {"A": "current", "W": "power"}
MOST_PHASES: Final = 3
FIELD: Final = "payload.csChargingProfiles"


def require_profile(
    profile: Mapping[str, Any], connector_id: ConnectorId, limits: ChargerLimits
) -> None:
    """Hold the profile of a SetChargingProfile against the protocol and its charger.

    Raises Invalid for what no charger could do, Refused for what this one cannot.
    """
    purpose = profile["chargingProfilePurpose"]
    if purpose == CHARGE_POINT_MAX and connector_id != 0:
        raise Invalid("ChargePointMaxProfile is for connector 0 only", "payload.connectorId")
    if purpose == TX_PROFILE:
        _require_transaction(profile, connector_id, limits)
    elif "transactionId" in profile:
        raise Invalid("only a TxProfile belongs to a transaction", f"{FIELD}.transactionId")
    require_schedule(profile, limits)


def require_start_profile(profile: Mapping[str, Any], limits: ChargerLimits) -> None:
    """Hold the profile of a RemoteStartTransaction against the protocol and its charger.

    E 3.41: a TxProfile, and without a transactionId, since there is none yet.
    """
    if profile["chargingProfilePurpose"] != TX_PROFILE:
        raise Invalid("a start takes a TxProfile", "payload.chargingProfile")
    if "transactionId" in profile:
        raise Invalid("a start has no transactionId yet", "payload.chargingProfile.transactionId")
    require_schedule(profile, limits)


def require_schedule(profile: Mapping[str, Any], limits: ChargerLimits) -> None:
    """The kind with what it needs, the level, the unit and the periods."""
    kind, schedule = profile["chargingProfileKind"], profile["chargingSchedule"]
    if (kind == "Recurring") != ("recurrencyKind" in profile):
        raise Invalid("is for Recurring profiles, and only for them", f"{FIELD}.recurrencyKind")
    where = f"{FIELD}.chargingSchedule"
    if kind in ("Absolute", "Recurring") and "startSchedule" not in schedule:
        raise Invalid(f"is needed for {kind} profiles", f"{where}.startSchedule")
    if kind == "Relative" and "startSchedule" in schedule:
        raise Invalid("has no meaning in a Relative profile", f"{where}.startSchedule")
    _require_level(profile, limits)
    _require_unit(schedule["chargingRateUnit"], limits)
    _require_periods(schedule["chargingSchedulePeriod"], limits, f"{where}.chargingSchedulePeriod")
    _require_validity(profile)


def _require_transaction(
    profile: Mapping[str, Any], connector_id: ConnectorId, limits: ChargerLimits
) -> None:
    if connector_id == 0:
        raise Invalid("a TxProfile needs one connector", "payload.connectorId")
    running = limits.running.get(connector_id)
    if running is None:
        raise Refused("No transaction runs on this connector.", "not_running")
    # §3.13.1: without the id a profile that arrives late could limit the next transaction.
    if profile.get("transactionId") != running:
        raise Invalid(f"must be {running}, which runs there", f"{FIELD}.transactionId")


def _require_level(profile: Mapping[str, Any], limits: ChargerLimits) -> None:
    level, most = profile["stackLevel"], limits.number("ChargeProfileMaxStackLevel")
    if level < 0:
        raise Invalid("must not be negative", f"{FIELD}.stackLevel")
    if most is not None and level > most:
        raise Refused(f"This charger knows stack levels up to {most}.", "stack-level-too-high")


def _require_unit(unit: str, limits: ChargerLimits) -> None:
    allowed = limits.words("ChargingScheduleAllowedChargingRateUnit")
    if allowed and not allowed & {UNITS[unit], unit.casefold()}:
        raise Refused(f"This charger does not take limits in {unit}.", "unit-not-offered")


def _require_periods(
    periods: Sequence[Mapping[str, Any]], limits: ChargerLimits, where: str
) -> None:
    if not periods or periods[0]["startPeriod"] != 0:
        raise Invalid("must begin with startPeriod 0", where)
    starts = [period["startPeriod"] for period in periods]
    if any(later <= earlier for earlier, later in itertools.pairwise(starts)):
        raise Invalid("must be in order of startPeriod, each once", where)
    if any(period["limit"] < 0 for period in periods):
        raise Invalid("must not have a negative limit", where)
    if any(not 1 <= period.get("numberPhases", 1) <= MOST_PHASES for period in periods):
        raise Invalid("must have 1 to 3 phases", where)
    most = limits.number("ChargingScheduleMaxPeriods")
    if most is not None and len(periods) > most:
        raise Refused(f"This charger takes {most} periods.", "too-many-periods")


def _require_validity(profile: Mapping[str, Any]) -> None:
    begin, end = profile.get("validFrom"), profile.get("validTo")
    try:
        order = [datetime.fromisoformat(text) for text in (begin, end) if text is not None]
        if len(order) == 2 and order[0] >= order[1]:
            raise Invalid("must be later than validFrom", f"{FIELD}.validTo")
    except (ValueError, TypeError):
        raise Invalid("must be times with a zone", f"{FIELD}.validFrom") from None
