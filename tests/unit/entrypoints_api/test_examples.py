"""The examples of the OpenAPI documents are good requests, and there is one of everything."""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from fastapi.routing import APIRoute
from pydantic import BaseModel, TypeAdapter

from csms.entrypoints.api import examples
from csms.entrypoints.api.admin.app import app as admin
from csms.entrypoints.api.admin.chargers import NewCharger
from csms.entrypoints.api.admin.id_tags import NewTag
from csms.entrypoints.api.application import describe
from csms.entrypoints.api.areas import Application
from csms.entrypoints.api.problems import Problem
from csms.entrypoints.api.user.app import app as user

APPLICATIONS: Mapping[str, Application] = {"admin": admin, "user": user}
TABLES: Mapping[str, type[BaseModel]] = {
    "/api/admin/chargers/import": NewCharger,
    "/api/admin/id-tags/import": NewTag,
}


def bodies(app: Application) -> Iterator[tuple[str, TypeAdapter[Any]]]:
    """The models of an application's JSON bodies."""
    for area in app.areas:
        for route in getattr(area.module, area.router).routes:
            assert isinstance(route, APIRoute)
            for field in route.dependant.body_params:
                model: Any = field.field_info.annotation
                yield model.__name__, field._type_adapter


def test_there_is_an_example_of_every_body_and_of_nothing_else() -> None:
    models = {name for app in APPLICATIONS.values() for name, _ in bodies(app)}
    assert models == set(examples.BODIES)


@pytest.mark.parametrize("name", examples.BODIES)
def test_an_example_is_a_good_body(name: str) -> None:
    adapters = dict(body for app in APPLICATIONS.values() for body in bodies(app))

    adapters[name].validate_python(examples.BODIES[name])


@pytest.mark.parametrize("path", examples.TABLES)
def test_an_example_is_a_good_table(path: str) -> None:
    rows = list(csv.DictReader(io.StringIO(examples.TABLES[path])))

    assert rows
    for row in rows:
        TABLES[path].model_validate_strings(row)


@pytest.mark.parametrize("name", APPLICATIONS)
def test_a_document_has_them_where_they_belong(name: str) -> None:
    document = describe(APPLICATIONS[name])

    told = {key for key, one in document["components"]["schemas"].items() if "examples" in one}
    assert told == {model for model, _ in bodies(APPLICATIONS[name])}
    answers = [
        content["example"]
        for answer in document["components"]["responses"].values()
        for content in answer.get("content", {}).values()
    ]
    assert len(answers) >= 9
    for answer in answers:
        assert Problem.model_validate(answer).status == answer["status"]


def test_every_table_is_told() -> None:
    paths = describe(admin)["paths"]
    for path, table in examples.TABLES.items():
        (content,) = paths[path]["post"]["requestBody"]["content"].values()
        assert content["example"] == table
