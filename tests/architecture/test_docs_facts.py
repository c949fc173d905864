"""What the documents say of tables, routes, parameters and variables is what the code has."""

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from simulators.aws.template import load_template
from tests.architecture.repository import ROOT, files, text_files

PARAMETERS = "{}"
ROUTE = re.compile(r"`(GET|POST|PUT|PATCH|DELETE) (/[^`\s?]+)(?:\?([^`\s]+))?`")
INDEX = re.compile(r"`(by_\w+)`(?: \(([^)]+)\))?")
VARIABLE = re.compile(r"\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b")
QUOTED = re.compile(r"`([^`\n]+)`")
# What a row that waits is found by; the page says it once for all tables.
DEADLINE = ["due_shard", "due_at"]


def test_named_routes_exist() -> None:
    routes = _routes()
    missing = [
        f"{document}: {method} {path}"
        for document, text in _documents().items()
        for method, path, query in ROUTE.findall(text)
        if (known := routes.get((method, _without_names(path)))) is None
        or not _names(query) <= known
    ]
    assert missing == []


def test_tables_have_the_keys_and_indexes_that_the_data_model_tells() -> None:
    template = load_template(ROOT / "template.yaml")
    assert _told_tables() == {
        table.name.partition("-")[2]: _keys_and_indexes(table.create_table)
        for table in template.tables.values()
    }


def test_parameters_that_operations_explains_exist() -> None:
    parameters = set(_parameters())
    text = _documents()["docs/operations.md"]
    _, table = text.split("| parameter | decides |", 1)
    rows = [line for line in table.split("\n\n")[0].splitlines() if line.startswith("| `")]
    named = {name for row in rows for name in QUOTED.findall(row.split("|")[1])}
    assert len(named) > 10
    assert {name for name in named if not name.endswith("…")} - parameters == set()


def test_named_variables_are_read_somewhere() -> None:
    code = {path: text for path, text in text_files().items() if not path.endswith(".md")}
    unknown = {
        f"{document}: {variable}"
        for document, text in _documents().items()
        for quoted in QUOTED.findall(text)
        for variable in VARIABLE.findall(quoted)
        if not any(variable in one for one in code.values())
    }
    assert unknown == set()


@cache
def _documents() -> Mapping[str, str]:
    return {
        str(path.relative_to(ROOT)): path.read_text(encoding="utf-8")
        for path in files()
        if path.suffix == ".md"
    }


@cache
def _parameters() -> Mapping[str, object]:
    text = (ROOT / "template.yaml").read_text(encoding="utf-8")
    _, rest = text.split("\nParameters:\n", 1)
    section = re.split(r"^\S", rest, maxsplit=1, flags=re.MULTILINE)[0]
    return dict.fromkeys(re.findall(r"^  (\w+):", section, re.MULTILINE))


@cache
def _routes() -> Mapping[tuple[str, str], frozenset[str]]:
    """Method and path without the names of its parts → what its query may hold."""
    routes = {}
    for path in (ROOT / "docs/openapi").glob("*.json"):
        document = json.loads(path.read_text(encoding="utf-8"))
        shared = document["components"].get("parameters", {})
        for address, operations in document["paths"].items():
            for method, operation in operations.items():
                told = operation.get("parameters", [])
                whole = [
                    shared[one["$ref"].split("/")[-1]] if "$ref" in one else one for one in told
                ]
                queries = {one["name"] for one in whole if one["in"] == "query"}
                routes[method.upper(), _without_names(address)] = frozenset(queries)
    return routes


def _without_names(path: str) -> str:
    return re.sub(r"\{[^}]*\}", PARAMETERS, path)


def _names(query: str) -> set[str]:
    return {pair.partition("=")[0] for pair in query.split("&") if pair}


def _told_tables() -> dict[str, tuple[list[str], dict[str, list[str]]]]:
    """Table → its key and its indexes, as the rows of the data model's table tell them."""
    told = {}
    for line in _documents()["docs/data-model.md"].splitlines():
        if not line.startswith("| `"):
            continue
        name, key, *_, indexes = (cell.strip() for cell in line.strip("|").split(" |"))
        (table,) = QUOTED.findall(name)
        told[table] = (
            QUOTED.findall(key),
            {
                index: QUOTED.findall(keys)[:2] if keys else DEADLINE
                for index, keys in INDEX.findall(indexes)
            },
        )
    return told


def _keys_and_indexes(create: Mapping[str, Any]) -> tuple[list[str], dict[str, list[str]]]:
    kinds = ("GlobalSecondaryIndexes", "LocalSecondaryIndexes")
    return _keys(create["KeySchema"]), {
        index["IndexName"]: _keys(index["KeySchema"])
        for kind in kinds
        for index in create.get(kind, [])
    }


def _keys(schema: list[dict[str, str]]) -> list[str]:
    return [key["AttributeName"] for key in sorted(schema, key=lambda one: one["KeyType"])]
