"""A real DynamoDB engine for tests: Dynoxide in memory, one per test process."""

import http.client
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from simulators.aws.dynamodb import find_binary, free_port
from simulators.aws.template import load_template

ROOT = Path(__file__).parents[1]
START_ATTEMPTS = 5  # another process may take the free port first


class Engine:
    """One engine process, and raw calls to it that cost a tenth of botocore's."""

    def __init__(self) -> None:
        self.port, self._process = _start()
        self.url = f"http://127.0.0.1:{self.port}"
        self._table_keys: dict[str, list[str]] = {}
        self._connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)

    def call(self, operation: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
        """Call DynamoDB; raises AssertionError with its answer when it refuses."""
        self._connection.request(
            "POST",
            "/",
            json.dumps(arguments),
            {
                "Content-Type": "application/x-amz-json-1.0",
                "X-Amz-Target": f"DynamoDB_20120810.{operation}",
                "Authorization": "AWS4-HMAC-SHA256 Credential=test/20200101/us-east-1/dynamodb/"
                "aws4_request, SignedHeaders=host;x-amz-date, Signature=0",
                "X-Amz-Date": "20200101T000000Z",
            },
        )
        response = self._connection.getresponse()
        body = response.read()
        if response.status != 200:
            raise AssertionError(f"{operation}: {response.status} {body.decode()}")
        answer: dict[str, Any] = json.loads(body)
        return answer

    def create_tables(self) -> None:
        """Create every table of template.yaml, under the names that a stack `csms` gives them."""
        for table in load_template(ROOT / "template.yaml").tables.values():
            self.call("CreateTable", table.create_table)
            self._table_keys[table.name] = [
                key["AttributeName"] for key in table.create_table["KeySchema"]
            ]

    def clear(self) -> None:
        """Delete every row of every table."""
        for table, keys in self._table_keys.items():
            for row in self.rows(table):
                self.call(
                    "DeleteItem", {"TableName": table, "Key": {key: row[key] for key in keys}}
                )

    def rows(self, table: str) -> Iterable[dict[str, Any]]:
        """Every row of a table as DynamoDB's JSON."""
        rows: list[dict[str, Any]] = []
        start: dict[str, Any] = {}
        while True:
            page = self.call("Scan", {"TableName": table, "ConsistentRead": True, **start})
            rows.extend(page["Items"])
            if "LastEvaluatedKey" not in page:
                return rows
            start = {"ExclusiveStartKey": page["LastEvaluatedKey"]}

    def stop(self) -> None:
        """End the process and wait for it."""
        self._connection.close()
        self._process.terminate()
        self._process.wait(timeout=10)
        if self._process.stdout is not None:
            self._process.stdout.close()


def _start() -> tuple[int, subprocess.Popen[str]]:
    binary = find_binary(dict(os.environ))  # noqa: TID251 - DYNOXIDE_BIN names another one
    tether = [sys.executable, "-I", "-S", str(ROOT / "simulators/aws/tether.py"), str(os.getpid())]
    for _ in range(START_ATTEMPTS):
        port = free_port()
        process = subprocess.Popen(
            [*tether, str(binary), "--host", "127.0.0.1", "--port", str(port)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert process.stdout is not None
        for line in process.stdout:
            if "listening" in line:
                return port, process
        process.wait(timeout=10)
        process.stdout.close()
    raise AssertionError("the DynamoDB engine does not start")
