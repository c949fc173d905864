"""template.yaml and the code say the same."""

import importlib
import pkgutil
import re
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import Any

import grimp
import pytest
from pynamodb.attributes import DiscriminatorAttribute
from pynamodb.models import Model

import csms.store
from csms.settings import Settings
from csms.store.lean_row import LeanRow
from simulators.aws.intrinsics import load_yaml
from simulators.aws.resources import Function, Template
from simulators.aws.template import load_template
from tests.architecture.repository import ROOT, python_files
from tests.rights import Use, granted

LINES_OF_A_HANDLER = 30
# Needed to make and open cursors of lists, which only HTTP functions do.
ONLY_HTTP = {"signing_secret"}
# Read by Powertools itself.
POWERTOOLS = {
    "POWERTOOLS_LOGGER_SAMPLE_RATE",
    "POWERTOOLS_LOG_LEVEL",
    "POWERTOOLS_METRICS_NAMESPACE",
    "POWERTOOLS_SERVICE_NAME",
}
INDEX = ("IndexName", "KeySchema", "Projection")
SETTING = re.compile(r"\b(?:SETTINGS|settings)\.([a-z_]+)\b")


@cache
def _template() -> Template:
    return load_template(ROOT / "template.yaml")


@cache
def _functions() -> Mapping[str, Function]:
    """Folder below functions/ → the function of the template."""
    return {function.handler.split(".")[1]: function for function in _template().functions.values()}


@cache
def _models() -> Mapping[str, list[type[Model]]]:
    """Table name → the models of its rows."""
    for module in pkgutil.walk_packages(csms.store.__path__, "csms.store."):
        vars(importlib.import_module(module.name))  # a module runs at its first use
    models: dict[str, list[type[Model]]] = {}
    for model in _subclasses(Model):
        if model.__module__.startswith("csms."):
            models.setdefault(model.Meta.table_name, []).append(model)
    return models


def _subclasses(base: type[Model]) -> list[type[Model]]:
    below = [sub for child in base.__subclasses__() for sub in _subclasses(child)]
    return [*(child for child in base.__subclasses__() if hasattr(child, "Meta")), *below]


def test_no_table_needs_what_a_lean_row_leaves_out() -> None:
    found = [model for models in _models().values() for model in models]
    assert len(found) > 30
    for model in found:
        assert issubclass(model, LeanRow)
        for attribute in model.get_attributes().values():
            assert attribute.default_for_new is None
            assert not isinstance(attribute, DiscriminatorAttribute)


def test_each_folder_is_a_function_and_each_function_a_folder() -> None:
    folders = {path.parent.name for path in (ROOT / "functions").glob("*/handler.py")}
    assert folders == set(_functions())


def test_a_folder_holds_a_handler_and_nothing_else() -> None:
    names = {path.name for path in python_files("functions") if path.parent.name in _functions()}
    assert names <= {"__init__.py", "handler.py"}


def test_handlers_are_short() -> None:
    sizes = {
        path.parent.name: len(path.read_text(encoding="utf-8").splitlines())
        for path in (ROOT / "functions").glob("*/handler.py")
    }
    assert {name: size for name, size in sizes.items() if size > LINES_OF_A_HANDLER} == {}


def test_every_variable_of_a_function_is_a_setting() -> None:
    known = {field.name.upper() for field in fields(Settings)} | POWERTOOLS
    unknown = {name: set(function.environment) - known for name, function in _functions().items()}
    assert unknown == {name: set() for name in _functions()}


def test_every_setting_can_be_set_in_the_template() -> None:
    given = {name for function in _functions().values() for name in function.environment}
    assert {field.name.upper() for field in fields(Settings)} - given == set()


@pytest.mark.parametrize("name", sorted(_functions()))
def test_a_function_is_given_every_setting_that_its_code_reads(name: str) -> None:
    known = {field.name for field in fields(Settings)}
    if not any(route.function == _functions()[name].name for route in _template().http_routes):
        known -= ONLY_HTTP
    read = {
        setting
        for module in _code_of(name)
        for setting in SETTING.findall(module)
        if setting in known
    }
    assert {setting.upper() for setting in read} - set(_functions()[name].environment) == set()


@pytest.mark.parametrize("name", sorted(_functions()))
def test_a_function_carries_nothing_of_its_own_that_its_code_does_not_read(name: str) -> None:
    """Least of all a secret. What every function gets is no secret."""
    document = load_yaml((ROOT / "template.yaml").read_text(encoding="utf-8"))
    shared = set(document["Globals"]["Function"]["Environment"]["Variables"])
    hidden = {key for key, one in document["Parameters"].items() if one.get("NoEcho")}
    assert all(key not in hidden for key in re.findall(r"'Ref': '(\w+)'", str(document["Globals"])))
    read = {setting.upper() for module in _code_of(name) for setting in SETTING.findall(module)}
    assert set(_functions()[name].environment) - shared - POWERTOOLS - read == set()


