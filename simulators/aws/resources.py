"""The resources of a template that one machine runs, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Table:
    """One DynamoDB table: the arguments of CreateTable, and the attribute that expires rows."""

    name: str
    create_table: Mapping[str, Any]
    ttl_attribute: str | None


@dataclass(frozen=True, slots=True)
class Function:
    """One Lambda function as configured; handler is the dotted path of its callable."""

    name: str
    handler: str
    environment: Mapping[str, str]
    timeout_s: int
    memory_mb: int
    reserved_concurrency: int | None
    asynchronous_retries: int


@dataclass(frozen=True, slots=True)
class WebSocketApi:
    """The WebSocket API: route key → function, and the authorizer of `$connect`.

    origin_headers: what the distribution in front adds to a handshake; empty if there is none.
    """

    logical_id: str
    stage: str
    routes: Mapping[str, str]
    authorizer: str | None
    authorizer_identity_sources: tuple[str, ...]
    origin_headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class HttpRoute:
    """One route of the HTTP API; path as API Gateway writes it, `ANY` for every method."""

    method: str
    path: str
    function: str


@dataclass(frozen=True, slots=True)
class Cors:
    """What the HTTP API itself answers to browsers of other origins."""

    allow_origins: tuple[str, ...]
    allow_methods: tuple[str, ...]
    allow_headers: tuple[str, ...]
    expose_headers: tuple[str, ...]
    allow_credentials: bool
    max_age_s: int | None


@dataclass(frozen=True, slots=True)
class Throttle:
    """The stage's token bucket."""

    rate_per_s: float
    burst: int


@dataclass(frozen=True, slots=True)
class Bucket:
    """One S3 bucket: after how many days the files below a prefix are removed."""

    expiry_days: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Schedule:
    """An EventBridge rule that calls one function."""

    name: str
    expression: str
    function: str


@dataclass(frozen=True, slots=True)
class Template:
    """Everything of template.yaml that one machine runs; keys are logical ids."""

    parameters: Mapping[str, Any]
    tables: Mapping[str, Table]
    functions: Mapping[str, Function]
    websocket: WebSocketApi | None
    http_routes: tuple[HttpRoute, ...]
    cors: Cors | None
    throttle: Throttle | None
    schedules: tuple[Schedule, ...]
    distributions: tuple[str, ...]
    buckets: Mapping[str, Bucket]
