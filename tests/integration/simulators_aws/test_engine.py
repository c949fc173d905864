"""Tables and expiry on a real engine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from simulators.aws.dynamodb import Engine, EngineMissing, find_binary
from simulators.aws.expiry import delete_expired
from simulators.aws.resources import Table
from simulators.aws.tables import TableMismatch, dynamodb_client, ensure_tables

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

NOW = datetime(2026, 3, 1, tzinfo=UTC)
NOW_S = int(NOW.timestamp())
INDEX = {
    "IndexName": "by_owner",
    "KeySchema": [{"AttributeName": "owner", "KeyType": "HASH"}],
    "Projection": {"ProjectionType": "KEYS_ONLY"},
}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DynamoDBClient]:
    engine = Engine(find_binary({}), tmp_path_factory.mktemp("engine"))
    engine.start()
    yield dynamodb_client(engine.endpoint)
    engine.stop()


def table(name: str, key: str = "key", **more: Any) -> Table:
    names = [key, "owner"] if more else [key]
    create = {
        "TableName": name,
        "BillingMode": "PAY_PER_REQUEST",
        "AttributeDefinitions": [{"AttributeName": n, "AttributeType": "S"} for n in names],
        "KeySchema": [{"AttributeName": key, "KeyType": "HASH"}],
        **more,
    }
    return Table(name, create, "ttl")


def test_tables_are_made_once(client: DynamoDBClient) -> None:
    assert ensure_tables(client, [table("once")]) == ["once"]
    assert ensure_tables(client, [table("once")]) == []


def test_a_missing_index_is_added_to_a_table_with_rows(client: DynamoDBClient) -> None:
    ensure_tables(client, [table("grows")])
    client.put_item(TableName="grows", Item={"key": {"S": "a"}, "owner": {"S": "me"}})
    grown = table("grows", GlobalSecondaryIndexes=[INDEX])
    assert ensure_tables(client, [grown]) == ["grows/by_owner"]
    found = client.query(
        TableName="grows",
        IndexName="by_owner",
        KeyConditionExpression="#o = :o",
        ExpressionAttributeNames={"#o": "owner"},
        ExpressionAttributeValues={":o": {"S": "me"}},
    )
    assert found["Count"] == 1


def test_a_table_with_other_keys_is_a_clear_error(client: DynamoDBClient) -> None:
    ensure_tables(client, [table("keyed")])
    with pytest.raises(TableMismatch, match="keyed has other keys"):
        ensure_tables(client, [table("keyed", key="another")])


def test_expired_rows_go_and_the_others_stay(client: DynamoDBClient) -> None:
    rows = {
        "past": {"N": str(NOW_S - 1)},
        "future": {"N": str(NOW_S + 1)},
        "milliseconds": {"N": str(NOW_S * 1000)},
        "five-years-ago": {"N": str(NOW_S - 6 * 365 * 86_400)},
        "text": {"S": str(NOW_S - 1)},
    }
    expiring = table("expiring")
    ensure_tables(client, [expiring])
    client.put_item(TableName="expiring", Item={"key": {"S": "without"}})
    for key, ttl in rows.items():
        client.put_item(TableName="expiring", Item={"key": {"S": key}, "ttl": ttl})
    assert delete_expired(client, [expiring], NOW) == 1
    left = {row["key"]["S"] for row in client.scan(TableName="expiring")["Items"]}
    assert left == {"without", *rows} - {"past"}


def test_a_missing_engine_says_what_to_do() -> None:
    with pytest.raises(EngineMissing, match="DYNOXIDE_BIN names /nowhere"):
        find_binary({"DYNOXIDE_BIN": "/nowhere"})


def test_the_engine_keeps_its_rows_over_a_kill(tmp_path: Path) -> None:
    engine = Engine(find_binary({}), tmp_path)
    engine.start()
    client = dynamodb_client(engine.endpoint)
    ensure_tables(client, [table("kept")])
    client.put_item(TableName="kept", Item={"key": {"S": "a"}})
    engine.kill()
    second = Engine(find_binary({}), tmp_path)
    second.start()
    try:
        assert dynamodb_client(second.endpoint).scan(TableName="kept")["Count"] == 1
    finally:
        second.stop()
