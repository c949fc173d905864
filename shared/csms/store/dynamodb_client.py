"""The client that PynamoDB calls instead of botocore's: same shape, a third of the cost.

It knows nothing of tables: an operation's arguments go out as they are, signed, and the answer
comes back parsed. Errors are botocore's, so that PynamoDB and `store.dynamodb` read them as ever.
`meta.events` has botocore's hooks `provide-client-params` (may change the arguments), `before-call`
(may answer in the database's place) and `after-call`, by which tests count, refuse and break calls,
and `after-send` for each attempt, where a hook that raises Unreachable loses the answer.
"""

import base64
import json
import random
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from botocore.exceptions import ClientError, HTTPClientError

from csms.aws.client import Client, Response, Unreachable

SERVICE: Final = "dynamodb"
TARGET: Final = "DynamoDB_20120810"
CONTENT_TYPE: Final = "application/x-amz-json-1.0"
ATTEMPTS: Final = 3
FIRST_PAUSE_S: Final = 0.05
"""Before the second attempt, at most; twice that before the third."""
PASSING: Final = frozenset(
    {
        "LimitExceededException",
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "ThrottlingException",
        "TransactionInProgressException",
    }
)
"""Refusals after which the same call may succeed; all others would be repeated in vain."""
FIRST_SERVER_ERROR: Final = 500

type Arguments = dict[str, Any]
type Answer = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Operation:
    """What hooks are told of a call."""

    name: str


class DynamoClient:
    """Calls DynamoDB; shared by all threads of a process."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.meta = client.meta

    def _make_api_call(self, operation: str, arguments: Arguments) -> Answer:
        """Make one call; PynamoDB uses botocore's method of this name.

        Raises ClientError when DynamoDB refuses, HTTPClientError when it does not answer.
        """
        known = Operation(operation)
        events = self.meta.events
        events.emit(_hook("provide-client-params", operation), params=arguments, model=known)
        hook = _hook("before-call", operation)
        instead = _first(events.emit(hook, params=arguments, model=known))
        status, answer = self._call(operation, arguments) if instead is None else instead
        events.emit(_hook("after-call", operation), parsed=answer, model=known)
        if status >= 300:
            raise ClientError(answer, operation)  # type: ignore[arg-type] # of botocore's shape
        return answer

    def _call(self, operation: str, arguments: Arguments) -> tuple[int, Answer]:
        if operation == "TransactWriteItems":
            # One token for all attempts: a repeated transaction is done once.
            arguments.setdefault("ClientRequestToken", str(uuid.uuid4()))
        body = json.dumps(arguments, default=_write_binary, separators=(",", ":")).encode()
        headers = {"content-type": CONTENT_TYPE, "x-amz-target": f"{TARGET}.{operation}"}
        for attempt in range(1, ATTEMPTS + 1):
            is_last = attempt == ATTEMPTS
            try:
                response = self._client.send("POST", "/", headers, body)
                self.meta.events.emit(_hook("after-send", operation), operation=operation)
            except Unreachable as error:
                if is_last:
                    raise HTTPClientError(error=error) from error
            else:
                answer = _read(response, attempt)
                if is_last or not _is_passing(response.status, answer):
                    return response.status, answer
            # Callers that failed together must not come back together.
            time.sleep(random.uniform(0, FIRST_PAUSE_S * 2 ** (attempt - 1)))  # noqa: S311 - no secret
        raise AssertionError("unreachable: the last attempt returns or raises")


def _hook(event: str, operation: str) -> str:
    return f"{event}.{SERVICE}.{operation}"


def _first(responses: list[tuple[Callable[..., Any], Any]]) -> tuple[int, Answer] | None:
    """What the first hook that has an answer answers: an HTTP response, and its parsed body."""
    for _, response in responses:
        if response is not None:
            http, parsed = response
            return http.status_code, parsed
    return None


def _is_passing(status: int, answer: Answer) -> bool:
    return status >= FIRST_SERVER_ERROR or answer.get("Error", {}).get("Code") in PASSING


def _read(response: Response, attempt: int) -> Answer:
    """The answer as botocore parses it: errors under `Error`, binary values as bytes."""
    body = response.body
    try:
        answer: Answer = json.loads(body, object_hook=_read_binary if b'"B":' in body else None)
    except ValueError:
        answer = {}
    if response.status < 300:
        return answer
    kind = str(answer.pop("__type", response.status)).rpartition("#")[2]
    text = answer.get("message") or answer.get("Message") or ""
    facts = {"HTTPStatusCode": response.status, "RetryAttempts": attempt - 1}
    return answer | {"Error": {"Code": kind, "Message": text}, "ResponseMetadata": facts}


def _write_binary(value: object) -> str:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    raise TypeError(f"DynamoDB takes no {type(value).__name__}")


def _read_binary(found: dict[str, Any]) -> dict[str, Any]:
    """Decode a binary value. An attribute of this name has a typed value, which is no text."""
    if isinstance(found.get("B"), str):
        found["B"] = base64.b64decode(found["B"])
    return found
