"""Other words for the same thing."""

import pytest

from csms.ocpp16._validators import schemas
from csms.ocpp16.quirks import ALIASES, fold, foreign_protocol, known_word

SAMPLED_VALUE = schemas.REQUESTS["MeterValues"]["properties"]["meterValue"]["items"]["properties"][
    "sampledValue"
]["items"]["properties"]
UNITS = SAMPLED_VALUE["unit"]["enum"]


@pytest.mark.parametrize(
    ("field", "sent", "meant"),
    [
        ("unit", "Hz", "Hertz"),
        ("unit", "kwh", "kWh"),
        ("unit", "WH", "Wh"),
        ("unit", "KW", "kW"),
        ("unit", "celcius", "Celcius"),
        ("unit", "%", "Percent"),
        ("unit", "°C", "Celsius"),
        ("measurand", "SOC", "SoC"),
        ("measurand", "energy_active_import_register", "Energy.Active.Import.Register"),
        ("phase", "l1n", "L1-N"),
        ("phase", "1", "L1"),
    ],
)
def test_what_is_meant(field: str, sent: str, meant: str) -> None:
    assert known_word(field, SAMPLED_VALUE[field]["enum"], sent) == meant


@pytest.mark.parametrize("sent", ["", " ", "MWh", "furlong", "kWh/100km"])
def test_what_is_not_known(sent: str) -> None:
    assert known_word("unit", UNITS, sent) is None


@pytest.mark.parametrize("field", ["unit", "measurand", "phase"])
def test_aliases_are_folded_and_lead_to_words_of_the_specification(field: str) -> None:
    for sent, meant in ALIASES[field].items():
        assert fold(sent) == sent
        assert meant in SAMPLED_VALUE[field]["enum"]


def test_no_two_words_fold_to_one() -> None:
    for request in [*schemas.REQUESTS.values(), *schemas.RESULTS.values()]:
        for words in _vocabularies(request):
            assert len({fold(word) for word in words}) == len(set(words))


def _vocabularies(schema: dict[str, object]) -> list[list[str]]:
    found = []
    for key, part in schema.items():
        if key == "enum" and isinstance(part, list):
            found.append(part)
        elif isinstance(part, dict):
            found += _vocabularies(part)
    return found


def test_ocpp_1_6_is_not_foreign() -> None:
    assert foreign_protocol("BootNotification", {"chargePointVendor": "V"}) is None
    assert foreign_protocol("SecurityEventNotification", {"type": "x", "timestamp": "y"}) is None
