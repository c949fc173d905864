"""What of the transformed template moto makes into a stack: it takes the place of AWS."""

import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import boto3
from botocore.config import Config
from moto import mock_aws

from simulators.aws.intrinsics import load_yaml
from tests.architecture.repository import ROOT
from tests.architecture.transformed import CODE_BUCKET, resources

NAME = "csms"
# What moto's CloudFormation can make; alarms, routes and distributions are held by other tests.
TYPES = {
    "DynamoDB::Table",
    "Events::Rule",
    "IAM::Role",
    "Lambda::Function",
    "Lambda::LayerVersion",
    "Lambda::Permission",
    "Logs::LogGroup",
    "S3::Bucket",
    "SQS::Queue",
}
PARAMETERS = dict.fromkeys(("FilesSecret", "OriginSecret", "SigningSecret"), "s" * 32)
"""Those without a default that works; the rest keep theirs."""
PLACEHOLDER = re.compile(r"\$\{([^}!]+)\}")


def client(service: str) -> Any:
    """A client of moto, whatever endpoints the tests have set."""
    return boto3.client(
        service,  # type: ignore[call-overload] # any service
        region_name="us-east-1",
        config=Config(ignore_configured_endpoint_urls=True),  # type: ignore[call-arg] # a newer option
    )


def deployed() -> Mapping[str, Any]:
    """The resources that moto makes, by their logical names."""
    return {
        name: resource
        for name, resource in resources().items()
        if resource["Type"].removeprefix("AWS::") in TYPES
    }


@contextmanager
def deploy() -> Iterator[Mapping[str, str]]:
    """Make the stack, in this process.

    Gives the physical names by the logical ones.
    """
    with mock_aws():
        _upload()
        document = load_yaml((ROOT / "template.yaml").read_text(encoding="utf-8"))
        template = {part: document[part] for part in ("Parameters", "Conditions")}
        template["Resources"] = _without(set(resources()) - set(deployed()), deployed())
        formation = client("cloudformation")
        formation.create_stack(
            StackName=NAME,
            TemplateBody=json.dumps(template),
            Parameters=[
                {"ParameterKey": name, "ParameterValue": value}
                for name, value in PARAMETERS.items()
            ],
            Capabilities=["CAPABILITY_IAM"],
        )
        pages = formation.get_paginator("list_stack_resources").paginate(StackName=NAME)
        made = [one for page in pages for one in page["StackResourceSummaries"]]
        yield {one["LogicalResourceId"]: one["PhysicalResourceId"] for one in made}


def _upload() -> None:
    """Put each folder that the template names where the transformed template looks for it."""
    files = client("s3")
    files.create_bucket(Bucket=CODE_BUCKET)
    for folder in [*(ROOT / "functions").iterdir(), *(ROOT / "layers").iterdir(), ROOT / "shared"]:
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w") as package:
            for path in folder.glob("*"):
                if path.is_file():
                    package.write(path, path.name)
        key = folder.relative_to(ROOT).as_posix()
        files.put_object(Bucket=CODE_BUCKET, Key=key, Body=archive.getvalue())


def _without(absent: set[str], node: Any) -> Any:
    """The node with names in place of references to what is not made."""
    if isinstance(node, list):
        return [_without(absent, one) for one in node]
    if not isinstance(node, dict):
        return node
    if len(node) == 1:
        ((function, argument),) = node.items()
        if function == "Ref" and argument in absent:
            return argument
        if function == "Fn::GetAtt" and argument[0] in absent:
            return ".".join(argument)
        if function == "Fn::Sub":
            text, *given = argument if isinstance(argument, list) else [argument]
            text = PLACEHOLDER.sub(lambda found: _name(found, absent), text)
            return {function: [text, *_without(absent, given)] if given else text}
    return {key: _without(absent, value) for key, value in node.items()}


def _name(found: re.Match[str], absent: set[str]) -> str:
    return found[1] if found[1].partition(".")[0] in absent else found[0]