def test_defaults_of_parameters_are_the_defaults_of_the_settings() -> None:
    default = Settings()
    differing = {
        f"{function.name}: {name}"
        for function in _functions().values()
        for name, value in function.environment.items()
        if name not in POWERTOOLS | {"FILES_BUCKET", "FILES_URL", "GATEWAY_ENDPOINT"}
        and getattr(Settings.from_environment({name: value}), name.lower())
        != getattr(default, name.lower())
    }
    assert differing == set()


def test_each_table_has_a_model_and_each_model_a_table() -> None:
    assert set(_models()) == {table.name for table in _template().tables.values()}


@pytest.mark.parametrize("name", sorted(table.name for table in _template().tables.values()))
def test_keys_and_indexes_of_a_model_are_those_of_its_table(name: str) -> None:
    (table,) = (table for table in _template().tables.values() if table.name == name)
    create = table.create_table
    schemas: list[Mapping[str, Any]] = [model._get_schema() for model in _models()[name]]
    types = {d["AttributeName"]: d["AttributeType"] for d in create["AttributeDefinitions"]}
    found: dict[str, tuple[dict[str, str], str]] = {}
    for schema in schemas:
        assert _keys(schema["key_schema"]) == _keys(create["KeySchema"])
        for attribute in schema["attribute_definitions"]:
            assert types[attribute["AttributeName"]] == attribute["AttributeType"]
        for kind in ("global_secondary_indexes", "local_secondary_indexes"):
            found |= _indexes(schema[kind], "index_name", "key_schema", "projection")
    assert found == {
        **_indexes(create.get("GlobalSecondaryIndexes", []), *INDEX),
        **_indexes(create.get("LocalSecondaryIndexes", []), *INDEX),
    }


def test_every_table_is_used_by_a_function() -> None:
    assert {use.resource.removesuffix("/index") for use in _table_rights()} == {
        table.name for table in _template().tables.values()
    }


def test_no_function_may_scan() -> None:
    assert {use.action.partition(":")[2] for use in _table_rights()} <= {
        *("GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"),
        *("ConditionCheckItem", "BatchWriteItem"),
    }


def test_frames_are_routed_one_way() -> None:
    document = load_yaml((ROOT / "template.yaml").read_text(encoding="utf-8"))
    types = [resource["Type"] for resource in document["Resources"].values()]
    assert "AWS::ApiGatewayV2::RouteResponse" not in types
    assert "AWS::ApiGatewayV2::IntegrationResponse" not in types


def test_only_connecting_asks_the_authorizer_and_it_is_always_asked() -> None:
    websocket = _template().websocket
    assert websocket is not None
    assert websocket.authorizer == "ChargerAuthorizerFunction"
    assert websocket.authorizer_identity_sources == ()
    assert set(websocket.routes) == {"$connect", "$disconnect", "$default"}


def test_functions_end_before_the_gateway_gives_up() -> None:
    long = {"books_check", "export_write"}
    waited_for = {name: one for name, one in _functions().items() if name not in long}
    assert {function.timeout_s for function in waited_for.values()} == {25}


def _table_rights() -> set[Use]:
    allowed = {use for rights in granted().values() for use in rights}
    return {use for use in allowed if use.action.startswith("dynamodb:")}


def _indexes(
    indexes: list[dict[str, Any]], name: str, keys: str, projection: str
) -> dict[str, tuple[dict[str, str], str]]:
    return {
        index[name]: (_keys(index[keys]), index[projection]["ProjectionType"]) for index in indexes
    }


def _keys(schema: list[dict[str, str]]) -> dict[str, str]:
    return {key["KeyType"]: key["AttributeName"] for key in schema}


def _code_of(function: str) -> list[str]:
    """The text of every module of csms that a function imports, directly or not."""
    modules = _graph().find_upstream_modules(f"functions.{function}.handler")
    texts = []
    for module in sorted(modules):
        path = (ROOT / "shared").joinpath(*module.split("."))
        file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
        if module.startswith("csms.") and module != "csms.settings":
            texts.append(file.read_text(encoding="utf-8"))
    return texts


@cache
def _graph() -> grimp.ImportGraph:
    return grimp.build_graph("csms", "functions", cache_dir=str(ROOT / ".cache/import-linter"))
