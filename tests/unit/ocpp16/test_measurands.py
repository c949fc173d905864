"""Sampled values in their normal units."""

from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csms.domain.reading import Reading, Sample
from csms.ocpp16.measurands import read_meter_value
from csms.ocpp16.violation import Deviation

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
TEN = datetime(2026, 3, 1, 10, tzinfo=UTC)
ENERGY = "Energy.Active.Import.Register"
POWER = "Power.Active.Import"


def read(*samples: dict[str, Any]) -> tuple[Reading | None, tuple[Deviation, ...]]:
    meter_value = {"timestamp": "2026-03-01T10:00:00Z", "sampledValue": list(samples)}
    return read_meter_value(meter_value, NOW)


def one(**members: str) -> Sample:
    reading, deviations = read(members)
    assert reading is not None
    assert deviations == ()
    return reading.samples[0]


def register(*samples: dict[str, Any]) -> int | None:
    reading, _ = read(*samples)
    assert reading is not None
    return reading.register_wh


def test_the_defaults_are_those_of_the_specification() -> None:
    sample = one(value="17")

    assert sample == Sample(ENERGY, Decimal(17), "Wh", "Sample.Periodic", None, "Outlet", None)


def test_a_reading_has_the_time_of_the_charger() -> None:
    reading, _ = read({"value": "17"})

    assert reading is not None
    assert (reading.taken_at, reading.raw_time) == (TEN, "2026-03-01T10:00:00Z")


def test_what_is_given_is_kept() -> None:
    sample = one(
        value="230.1", measurand="Voltage", unit="V", phase="L2-N", context="Trigger", location="EV"
    )

    assert sample == Sample("Voltage", Decimal("230.1"), "V", "Trigger", "L2-N", "EV", None)


@pytest.mark.parametrize(
    ("measurand", "sent", "value", "unit"),
    [
        (ENERGY, "kWh", "1500", "Wh"),
        ("Energy.Reactive.Import.Register", "kvarh", "1500", "varh"),
        (POWER, "kW", "1500", "W"),
        ("Power.Offered", "kVA", "1500", "VA"),
        ("Power.Reactive.Export", "kvar", "1500", "var"),
        ("Current.Import", "A", "1.5", "A"),
        ("Temperature", "Celcius", "1.5", "Celsius"),
        ("Temperature", "Celsius", "1.5", "Celsius"),
        ("Temperature", "K", "1.5", "K"),
        ("Frequency", "Hertz", "1.5", "Hertz"),
        ("SoC", "Percent", "1.5", "Percent"),
        ("RPM", "", "1.5", ""),
    ],
)
def test_units_become_normal(measurand: str, sent: str, value: str, unit: str) -> None:
    unit_member = {"unit": sent} if sent else {}
    sample = one(value="1.5", measurand=measurand, **unit_member)

    assert (sample.value, sample.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("measurand", "unit"),
    [
        ("Energy.Active.Export.Interval", "Wh"),
        ("Energy.Reactive.Export.Register", "varh"),
        ("Power.Offered", "W"),
        ("Current.Offered", "A"),
        ("Voltage", "V"),
        ("SoC", "Percent"),
        ("Frequency", "Hertz"),
        ("Temperature", "Celsius"),
        ("Power.Factor", ""),
    ],
)
def test_a_missing_unit_is_that_of_the_measurand(measurand: str, unit: str) -> None:
    assert one(value="1", measurand=measurand).unit == unit


@pytest.mark.parametrize(
    ("text", "energy_wh"),
    [
        ("0.5", 1),
        ("0.4999999999", 0),
        ("1.5", 2),
        ("2.5", 3),
        ("-0.5", -1),
        ("+7", 7),
        (" 7 ", 7),
        ("7.", 7),
        (".5", 1),
        ("1e3", 1000),
        ("12345678901234", 12345678901234),
    ],
)
def test_energy_is_whole_watt_hours_half_up(text: str, energy_wh: int) -> None:
    assert register({"value": text}) == energy_wh


def test_kilowatt_hours_are_exact() -> None:
    # As binary fractions 1.0049999… and 4.35 would lose a watt-hour.
    assert register({"value": "1.0045", "unit": "kWh"}) == 1005
    assert register({"value": "4.35", "unit": "kWh"}) == 4350


