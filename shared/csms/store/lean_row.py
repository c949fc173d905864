"""PynamoDB's rows without what it finds out anew for each of them.

It asks every attribute of every row for its name and its default, and whether it is a map; a frame
makes and reads ten rows of ten attributes. What a class is made of does not change.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Self, override

from pynamodb.attributes import Attribute, ListAttribute, MapAttribute
from pynamodb.constants import NULL
from pynamodb.exceptions import AttributeNullError
from pynamodb.models import Model

type Stored = dict[str, dict[str, Any]]
"""A row in DynamoDB's own JSON."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a class of rows is made of. names: under which attributes are stored.

    defaults: values, and what makes them. is_flat: whether no value has attributes of its own,
    which PynamoDB's descriptors turn into objects.
    """

    attributes: Mapping[str, Attribute[Any]]
    names: Mapping[str, str]
    defaults: Mapping[str, Any]
    is_flat: bool


@cache
def _shape_of(rows: type[Model]) -> _Shape:
    attributes = rows.get_attributes()
    return _Shape(
        attributes,
        {name: one.attr_name for name, one in attributes.items()},
        {name: one.default for name, one in attributes.items() if one.default is not None},
        not any(isinstance(one, ListAttribute | MapAttribute) for one in attributes.values()),
    )


class LeanRow(Model):
    """Base of rows without discriminators, and without defaults for new ones alone."""

    @override
    def _set_defaults(self, _user_instantiated: bool = True) -> None:
        shape = _shape_of(type(self))
        if shape.is_flat:
            self.attribute_values.update(
                (name, default() if callable(default) else default)
                for name, default in shape.defaults.items()
            )
        else:
            super()._set_defaults(_user_instantiated)

    @override
    def _set_attributes(self, **attributes: Any) -> None:
        shape = _shape_of(type(self))
        if shape.is_flat and attributes.keys() <= shape.attributes.keys():
            self.attribute_values.update(attributes)
        else:  # where one that nobody knows is refused, too
            super()._set_attributes(**attributes)

    @classmethod
    @override
    def _instantiate(cls, attribute_values: Stored) -> Self:
        shape = _shape_of(cls)
        if not shape.is_flat:
            return super()._instantiate(attribute_values)
        row = cls(_user_instantiated=False)
        values = row.attribute_values
        for name, attribute in shape.attributes.items():
            stored = attribute_values.get(shape.names[name])
            if stored and NULL not in stored:
                values[name] = attribute.deserialize(attribute.get_value(stored))
        return row

    @override
    def _container_serialize(self, null_check: bool = True) -> Stored:
        shape = _shape_of(type(self))
        if not shape.is_flat:
            return super()._container_serialize(null_check=null_check)
        values = self.attribute_values
        row: Stored = {}
        for name, attribute in shape.attributes.items():
            value = values.get(name)
            stored = None if value is None else attribute.serialize(value)
            if stored is not None:
                row[shape.names[name]] = {attribute.attr_type: stored}
            elif null_check and not attribute.null:
                raise AttributeNullError(name)
        return row
