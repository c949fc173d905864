"""The template as CloudFormation gets it, and its functions for CloudFront."""

import json
import subprocess
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from samtranslator.translator.transform import (  # type: ignore[import-untyped] # has no types
    transform,
)

from simulators.aws.intrinsics import load_yaml
from tests.architecture.repository import ROOT

type Resource = Mapping[str, Any]
WAIT_S = 20
CODE_BUCKET = "code"
"""Where a deployment puts what it built: each folder under its own name."""


@cache
def resources() -> Mapping[str, Resource]:
    """Logical id → resource, after SAM's transformation."""
    document = load_yaml((ROOT / "template.yaml").read_text(encoding="utf-8"))
    for layer in document["Resources"].values():
        uris = {"CodeUri", "ContentUri"} & set(layer.get("Properties", {}))
        for uri in uris:  # as `sam package` leaves them
            layer["Properties"][uri] = f"s3://{CODE_BUCKET}/{layer['Properties'][uri]}"
    made: Mapping[str, Resource] = transform(document, {}, _NoPolicies())["Resources"]
    return made


class _NoPolicies:
    """Knows no managed policy: the template must not use any."""

    def load(self) -> dict[str, str]:
        return {}


def of_type(kind: str) -> Mapping[str, Resource]:
    """The resources of one type, without `AWS::`."""
    return {name: one for name, one in resources().items() if one["Type"] == f"AWS::{kind}"}


def run_at_edge(name: str, requests: Sequence[Mapping[str, Any]]) -> list[Any]:
    """What a CloudFront Function makes of requests, run by Node."""
    code = resources()[name]["Properties"]["FunctionCode"]
    assert isinstance(code, str), "the code depends on a parameter"
    program = f"""{code}
    const requests = JSON.parse(require('fs').readFileSync(0));
    process.stdout.write(JSON.stringify(requests.map((request) => handler({{ request }}))));"""
    done = subprocess.run(
        ["node", "-e", program],  # noqa: S607 - the Node that builds the web app
        input=json.dumps(list(requests)),
        capture_output=True,
        text=True,
        check=True,
        timeout=WAIT_S,
    )
    answers: list[Any] = json.loads(done.stdout)
    return answers
