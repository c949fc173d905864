"""Sampled values in their normal units, exact and without floats (§7.43, §7.31, §7.45)."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from csms.domain.ids import Wh
from csms.domain.reading import Reading, Sample
from csms.ocpp16.timestamps import read_time
from csms.ocpp16.violation import Deviation, deviation

IMPORT_REGISTER = "Energy.Active.Import.Register"
OUTLET = "Outlet"
# A thousand times what any meter counts; with six decimals it fits a DynamoDB number.
VALUE_LIMIT = Decimal(10**15)
FINEST = Decimal("0.000001")
PHASES = ("L1", "L2", "L3")
PHASES_TO_NEUTRAL = ("L1-N", "L2-N", "L3-N")

_ONE, _THOUSAND = Decimal(1), Decimal(1000)
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,2})?", re.ASCII)

type Units = Mapping[str | None, tuple[Decimal, str]]
"""What a unit (None: none was sent) is multiplied by, and the normal unit it becomes."""

_ENERGY: Units = {None: (_ONE, "Wh"), "Wh": (_ONE, "Wh"), "kWh": (_THOUSAND, "Wh")}
_REACTIVE_ENERGY: Units = {
    None: (_ONE, "varh"),
    "varh": (_ONE, "varh"),
    "kvarh": (_THOUSAND, "varh"),
}
_POWER: Units = {
    None: (_ONE, "W"),
    "W": (_ONE, "W"),
    "kW": (_THOUSAND, "W"),
    "VA": (_ONE, "VA"),
    "kVA": (_THOUSAND, "VA"),
}
_REACTIVE_POWER: Units = {
    None: (_ONE, "var"),
    "var": (_ONE, "var"),
    "kvar": (_THOUSAND, "var"),
    "VA": (_ONE, "VA"),
    "kVA": (_THOUSAND, "VA"),
}
_TEMPERATURE: Units = {
    None: (_ONE, "Celsius"),
    "Celsius": (_ONE, "Celsius"),
    "Celcius": (_ONE, "Celsius"),  # the spelling of the first edition
    "Fahrenheit": (_ONE, "Fahrenheit"),
    "K": (_ONE, "K"),
}
_UNITS: Mapping[str, Units] = {
    "Current": {None: (_ONE, "A"), "A": (_ONE, "A")},
    "Voltage": {None: (_ONE, "V"), "V": (_ONE, "V")},
    "Frequency": {None: (_ONE, "Hertz"), "Hertz": (_ONE, "Hertz")},
    "SoC": {None: (_ONE, "Percent"), "Percent": (_ONE, "Percent")},
    "Temperature": _TEMPERATURE,
    "Energy.Active": _ENERGY,
    "Energy.Reactive": _REACTIVE_ENERGY,
    "Power.Active": _POWER,
    "Power.Offered": _POWER,
    "Power.Reactive": _REACTIVE_POWER,
}


def _units_of(measurand: str) -> Units | None:
    """The units of a measurand; None where any unit is as good as none (factor, RPM)."""
    parts = measurand.split(".")
    return _UNITS.get(".".join(parts[:2])) or _UNITS.get(parts[0])


_UNITS_BY_MEASURAND: dict[str, Units | None] = {}


def read_meter_value(
    meter_value: Mapping[str, Any], arrived_at: datetime, path: str = "meterValue[]"
) -> tuple[Reading | None, tuple[Deviation, ...]]:
    """One meterValue as a reading, or None when no sample of it can be used.

    meter_value: valid by its schema, which admits any text as a value.
    """
    found: list[Deviation] = []
    time = read_time(meter_value["timestamp"], arrived_at, f"{path}.timestamp")
    found += time.deviations
    samples: list[Sample] = []
    for sampled in meter_value["sampledValue"]:
        sample = read_sample(sampled, found, f"{path}.sampledValue[]")
        if sample is not None:
            samples.append(sample)
    if not samples:
        return None, tuple(found)
    samples += _totals(samples)
    return Reading(time.instant, time.raw, tuple(samples), _register(samples)), tuple(found)


def read_sample(sampled: Mapping[str, Any], found: list[Deviation], path: str) -> Sample | None:
    """One sampled value with the defaults of §7.43 in its normal unit; None when unusable.

    Energy becomes whole Wh, half up; signed data is kept verbatim; reasons go to `found`.
    """
    measurand = sampled.get("measurand", IMPORT_REGISTER)
    context = sampled.get("context", "Sample.Periodic")
    location = sampled.get("location", OUTLET)
    phase, text = sampled.get("phase"), sampled["value"]
    if measurand not in _UNITS_BY_MEASURAND:
        _UNITS_BY_MEASURAND[measurand] = _units_of(measurand)
    units = _UNITS_BY_MEASURAND[measurand]
    sent_unit = sampled.get("unit")
    factor, unit = (_ONE, sent_unit or "") if units is None else units.get(sent_unit, (None, ""))
    if sampled.get("format") == "SignedData":
        return Sample(measurand, None, unit or sent_unit or "", context, phase, location, text)
    if factor is None:
        found.append(deviation("unit-mismatch", f"{path}.unit", f"{measurand} in {sent_unit}"))
        return None
    value = _exact(text, factor, whole=measurand.startswith("Energy."))
    if value is None:
        found.append(deviation("value-unusable", f"{path}.value", text))
        return None
    return Sample(measurand, value, unit, context, phase, location)


def _exact(text: str, factor: Decimal, *, whole: bool) -> Decimal | None:
    number = text.strip()
    if len(number) > 40 or _NUMBER.fullmatch(number) is None:
        return None
    value = Decimal(number) * factor
    if abs(value) > VALUE_LIMIT:
        return None
    if whole:
        return value.quantize(_ONE, ROUND_HALF_UP)
    if int(value.as_tuple().exponent) < -6:
        return value.quantize(FINEST, ROUND_HALF_UP)
    return value


def _totals(samples: Sequence[Sample]) -> list[Sample]:
    """Totals of energy and power where a charger gives phases only.

    Never both: a total that was sent stands, and L1 to L3 are not added to L1-N to L3-N. A value
    on the neutral alone is a total with a wrong label.
    """
    groups: dict[tuple[str, str, str, str], dict[str | None, Sample]] = {}
    for sample in samples:
        if sample.value is not None and sample.measurand.startswith(("Energy.", "Power.")):
            key = (sample.measurand, sample.context, sample.location, sample.unit)
            groups.setdefault(key, {})[sample.phase] = sample
    totals = []
    for (measurand, context, location, unit), by_phase in groups.items():
        if None in by_phase or measurand == "Power.Factor":
            continue
        chosen = (
            [by_phase[phase] for phase in PHASES if phase in by_phase]
            or [by_phase[phase] for phase in PHASES_TO_NEUTRAL if phase in by_phase]
            or [by_phase[phase] for phase in ("N",) if phase in by_phase]
        )
        if chosen:
            value = sum((sample.value or Decimal(0) for sample in chosen), Decimal(0))
            totals.append(Sample(measurand, value, unit, context, None, location))
    return totals


def _register(samples: Sequence[Sample]) -> Wh | None:
    """The import register at the outlet; the highest, when one instant has several contexts."""
    registers = [
        int(sample.value)
        for sample in samples
        if sample.measurand == IMPORT_REGISTER
        and sample.phase is None
        and sample.location == OUTLET
        and sample.value is not None
    ]
    return Wh(max(registers)) if registers else None
