"""The gateway's CORS rules in template.yaml are those that the two applications need."""

import json
from typing import Any

from simulators.aws.intrinsics import load_yaml
from tests.architecture.repository import ROOT

TEMPLATE = load_yaml((ROOT / "template.yaml").read_text(encoding="utf-8"))
RULES = TEMPLATE["Resources"]["HttpApi"]["Properties"]["CorsConfiguration"]
DOCUMENTS = [
    json.loads((ROOT / f"docs/openapi/{name}.json").read_text(encoding="utf-8"))
    for name in ("admin", "user")
]


def _operations() -> list[tuple[str, dict[str, Any]]]:
    return [
        (method, operation)
        for document in DOCUMENTS
        for operations in document["paths"].values()
        for method, operation in operations.items()
    ]


def test_origins_are_configured_and_never_any() -> None:
    assert RULES["AllowOrigins"] == {"Ref": "WebOrigins"}
    assert "*" not in TEMPLATE["Parameters"]["WebOrigins"]["Default"]
    assert "AllowCredentials" not in RULES


def test_the_methods_are_those_of_the_documents() -> None:
    assert set(RULES["AllowMethods"]) == {method.upper() for method, _ in _operations()}


def test_the_headers_of_requests_are_those_of_the_documents() -> None:
    named = {"authorization", "content-type"}
    for document in DOCUMENTS:
        shared = document["components"]["parameters"].values()
        named |= {one["name"].lower() for one in shared if one["in"] == "header"}
    for _, operation in _operations():
        parameters = operation.get("parameters", [])
        named |= {one["name"].lower() for one in parameters if one.get("in") == "header"}
    assert set(RULES["AllowHeaders"]) == named
