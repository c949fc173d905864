"""Payloads of charger-initiated messages: examples with every member, and strategies."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from csms.ocpp16._validators import schemas

SAMPLED_VALUE: dict[str, Any] = {
    "value": "1234.5",
    "context": "Sample.Clock",
    "format": "Raw",
    "measurand": "Energy.Active.Import.Register",
    "phase": "L1",
    "location": "Inlet",
    "unit": "Wh",
}
METER_VALUE: dict[str, Any] = {
    "timestamp": "2026-03-01T10:00:00Z",
    "sampledValue": [SAMPLED_VALUE],
}
FULL: dict[str, dict[str, Any]] = {
    "Authorize": {"idTag": "04A1B2C3"},
    "BootNotification": {
        "chargePointVendor": "Vendor",
        "chargePointModel": "Model",
        "chargePointSerialNumber": "SN-1",
        "chargeBoxSerialNumber": "BOX-1",
        "firmwareVersion": "1.2.3",
        "iccid": "8931",
        "imsi": "2040",
        "meterType": "Meter",
        "meterSerialNumber": "M-1",
    },
    "DataTransfer": {"vendorId": "vendor", "messageId": "message", "data": "text"},
    "DiagnosticsStatusNotification": {"status": "Uploading"},
    "FirmwareStatusNotification": {"status": "Installed"},
    "Heartbeat": {},
    "LogStatusNotification": {"status": "Uploaded", "requestId": 5},
    "MeterValues": {"connectorId": 1, "transactionId": 7, "meterValue": [METER_VALUE]},
    "SecurityEventNotification": {
        "type": "TamperDetectionActivated",
        "timestamp": "2026-03-01T10:00:00Z",
        "techInfo": "door",
    },
    "SignCertificate": {"csr": "-----BEGIN CERTIFICATE REQUEST-----"},
    "SignedFirmwareStatusNotification": {"status": "SignatureVerified", "requestId": 5},
    "StartTransaction": {
        "connectorId": 1,
        "idTag": "04A1B2C3",
        "meterStart": 1000,
        "timestamp": "2026-03-01T10:00:00Z",
        "reservationId": 3,
    },
    "StatusNotification": {
        "connectorId": 1,
        "errorCode": "GroundFailure",
        "status": "Faulted",
        "timestamp": "2026-03-01T10:00:00.5Z",
        "info": "relay",
        "vendorId": "vendor",
        "vendorErrorCode": "E-7",
    },
    "StopTransaction": {
        "transactionId": 7,
        "idTag": "04A1B2C3",
        "meterStop": 5000,
        "timestamp": "2026-03-01T11:00:00Z",
        "reason": "EVDisconnected",
        "transactionData": [METER_VALUE],
    },
}
ACTIONS = tuple(FULL)

# Units that fit, by the beginning of the measurand.
UNITS: dict[str, tuple[str, ...]] = {
    "Energy.Active": ("Wh", "kWh"),
    "Energy.Reactive": ("varh", "kvarh"),
    "Power.Active": ("W", "kW"),
    "Power.Offered": ("W", "kW"),
    "Power.Reactive": ("var", "kvar"),
    "Power.Factor": (),
    "Current": ("A",),
    "Voltage": ("V",),
    "Frequency": ("Hertz",),
    "Temperature": ("Celsius", "Fahrenheit", "K"),
    "SoC": ("Percent",),
    "RPM": (),
}

timestamps = st.datetimes().map(lambda at: at.isoformat(timespec="milliseconds") + "Z")
texts = st.text(st.characters(exclude_categories=["Cs"]))
numbers = st.decimals(
    min_value=Decimal(-(10**9)), max_value=Decimal(10**9), places=3, allow_nan=False
)


@st.composite
def sampled_values(draw: st.DrawFn) -> dict[str, Any]:
    """A sampled value that the specification allows and that means something."""
    words = schemas.REQUESTS["MeterValues"]["properties"]["meterValue"]["items"]["properties"][
        "sampledValue"
    ]["items"]["properties"]
    sampled: dict[str, Any] = {"value": str(draw(numbers))}
    for name in ("context", "measurand", "phase", "location"):
        if draw(st.booleans()):
            sampled[name] = draw(st.sampled_from(words[name]["enum"]))
    if draw(st.booleans()):
        sampled["format"] = "Raw"
    measurand = sampled.get("measurand", "Energy.Active.Import.Register")
    units = next(units for start, units in UNITS.items() if measurand.startswith(start))
    has_unit = draw(st.booleans())
    if units and has_unit:
        sampled["unit"] = draw(st.sampled_from(units))
    return sampled


def from_schema(schema: dict[str, Any], name: str = "") -> st.SearchStrategy[Any]:
    """Payloads that fit a schema; times and sampled values are sensible ones."""
    if name == "sampledValue":
        return st.lists(sampled_values(), min_size=1, max_size=4)
    if name == "timestamp":
        return timestamps
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if schema["type"] == "object":
        members = {
            key: from_schema(part, key) for key, part in schema.get("properties", {}).items()
        }
        required = {key: members.pop(key) for key in schema.get("required", ())}
        return st.fixed_dictionaries(required, optional=members)
    if schema["type"] == "array":
        items = from_schema(schema["items"])
        return st.lists(items, min_size=schema.get("minItems", 0), max_size=3)
    if schema["type"] == "string":
        limit = min(schema.get("maxLength", 30), 60)
        return st.text(st.characters(exclude_categories=["Cs"]), max_size=limit)
    return st.integers(max(schema["minimum"], -(2**31)), min(schema["maximum"], 2**31 - 1))


valid_calls: st.SearchStrategy[tuple[str, dict[str, Any]]] = st.sampled_from(ACTIONS).flatmap(
    lambda action: from_schema(schemas.REQUESTS[action]).map(lambda payload: (action, payload))
)

scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | numbers
    | texts
    | st.sampled_from(["", "Accepted", "L1", "kWh", "-1", "2026-03-01T10:00:00Z"])
)
_names = st.sampled_from(
    sorted({name for payload in FULL.values() for name in payload} | set(SAMPLED_VALUE))
)
json_values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_names | texts, inner, max_size=5),
    max_leaves=12,
)
wild_objects: st.SearchStrategy[dict[str, Any]] = st.dictionaries(
    _names | texts, json_values, max_size=6
)


@st.composite
def damaged_calls(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A valid payload with some members replaced, removed or added."""
    action, payload = draw(valid_calls)
    payload = dict(payload)
    for name in draw(st.lists(st.sampled_from([*FULL[action], "extra"]), max_size=3)):
        if draw(st.booleans()):
            payload[name] = draw(json_values)
        else:
            payload.pop(name, None)
    return action, payload
