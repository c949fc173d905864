"""Readings as OCPP samples."""

import pytest
from ocpp.v16.enums import ReadingContext

from simulators.charge_point.sampling import Snapshot, is_supported, meter_value

SHOT = Snapshot(
    energy_wh=12_345,
    interval_wh=45,
    power_w=11_000,
    offered_w=22_000,
    voltage_v=230,
    phases=3,
    soc_percent=61,
)


@pytest.mark.parametrize(
    ("name", "value", "unit", "phase"),
    [
        ("Energy.Active.Import.Register", "12345", "Wh", None),
        ("Energy.Active.Import.Interval", "45", "Wh", None),
        ("Power.Active.Import", "11000", "W", None),
        ("Power.Offered", "22000", "W", None),
        ("Current.Import", "15.9", "A", None),
        ("Voltage.L1", "230", "V", "L1"),
        ("Voltage.L1-N", "230", "V", "L1-N"),
        ("SoC", "61", "Percent", None),
        ("Frequency", "50.0", None, None),
    ],
)
def test_a_measurand_is_written_with_its_unit(
    name: str, value: str, unit: str | None, phase: str | None
) -> None:
    (sample,) = meter_value("now", SHOT, [name], ReadingContext.sample_periodic).sampled_value

    assert (sample.value, sample.unit, sample.phase) == (value, unit, phase)


def test_what_cannot_be_measured_is_left_out() -> None:
    assert not is_supported("RPM")
    assert not is_supported("Voltage.L9")
    assert meter_value("now", SHOT, ["RPM"], ReadingContext.trigger).sampled_value == []
