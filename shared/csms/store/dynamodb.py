"""The one connection to DynamoDB, and what its refusals are called here."""

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, cast

from botocore.exceptions import BotoCoreError, ClientError
from pynamodb.connection.base import Connection as DynamoConnection

from csms.domain.errors import Unavailable

type RawItem = Mapping[str, Mapping[str, Any]]
"""A row in DynamoDB's own JSON; a model reads it with `from_raw_data`."""

POOL_SIZE: Final = 64

CONDITION_FAILED: Final = "ConditionalCheckFailed"
BUSY_CODES: Final = frozenset(
    {"ProvisionedThroughputExceeded", "ThrottlingError", "TransactionConflict"}
)

_CONDITIONAL: Final = frozenset({"PutItem", "UpdateItem", "DeleteItem"})
_PASSING: Final = frozenset(
    {
        "InternalServerError",
        "LimitExceededException",
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "ServiceUnavailable",
        "ThrottlingException",
        "TransactionConflictException",
        "TransactionInProgressException",
    }
)


class Busy(Unavailable):
    """DynamoDB is throttling, or others write the same rows: the same call may succeed soon."""


class ConditionFailed(Exception):
    """A conditional write lost. `item`: the row that stood in the way, None when there is none."""

    def __init__(self, item: RawItem | None) -> None:
        super().__init__("the condition of a write did not hold")
        self.item = item


@dataclass(frozen=True, slots=True)
class CancelReason:
    """Why one item of a transaction failed: DynamoDB's code, and the row when asked for."""

    code: str
    item: RawItem | None


class TransactionCancelled(Exception):
    """A TransactWriteItems was cancelled. `reasons` follow its items; None where one was fine."""

    def __init__(self, reasons: Sequence[CancelReason | None]) -> None:
        super().__init__(", ".join(reason.code if reason else "-" for reason in reasons))
        self.reasons = reasons


class SharedConnection(DynamoConnection):
    """The one connection to DynamoDB; its client is made once, whatever the number of threads."""

    def __init__(self) -> None:
        super().__init__(
            connect_timeout_seconds=1,
            read_timeout_seconds=3,
            max_retry_attempts=2,
            max_pool_connections=POOL_SIZE,
        )
        self._client_lock = threading.Lock()

    @property
    def client(self) -> Any:  # noqa: ANN401 - botocore makes its clients at run time
        if self._client is None:
            with self._client_lock:
                return super().client
        return super().client

    def dispatch(self, operation_name: str, operation_kwargs: dict[str, Any]) -> dict[str, Any]:
        """Call DynamoDB. A failed condition brings the row that failed it, at no extra cost."""
        for item in _conditional_parts(operation_name, operation_kwargs):
            if "ConditionExpression" in item:
                item["ReturnValuesOnConditionCheckFailure"] = "ALL_OLD"
        try:
            call = self.client._make_api_call  # noqa: SLF001 - as PynamoDB does
            return cast(dict[str, Any], call(operation_name, operation_kwargs))
        except ClientError as error:
            raise _translate(error) from error
        except BotoCoreError as error:
            raise Unavailable(f"the database does not answer: {error}") from error


def _conditional_parts(operation: str, arguments: dict[str, Any]) -> Sequence[dict[str, Any]]:
    if operation == "TransactWriteItems":
        return [part for item in arguments["TransactItems"] for part in item.values()]
    return [arguments] if operation in _CONDITIONAL else []


def _translate(error: ClientError) -> Exception:
    response = cast(dict[str, Any], error.response)
    code = response.get("Error", {}).get("Code", "")
    if code == "ConditionalCheckFailedException":
        return ConditionFailed(response.get("Item"))
    if code == "TransactionCanceledException":
        return TransactionCancelled(
            [
                None
                if reason["Code"] == "None"
                else CancelReason(reason["Code"], reason.get("Item"))
                for reason in response.get("CancellationReasons", ())
            ]
        )
    if code in _PASSING:
        return Busy(f"the database is busy: {code}")
    return error


CONNECTION: Final = SharedConnection()
