"""What is wrong with a field, in words for people: one table for all models of requests.

Each kind of error has a code, which stays the same, and a sentence that goes on after the field's
name. Clients that speak another language make their own of the code and its figures.
"""

import re
from collections.abc import Mapping, Sequence
from string import Formatter
from typing import Final

from pydantic import BaseModel, Field
from pydantic_core import ErrorDetails, PydanticCustomError

LONGEST_PART: Final = 64
MOST_PARTS: Final = 8
UNKNOWN: Final = "is not valid: compare it with the description of the API"

_DATE: Final = "must be a date, as 2026-03-01"
_NUMBER: Final = "must be a number"
_OBJECT: Final = "must be an object with fields"
_TIME: Final = "must be a time with its zone, as 2026-03-01T12:00:00Z"
_WHOLE: Final = "must be a whole number"
_YES_OR_NO: Final = "must be true or false"

SENTENCES: Final[Mapping[str, str]] = {
    # of pydantic, under its own names
    "bool_parsing": _YES_OR_NO,
    "bool_type": _YES_OR_NO,
    "date_from_datetime_inexact": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_type": _DATE,
    "datetime_from_date_parsing": _TIME,
    "datetime_parsing": _TIME,
    "datetime_type": _TIME,
    "dict_type": _OBJECT,
    "enum": "must be one of {expected}",
    "extra_forbidden": "is not known here: check how it is written, or leave it out",
    "finite_number": "must be a finite number",
    "float_parsing": _NUMBER,
    "float_type": _NUMBER,
    "greater_than_equal": "must be {ge} or more",
    "int_from_float": _WHOLE,
    "int_parsing": _WHOLE,
    "int_parsing_size": "has too many digits",
    "int_type": _WHOLE,
    "json_invalid": "is not JSON: it cannot be read from character {position} on",
    "less_than_equal": "must be {le} or less",
    "list_type": "must be a list",
    "literal_error": "must be one of {expected}",
    "missing": "is missing: it has to be given",
    "model_attributes_type": _OBJECT,
    "model_type": _OBJECT,
    "string_too_long": "is too long: its length may be {max_length} at most",
    "string_too_short": "is too short: its length must be {min_length} at least",
    "string_type": "must be text",
    "string_unicode": "contains a broken character: write it anew",
    "timezone_aware": _TIME,
    "too_long": "has too many entries: {max_length} are allowed",
    "too_short": "has too few entries: {min_length} are needed",
    # of our own
    "alone": "comes together with {other}: give both, or neither",
    "broken_character": "contains half of a character (a lone surrogate): write it anew",
    "control_characters": "must not contain control characters: remove them",
    "less_than_other": "must not be less than {other}",
    "not_a_digest": "must be 64 hexadecimal digits",
    "not_a_time_of_day": "must be a time of day, as 22:00",
    "not_a_time_zone": "must be a time zone of the IANA list, as Europe/Berlin",
    "not_ascii": "must have printable ASCII characters only",
    "not_later_than_other": "must be later than {other}",
    "not_plain_json": "contains something that is not JSON",
    "no_name": "must be more than dots, which clients take out of paths",
    "number_out_of_range": "contains a number that is too large or not finite",
    "too_deep": "is nested deeper than {deepest} levels",
    "twice": "names the same more than once: name each once",
    "year_out_of_range": "must lie between the years {earliest} and {latest}",
}


class FieldError(BaseModel):
    """What is wrong with one field: where it is, as `body.name`, and a sentence about it."""

    field: str
    message: str = Field(description="goes on after the field's name")
    code: str = Field(description="a stable word for what is wrong, as `string_too_long`")
    params: dict[str, int | float | str] = Field(
        description="what the sentence names, as `max_length`"
    )


def fault(code: str, **figures: int | str) -> PydanticCustomError:
    """What a validator raises. code: of the table, with the figures that its sentence names.

    at: in place of a figure, the field that is wrong, for validators that look at several.
    """
    return PydanticCustomError(code, "see the table of faults", figures)


def explain(error: ErrorDetails) -> FieldError:
    """One error of pydantic as people read it."""
    code = error["type"]
    location, figures = list(error["loc"]), dict(error.get("ctx", {}))
    if code == "json_invalid":
        figures["position"] = location.pop()
    if "expected" in figures:
        figures["expected"] = ", ".join(re.findall(r"'([^']*)'", str(figures["expected"])))
    if "at" in figures:
        location.append(str(figures["at"]))
    sentence = SENTENCES.get(code, UNKNOWN)
    params = {name: figures[name] for _, name, _, _ in Formatter().parse(sentence) if name}
    message = sentence.format(**params)
    return FieldError(field=_where(location), message=message, code=code, params=params)


def _where(location: Sequence[object]) -> str:
    return ".".join(str(part)[:LONGEST_PART] for part in location[:MOST_PARTS])
