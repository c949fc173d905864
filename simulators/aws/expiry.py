"""Deletes expired rows, as DynamoDB's time to live does; the engine itself does not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from simulators.aws.resources import Table

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

PAGE_ROWS = 500
MAX_PAGES_PER_TABLE = 200
# DynamoDB leaves rows alone whose time lies more than five years back: a mistaken unit must
# not delete a table.
OLDEST_S = 5 * 365 * 86_400


def delete_expired(client: DynamoDBClient, tables: Iterable[Table], now: datetime) -> int:
    """Delete the rows whose TTL attribute lies before now; return how many went."""
    now_s = int(now.timestamp())
    return sum(
        _delete_from(client, table, table.ttl_attribute, now_s)
        for table in tables
        if table.ttl_attribute
    )


def _delete_from(client: DynamoDBClient, table: Table, attribute: str, now_s: int) -> int:
    keys = [entry["AttributeName"] for entry in table.create_table["KeySchema"]]
    names = {"#ttl": attribute, **{f"#k{n}": key for n, key in enumerate(keys)}}
    deleted = 0
    start: dict[str, object] = {}
    for _ in range(MAX_PAGES_PER_TABLE):
        page = client.scan(
            TableName=table.name,
            FilterExpression="#ttl BETWEEN :oldest AND :now",
            ProjectionExpression=", ".join(name for name in names if name != "#ttl"),
            ExpressionAttributeNames=names,
            ExpressionAttributeValues={
                ":oldest": {"N": str(now_s - OLDEST_S)},
                ":now": {"N": str(now_s)},
            },
            Limit=PAGE_ROWS,
            **start,  # type: ignore[arg-type] # the only optional argument
        )
        for row in page["Items"]:
            deleted += _delete_row(client, table.name, row, attribute, now_s)
        if "LastEvaluatedKey" not in page:
            break
        start = {"ExclusiveStartKey": page["LastEvaluatedKey"]}
    return deleted


def _delete_row(
    client: DynamoDBClient, name: str, key: Mapping[str, object], attribute: str, now_s: int
) -> int:
    try:
        client.delete_item(
            TableName=name,
            Key=key,  # type: ignore[arg-type] # as scan returned it
            # The row may have been given more time since the scan saw it.
            ConditionExpression="#ttl <= :now",
            ExpressionAttributeNames={"#ttl": attribute},
            ExpressionAttributeValues={":now": {"N": str(now_s)}},
        )
    except ClientError as error:
        if error.response["Error"]["Code"] == "ConditionalCheckFailedException":
            return 0
        raise
    return 1
