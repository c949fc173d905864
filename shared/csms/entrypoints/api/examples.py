"""Examples for the OpenAPI documents: a good body for each model, and an answer for each problem.

They are read when the documents are written; no request needs them.
"""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

type Example = Mapping[str, Any]

_STATION: Final[Example] = {
    "name": "Rotterdam Coolsingel",
    "address": "Coolsingel 40, Rotterdam",
    "time_zone": "Europe/Amsterdam",
    "latitude": 51.9225,
    "longitude": 4.4792,
    "tariff_id": "5f0c1b7d9a3e",
    "minimum_balance_minor": 500,
}
_TARIFF: Final[Example] = {
    "name": "City",
    "energy_rate_micro_per_kwh": 385_000,
    "session_fee_minor": 50,
    "idle_rate_micro": 100_000,
    "idle_grace_s": 900,
    "tax_rate_micro": 190_000,
    "windows": [
        {
            "name": "Night",
            "weekdays": [0, 1, 2, 3, 4],
            "begins": "22:00",
            "ends": "06:00",
            "energy_rate_micro_per_kwh": 290_000,
        }
    ],
}
_TEMPLATE: Final[Example] = {
    "name": "Meter values each minute",
    "vendor": "Acme",
    "model": None,
    "settings": [{"key": "MeterValueSampleInterval", "value": "60"}],
}
_TAG: Final[Example] = {"user_id": "9b1f0c62d7e84a5bb3f1c9a2", "concurrent_limit": 1}
_COMMAND: Final[Example] = {
    "action": "TriggerMessage",
    "payload": {"requestedMessage": "StatusNotification", "connectorId": 1},
}

BODIES: Final[Mapping[str, Example]] = {
    "Adjustment": {"amount_minor": -250, "note": "charged twice on 2026-03-01"},
    "Application": {"charger_ids": ["RDAM 123"]},
    "BulkRequest": {**_COMMAND, "charger_ids": ["RDAM 123", "RDAM 124"]},
    "BulkRetry": {"transaction_ids": [4711, 4712]},
    "CardRefundRequest": {"amount_minor": 1000, "payment_id": "pi_3Nf2kLx"},
    "CardTopUp": {"amount_minor": 2000},
    "ChangeAvailability": {"connector_id": 1, "availability": "Inoperative"},
    "ChargerEdit": {
        "name": "Pole 7",
        "station_id": "1c9a2b3f1d7e",
        "rated_power_w": 22_000,
        "version": 1,
    },
    "CommandRequest": _COMMAND,
    "ExportRequest": {"kind": "transactions", "since": "2026-01-01T00:00:00Z"},
    "FirmwareFields": {
        "label": "Spring release",
        "version": "1.1.0",
        "vendor": "Acme",
        "model": "One",
        "file_name": "acme-one-1.1.0.bin",
    },
    "NewCharger": {
        "identity": "RDAM 123",
        "station_id": "1c9a2b3f1d7e",
        "rated_power_w": 22_000,
        "connector_count": 2,
    },
    "NewChargerFields": {"station_id": "1c9a2b3f1d7e", "rated_power_w": 22_000},
    "NewTag": {"id_tag": "04A2B3C4D5", **_TAG},
    "PreviewRequest": {
        "begins_at": "2026-06-10T18:00:00+02:00",
        "energy_wh": 20_000,
        "charging_s": 10_800,
        "idle_s": 1800,
        "time_zone": "Europe/Berlin",
    },
    "RefundRequest": {"amount_minor": 100, "reason": "the charger stopped early"},
    "RemoteStart": {"connector_id": 1, "id_tag": "04A2B3C4D5"},
    "RemoteStop": {"transaction_id": 4711},
    "Resolution": {"action": "correct", "reason": "meter read by hand", "energy_wh": 8500},
    "StartRequest": {"charger_id": "RDAM 123", "connector_id": 1},
    "StationEdit": {**_STATION, "version": 1},
    "StationFields": _STATION,
    "TagEdit": {**_TAG, "blocked": True, "version": 1},
    "TagFields": _TAG,
    "Tags": {"id_tags": ["04A2B3C4D5"]},
    "TariffEdit": {**_TARIFF, "version": 1},
    "TariffFields": _TARIFF,
    "TemplateEdit": {**_TEMPLATE, "version": 1},
    "TemplateFields": _TEMPLATE,
    "TopUp": {"amount_minor": 2000, "note": "paid at the desk"},
}
"""Model of a request → a good body."""

TABLES: Final[Mapping[str, str]] = {
    "/api/admin/chargers/import": (
        "identity,station_id,rated_power_w,connector_count\nRDAM 124,1c9a2b3f1d7e,22000,2\n"
    ),
    "/api/admin/id-tags/import": "id_tag,user_id\n04A2B3C4D5,9b1f0c62d7e84a5bb3f1c9a2\n",
}
"""Path → a good table."""

_DETAILS: Final[Mapping[int, Example]] = {
    400: {"detail": "the cursor is not one of this list", "field": "cursor"},
    401: {"detail": "the token has expired"},
    403: {"detail": "this is for operators", "reason": "role"},
    404: {"detail": "charger 'rdam 125' does not exist"},
    409: {
        "detail": "the station still has chargers: move or delete them first",
        "reason": "has_chargers",
    },
    413: {"detail": "the body is too large: 262144 bytes are allowed"},
    422: {
        "detail": "body.name is too long: its length may be 120 at most",
        "field": "body.name",
        "errors": [
            {
                "field": "body.name",
                "message": "is too long: its length may be 120 at most",
                "code": "string_too_long",
                "params": {"max_length": 120},
            }
        ],
    },
    429: {"detail": "that was too often: try again a little later"},
    500: {"detail": "Something failed here; the request id leads operators to the cause."},
    503: {"detail": "the database is busy: send it again"},
}


def problem(status: int) -> Example:
    """A problem answer of a status. KeyError for one that no route has."""
    return {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "request_id": "JKJaXmPLvHcESHA=",
        **_DETAILS[status],
    }


def tell(document: dict[str, Any]) -> None:
    """Put the examples into a document."""
    schemas = document["components"]["schemas"]
    for name in BODIES.keys() & schemas.keys():
        schemas[name]["examples"] = [BODIES[name]]
    for path in TABLES.keys() & document["paths"].keys():
        (content,) = document["paths"][path]["post"]["requestBody"]["content"].values()
        content["example"] = TABLES[path]
