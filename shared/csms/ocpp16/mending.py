"""Make a payload fit its schema where what was meant is plain, and say what had to be done.

Led by the schema, so that every message has it and no message needs code of its own. Identifiers
are never repaired or cut. What cannot be read is left out where the schema allows it, and is a
violation where it does not. Mending what was mended changes nothing.
"""

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from ocpp.v16.enums import FirmwareStatus

from csms.ocpp16.json_text import Json, encode
from csms.ocpp16.quirk_profiles import QuirkProfile
from csms.ocpp16.quirks import fold, known_word, vague_word
from csms.ocpp16.violation import Beyond, Deviation, ErrorCode, deviation

type Schema = Mapping[str, Any]

# Longer than allowed, these stay as they are: a cut identifier could be somebody else's, and a cut
# configuration value would look like a setting that drifted.
KEPT_WHOLE = frozenset({"idTag", "parentIdTag", "key", "value", "unknownKey"})
# Nothing longer than this is kept: no tag, key or value that is known anywhere is as long.
WHOLE_LIMIT = 2000
# Of these a part is worth nothing.
NEVER_CUT = frozenset({"csr"})
# Registers are counted in whole Wh; a fraction is rounded, not refused.
ROUNDED = frozenset({"meterStart", "meterStop"})
# A sampled value without one of these would mean something else.
MEANING = frozenset({"measurand", "phase", "unit", "format"})

# Required members of messages that must not be lost, and what stands for one that is missing: an
# empty time is read as the arrival, -1 is nobody's transaction, connector 0 is found by the
# transaction, and a reading without samples says nothing.
STAND_INS: Mapping[tuple[str, str], Any] = {
    ("MeterValues", "connectorId"): 0,
    ("MeterValues", "meterValue[].timestamp"): "",
    ("SecurityEventNotification", "timestamp"): "",
    ("StartTransaction", "timestamp"): "",
    ("StatusNotification", "errorCode"): "NoError",
    ("StopTransaction", "timestamp"): "",
    ("StopTransaction", "transactionData[].timestamp"): "",
    ("StopTransaction", "transactionId"): -1,
}
# Lists whose members are measurements: what cannot be used is dropped, the rest is kept.
DROPPED_SINGLY = frozenset(
    {
        "meterValue[]",
        "meterValue[].sampledValue[]",
        "transactionData[]",
        "transactionData[].sampledValue[]",
        "configurationKey[]",
        "unknownKey[]",
    }
)
# Required members that a typed request can do without.
DISPENSABLE = frozenset({("StopTransaction", "meterStop")})
# Readings of which nothing could be used are still answered normally.
MAY_BE_EMPTY = frozenset({"meterValue"})
# Words that firmware uses in the older of two messages, although only the newer one has them.
BORROWED_WORDS: Mapping[str, frozenset[str]] = {
    "FirmwareStatusNotification": frozenset(FirmwareStatus),
}

