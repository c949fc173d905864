"""OCPP payloads as people send them: numbers made exact, depth and strangeness bounded."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from csms.entrypoints.api.faults import fault
from csms.ocpp16.json_text import encode

DEEPEST: Final = 10
LARGEST: Final = 2**63


def exact(payload: dict[str, Any]) -> dict[str, Any]:
    """The same payload with decimals instead of floats; again changes nothing.

    Raises ValueError for what JSON lacks.
    """
    return {_key(key): _exact(value, 1) for key, value in payload.items()}


def plain(payload: Mapping[str, object]) -> dict[str, Any]:
    """The same payload as JSON shows it: decimals as numbers."""
    shown: dict[str, Any] = json.loads(encode(dict(payload)))
    return shown


def _exact(value: object, depth: int) -> object:
    if depth > DEEPEST:
        raise fault("too_deep", deepest=DEEPEST)
    match value:
        case dict():
            return {_key(key): _exact(item, depth + 1) for key, item in value.items()}
        case list():
            return [_exact(item, depth + 1) for item in value]
        case str():
            return _key(value)
        case bool() | Decimal() | None:
            return value
        case int() | float():
            return _number(value)
        case _:
            raise fault("not_plain_json")


def _number(value: float) -> int | Decimal:
    # Not by `isfinite`, which fails for whole numbers that no float can hold.
    if not -LARGEST <= value <= LARGEST:
        raise fault("number_out_of_range")
    return value if isinstance(value, int) else Decimal(repr(value))


def _key(text: str) -> str:
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise fault("broken_character")
    return text
