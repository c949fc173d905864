"""Errors as RFC 9457 problem documents: the one mapping from the error tree to HTTP."""

import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final, cast

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from pydantic_core import ErrorDetails
from starlette.exceptions import HTTPException

from csms.domain.errors import Conflict, CsmsError, Invalid, NotFound, Refused, Unavailable
from csms.domain.reasons import Reason
from csms.entrypoints.api.clock import request_id_of
from csms.entrypoints.api.faults import FieldError, explain

MEDIA_TYPE: Final = "application/problem+json"
RETRY_AFTER_S: Final = 2
LARGEST_BODY: Final = 262_144
MOST_FIELD_ERRORS: Final = 20
DETAILS: Final[Mapping[HTTPStatus, str]] = {
    HTTPStatus.BAD_REQUEST: "the body cannot be read: send it whole, as UTF-8",
    HTTPStatus.NOT_FOUND: "there is nothing at this path: compare it with the API's description",
    HTTPStatus.METHOD_NOT_ALLOWED: "this path does not take this method: `Allow` has those it does",
    HTTPStatus.CONTENT_TOO_LARGE: f"the body is too large: {LARGEST_BODY} bytes are allowed",
}
"""What is wrong and what to do, where no route says it."""
PARTS: Final = frozenset({"body", "header", "path", "query"})
IDEMPOTENCY_KEY: Final = "Idempotency-Key"
COME_AGAIN: Final = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})
"""Their answers say in Retry-After when."""

_log = logging.getLogger(__name__)


class Problem(BaseModel):
    """RFC 9457. `title` names the status; `detail` is a sentence for a person."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    request_id: str
    field: str | None = Field(None, description="what is wrong, when it is one, as `body.name`")
    reason: Reason | None = Field(None, description="a stable word for the rule that refused")
    errors: list[FieldError] | None = Field(None, description="every wrong field")


class Unauthenticated(CsmsError):
    """There is no valid token."""


class Forbidden(CsmsError):
    """The token is valid, and its bearer may not do this; `reason` is a stable word."""

    def __init__(self, message: str, reason: Reason) -> None:
        super().__init__(message)
        self.reason = reason


class TooMany(CsmsError):
    """Asked too often; the same request may come again after `retry_after_s` seconds."""

    def __init__(self, message: str, retry_after_s: int) -> None:
        super().__init__(message)
        self.retry_after_s = retry_after_s


def status_of(error: CsmsError) -> HTTPStatus:
    """The HTTP status of an error of the tree."""
    match error:
        case Unauthenticated():
            return HTTPStatus.UNAUTHORIZED
        case Forbidden():
            return HTTPStatus.FORBIDDEN
        case Invalid():
            is_cursor = error.field == "cursor"
            return HTTPStatus.BAD_REQUEST if is_cursor else HTTPStatus.UNPROCESSABLE_ENTITY
        case NotFound():
            return HTTPStatus.NOT_FOUND
        case Refused() | Conflict():
            return HTTPStatus.CONFLICT
        case TooMany():
            return HTTPStatus.TOO_MANY_REQUESTS
        case Unavailable():
            return HTTPStatus.SERVICE_UNAVAILABLE
        case _:
            return HTTPStatus.INTERNAL_SERVER_ERROR


def install(app: FastAPI) -> None:
    """Answer every error of an application with a problem document."""
    app.add_exception_handler(CsmsError, _refused)
    app.add_exception_handler(RequestValidationError, _not_valid)
    app.add_exception_handler(HTTPException, _by_status)
    app.add_exception_handler(Exception, _unexpected)


def responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The problem answers of a route, for its OpenAPI description."""
    return {
        status: {"description": HTTPStatus(status).phrase, "model": Problem}
        for status in sorted(statuses)
    }


def problem(request: Request, status: HTTPStatus, detail: str, **facts: object) -> JSONResponse:
    """A problem answer. facts: `field`, `reason`, `errors`; what is None is left out."""
    body: dict[str, object] = {
        "type": "about:blank",
        "title": status.phrase,
        "status": status.value,
        "detail": detail,
        "request_id": request_id_of(request.scope),
        **{name: value for name, value in facts.items() if value is not None},
    }
    return JSONResponse(_sendable(body), status.value, _headers(status), MEDIA_TYPE)


def _headers(status: HTTPStatus) -> Mapping[str, str]:
    if status is HTTPStatus.UNAUTHORIZED:
        return {"WWW-Authenticate": "Bearer"}
    if status is HTTPStatus.SERVICE_UNAVAILABLE:
        return {"Retry-After": str(RETRY_AFTER_S)}
    return {}


def _refused(request: Request, error: Exception) -> JSONResponse:
    refused = cast(CsmsError, error)
    if isinstance(refused, Unavailable):
        # What the answer keeps to itself: whose disk is full, which address does not answer.
        facts = {"request_id": request_id_of(request.scope)}
        _log.warning("what a request needs is away", exc_info=refused, extra=facts)
    answer = problem(
        request,
        status_of(refused),
        refused.message,
        field=_place(getattr(refused, "field", None)),
        reason=getattr(refused, "reason", None),
    )
    if isinstance(refused, TooMany):
        answer.headers["Retry-After"] = str(refused.retry_after_s)
    return answer


def _place(field: str | None) -> str | None:
    """Where a field is in the request; use cases name it without knowing that."""
    if field is None or field == "cursor" or field.partition(".")[0] in PARTS:
        return field
    return f"header.{field.lower()}" if field == IDEMPOTENCY_KEY else f"body.{field}"


def _not_valid(request: Request, error: Exception) -> JSONResponse:
    found = cast(RequestValidationError, error).errors()[:MOST_FIELD_ERRORS]
    errors = [explain(cast(ErrorDetails, one)) for one in found]
    return problem(
        request,
        HTTPStatus.UNPROCESSABLE_ENTITY,
        f"{errors[0].field} {errors[0].message}",
        field=errors[0].field,
        errors=[one.model_dump() for one in errors],
    )


def _by_status(request: Request, error: Exception) -> JSONResponse:
    raised = cast(HTTPException, error)
    status = HTTPStatus(raised.status_code)
    answer = problem(request, status, DETAILS.get(status, str(raised.detail)))
    answer.headers.update(raised.headers or {})
    return answer


def _unexpected(request: Request, error: Exception) -> JSONResponse:
    _log.exception(
        "request failed", exc_info=error, extra={"request_id": request_id_of(request.scope)}
    )
    return problem(
        request,
        HTTPStatus.INTERNAL_SERVER_ERROR,
        "Something failed here; the request id leads operators to the cause.",
    )


def _sendable(value: object) -> object:
    """The same with lone surrogates replaced, which JSON allows and UTF-8 does not."""
    match value:
        case str():
            return value.encode("utf-8", "replace").decode()
        case dict():
            return {_sendable(key): _sendable(item) for key, item in value.items()}
        case list():
            return [_sendable(item) for item in value]
        case _:
            return value
