"""Quirk profiles: read with a clear error, matched by what a charger says, used when it speaks."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from csms.domain.charger import ChargerModel
from csms.ocpp16.quirk_profiles import FILE, QuirksInvalid, match, profile, quirks, read
from csms.ocpp16.validation import Reading, read_request
from csms.ocpp16.violation import Violation

NOW = datetime(2026, 3, 1, tzinfo=UTC)
OPENEVSE = "openevse-register-in-kwh"
STATUS = {"connectorId": 1, "errorCode": "Error", "status": "Faulted"}


def edited(edit: Callable[[dict[str, Any]], object]) -> str:
    """The file, with something wrong in it."""
    whole = json.loads(FILE.read_text(encoding="utf-8"))
    edit(whole)
    return json.dumps(whole)


def added(**members: object) -> Callable[[dict[str, Any]], object]:
    """Adds a profile that is right but for these members; None leaves one out."""
    good = {"id": "x", "vendor": "V", "model": "*", "firmware": "*", "note": "n", "source": "s"}
    one = {name: value for name, value in (good | members).items() if value is not None}
    return lambda whole: whole["profiles"].append(one)


def test_what_is_shipped_is_read() -> None:
    assert quirks().version >= 1
    assert OPENEVSE in quirks().profiles
    assert all(one.source.startswith("https://") for one in quirks().profiles.values())


@pytest.mark.parametrize(
    ("edit", "place"),
    [
        (lambda whole: whole.pop("version"), "quirks.version: is missing"),
        (lambda whole: whole.update(version=0), "version: must be"),
        (lambda whole: whole.update(version=True), "version: must be"),
        (lambda whole: whole.update(more=1), "quirks.more: is not known"),
        (lambda whole: whole.update(profiles={}), "profiles: must be a list"),
        (lambda whole: whole.update(common=[]), "common: must be an object"),
        (lambda whole: whole["common"].pop("safe_keys"), "common.safe_keys: is missing"),
        (lambda whole: whole["common"]["aliases"].update(unit=1), "common.aliases.unit: must be"),
        (added(id="Not An Id"), "profiles[3].id: must be words"),
        (added(id="common"), "profiles[3].id: must be words"),
        (added(id=OPENEVSE), f"profiles[3].id: '{OPENEVSE}' is there twice"),
        (added(vendor=None), "profiles[3].vendor: is missing"),
        (added(vendor=7), "profiles[3].vendor: must be text"),
        (added(source=" "), "profiles[3].source: must be text"),
        (added(aliases={"unit": {"x": 1}}), "profiles[3].aliases.unit.x: must be text"),
        (added(tolerated="all"), "profiles[3].tolerated: must be a list"),
        (added(safe_keys=[1]), "profiles[3].safe_keys[0]: must be text"),
        (added(tolerances=[]), "profiles[3].tolerances: is not known"),
    ],
)
def test_what_is_wrong_is_named(edit: Callable[[dict[str, Any]], object], place: str) -> None:
    with pytest.raises(QuirksInvalid) as invalid:
        read(edited(edit))
    assert str(invalid.value).startswith(place)


@pytest.mark.parametrize("text", ["", "{", "[]", "7"])
def test_what_is_no_such_file(text: str) -> None:
    with pytest.raises(QuirksInvalid):
        read(text)


@pytest.mark.parametrize(
    ("about", "profile_id"),
    [
        (ChargerModel("OpenEVSE", "Advanced Series", firmware_version="4.2.2"), OPENEVSE),
        (ChargerModel(" openevse", "x", firmware_version="4.2.2.D"), OPENEVSE),
        (ChargerModel("OpenEVSE", "Advanced Series", firmware_version="5.0"), None),
        (ChargerModel("OpenEVSE", "Advanced Series"), None),
        (ChargerModel("LEGRAND France", None), "legrand-greenup"),
        (ChargerModel("Chargedot", "CDT_TACW7::NET_WIFI"), "abb-terra-ac"),
        (ChargerModel("Acme", "One"), None),
        (ChargerModel(), None),
    ],
)
def test_a_charger_has_the_first_that_fits(about: ChargerModel, profile_id: str | None) -> None:
    found = match(about)
    assert (None if found is None else found.profile_id) == profile_id


@pytest.mark.parametrize("profile_id", [None, "gone-since", "common"])
def test_without_one_what_holds_for_all_counts(profile_id: str | None) -> None:
    assert profile(profile_id) is quirks().common


def test_one_adds_to_what_holds_for_all() -> None:
    aliases = profile("legrand-greenup").aliases["errorCode"]
    assert aliases["error"] == "OtherError"
    assert aliases["overcurrent"] == "OverCurrentFailure"
    assert profile("abb-terra-ac").safe_keys == ("HeartbeatInterval",)
    assert profile(None).safe_keys == ("HeartbeatInterval", "WebSocketPingInterval")


def status(profile_id: str | None) -> Reading:
    reading = read_request("StatusNotification", STATUS, NOW, profile_id)
    assert isinstance(reading, Reading)
    return reading


def test_what_is_known_of_a_model_is_no_finding() -> None:
    assert [found.code for found in status(None).deviations] == ["word-spelling"]
    assert [found.code for found in status("legrand-greenup").deviations] == []
    assert status("legrand-greenup").payload["errorCode"] == "OtherError"


def meter_values(unit: str | None, **sampled: str) -> dict[str, Any]:
    value = {"value": "361", **sampled} | ({} if unit is None else {"unit": unit})
    return {
        "connectorId": 1,
        "meterValue": [{"timestamp": "2026-03-01T10:00:00Z", "sampledValue": [value]}],
    }


def register(payload: dict[str, Any], profile_id: str | None) -> Any:
    reading = read_request("MeterValues", payload, NOW, profile_id)
    assert isinstance(reading, Reading)
    request: Any = reading.request
    return request.readings[0].samples[0].value, [d.code for d in reading.deviations]


@pytest.mark.parametrize(
    ("unit", "measurand", "profile_id", "value", "found"),
    [
        ("Wh", None, OPENEVSE, 361_000, ["unit-corrected"]),
        ("Wh", "Energy.Active.Import.Register", OPENEVSE, 361_000, ["unit-corrected"]),
        ("kWh", None, OPENEVSE, 361_000, []),
        (None, None, OPENEVSE, 361, []),
        ("Wh", "Energy.Active.Export.Register", OPENEVSE, 361, []),
        ("Wh", None, None, 361, []),
        ("Wh", None, "legrand-greenup", 361, []),
    ],
)
def test_a_unit_that_is_meant_otherwise(
    unit: str | None, measurand: str | None, profile_id: str | None, value: int, found: list[str]
) -> None:
    payload = meter_values(unit, **({} if measurand is None else {"measurand": measurand}))
    before = json.dumps(payload)
    assert register(payload, profile_id) == (Decimal(value), found)
    assert json.dumps(payload) == before


def test_a_profile_repairs_nothing_that_cannot_be_read() -> None:
    broken = read_request("MeterValues", {"connectorId": 1, "meterValue": 7}, NOW, OPENEVSE)
    assert isinstance(broken, Violation)
    nothing = read_request("StopTransaction", _stop(), NOW, OPENEVSE)
    assert isinstance(nothing, Reading)


def _stop() -> dict[str, Any]:
    return {"meterStop": 1, "timestamp": "2026-03-01T10:00:00Z", "transactionId": 1}
