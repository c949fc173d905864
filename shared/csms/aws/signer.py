"""Signatures of calls to AWS: botocore's, without what it does anew for each call (decision 12)."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final, cast

from botocore.auth import SigV4Auth
from botocore.credentials import ReadOnlyCredentials

KEYS_KEPT: Final = 8
"""Two services today and tomorrow, for credentials that are renewed meanwhile."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a signature is good for; service as `dynamodb`."""

    region: str
    service: str


class Headers(dict[str, str]):
    """Headers, each once; in the shape that botocore asks of what it signs."""

    def get_all(self, name: str) -> list[str]:
        """The values of a header."""
        return [self[name]]


@dataclass(slots=True)
class Call:
    """What is signed; in the shape of botocore's AWSRequest, which takes four times as long.

    headers: `host` is one of them; all are signed, and sent as they are.
    """

    method: str
    url: str
    headers: Headers
    body: bytes
    params: None = None
    context: dict[str, Any] = field(default_factory=dict)


def sign(call: Call, scope: Scope, credentials: ReadOnlyCredentials) -> Mapping[str, str]:
    """Sign a call. Returns its headers with those of the signature."""
    _Auth(credentials, scope).add_auth(cast(Any, call))
    return call.headers


class _Auth(SigV4Auth):
    def __init__(self, credentials: ReadOnlyCredentials, scope: Scope) -> None:
        super().__init__(credentials, scope.service, scope.region)
        self._scope = scope

    def headers_to_sign(self, request: Any) -> Any:  # noqa: ANN401 - a Call, its headers
        return Headers((name.lower(), value) for name, value in request.headers.items())

    def signature(self, string_to_sign: str, request: Any) -> str:  # noqa: ANN401 - a Call
        key = _key(self.credentials.secret_key, request.context["timestamp"][:8], self._scope)
        return hmac.digest(key, string_to_sign.encode(), "sha256").hex()


@lru_cache(KEYS_KEPT)
def _key(secret: str, day: str, scope: Scope) -> bytes:
    """What signs all calls of a day to a service. day: as `20260131`."""
    key = f"AWS4{secret}".encode()
    for part in (day, scope.region, scope.service, "aws4_request"):
        key = hmac.digest(key, part.encode(), "sha256")
    return key
