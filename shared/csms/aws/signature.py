"""Signature version 4: how AWS knows who calls and that nobody changed the call on its way.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
"""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from urllib.parse import quote

ALGORITHM: Final = "AWS4-HMAC-SHA256"


@dataclass(frozen=True, slots=True)
class Credentials:
    """Whose call it is. token: of a role that was assumed, as a function's is."""

    access_key: str
    secret_key: str
    token: str | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """What a signature is good for; service as `dynamodb`."""

    region: str
    service: str


@dataclass(frozen=True, slots=True)
class Call:
    """What is signed. path: as it is sent, percent-encoded. headers: by lower-case name."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes


def authorization(call: Call, scope: Scope, credentials: Credentials, moment: str) -> str:
    """The value of the Authorization header.

    moment: as in the `x-amz-date` header, which is one of those to be signed: `20260301T120000Z`.
    """
    date = moment[:8]
    names = sorted(call.headers)
    signed = ";".join(names)
    lines = (
        call.method,
        quote(call.path, safe="/~"),  # encoded once more, as every service but S3 wants it
        "",
        *(f"{name}:{call.headers[name]}" for name in names),
        "",
        signed,
        hashlib.sha256(call.body).hexdigest(),
    )
    within = f"{date}/{scope.region}/{scope.service}/aws4_request"
    canonical = hashlib.sha256("\n".join(lines).encode()).hexdigest()
    text = f"{ALGORITHM}\n{moment}\n{within}\n{canonical}"
    key = _signing_key(credentials.secret_key, date, scope)
    signature = hmac.digest(key, text.encode(), "sha256").hex()
    credential = f"{credentials.access_key}/{within}"
    return f"{ALGORITHM} Credential={credential}, SignedHeaders={signed}, Signature={signature}"


@lru_cache(maxsize=8)
def _signing_key(secret_key: str, date: str, scope: Scope) -> bytes:
    """The key of one day; made once, since it takes four digests."""
    key = f"AWS4{secret_key}".encode()
    for part in (date, scope.region, scope.service, "aws4_request"):
        key = hmac.digest(key, part.encode(), "sha256")
    return key
