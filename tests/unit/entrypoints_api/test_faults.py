"""Every way in which a field can be wrong has its own plain sentence."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from string import Formatter
from typing import Annotated, Any, Literal

import pytest
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from pydantic import AfterValidator, BaseModel, Field, TypeAdapter, ValidationError

from csms.entrypoints.api.admin.app import app as admin
from csms.entrypoints.api.admin.firmware import FirmwareFields
from csms.entrypoints.api.admin.id_tags import Token
from csms.entrypoints.api.admin.tariffs import TariffFields
from csms.entrypoints.api.areas import Application
from csms.entrypoints.api.faults import SENTENCES, UNKNOWN, FieldError, explain, fault
from csms.entrypoints.api.fields import Body, Instant, Name, TimeZone
from csms.entrypoints.api.idempotency import IdempotencyKey
from csms.entrypoints.api.payload import exact
from csms.entrypoints.api.user.app import app as user
from csms.entrypoints.api.views.tariff import WindowFields


class Colour(StrEnum):
    """A closed set."""

    RED = "red"
    BLUE = "blue"


class Small(Body):
    """A body."""

    size: Annotated[int, Field(ge=1, le=9)]


WINDOW = {
    "name": "Night",
    "weekdays": [0],
    "begins": "22:00",
    "ends": "06:00",
    "energy_rate_micro_per_kwh": 1,
}
TARIFF = {"name": "City", "energy_rate_micro_per_kwh": 1}
IMAGE = {"label": "Spring", "version": "1", "file_name": "a.bin"}
Payload = Annotated[dict[str, Any], AfterValidator(exact)]
DEEP: Any = {}
for _ in range(12):
    DEEP = {"a": DEEP}

WRONG: Mapping[str, tuple[Any, object, str]] = {
    "bool_parsing": (bool, "perhaps", "must be true or false"),
    "bool_type": (Annotated[bool, Field(strict=True)], 1, "must be true or false"),
    "date_from_datetime_inexact": (date, "2026-03-01T12:00:00", "as 2026-03-01"),
    "date_from_datetime_parsing": (date, "today", "as 2026-03-01"),
    "date_type": (date, [], "as 2026-03-01"),
    "datetime_from_date_parsing": (Instant, "today", "as 2026-03-01T12:00:00Z"),
    "datetime_parsing": (Instant, 10**20, "as 2026-03-01T12:00:00Z"),
    "datetime_type": (Instant, [], "as 2026-03-01T12:00:00Z"),
    "dict_type": (Payload, [], "must be an object with fields"),
    "enum": (Colour, "green", "must be one of red, blue"),
    "extra_forbidden": (Small, {"size": 1, "sise": 1}, "check how it is written"),
    "finite_number": (Annotated[float, Field(allow_inf_nan=False)], float("inf"), "finite number"),
    "float_parsing": (float, "much", "must be a number"),
    "float_type": (float, [], "must be a number"),
    "greater_than_equal": (Small, {"size": 0}, "must be 1 or more"),
    "int_from_float": (int, 1.5, "must be a whole number"),
    "int_parsing": (int, "one", "must be a whole number"),
    "int_parsing_size": (int, "9" * 5000, "too many digits"),
    "int_type": (int, [], "must be a whole number"),
    "less_than_equal": (Small, {"size": 10}, "must be 9 or less"),
    "list_type": (list[int], 1, "must be a list"),
    "literal_error": (Literal["all", "off"], "some", "must be one of all, off"),
    "missing": (Small, {}, "is missing"),
    "model_type": (Small, [], "must be an object with fields"),
    "string_too_long": (Name, "x" * 121, "its length may be 120 at most"),
    "string_too_short": (Name, "", "its length must be 1 at least"),
    "string_type": (Name, 1, "must be text"),
    "string_unicode": (Name, "\ud800", "broken character"),
    "timezone_aware": (Instant, "2026-03-01T12:00:00", "with its zone"),
    "too_long": (Annotated[list[int], Field(max_length=1)], [1, 2], "1 are allowed"),
    "too_short": (Annotated[list[int], Field(min_length=1)], [], "1 are needed"),
    "alone": (FirmwareFields, {**IMAGE, "signature": "AA=="}, "with signing_certificate"),
    "broken_character": (Payload, {"a": "\ud800"}, "lone surrogate"),
    "control_characters": (Name, "a\x00b", "remove them"),
    "less_than_other": (
        TariffFields,
        {**TARIFF, "minimum_minor": 2, "maximum_minor": 1},
        "must not be less than minimum_minor",
    ),
    "no_name": (Token, "..", "more than dots"),
    "not_a_digest": (FirmwareFields, {**IMAGE, "sha256": "ab"}, "64 hexadecimal digits"),
    "not_a_time_of_day": (WindowFields, {**WINDOW, "begins": "24:00"}, "as 22:00"),
    "not_a_time_zone": (TimeZone, "../etc/passwd", "as Europe/Berlin"),
    "not_ascii": (IdempotencyKey, "ключ", "ASCII"),
    "not_later_than_other": (
        TariffFields,
        {
            **TARIFF,
            "valid_from": "2026-03-02T00:00:00Z",
            "valid_to": "2026-03-01T00:00:00Z",
        },
        "must be later than valid_from",
    ),
    "not_plain_json": (Payload, {"a": b"bytes"}, "not JSON"),
    "number_out_of_range": (Payload, {"a": float("nan")}, "too large or not finite"),
    "too_deep": (Payload, DEEP, "deeper than 10 levels"),
    "twice": (WindowFields, {**WINDOW, "weekdays": [1, 1]}, "name each once"),
    "year_out_of_range": (Instant, "2300-01-01T00:00:00Z", "between the years 1970 and 2200"),
}
ELSEWHERE = {"json_invalid", "model_attributes_type"}
"""What FastAPI says of a whole body; tests of the routes send those."""


def fault_of(kind: Any, value: object) -> FieldError:
    """What is wrong with a value of a field."""
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(kind).validate_python(value)
    return explain(refused.value.errors()[0])


def test_every_sentence_has_its_example() -> None:
    assert {*WRONG, *ELSEWHERE} == set(SENTENCES)


@pytest.mark.parametrize("code", WRONG)
def test_what_is_wrong_is_said_in_plain_words(code: str) -> None:
    kind, value, words = WRONG[code]

    found = fault_of(kind, value)

    assert found.code == code
    assert words in found.message
    assert set(found.params) == {
        name for _, name, _, _ in Formatter().parse(SENTENCES[code]) if name
    }
    for machine in ("Input", "should", "Value error", "{", "regex", "pattern"):
        assert machine not in found.message


@pytest.mark.parametrize(
    ("code", "field"),
    [
        ("alone", "signature"),
        ("less_than_other", "maximum_minor"),
        ("not_later_than_other", "valid_to"),
        ("twice", "weekdays"),
    ],
)
def test_a_rule_about_several_fields_names_the_one_to_change(code: str, field: str) -> None:
    kind, value, _ = WRONG[code]

    assert fault_of(kind, value).field == field


def test_the_other_half_of_a_pair_is_named_too() -> None:
    found = fault_of(FirmwareFields, {**IMAGE, "signing_certificate": "PEM"})

    assert (found.field, found.params) == ("signing_certificate", {"other": "signature"})


def test_json_that_ends_early_is_told_with_its_place() -> None:
    found = explain(
        {"type": "json_invalid", "loc": ("body", 17), "msg": "", "input": {}, "ctx": {"error": ""}}
    )

    assert (found.field, found.params) == ("body", {"position": 17})
    assert "character 17" in found.message


def test_a_kind_that_is_not_known_has_a_sentence_all_the_same() -> None:
    found = fault_of(Annotated[str, AfterValidator(_strange)], "x")

    assert (found.code, found.message, found.params) == ("strange", UNKNOWN, {})


def _strange(_: str) -> str:
    raise fault("strange", colour="green")


def test_a_location_is_bounded() -> None:
    path = tuple("x" * 500 for _ in range(50))

    found = explain({"type": "missing", "loc": path, "msg": "", "input": {}})

    assert len(found.field) < 600


NODES: Mapping[str, frozenset[str]] = {
    "any": frozenset(),
    "bool": frozenset({"bool_parsing", "bool_type"}),
    "date": frozenset(code for code in SENTENCES if code.startswith("date_")),
    "datetime": frozenset(code for code in SENTENCES if code.startswith("datetime_"))
    | {"timezone_aware"},
    "default": frozenset(),
    "definition-ref": frozenset(),
    "definitions": frozenset(),
    "dict": frozenset({"dict_type"}),
    "enum": frozenset({"enum"}),
    "float": frozenset({"float_parsing", "float_type", "finite_number"}),
    "function-after": frozenset(),
    "int": frozenset({"int_type", "int_parsing", "int_parsing_size", "int_from_float"}),
    "list": frozenset({"list_type"}),
    "literal": frozenset({"literal_error"}),
    "model": frozenset({"model_type", "model_attributes_type"}),
    "model-field": frozenset({"missing"}),
    "model-fields": frozenset({"extra_forbidden"}),
    "no-info": frozenset(),
    "nullable": frozenset(),
    "str": frozenset({"string_type", "string_unicode"}),
}
"""Kind of a node of a schema → what it can find wrong by itself."""
LIMITS: Mapping[str, str] = {
    "ge": "greater_than_equal",
    "le": "less_than_equal",
    "gt": "greater_than",
    "lt": "less_than",
    "multiple_of": "multiple_of",
    "pattern": "string_pattern_mismatch",
    "max_digits": "decimal_max_digits",
}
LENGTHS: Mapping[tuple[str, str], str] = {
    ("str", "min_length"): "string_too_short",
    ("str", "max_length"): "string_too_long",
    ("list", "min_length"): "too_short",
    ("list", "max_length"): "too_long",
}


@pytest.mark.parametrize("app", [admin, user], ids=["admin", "user"])
def test_nothing_that_a_route_takes_can_be_wrong_without_a_sentence(app: Application) -> None:
    nodes = [node for schema in _schemas(app) for node in _nodes(schema)]
    kinds = {node["type"] for node in nodes}
    possible = {code for kind in kinds for code in NODES[kind]}
    possible |= {code for node in nodes for limit, code in LIMITS.items() if limit in node}
    possible |= {
        code
        for node in nodes
        for (kind, limit), code in LENGTHS.items()
        if node["type"] == kind and limit in node
    }

    assert len(nodes) > 50
    assert possible <= set(SENTENCES)


def _schemas(app: Application) -> Iterator[Any]:
    for area in app.areas:
        for route in getattr(area.module, area.router).routes:
            assert isinstance(route, APIRoute)
            yield from _taken(route.dependant)


def _taken(dependant: Dependant) -> Iterator[Any]:
    groups = (
        dependant.path_params,
        dependant.query_params,
        dependant.header_params,
        dependant.body_params,
    )
    for group in groups:
        for field in group:
            yield field._type_adapter.core_schema
    for inner in dependant.dependencies:
        yield from _taken(inner)


def _nodes(schema: object) -> Iterator[dict[str, Any]]:
    match schema:
        case dict():
            if isinstance(schema.get("type"), str):
                yield schema
            for name, value in schema.items():
                if name not in ("metadata", "serialization", "config"):
                    yield from _nodes(value)
        case list() | tuple():
            for value in schema:
                yield from _nodes(value)


def test_the_walk_finds_what_has_no_sentence() -> None:
    class Strange(BaseModel):
        """A model with a limit that no route has."""

        word: Annotated[str, Field(pattern="^x$")]

    found = list(_nodes(Strange.__pydantic_core_schema__))

    assert any("pattern" in node for node in found)
    assert LIMITS["pattern"] not in SENTENCES
