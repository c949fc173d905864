"""Readings as OCPP samples: measurands by name, from one snapshot of a connector."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ocpp.v16.datatypes import MeterValue, SampledValue
from ocpp.v16.enums import Location, Measurand, Phase, ReadingContext, UnitOfMeasure


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a connector's meter and car show at one moment."""

    energy_wh: int
    interval_wh: int
    power_w: int
    offered_w: int
    voltage_v: int
    phases: int
    soc_percent: int


def _decimal(numerator: int, denominator: int) -> str:
    """One exact quotient with one decimal, rounded half up: "15.9"."""
    tenths = (numerator * 20 + denominator) // (denominator * 2)
    return f"{tenths // 10}.{tenths % 10}"


def _current(power_w: int, shot: Snapshot) -> str:
    return _decimal(power_w, shot.voltage_v * shot.phases)


_READERS: Mapping[str, tuple[Callable[[Snapshot], str], UnitOfMeasure | None]] = {
    Measurand.energy_active_import_register: (lambda s: str(s.energy_wh), UnitOfMeasure.wh),
    Measurand.energy_active_import_interval: (lambda s: str(s.interval_wh), UnitOfMeasure.wh),
    Measurand.power_active_import: (lambda s: str(s.power_w), UnitOfMeasure.w),
    Measurand.power_offered: (lambda s: str(s.offered_w), UnitOfMeasure.w),
    Measurand.current_import: (lambda s: _current(s.power_w, s), UnitOfMeasure.a),
    Measurand.current_offered: (lambda s: _current(s.offered_w, s), UnitOfMeasure.a),
    Measurand.voltage: (lambda s: str(s.voltage_v), UnitOfMeasure.v),
    Measurand.soc: (lambda s: str(s.soc_percent), UnitOfMeasure.percent),
    Measurand.temperature: (lambda s: str(20 + s.power_w // 1000), UnitOfMeasure.celsius),
    Measurand.frequency: (lambda _: "50.0", None),
    Measurand.power_factor: (lambda _: "1.0", None),
}

SUPPORTED_MEASURANDS = frozenset(_READERS)


def is_supported(measurand: str) -> bool:
    """Whether this charger can measure it; a phase may be appended (`Voltage.L1`)."""
    return _split_phase(measurand)[0] in SUPPORTED_MEASURANDS


def meter_value(
    stamp: str, shot: Snapshot, measurands: Iterable[str], context: ReadingContext
) -> MeterValue:
    """All `measurands` of one moment; unsupported ones are left out."""
    samples = [_sample(name, shot, context) for name in measurands if is_supported(name)]
    return MeterValue(timestamp=stamp, sampled_value=samples)


def _sample(name: str, shot: Snapshot, context: ReadingContext) -> SampledValue:
    measurand, phase = _split_phase(name)
    read, unit = _READERS[measurand]
    location = Location.ev if measurand == Measurand.soc else Location.outlet
    return SampledValue(
        value=read(shot),
        context=context,
        measurand=Measurand(measurand),
        phase=phase,
        location=location,
        unit=unit,
    )


def _split_phase(name: str) -> tuple[str, Phase | None]:
    base, _, last = name.rpartition(".")
    if base and last in set(Phase):
        return base, Phase(last)
    return name, None