@given(st.decimals(min_value=0, max_value=10**9, places=4))
def test_no_watt_hour_is_lost(value: Decimal) -> None:
    expected = int((value * 1000).quantize(Decimal(1), ROUND_HALF_UP))

    assert register({"value": str(value), "unit": "kWh"}) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "abc",
        "NaN",
        "Infinity",
        "1_000",
        "1,5",
        "0x10",
        "1 000",
        "١٢",
        "1e99",
        "1e999999999",
        "-1e16",
        "9" * 50,
        "--1",
        ".",
        "1.2.3",
    ],
)
def test_a_value_that_is_no_number_is_dropped(text: str) -> None:
    reading, deviations = read({"value": text})

    assert reading is None
    assert [found.code for found in deviations] == ["value-unusable"]


@pytest.mark.parametrize(
    ("measurand", "unit"),
    [(ENERGY, "kW"), (ENERGY, "varh"), (POWER, "Wh"), ("Current.Import", "V"), ("SoC", "Wh")],
)
def test_a_unit_of_another_quantity_is_not_guessed(measurand: str, unit: str) -> None:
    reading, deviations = read({"value": "1", "measurand": measurand, "unit": unit})

    assert reading is None
    assert [found.code for found in deviations] == ["unit-mismatch"]


def test_tiny_fractions_are_bounded() -> None:
    assert one(value="1.23456789", measurand="Voltage").value == Decimal("1.234568")
    assert one(value="1e-99", measurand="Voltage").value == Decimal(0)


def test_signed_data_is_kept_word_for_word() -> None:
    text = 'OCMF|{"FV":"1.0"}|{"SD":"3045"}  '

    sample = one(value=text, format="SignedData")

    assert (sample.value, sample.raw, sample.unit) == (None, text, "Wh")


def test_signed_data_is_no_register() -> None:
    assert register({"value": "1234", "format": "SignedData"}) is None


# --- phases ------------------------------------------------------------------------------------


def phases(*labels: str | None, measurand: str = POWER) -> list[dict[str, Any]]:
    samples = []
    for power, label in enumerate(labels, start=1):
        sample = {"value": str(10**power), "measurand": measurand}
        samples.append(sample if label is None else sample | {"phase": label})
    return samples


def totals(*samples: dict[str, Any]) -> list[Decimal | None]:
    reading, _ = read(*samples)
    assert reading is not None
    return [sample.value for sample in reading.samples if sample.phase is None]


@pytest.mark.parametrize(
    ("labels", "total"),
    [
        (("L1", "L2", "L3"), 1110),
        (("L1-N", "L2-N", "L3-N"), 1110),
        (("L1",), 10),
        (("L2-N",), 10),
        (("L1", "L2", "L3", "N"), 1110),
        (("L1", "L2", "L3", "L1-N", "L2-N", "L3-N"), 1110),
        (("N",), 10),
        ((None, "L1", "L2", "L3"), 10),
        (("L1", "L2", "L3", None), 10000),
    ],
)
@pytest.mark.parametrize("measurand", [POWER, ENERGY])
def test_phases_are_added_where_there_is_no_total(
    labels: tuple[str | None, ...], total: int, measurand: str
) -> None:
    assert totals(*phases(*labels, measurand=measurand)) == [total]


def test_phases_between_conductors_are_not_added() -> None:
    assert totals(*phases("L1-L2", "L2-L3", "L3-L1")) == []


@pytest.mark.parametrize("measurand", ["Current.Import", "Voltage", "Power.Factor", "Temperature"])
def test_what_does_not_add_up_is_not_added(measurand: str) -> None:
    assert totals(*phases("L1", "L2", "L3", measurand=measurand)) == []


def test_phases_of_different_places_are_not_added() -> None:
    inlet = [sample | {"location": "Inlet"} for sample in phases("L1", "L2", measurand=ENERGY)]

    reading, _ = read(*inlet, {"value": "5", "phase": "L1"})

    assert reading is not None
    assert [s.value for s in reading.samples if s.phase is None] == [110, 5]
    assert reading.register_wh == 5


def test_the_register_is_the_import_at_the_outlet() -> None:
    assert register({"value": "1", "measurand": "Energy.Active.Export.Register"}) is None
    assert register({"value": "1", "measurand": "Energy.Active.Import.Interval"}) is None
    assert register({"value": "1", "location": "Inlet"}) is None
    assert register({"value": "50", "measurand": "Voltage"}, {"value": "1"}) == 1
    assert register(*phases("L1", "L2", "L3", measurand=ENERGY)) == 1110


def test_of_two_contexts_the_higher_register_counts() -> None:
    samples = [{"value": "7"}, {"value": "9", "context": "Transaction.End"}, {"value": "8"}]

    assert register(*samples) == 9
