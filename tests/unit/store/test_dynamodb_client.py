"""The client under PynamoDB: what goes out, what is tried again, and what is refused for good."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from botocore.credentials import ReadOnlyCredentials
from botocore.exceptions import ClientError, HTTPClientError

from csms.aws.client import Client
from csms.aws.signer import Scope
from csms.store.dynamodb_client import DynamoClient
from tests.unit.host import CLOSE, Host, answer, running

OVERLOADED = answer(b'{"__type":"com.amazon.coral.service#ThrottlingException"}', "400 Bad")
BROKEN = answer(b"", "500 Internal Server Error")


def refusal(kind: str, **facts: object) -> bytes:
    body = {"__type": f"com.amazonaws.dynamodb.v20120810#{kind}", "message": "no", **facts}
    return answer(json.dumps(body).encode(), "400 Bad Request")


@contextmanager
def client_of(*answers: bytes) -> Iterator[tuple[DynamoClient, Host]]:
    with running(*answers) as host:
        known = ReadOnlyCredentials("key", "secret", "token", None)
        scope = Scope("eu-central-1", "dynamodb")
        yield DynamoClient(Client(host.url, scope, lambda: known)), host


def call(client: DynamoClient, operation: str = "GetItem", **arguments: Any) -> dict[str, Any]:
    return client._make_api_call(operation, {"TableName": "t", **arguments})


def sent(request: bytes) -> tuple[dict[str, str], Any]:
    """Headers and parsed body of a request."""
    head, _, body = request.partition(b"\r\n\r\n")
    lines = (line.partition(": ") for line in head.decode().split("\r\n")[1:])
    return {name.lower(): value for name, _, value in lines}, json.loads(body)


def test_a_call_is_signed_and_names_its_operation() -> None:
    with client_of(answer(b'{"Item":{}}')) as (client, host):
        assert call(client) == {"Item": {}}
    headers, body = sent(host.requests[0])
    assert body == {"TableName": "t"}
    assert headers["x-amz-target"] == "DynamoDB_20120810.GetItem"
    assert headers["x-amz-security-token"] == "token"
    assert headers["authorization"].startswith("AWS4-HMAC-SHA256 Credential=key/")


def test_binary_values_go_out_and_come_back_as_bytes() -> None:
    stored = b'{"Item":{"packed":{"B":"AAH/"},"B":{"S":"text"},"m":{"M":{"B":{"B":"AA=="}}}}}'
    with client_of(answer(stored)) as (client, host):
        item = call(client, "PutItem", Item={"packed": {"B": b"\0\1\xff"}})["Item"]
    assert sent(host.requests[0])[1]["Item"] == {"packed": {"B": "AAH/"}}
    assert item == {
        "packed": {"B": b"\0\1\xff"},
        "B": {"S": "text"},
        "m": {"M": {"B": {"B": b"\0"}}},
    }


@pytest.mark.parametrize("passing", [OVERLOADED, BROKEN, CLOSE])
def test_what_may_pass_is_tried_again(passing: bytes) -> None:
    with client_of(passing, passing, answer()) as (client, host):
        assert call(client) == {}
    assert len(host.requests) == 3


def test_after_three_attempts_the_last_refusal_stands() -> None:
    with client_of(*[OVERLOADED] * 3) as (client, _), pytest.raises(ClientError) as refused:
        call(client)
    assert refused.value.response["Error"]["Code"] == "ThrottlingException"


def test_without_any_answer_the_call_failed_on_the_way() -> None:
    with client_of(CLOSE, CLOSE, CLOSE) as (client, _), pytest.raises(HTTPClientError):
        call(client)


def test_a_failed_condition_is_not_tried_again_and_brings_the_row() -> None:
    row = {"key": {"S": "other"}}
    refused_once = refusal("ConditionalCheckFailedException", Item=row)
    with client_of(refused_once) as (client, host), pytest.raises(ClientError) as refused:
        call(client, "PutItem")
    response: Any = refused.value.response
    assert response["Error"] == {"Code": "ConditionalCheckFailedException", "Message": "no"}
    assert response["Item"] == row
    assert response["ResponseMetadata"] == {"HTTPStatusCode": 400, "RetryAttempts": 0}
    assert len(host.requests) == 1


def test_a_refusal_tells_that_the_call_was_made_before() -> None:
    late = refusal("ConditionalCheckFailedException")
    with client_of(CLOSE, late) as (client, _), pytest.raises(ClientError) as refused:
        call(client, "PutItem")
    assert refused.value.response["ResponseMetadata"]["RetryAttempts"] == 1


def test_a_repeated_transaction_is_the_same_one() -> None:
    with client_of(CLOSE, answer(), answer()) as (client, host):
        call(client, "TransactWriteItems", TransactItems=[])
        call(client, "TransactWriteItems", TransactItems=[])
    first, again, other = (sent(raw)[1]["ClientRequestToken"] for raw in host.requests)
    assert first == again != other


def test_hooks_change_count_and_answer_calls() -> None:
    seen: list[object] = []
    with client_of(answer(b'{"Count":1}')) as (client, host):
        events = client.meta.events
        events.register("provide-client-params.dynamodb", lambda params, **_: params.update(x=1))
        events.register("after-call.dynamodb.Query", lambda parsed, **_: seen.append(parsed))
        call(client, "Query")
    assert seen == [{"Count": 1}]
    assert sent(host.requests[0])[1] == {"TableName": "t", "x": 1}


def test_what_is_no_value_of_the_database_is_refused_before_it_is_sent() -> None:
    with client_of() as (client, host), pytest.raises(TypeError, match="takes no set"):
        call(client, "PutItem", Item={"x": {"S": {1}}})
    assert host.requests == []
