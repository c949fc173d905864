"""What template.yaml lets each function do, and what its functions really do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from simulators.aws.intrinsics import Resolver, load_yaml

ROOT = Path(__file__).parents[1]
# What a transaction's items need, by their own name.
TRANSACT = {
    "Put": "PutItem",
    "Update": "UpdateItem",
    "Delete": "DeleteItem",
    "ConditionCheck": "ConditionCheckItem",
    "Get": "GetItem",
}


# What a call to S3 needs, where that has another name.
FILE_ACTIONS = {
    "GetObject": "GetObject",
    "HeadObject": "GetObject",
    "DeleteObject": "DeleteObject",
    "PutObject": "PutObject",
    "CreateMultipartUpload": "PutObject",
    "UploadPart": "PutObject",
    "CompleteMultipartUpload": "PutObject",
    "AbortMultipartUpload": "AbortMultipartUpload",
    "ListParts": "ListMultipartUploadParts",
}


@dataclass(frozen=True, slots=True, order=True)
class Use:
    """One right on one table, or on its indexes (`table/index`)."""

    action: str
    resource: str


@cache
def granted() -> Mapping[str, frozenset[Use]]:
    """Folder of a function → what its policies allow on DynamoDB."""
    document = load_yaml((ROOT / "template.yaml").read_text(encoding="utf-8"))
    resolver = Resolver(document, {})
    rights = {}
    for resource in document["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            properties = resolver.resolve(resource["Properties"])
            folder = properties["CodeUri"].removeprefix("functions/")
            rights[folder] = frozenset(_uses(properties.get("Policies", [])))
    return rights


def _uses(policies: list[Mapping[str, Any]]) -> Iterator[Use]:
    for action, resource in _allowed(policies, "dynamodb:"):
        yield Use(action, resource.split(":table/", 1)[1].removesuffix("/*"))


def _allowed(policies: list[Mapping[str, Any]], service: str) -> Iterator[tuple[str, str]]:
    """Each action of a service, without its name, with each resource that it is allowed on."""
    for policy in policies:
        for statement in policy["Statement"]:
            actions, resources = statement["Action"], statement["Resource"]
            for action in actions if isinstance(actions, list) else [actions]:
                for resource in resources if isinstance(resources, list) else [resources]:
                    if action.startswith(service):
                        yield action.removeprefix(service), resource


@cache
def granted_files() -> Mapping[str, frozenset[Use]]:
    """Folder of a function → what its policies allow on S3, by the first part of keys."""
    document = load_yaml((ROOT / "template.yaml").read_text(encoding="utf-8"))
    resolver = Resolver(document, {})
    rights = {}
    for resource in document["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            properties = resolver.resolve(resource["Properties"])
            folder = properties["CodeUri"].removeprefix("functions/")
            allowed = _allowed(properties.get("Policies", []), "s3:")
            rights[folder] = frozenset(
                Use(action, resource.split(":::", 1)[1].removesuffix("/*"))
                for action, resource in allowed
            )
    return rights


def file_use(operation: str, arguments: Mapping[str, Any]) -> Use:
    """The right that one call to S3 needs."""
    bucket = arguments["Bucket"]
    if operation == "ListObjectsV2":
        return Use("ListBucket", bucket)
    return Use(FILE_ACTIONS[operation], f"{bucket}/{arguments['Key'].partition('/')[0]}")


def uses(operation: str, arguments: Mapping[str, Any]) -> Iterator[Use]:
    """The rights that one call to DynamoDB needs."""
    if operation in ("TransactWriteItems", "TransactGetItems"):
        for item in arguments["TransactItems"]:
            for kind, part in item.items():
                yield Use(TRANSACT[kind], part["TableName"])
    elif operation in ("BatchGetItem", "BatchWriteItem"):
        for table in arguments["RequestItems"]:
            yield Use(operation, table)
    elif "IndexName" in arguments:
        yield Use(operation, f"{arguments['TableName']}/index")
    else:
        yield Use(operation, arguments["TableName"])
