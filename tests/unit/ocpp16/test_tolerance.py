"""What chargers really send, and what becomes of it."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

from csms.ocpp16.actions.meter_values import MeterValues
from csms.ocpp16.actions.start_transaction import StartTransaction
from csms.ocpp16.actions.stop_transaction import StopTransaction
from csms.ocpp16.validation import Reading, read_request, read_result
from csms.ocpp16.violation import DEVIATION_LIMIT, SAMPLE_LIMIT, Violation
from tests.unit.ocpp16.payloads import (
    ACTIONS,
    FULL,
    METER_VALUE,
    SAMPLED_VALUE,
    damaged_calls,
    valid_calls,
    wild_objects,
)

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def understood(action: str, payload: dict[str, Any]) -> Reading:
    result = read_request(action, payload, NOW)
    assert isinstance(result, Reading), result
    return result


def codes(reading: Reading) -> list[str]:
    return [found.code for found in reading.deviations]


@given(valid_calls)
def test_what_the_specification_allows_passes_unchanged(call: tuple[str, dict[str, Any]]) -> None:
    action, payload = call

    reading = understood(action, payload)

    assert reading.payload is payload
    assert reading.deviations == ()


@given(damaged_calls())
def test_mending_what_was_mended_changes_nothing(call: tuple[str, dict[str, Any]]) -> None:
    action, payload = call
    first = read_request(action, payload, NOW)
    if isinstance(first, Violation):
        return

    second = understood(action, dict(first.payload))

    assert second.payload == first.payload
    assert second.request == first.request


@settings(max_examples=300)
@given(damaged_calls())
def test_damage_is_told_or_refused(call: tuple[str, dict[str, Any]]) -> None:
    action, payload = call
    result = read_request(action, payload, NOW)

    if isinstance(result, Reading) and result.payload != payload:
        assert result.deviations
    assert len(result.deviations) <= DEVIATION_LIMIT
    assert all(len(found.sample) <= SAMPLE_LIMIT for found in result.deviations)


@given(wild_objects)
def test_no_payload_raises(payload: dict[str, Any]) -> None:
    for action in ACTIONS:
        assert isinstance(read_request(action, payload, NOW), Reading | Violation)


def test_deviations_of_one_message_are_bounded() -> None:
    samples = [{"value": "1", "unit": f"u{n}", f"key{n}": n} for n in range(200)]
    payload = FULL["MeterValues"] | {"meterValue": [METER_VALUE | {"sampledValue": samples}]}

    reading = understood("MeterValues", payload)

    assert len(reading.deviations) <= DEVIATION_LIMIT
    assert all(f"key{n}" not in d.path for d in reading.deviations for n in range(200))


# --- transaction messages ----------------------------------------------------------------------


def test_an_over_long_tag_is_kept_as_an_unknown_one() -> None:
    reading = understood("StartTransaction", FULL["StartTransaction"] | {"idTag": "A" * 21})

    assert isinstance(reading.request, StartTransaction)
    assert reading.request.id_tag == "A" * 21
    assert codes(reading) == ["too-long"]


@pytest.mark.parametrize("tag", ["", " "])
def test_a_stop_with_an_empty_tag_has_none(tag: str) -> None:
    reading = understood("StopTransaction", FULL["StopTransaction"] | {"idTag": tag})

    assert isinstance(reading.request, StopTransaction)
    assert reading.request.id_tag is None
    assert codes(reading) == ["empty-tag"]


def test_a_start_without_a_time_started_on_arrival() -> None:
    payload = {k: v for k, v in FULL["StartTransaction"].items() if k != "timestamp"}

    reading = understood("StartTransaction", payload)

    assert isinstance(reading.request, StartTransaction)
    assert reading.request.timestamp.instant == NOW
    assert reading.request.timestamp.raw is None
    assert "time-missing" in codes(reading)


@pytest.mark.parametrize(
    ("sent", "register"), [("1000.5", 1001), ("1000.4", 1000), (Decimal("0.5"), 1), ("12", 12)]
)
def test_a_fraction_of_the_register_is_rounded_half_up(sent: object, register: int) -> None:
    reading = understood("StartTransaction", FULL["StartTransaction"] | {"meterStart": sent})

    assert isinstance(reading.request, StartTransaction)
    assert reading.request.meter_start_wh == register


@pytest.mark.parametrize("sent", [-1, 0, -7, 2**31])
def test_nobodys_transaction_is_passed_on(sent: int) -> None:
    reading = understood("StopTransaction", FULL["StopTransaction"] | {"transactionId": sent})

    assert isinstance(reading.request, StopTransaction)
    assert reading.request.transaction_id == sent
    assert reading.deviations == ()


def test_a_stop_without_a_transaction_is_still_a_stop() -> None:
    payload = FULL["StopTransaction"] | {"transactionId": "none"}

    reading = understood("StopTransaction", payload)

    assert isinstance(reading.request, StopTransaction)
    assert reading.request.transaction_id == -1
    assert reading.request.meter_stop_wh == 5000


def test_a_stop_without_a_register_is_still_a_stop() -> None:
    reading = understood("StopTransaction", FULL["StopTransaction"] | {"meterStop": None})

    assert isinstance(reading.request, StopTransaction)
    assert reading.request.transaction_id == 7
    assert reading.request.meter_stop_wh is None


def test_a_stop_with_neither_is_refused() -> None:
    payload = {"timestamp": "2026-03-01T11:00:00Z", "idTag": "A"}

    result = read_request("StopTransaction", payload, NOW)

    assert isinstance(result, Violation)
    assert result.code == "OccurenceConstraintViolation"


def test_an_absent_reason_is_local() -> None:
    payload = {k: v for k, v in FULL["StopTransaction"].items() if k != "reason"}

    reading = understood("StopTransaction", payload)

    assert isinstance(reading.request, StopTransaction)
    assert reading.request.reason == "Local"


def test_unusable_transaction_data_do_not_lose_the_stop() -> None:
    data = [METER_VALUE, {"timestamp": 5}, "text", {"sampledValue": [{"value": None}]}]

    reading = understood("StopTransaction", FULL["StopTransaction"] | {"transactionData": data})

    assert isinstance(reading.request, StopTransaction)
    assert len(reading.request.transaction_data) == 1


# --- readings ----------------------------------------------------------------------------------


def with_sample(**members: object) -> dict[str, Any]:
    return FULL["MeterValues"] | {
        "meterValue": [METER_VALUE | {"sampledValue": [SAMPLED_VALUE, members]}]
    }


def second_sample_survives(**members: object) -> bool:
    reading = understood("MeterValues", with_sample(**members))
    assert isinstance(reading.request, MeterValues)
    assert reading.deviations
    return any(s.measurand == "Voltage" for r in reading.request.readings for s in r.samples)


@pytest.mark.parametrize(
    "wrong",
    [
        {"value": None},
        {"value": ""},
        {"value": "abc"},
        {"value": True},
        {"value": {}},
        {"unit": "furlong"},
        {"unit": "kWh"},
        {"phase": "L9"},
        {"format": "Hex"},
        {"measurand": "Vendor.Thing"},
        {"measurand": 7},
    ],
    ids=str,
)
def test_an_unusable_sample_is_dropped_alone(wrong: dict[str, Any]) -> None:
    assert not second_sample_survives(**({"value": "230", "measurand": "Voltage"} | wrong))


@pytest.mark.parametrize(
    "odd",
    [
        {"value": 230},
        {"value": Decimal("230.5")},
        {"unit": ""},
        {"unit": "v"},
        {"unit": "Volts"},
        {"phase": ""},
        {"phase": "l1-n"},
        {"phase": "L1N"},
        {"context": "sample.periodic"},
        {"context": "Vendor"},
        {"location": "Somewhere"},
        {"format": "raw"},
        {"extra": 1},
    ],
    ids=str,
)
def test_an_odd_sample_is_kept(odd: dict[str, Any]) -> None:
    assert second_sample_survives(**({"value": "230", "measurand": "Voltage"} | odd))


def test_readings_of_which_nothing_is_left_are_answered() -> None:
    payload = FULL["MeterValues"] | {"meterValue": [{"timestamp": "x", "sampledValue": []}]}

    reading = understood("MeterValues", payload)

    assert isinstance(reading.request, MeterValues)
    assert reading.request.readings == ()
    assert reading.deviations


def test_an_object_for_a_list_is_a_list_of_one() -> None:
    payload = FULL["MeterValues"] | {
        "meterValue": {"timestamp": "2026-03-01T10:00:00Z", "sampledValue": SAMPLED_VALUE}
    }

    reading = understood("MeterValues", payload)

    assert isinstance(reading.request, MeterValues)
    assert len(reading.request.readings) == 1


def test_readings_without_a_connector_are_found_by_their_transaction() -> None:
    payload = {k: v for k, v in FULL["MeterValues"].items() if k != "connectorId"}

    reading = understood("MeterValues", payload)

    assert isinstance(reading.request, MeterValues)
    assert (reading.request.connector_id, reading.request.transaction_id) == (0, 7)


# --- other protocols, other messages -----------------------------------------------------------


@pytest.mark.parametrize(
    ("action", "payload"),
    [
        ("BootNotification", {"reason": "PowerUp", "chargingStation": {"model": "M"}}),
        (
            "StatusNotification",
            {"evseId": 1, "connectorId": 1, "connectorStatus": "Available", "timestamp": "x"},
        ),
        ("Authorize", {"idToken": {"idToken": "A", "type": "ISO14443"}}),
        ("MeterValues", {"evseId": 1, "meterValue": [{"timestamp": "x", "sampledValue": 1}]}),
        ("TransactionEvent", {"eventType": "Started"}),
    ],
)
def test_a_charger_that_speaks_2_0_1_is_told_what_to_set(
    action: str, payload: dict[str, Any]
) -> None:
    result = read_request(action, payload, NOW)

    assert result.deviations[0].code == "ocpp-2.0.1"
    assert "OCPP 1.6J" in result.deviations[0].sample


def test_a_word_of_the_signed_update_is_taken_in_the_plain_one() -> None:
    reading = understood("FirmwareStatusNotification", {"status": "InstallRebooting"})

    assert codes(reading) == ["word-of-another-message"]


def test_an_object_as_data_is_its_json() -> None:
    reading = understood("DataTransfer", {"vendorId": "v", "data": {"a": [1, Decimal("0.5")]}})

    assert reading.payload["data"] == '{"a":[1,0.5]}'


def test_a_number_with_a_vast_exponent_is_not_written_out() -> None:
    payload = {"vendorId": "v", "data": {"a": Decimal("1e999999"), "b": Decimal("1e-999999")}}

    assert understood("DataTransfer", payload).payload["data"] == '{"a":null,"b":null}'


# --- answers to our commands -------------------------------------------------------------------


def test_an_answer_that_fits_passes_unchanged() -> None:
    payload = {"status": "Accepted"}

    assert read_result("ChangeAvailability", payload) == (payload, ())


def test_an_answer_is_mended_like_a_request() -> None:
    result = read_result("ChangeAvailability", {"Status": "SCHEDULED", "more": 1})

    assert not isinstance(result, Violation)
    assert result[0] == {"status": "Scheduled"}


def test_a_long_configuration_value_is_not_cut() -> None:
    entry = {"key": "MeterValuesSampledData", "readonly": False, "value": "x" * 501}

    result = read_result("GetConfiguration", {"configurationKey": [entry, {"key": "broken"}]})

    assert not isinstance(result, Violation)
    assert result[0] == {"configurationKey": [entry]}


@pytest.mark.parametrize("payload", [{}, {"status": "Perhaps"}, {"status": 7}])
def test_an_answer_beyond_understanding_is_a_violation(payload: dict[str, Any]) -> None:
    assert isinstance(read_result("ChangeAvailability", payload), Violation)