_WHOLE_NUMBER = re.compile(r"[+-]?\d{1,18}(?:\.0+)?", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d{1,18}(?:\.\d{1,9})?", re.ASCII)


class Mender:
    """Mends one payload; `deviations` says what was done."""

    def __init__(self, action: str, profile: QuirkProfile) -> None:
        self.action = action
        self.profile = profile
        self.deviations: list[Deviation] = []

    def mend(self, schema: Schema, payload: Mapping[str, Any]) -> dict[str, Any]:
        """Copy a payload so that it fits. Raises Beyond when it cannot."""
        return self._object(schema, payload, "")

    def _note(self, code: str, path: str, sent: object) -> None:
        self.deviations.append(deviation(code, path or self.action, sent))

    def _value(self, schema: Schema, value: object, path: str) -> Json:
        if "enum" in schema:
            return self._word(schema, value, path)
        reader = {
            "object": self._object,
            "array": self._array,
            "string": self._string,
            "integer": self._integer,
            "number": self._number,
            "boolean": self._boolean,
        }[schema["type"]]
        return reader(schema, value, path)

    def _object(self, schema: Schema, value: object, path: str) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise _wrong_type(path, "an object")
        named = self._name_members(schema["properties"], value, path)
        mended: dict[str, Any] = {}
        required = frozenset(schema.get("required", ()))
        for name, part in schema["properties"].items():
            where = f"{path}.{name}" if path else name
            if name in named:
                self._member(part, named[name], where, mended, required=name in required)
            elif name in required:
                self._missing(where, mended)
        return mended

    def _name_members(
        self, properties: Schema, value: Mapping[str, Any], path: str
    ) -> dict[str, Any]:
        """Members by the specification's names: other spellings mapped, nulls and unknowns gone."""
        spellings = {fold(name): name for name in properties}
        named = {name: value[name] for name in properties if value.get(name) is not None}
        for key, part in value.items():
            if key in properties:
                if part is None:
                    self._note("null-member", f"{path}.{key}" if path else key, None)
                continue
            name = spellings.get(fold(key))
            if name is not None and name not in named and part is not None:
                self._note("key-spelling", f"{path}.{name}" if path else name, key)
                named[name] = part
            else:
                self._note("unknown-key", path, key)
        return named

    def _member(
        self, schema: Schema, value: object, path: str, mended: dict[str, Any], *, required: bool
    ) -> None:
        name = path.rpartition(".")[2]
        if value == "" and "enum" in schema and not required:
            self._note("member-empty", path, value)
            return
        try:
            mended[name] = self._value(schema, value, path)
        except Beyond:
            stands_in = (self.action, path) in STAND_INS or (self.action, path) in DISPENSABLE
            if (required and not stands_in) or (name in MEANING and "[]" in path):
                raise
            self._note("value-unusable", path, value)
            if required:
                self._missing(path, mended)

    def _missing(self, path: str, mended: dict[str, Any]) -> None:
        name = path.rpartition(".")[2]
        if (self.action, path) in STAND_INS:
            mended[name] = STAND_INS[self.action, path]
        elif (self.action, path) not in DISPENSABLE:
            code = ErrorCode.OCCURENCE_CONSTRAINT_VIOLATION
            raise Beyond(code, f"{path} is missing")
        self._note("member-missing", path, "")

    def _array(self, schema: Schema, value: object, path: str) -> list[Any]:
        where = f"{path}[]"
        if isinstance(value, dict | str) and value:
            self._note("array-expected", path, value)
            value = [value]
        if not isinstance(value, list):
            raise _wrong_type(path, "an array")
        mended = []
        for part in value:
            try:
                mended.append(self._value(schema["items"], part, where))
            except Beyond as beyond:
                if where not in DROPPED_SINGLY:
                    raise
                self._note("item-unusable", where, beyond.description)
        if len(mended) < schema.get("minItems", 0) and path not in MAY_BE_EMPTY:
            code = ErrorCode.OCCURENCE_CONSTRAINT_VIOLATION
            raise Beyond(code, f"{path} has too few items")
        return mended

    def _string(self, schema: Schema, value: object, path: str) -> str:
        name = path.rpartition(".")[2]
        if value is None or (isinstance(value, bool) and path != "data"):
            raise _wrong_type(path, "a string")
        if not isinstance(value, str):
            value = self._as_text(value, path)
        limit = schema.get("maxLength")
        if limit is None or len(value) <= limit:
            return value
        if name in NEVER_CUT:
            code = ErrorCode.PROPERTY_CONSTRAINT_VIOLATION
            raise Beyond(code, f"{path} is longer than {limit} characters")
        self._note("too-long", path, value)
        return value[: WHOLE_LIMIT if name.removesuffix("[]") in KEPT_WHOLE else limit]

    def _as_text(self, value: object, path: str) -> str:
        """A number is the text of its digits. Data of a DataTransfer may be any JSON."""
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            self._note("text-expected", path, value)
            return str(value)
        if path != "data":
            raise _wrong_type(path, "a string")
        self._note("text-expected", path, value)
        return encode(value)

    def _integer(self, schema: Schema, value: object, path: str) -> int:
        name = path.rpartition(".")[2]
        number = value
        if isinstance(value, str):
            form = _NUMBER if name in ROUNDED else _WHOLE_NUMBER
            number = Decimal(value.strip()) if form.fullmatch(value.strip()) else None
        if isinstance(number, bool) or not isinstance(number, int | Decimal):
            raise _wrong_type(path, "an integer")
        if not schema["minimum"] <= number <= schema["maximum"]:
            code = ErrorCode.PROPERTY_CONSTRAINT_VIOLATION
            raise Beyond(code, f"{path} is out of range")
        whole = int(Decimal(number).quantize(Decimal(1), ROUND_HALF_UP))
        if whole != number and name not in ROUNDED:
            raise _wrong_type(path, "an integer")
        if not isinstance(value, int):
            self._note("integer-expected", path, value)
        return whole

    def _number(self, schema: Schema, value: object, path: str) -> Decimal | int:
        number = value
        if isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
            self._note("number-expected", path, value)
            number = Decimal(value.strip())
        if isinstance(number, bool) or not isinstance(number, int | Decimal):
            raise _wrong_type(path, "a number")
        if not schema["minimum"] <= number <= schema["maximum"]:
            code = ErrorCode.PROPERTY_CONSTRAINT_VIOLATION
            raise Beyond(code, f"{path} is out of range")
        if "multipleOf" in schema and isinstance(number, Decimal) and number * 10 % 1:
            self._note("too-precise", path, value)
            number = number.quantize(Decimal("0.1"), ROUND_HALF_UP)
        return number

    def _boolean(self, _schema: Schema, value: object, path: str) -> bool:
        if isinstance(value, bool):
            return value
        meant = {"true": True, "false": False, "1": True, "0": False}.get(str(value)[:5].lower())
        if meant is None:
            raise _wrong_type(path, "a boolean")
        self._note("boolean-expected", path, value)
        return meant

    def _word(self, schema: Schema, value: object, path: str) -> str:
        words = schema["enum"]
        name = path.rpartition(".")[2]
        if not isinstance(value, str):
            raise _wrong_type(path, "a string")
        if value in words:
            return value
        if value in BORROWED_WORDS.get(self.action, ()):
            self._note("word-of-another-message", path, value)
            return value
        known = known_word(self.profile, name, words, value) or vague_word(name)
        if known is None:
            code = ErrorCode.PROPERTY_CONSTRAINT_VIOLATION
            raise Beyond(code, f"{path} is not a word of OCPP 1.6")
        self._note("word-spelling", path, value)
        return known


def _wrong_type(path: str, expected: str) -> Beyond:
    code = ErrorCode.TYPE_CONSTRAINT_VIOLATION
    return Beyond(code, f"{path or 'payload'} is not {expected}")
