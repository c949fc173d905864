"""Calls to one service of AWS: botocore signs, urllib3 sends (decision 0012).

What botocore's own clients do around that costs a frame four fifths of its CPU time.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import urllib3
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import ReadOnlyCredentials
from botocore.hooks import HierarchicalEmitter

CONNECT_TIMEOUT_S: Final = 1
READ_TIMEOUT_S: Final = 3
POOL_SIZE: Final = 64


class Unreachable(Exception):
    """No answer came. What was asked may have been done all the same."""


@dataclass(frozen=True, slots=True)
class Response:
    """An answer, whatever its status."""

    status: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Scope:
    """What a signature is good for; service as `dynamodb`."""

    region: str
    service: str


@dataclass(frozen=True, slots=True)
class Meta:
    """What botocore's clients have under this name, as far as somebody uses it.

    events: hooks for who counts, refuses or breaks calls; the callers of `send` name them.
    """

    endpoint_url: str
    events: HierarchicalEmitter


class Client:
    """Shared by all threads of a process; keeps its connections."""

    def __init__(
        self, endpoint_url: str, scope: Scope, credentials: Callable[[], ReadOnlyCredentials]
    ) -> None:
        """credentials: asked before every call, since those of a role are renewed."""
        self.meta = Meta(endpoint_url, HierarchicalEmitter())
        self._scope = scope
        self._credentials = credentials
        url = urllib3.util.parse_url(endpoint_url)
        self._origin = f"{url.scheme}://{url.netloc}"
        self._prefix = (url.path or "").rstrip("/")
        self._pool = urllib3.connection_from_url(
            endpoint_url,
            maxsize=POOL_SIZE,
            timeout=urllib3.Timeout(connect=CONNECT_TIMEOUT_S, read=READ_TIMEOUT_S),
        )

    def send(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Response:
        """Make one call, once. path: percent-encoded. Raises Unreachable."""
        path = self._prefix + path
        request = AWSRequest(method, self._origin + path, dict(headers), body)
        SigV4Auth(self._credentials(), self._scope.service, self._scope.region).add_auth(request)
        try:
            response = self._pool.urlopen(
                method, path, body, dict(request.headers.items()), retries=False, redirect=False
            )
        except urllib3.exceptions.HTTPError as error:
            raise Unreachable(f"{self._origin}: {error}") from error
        return Response(response.status, response.data)
