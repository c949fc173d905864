"""Makes the engine's tables what template.yaml says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

from simulators.aws.intrinsics import REGION
from simulators.aws.resources import Table

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


class TableMismatch(Exception):
    """A table of the data folder cannot become what the template says."""


def dynamodb_client(endpoint: str) -> DynamoDBClient:
    """A client of the engine; it never uses anybody's real credentials."""
    return boto3.client(
        "dynamodb",
        endpoint_url=endpoint,
        region_name=REGION,
        aws_access_key_id="simulated",
        aws_secret_access_key="simulated",
        config=Config(retries={"max_attempts": 5}, connect_timeout=2, read_timeout=10),
    )


def ensure_tables(client: DynamoDBClient, tables: Iterable[Table]) -> list[str]:
    """Create missing tables and missing global indexes; return what was made.

    Raises TableMismatch when a table has other keys or local indexes than the template:
    DynamoDB cannot change those, neither here nor in the cloud.
    """
    made: list[str] = []
    for table in tables:
        try:
            client.create_table(**table.create_table)
        except ClientError as error:
            if error.response["Error"]["Code"] != "ResourceInUseException":
                raise
            made += _complete(client, table)
        else:
            made.append(table.name)
    return made


def _complete(client: DynamoDBClient, table: Table) -> list[str]:
    wanted = table.create_table
    found: Any = client.describe_table(TableName=table.name)["Table"]
    for kind in ("KeySchema", "LocalSecondaryIndexes"):
        if _keys(wanted.get(kind)) != _keys(found.get(kind)):
            raise TableMismatch(
                f"Table {table.name} has other keys than template.yaml says ({kind}). "
                "Start with another data folder, or move its rows by hand."
            )
    present = _keys(found.get("GlobalSecondaryIndexes"))
    made: list[str] = []
    for index in wanted.get("GlobalSecondaryIndexes", []):
        if _keys([index]) <= present:
            continue
        if any(name == index["IndexName"] for name, *_ in present):
            _change_index(client, table, {"Delete": {"IndexName": index["IndexName"]}})
        _change_index(client, table, {"Create": index})
        made.append(f"{table.name}/{index['IndexName']}")
    return made


def _change_index(client: DynamoDBClient, table: Table, change: Any) -> None:  # noqa: ANN401 - botocore's shape
    client.update_table(
        TableName=table.name,
        AttributeDefinitions=table.create_table["AttributeDefinitions"],
        GlobalSecondaryIndexUpdates=[change],
    )


def _keys(schema: Any) -> set[tuple[str, ...]]:  # noqa: ANN401 - botocore's shape
    """A comparable form of a key schema, or of a list of indexes."""
    keys: set[tuple[str, ...]] = set()
    for entry in schema or []:
        if "AttributeName" in entry:
            keys.add((entry["AttributeName"], entry["KeyType"]))
            continue
        parts = [entry["IndexName"], entry["Projection"]["ProjectionType"]]
        parts += [f"{key['KeyType']}:{key['AttributeName']}" for key in entry["KeySchema"]]
        keys.add(tuple(parts))
    return keys
