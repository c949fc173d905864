"""JSON before it is understood, and as it is written."""

import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from csms.ocpp16.violation import Deviation, deviation

# The deepest payload of OCPP 1.6 has 7 levels; walks over deeper ones could exhaust the stack.
DEPTH_LIMIT = 32
NUMBER_DIGITS = 300

type Json = Any
"""None, bool, int, Decimal, str, or lists and objects of these."""


def _number(value: object) -> Json:
    # Charging profiles have one decimal (§7.13), of which a float's shortest form is the decimal.
    if isinstance(value, Decimal):
        if abs(value.adjusted()) > NUMBER_DIGITS:  # would be written with as many digits
            return None
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")


encode = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False, default=_number).encode
"""Compact JSON; decimals as numbers. Raises TypeError for what is no JSON."""


def _no_number(_word: str) -> None:
    """NaN and Infinity are no JSON; as null they are missing values."""


def _bounded_integer(digits: str) -> int | None:
    return int(digits) if len(digits) <= NUMBER_DIGITS else None


def _bounded_decimal(digits: str) -> Decimal | None:
    try:
        return Decimal(digits) if len(digits) <= NUMBER_DIGITS else None
    except ArithmeticError:  # an exponent beyond what a Decimal can hold
        return None


_decode_strictly = json.JSONDecoder(parse_float=Decimal, parse_constant=_no_number).decode
_decode_leniently = json.JSONDecoder(
    strict=False,
    parse_float=_bounded_decimal,
    parse_int=_bounded_integer,
    parse_constant=_no_number,
).decode


def decode(raw: str, deviations: list[Deviation]) -> Json:
    """Read JSON with exact decimals; forgive control characters, byte order marks, odd numbers.

    Of a repeated key the last one counts. Raises ValueError or RecursionError.
    """
    try:
        message = _decode_strictly(raw)
    except (ValueError, ArithmeticError):
        message = _decode_leniently(raw.strip("\ufeff\x00 \t\r\n"))
        deviations.append(deviation("loose-json", "frame", raw))
    # JSON can name half of a surrogate pair, which no store and no socket takes.
    if "\\u" in raw or not raw.isascii():
        try:
            json.dumps(message, ensure_ascii=False, default=str).encode()
        except UnicodeEncodeError:
            deviations.append(deviation("broken-text", "frame", "half a surrogate pair"))
            message = _scrubbed(message)
    return message


def _scrubbed(message: Json) -> Json:
    scrubbed = _scrub(message, DEPTH_LIMIT)
    if isinstance(message, list) and len(message) > 1 and scrubbed[1] != message[1]:
        scrubbed[1] = None  # an id that is no text cannot be echoed
    return scrubbed


def _scrub(value: Json, depth: int) -> Json:
    """Copy a value with every lone surrogate replaced by the replacement character."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if depth == 0:
        return None
    if isinstance(value, list):
        return [_scrub(part, depth - 1) for part in value]
    if isinstance(value, dict):
        return {_scrub(key, 1): _scrub(part, depth - 1) for key, part in value.items()}
    return value


def is_deeper(message: Json, limit: int) -> bool:
    """Whether lists and objects are nested in more than `limit` levels."""
    level = [message]
    for _ in range(limit):
        level = [part for outer in level for part in _parts(outer) if isinstance(part, dict | list)]
        if not level:
            return False
    return True


def _parts(outer: Json) -> Iterable[Json]:
    return outer.values() if isinstance(outer, dict) else outer
