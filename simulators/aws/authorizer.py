"""What API Gateway makes of the answer of a REQUEST authorizer."""

from __future__ import annotations

import fnmatch
from collections.abc import Mapping
from typing import Any

from simulators.aws.invoker import FunctionFailed


class Refusal(Exception):
    """The handshake ends with this HTTP status."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(f"{status} {message}")
        self.status = status
        self.message = message


def refusal_of(failure: FunctionFailed) -> Refusal:
    """Raising exactly `Unauthorized` is how an authorizer says 401; all else is a fault."""
    if failure.message == "Unauthorized":
        return Refusal(401, "Unauthorized")
    return Refusal(500, "Internal server error")


def read_context(answer: Any, method_arn: str) -> dict[str, str]:  # noqa: ANN401 - any JSON
    """The context that later events of the connection carry.

    Raises Refusal: 403 when the policy does not allow the method, 500 when it is no policy.
    """
    try:
        statements = answer["policyDocument"]["Statement"]
        is_allowed = _is_allowed(
            statements if isinstance(statements, list) else [statements], method_arn
        )
        principal = str(answer["principalId"])
        context = {key: _text(value) for key, value in (answer.get("context") or {}).items()}
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Refusal(500, "Internal server error") from error
    if not is_allowed:
        raise Refusal(403, "User is not authorized to access this resource")
    return {**context, "principalId": principal}


def _is_allowed(statements: list[Mapping[str, Any]], method_arn: str) -> bool:
    effects = {
        statement["Effect"]
        for statement in statements
        if _matches(statement["Action"], "execute-api:Invoke")
        and _matches(statement["Resource"], method_arn)
    }
    return effects == {"Allow"}


def _matches(patterns: str | list[str], value: str) -> bool:
    listed = [patterns] if isinstance(patterns, str) else patterns
    return any(fnmatch.fnmatchcase(value, pattern) for pattern in listed)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str | int | float):
        return str(value)
    raise ValueError("a context value is neither text, number nor boolean")
