"""The zoo: what chargers in the field send against the letter of the specification."""

import json
from itertools import count
from typing import Any

from simulators.charge_point.scenario import Scenario
from simulators.charge_point.steps import Boot, Raw, Wait

_numbers = count(1)


def _call(action: str, payload: dict[str, Any], answer: str = "result") -> Raw:
    frame = [2, f"zoo-{next(_numbers)}", action, payload]
    return Raw(json.dumps(frame, separators=(",", ":")), answer)


def _status(**more: object) -> dict[str, Any]:
    base = {"connectorId": 1, "errorCode": "NoError", "status": "Available"}
    return {**base, "timestamp": "<now>", **more}


def _values(*samples: dict[str, Any], **more: object) -> dict[str, Any]:
    reading = {"timestamp": "<now>", "sampledValue": list(samples)}
    return {"connectorId": 1, "meterValue": [reading], **more}


def _with_transaction(payload: dict[str, Any]) -> Raw:
    """`<transaction>` is a number on the wire, so its quotes have to go."""
    raw = _call("MeterValues", {**payload, "transactionId": "<transaction>"})
    return Raw(raw.frame.replace('"<transaction>"', "<transaction>"), raw.answer)


ENERGY = "Energy.Active.Import.Register"

_NOTIFICATIONS = (
    _call("StatusNotification", _status(vendorErrorcode="E07", somethingElse=True)),
    _call("StatusNotification", _status(info="x" * 80)),
    _call("StatusNotification", _status(timestamp="2026-03-01T10:00:00")),
    _call("StatusNotification", _status(timestamp="2026-03-01T10:00:00.123456+02")),
    _call("DataTransfer", {"vendorId": "Unheard of", "messageId": "x", "data": "{}"}),
    _call("DiagnosticsStatusNotification", {"status": "Idle", "extra": 1}),
    _call("FirmwareStatusNotification", {"status": "Idle", "extra": 1}),
    _call("Heartbeat", {"unexpected": "key"}),
    Raw('[2,"zoo-null","Heartbeat",null]'),
)

_READINGS_WITHOUT_TRANSACTION = (
    _call("MeterValues", _values({"value": 1234, "unit": "Wh"})),
    _call("MeterValues", _values({"value": "1.234", "unit": "kwh", "measurand": ENERGY})),
    _call("MeterValues", _values({"value": "50.0", "unit": "Hz", "measurand": "Frequency"})),
    _call("MeterValues", _values({"value": "31", "unit": "Celcius", "measurand": "Temperature"})),
    _call("MeterValues", _values({"value": "1300", "measurand": "", "unit": "", "context": ""})),
    _call("MeterValues", _values({"value": "12", "measurand": "Made.Up"}, {"value": "1301"})),
    _call("MeterValues", {**_values({"value": "1302"}), "connectorId": 0}),
)

_SESSION = (
    _call("Authorize", {"idTag": "<tag>", "reader": "left"}),
    _call(
        "StartTransaction",
        {
            "connectorId": 1,
            "idTag": "<tag>",
            "meterStart": 2000,
            "timestamp": "<now>",
            "vendorSessionId": "abc",
        },
    ),
    Wait(600),
    _with_transaction(_values({"value": 3000})),
    Wait(600),
    _with_transaction(
        _values(
            {"value": "1.3", "unit": "kWh", "phase": "L1"},
            {"value": "1.3", "unit": "kWh", "phase": "L2"},
            {"value": "1.4", "unit": "kWh", "phase": "L3"},
        )
    ),
    Wait(600),
    Raw(
        '[2,"zoo-stop","StopTransaction",{"transactionId":<transaction>,"meterStop":5000,'
        '"timestamp":"<now>","reason":"Local","idTag":"<tag>","surplus":[]}]'
    ),
    Raw(
        '[2,"zoo-stray","StopTransaction",{"transactionId":-1,"meterStop":5000,'
        '"timestamp":"<now>"}]'
    ),
)

_WRONG = (
    Raw("not json at all", answer="nothing"),
    Raw("{}", answer="nothing"),
    Raw("[2]", answer="nothing"),
    Raw('[9,"zoo-9",{}]', answer="nothing"),
    Raw('[3,"never-asked",{}]', answer="nothing"),
    Raw('[2,"zoo-unknown","MakeCoffee",{}]', answer="NotImplemented"),
    Raw('[2,"zoo-list","Heartbeat",[]]', answer="FormationViolation"),
    Raw('[2,"zoo-missing","Authorize",{}]', answer="OccurenceConstraintViolation"),
    Raw('[2,"zoo-number","Authorize",{"idTag":7}]'),
    Raw('[2,"zoo-type","Authorize",{"idTag":{"uid":7}}]', answer="TypeConstraintViolation"),
    Raw('[2,"zoo-none","Authorize"]', answer="ProtocolError"),
    _call("Heartbeat", {}),
)

ZOO = Scenario(
    name="lenient-zoo",
    shows="wrong units, unknown keys, long strings, numbers as numbers, broken frames, a session",
    steps=(Boot(), *_NOTIFICATIONS, *_READINGS_WITHOUT_TRANSACTION, *_SESSION, *_WRONG),
)
