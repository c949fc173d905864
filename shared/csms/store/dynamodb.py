"""The one connection to DynamoDB, and what its refusals are called here."""

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, cast

from botocore.credentials import ReadOnlyCredentials
from botocore.exceptions import BotoCoreError, ClientError, NoCredentialsError, NoRegionError
from pynamodb.connection.base import Connection as DynamoConnection

from csms.aws.client import Client, Unreachable
from csms.aws.signer import Scope
from csms.domain.errors import Unavailable
from csms.settings import endpoint_url
from csms.store.dynamodb_client import SERVICE, DynamoClient

type RawItem = Mapping[str, Mapping[str, Any]]
"""A row in DynamoDB's own JSON; a model reads it with `from_raw_data`."""

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
    """A conditional write lost. `item`: the row that stood in the way, None when there is none.

    repeated: the call was made again because its first answer did not come. What stands in the
    way may then be what the first one wrote.
    """

    def __init__(self, item: RawItem | None, *, repeated: bool = False) -> None:
        super().__init__("the condition of a write did not hold")
        self.item = item
        self.repeated = repeated


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
        super().__init__()
        self._client_lock = threading.Lock()
        self._lean_client: DynamoClient | None = None
        self._credentials: Any = None

    @property
    def client(self) -> Any:  # noqa: ANN401 - PynamoDB expects a client of botocore
        return self._lean_client or self._make_client()

    def credentials(self) -> ReadOnlyCredentials:
        """Whose calls these are, renewed in time. Raises Unreachable when there are none."""
        try:
            found = self._credentials or self.session.get_credentials()
            if found is None:  # not kept: the next call looks again
                raise NoCredentialsError
            self._credentials = found
            return cast(ReadOnlyCredentials, found.get_frozen_credentials())
        except BotoCoreError as error:
            raise Unreachable(str(error)) from error

    def region_name(self) -> str:
        """The region whose services are called. Raises NoRegionError when none is named."""
        name = self.region or self.session.get_config_variable("region")
        if not name:
            raise NoRegionError
        return cast(str, name)

    def _make_client(self) -> DynamoClient:
        with self._client_lock:
            made = self._lean_client
            if made is not None:  # by another thread, while this one waited
                return made
            region = self.region_name()
            url, scope = endpoint_url(SERVICE, region), Scope(region, SERVICE)
            self._lean_client = DynamoClient(Client(url, scope, self.credentials))
            return self._lean_client

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
        attempts = response.get("ResponseMetadata", {}).get("RetryAttempts", 0)
        return ConditionFailed(response.get("Item"), repeated=attempts > 0)
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
