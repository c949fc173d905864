"""What template.yaml lets each function do, and what a call of a function needs."""

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
    """One right: an action such as `dynamodb:GetItem`, and what it is about.

    resource: a table, a table's indexes (`table/index`), the first part of a file's key
    (`bucket/part`), a bucket, or the method of a call to a connection.
    """

    action: str
    resource: str

    def __str__(self) -> str:
        return f"{self.action} on {self.resource}"


@cache
def granted() -> Mapping[str, frozenset[Use]]:
    """Folder of a function → what its policies in template.yaml allow."""
    document = load_yaml((ROOT / "template.yaml").read_text(encoding="utf-8"))
    resolver = Resolver(document, {})
    rights = {}
    for resource in document["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            properties = resolver.resolve(resource["Properties"])
            folder = properties["CodeUri"].removeprefix("functions/")
            rights[folder] = frozenset(_allowed(properties.get("Policies", [])))
    return rights


def _allowed(policies: list[Mapping[str, Any]]) -> Iterator[Use]:
    for policy in policies:
        for statement in policy["Statement"]:
            actions, resources = statement["Action"], statement["Resource"]
            for action in actions if isinstance(actions, list) else [actions]:
                for resource in resources if isinstance(resources, list) else [resources]:
                    yield Use(action, _short(resource))


def _short(arn: str) -> str:
    """What of an ARN tells resources of one stack apart."""
    *_, service, _region, _account, name = arn.split(":", 5)
    if service == "execute-api":
        return name.split("/")[2]
    return name.removeprefix("table/").removesuffix("/*")


def uses(operation: str, arguments: Mapping[str, Any]) -> Iterator[Use]:
    """The rights that one call to DynamoDB needs."""
    if operation in ("TransactWriteItems", "TransactGetItems"):
        for item in arguments["TransactItems"]:
            for kind, part in item.items():
                yield Use(f"dynamodb:{TRANSACT[kind]}", part["TableName"])
    elif operation in ("BatchGetItem", "BatchWriteItem"):
        for table in arguments["RequestItems"]:
            yield Use(f"dynamodb:{operation}", table)
    elif "IndexName" in arguments:
        yield Use(f"dynamodb:{operation}", f"{arguments['TableName']}/index")
    else:
        yield Use(f"dynamodb:{operation}", arguments["TableName"])


def file_use(operation: str, arguments: Mapping[str, Any]) -> Use:
    """The right that one call to S3 needs."""
    bucket = arguments["Bucket"]
    if operation == "ListObjectsV2":
        return Use("s3:ListBucket", bucket)
    folder = arguments["Key"].partition("/")[0]
    return Use(f"s3:{FILE_ACTIONS[operation]}", f"{bucket}/{folder}")


def connection_use(method: str) -> Use:
    """The right that one call to `@connections` needs."""
    return Use("execute-api:ManageConnections", method)
