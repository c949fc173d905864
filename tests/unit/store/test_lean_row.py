"""Lean rows are PynamoDB's rows: the same in, the same out, the same refusals."""

from typing import Any

import pytest
from pynamodb.attributes import (
    BinaryAttribute,
    BooleanAttribute,
    MapAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UnicodeSetAttribute,
)
from pynamodb.exceptions import AttributeDeserializationError, AttributeNullError
from pynamodb.models import Model

from csms.store.lean_row import LeanRow


class _Attributes:
    key = UnicodeAttribute(hash_key=True)
    place = NumberAttribute(range_key=True)
    kind = UnicodeAttribute(default="plain")
    made = NumberAttribute(default=lambda: 7)
    words = UnicodeSetAttribute(null=True)
    blob = BinaryAttribute(null=True, legacy_encoding=False)
    told = BooleanAttribute(null=True)
    elsewhere = UnicodeAttribute(attr_name="e", null=True)


class Usual(_Attributes, Model):
    class Meta:
        table_name = "things"


class Lean(_Attributes, LeanRow):
    class Meta:
        table_name = "things"


class Inner(MapAttribute[str, Any]):
    name = UnicodeAttribute()


def _inner(name: str) -> Inner:
    return Inner(name=name)  # type: ignore[no-untyped-call] # PynamoDB's


def _nest(base: type[Model]) -> Any:
    class Nest(base):  # type: ignore[misc, valid-type] # one row on either base
        class Meta:
            table_name = "nests"

        key = UnicodeAttribute(hash_key=True)
        inner = Inner(null=True)  # type: ignore[no-untyped-call] # PynamoDB's
        counts: MapAttribute[str, Any] = MapAttribute(default=dict)

    return Nest


UsualNest, LeanNest = _nest(Model), _nest(LeanRow)
GIVEN: list[dict[str, Any]] = [
    {},
    {"kind": "odd", "made": 0},
    {"words": {"a", "b"}, "blob": b"\x00\xff", "told": False, "elsewhere": "x"},
    {"words": set(), "blob": b"", "told": True, "kind": ""},
]


@pytest.mark.parametrize("given", GIVEN)
def test_what_is_written_and_read_is_the_same(given: dict[str, Any]) -> None:
    usual, lean = Usual("k", 3, **given), Lean("k", 3, **given)
    assert lean.attribute_values == usual.attribute_values
    assert lean.serialize() == usual.serialize()
    stored = usual.serialize()
    assert (
        Lean.from_raw_data(stored).attribute_values == Usual.from_raw_data(stored).attribute_values
    )


@pytest.mark.parametrize(
    "stored",
    [
        {"key": {"S": "k"}},
        {"key": {"S": "k"}, "kind": {"NULL": True}, "stranger": {"S": "ignored"}},
        {},
    ],
)
def test_what_is_missing_is_missing_in_the_same_way(stored: dict[str, Any]) -> None:
    assert (
        Lean.from_raw_data(stored).attribute_values == Usual.from_raw_data(stored).attribute_values
    )


def test_a_map_is_written_and_read_as_ever() -> None:
    usual, lean = (rows("k", inner=_inner("x")) for rows in (UsualNest, LeanNest))
    assert lean.serialize() == usual.serialize()
    read = LeanNest.from_raw_data({**usual.serialize(), "counts": {"M": {"a": {"N": "1"}}}})
    assert (read.inner.name, read.counts.as_dict()) == ("x", {"a": 1})
    assert LeanNest("k").counts.as_dict() == {}


@pytest.mark.parametrize("row", [Usual("k", 3, kind=None), Lean("k", 3, kind=None)])
def test_what_must_be_there_is_asked_for(row: Model) -> None:
    with pytest.raises(AttributeNullError, match="kind"):
        row.serialize()


@pytest.mark.parametrize("rows", [Usual, Lean])
def test_a_value_of_another_type_is_not_read(rows: type[Model]) -> None:
    with pytest.raises(AttributeDeserializationError):
        rows.from_raw_data({"key": {"N": "1"}})


@pytest.mark.parametrize("rows", [Usual, Lean])
def test_an_attribute_that_nobody_knows_is_refused(rows: type[Model]) -> None:
    with pytest.raises(ValueError, match="colour"):
        rows("k", 3, colour="red")
