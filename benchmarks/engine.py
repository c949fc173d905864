"""Rows straight into and out of a DynamoDB engine, without the product."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final, Self

BATCH_ROWS: Final = 25
PAGE_ROWS: Final = 2_000
WRITERS: Final = 4
HEADERS: Final = {
    "Content-Type": "application/x-amz-json-1.0",
    "Authorization": "AWS4-HMAC-SHA256 Credential=bench/20200101/us-east-1/dynamodb/aws4_request, "
    "SignedHeaders=host;x-amz-date, Signature=0",
    "X-Amz-Date": "20200101T000000Z",
}

type Item = dict[str, Any]


class Engine:
    """One connection to an engine. Not for several threads."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_failure: object) -> None:
        self._connection.close()

    def call(self, operation: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
        """Call an operation; raises AssertionError with the answer when it is refused."""
        target = {"X-Amz-Target": f"DynamoDB_20120810.{operation}"}
        self._connection.request("POST", "/", json.dumps(arguments), HEADERS | target)
        response = self._connection.getresponse()
        body = response.read()
        assert response.status == 200, f"{operation}: {response.status} {body.decode()}"
        answer: dict[str, Any] = json.loads(body)
        return answer

    def tables(self) -> list[dict[str, Any]]:
        """The descriptions of all tables."""
        names = self.call("ListTables", {})["TableNames"]
        return [self.call("DescribeTable", {"TableName": name}) for name in names]

    def all_rows(self) -> list[tuple[str, Item]]:
        """Every row of every table, with the name of its table."""
        names = self.call("ListTables", {})["TableNames"]
        return [(name, row) for name in names for row in self.rows(name)]

    def rows(self, table: str) -> Iterator[Item]:
        """Every row of a table."""
        start: dict[str, Any] = {}
        while True:
            page = self.call("Scan", {"TableName": table, "Limit": PAGE_ROWS, **start})
            yield from page["Items"]
            if "LastEvaluatedKey" not in page:
                return
            start = {"ExclusiveStartKey": page["LastEvaluatedKey"]}


def write_all(port: int, rows: Iterable[tuple[str, Item]]) -> int:
    """Put rows, each with the name of its table, and return how many there were."""
    batches = list(_batches(rows))

    def write(batch: list[tuple[str, Item]]) -> int:
        requests: dict[str, list[dict[str, Any]]] = {}
        for table, item in batch:
            requests.setdefault(table, []).append({"PutRequest": {"Item": item}})
        with Engine(port) as engine:
            engine.call("BatchWriteItem", {"RequestItems": requests})
        return len(batch)

    with ThreadPoolExecutor(WRITERS) as pool:
        return sum(pool.map(write, batches))


def _batches(rows: Iterable[tuple[str, Item]]) -> Iterator[list[tuple[str, Item]]]:
    batch: list[tuple[str, Item]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH_ROWS:
            yield batch
            batch = []
    if batch:
        yield batch
