"""Other words for the same thing."""

from typing import Any

import pytest

from csms.ocpp16._validators import schemas
from csms.ocpp16.quirk_profiles import profile, quirks
from csms.ocpp16.quirks import fold, foreign_protocol, known_word

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
    assert known_word(profile(None), field, SAMPLED_VALUE[field]["enum"], sent) == meant


@pytest.mark.parametrize("sent", ["", " ", "MWh", "furlong", "kWh/100km"])
def test_what_is_not_known(sent: str) -> None:
    assert known_word(profile(None), "unit", UNITS, sent) is None


def test_aliases_are_folded_and_lead_to_words_of_the_specification() -> None:
    allowed: dict[str, set[str]] = {}
    for schema in [*schemas.REQUESTS.values(), *schemas.RESULTS.values()]:
        for name, words in _named_vocabularies(schema):
            allowed.setdefault(name, set()).update(words)
    for one in (profile(None), *quirks().profiles.values()):
        for field, aliases in one.aliases.items():
            for sent, meant in aliases.items():
                assert fold(sent) == sent, (one.profile_id, field)
                assert meant in allowed[field], (one.profile_id, field)
        for measurand, units in one.units.items():
            assert measurand in allowed["measurand"]
            assert set(units.values()) <= allowed["unit"]
    for field, meant in quirks().vague_words.items():
        assert meant in allowed[field]


def _named_vocabularies(schema: dict[str, Any]) -> list[tuple[str, list[str]]]:
    found = []
    for name, part in schema.get("properties", {}).items():
        inner = part.get("items", part)
        if "enum" in inner:
            found.append((name, inner["enum"]))
        found += _named_vocabularies(inner)
    return found


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
