"""Each risk of the security page is held by tests that exist."""

import ast
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from simulators.aws.intrinsics import Resolver, load_yaml
from tests.architecture.repository import ROOT

PAGE = (ROOT / "docs/security.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (API\d+) .*$", re.MULTILINE)
TEST = re.compile(r"`([\w/]+\.py)::(\w+)`")
RISKS = {match[1]: TEST.findall(match[0]) for match in ROW.finditer(PAGE)}


def test_all_ten_risks_are_on_the_page() -> None:
    assert list(RISKS) == [f"API{number}" for number in range(1, 11)]


@pytest.mark.parametrize("risk", RISKS)
def test_a_risk_is_held_by_tests_that_exist(risk: str) -> None:
    assert RISKS[risk]
    missing = [f"{file}::{name}" for file, name in RISKS[risk] if name not in _tests_of(file)]
    assert missing == []


def _tests_of(file: str) -> set[str]:
    path = ROOT / file
    if not path.is_file():
        return set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_door_of_the_deployment_is_throttled() -> None:
    """A flood of one charger or browser is slowed before it takes all that functions may run."""
    template = load_yaml((ROOT / "template.yaml").read_text(encoding="utf-8"))
    resolver = Resolver(template, {})
    doors = {
        name: resolver.resolve(part["Properties"].get("DefaultRouteSettings", {}))
        for name, part in template["Resources"].items()
        if part["Type"] in ("AWS::ApiGatewayV2::Stage", "AWS::Serverless::HttpApi")
    }
    assert len(doors) == 2
    for limits in doors.values():
        assert 0 < float(limits["ThrottlingRateLimit"]) <= float(limits["ThrottlingBurstLimit"])


@pytest.mark.parametrize("document", ["admin", "user"])
def test_no_body_takes_members_that_are_not_named(document: str) -> None:
    described = json.loads((ROOT / f"docs/openapi/{document}.json").read_text(encoding="utf-8"))
    bodies = list(_bodies(described))
    assert bodies
    assert [
        name for name, schema in bodies if schema.get("additionalProperties") is not False
    ] == []


def _bodies(described: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every JSON body of a request, by its route; those of webhooks are others' and signed."""
    for path, operations in described["paths"].items():
        if path.startswith("/webhooks/"):
            continue
        for method, operation in operations.items():
            content = operation.get("requestBody", {}).get("content", {})
            schema = content.get("application/json", {}).get("schema")
            if schema is not None:
                reference = schema.get("$ref", "").rpartition("/")[2]
                yield f"{method} {path}", described["components"]["schemas"].get(reference, schema)
