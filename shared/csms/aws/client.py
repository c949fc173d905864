"""One service of AWS: signs a request, sends it, returns the answer."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from botocore.hooks import HierarchicalEmitter

from csms.aws.http import Pool, Response, Timeouts
from csms.aws.signature import Call, Credentials, Scope, authorization

MOMENT: Final = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Meta:
    """What botocore's clients have under this name, as far as somebody uses it.

    events: hooks for who counts, refuses or breaks calls; the callers of `send` name them.
    """

    endpoint_url: str
    events: HierarchicalEmitter


class Client:
    """Shared by all threads of a process."""

    def __init__(
        self,
        endpoint_url: str,
        scope: Scope,
        credentials: Callable[[], Credentials],
        timeouts: Timeouts,
        pool_size: int,
    ) -> None:
        """credentials: asked before every call, since those of a role are renewed."""
        self.meta = Meta(endpoint_url, HierarchicalEmitter())
        parts = urlsplit(endpoint_url)
        self._host = parts.netloc
        self._prefix = parts.path.rstrip("/")
        self._scope = scope
        self._credentials = credentials
        self._pool = Pool(endpoint_url, timeouts, pool_size)

    def send(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Response:
        """Make one call, once. headers: by lower-case name. Raises Unreachable."""
        credentials = self._credentials()
        moment = time.strftime(MOMENT, time.gmtime())
        path = self._prefix + path
        signed = {"host": self._host, "x-amz-date": moment, **headers}
        if credentials.token is not None:
            signed["x-amz-security-token"] = credentials.token
        call = Call(method, path, signed, body)
        lines = [f"{method} {path} HTTP/1.1"]
        lines += [f"{name}: {value}" for name, value in signed.items()]
        lines.append(f"authorization: {authorization(call, self._scope, credentials, moment)}")
        lines.append(f"content-length: {len(body)}")
        return self._pool.request("\r\n".join((*lines, "", "")).encode("latin-1") + body)
