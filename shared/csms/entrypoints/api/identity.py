"""Who sent a request: an OpenID Connect token, checked against the provider's published keys.

Works with any provider through settings: the audience may be in `aud`, `azp` (Clerk) or
`client_id` (Cognito), the role anywhere in the claims, as a string or a list.
"""

import json
import logging
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, cast
from urllib.request import Request, urlopen

import jwt

from csms.domain.errors import Unavailable
from csms.domain.user import Role
from csms.entrypoints.api.problems import Unauthenticated
from csms.services.accounts.users import Claims
from csms.settings import SETTINGS, Settings

ALGORITHMS: Final = ["RS256", "ES256"]
LEEWAY_S: Final = 30
KEYS_LIVE_S: Final = 3600
REFETCH_AFTER_S: Final = 30
RETRY_AFTER_S: Final = 2
FETCH_TIMEOUT_S: Final = 3
LONGEST_TOKEN: Final = 8192
LONGEST_KEY_SET: Final = 262_144
LONGEST_CLAIM: Final = 256

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Provider:
    """What is trusted: whose tokens, made for whom, and where the role is."""

    issuer: str
    audience: str
    audience_claim: str
    role_claim: str
    admin_role: str
    keys_url: str

    @classmethod
    def from_settings(cls, settings: Settings) -> "Provider":
        """The provider of this deployment; its keys are at the usual address."""
        issuer = settings.oidc_issuer
        return cls(
            issuer=issuer,
            audience=settings.oidc_audience,
            audience_claim=settings.oidc_audience_claim,
            role_claim=settings.oidc_role_claim,
            admin_role=settings.oidc_admin_role,
            keys_url=settings.oidc_jwks_url or f"{issuer.rstrip('/')}/.well-known/jwks.json",
        )

    def role_in(self, facts: Mapping[str, object]) -> Role | None:
        """The role that a token, or the provider's record of a person, gives; None: no word."""
        found = _at(facts, self.role_claim)
        if found is None:
            return None
        return Role.ADMIN if self.admin_role in _texts(found) else Role.USER


class KeySet:
    """The provider's public keys, kept an hour.

    An unknown key id fetches them again (providers rotate keys), at most every 30 seconds, so that
    made-up key ids cost the provider nothing. Old keys are used on when the provider is away.
    """

    def __init__(
        self, fetch: Callable[[], str], monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._fetch = fetch
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._keys: Mapping[str, jwt.PyJWK] = {}
        self._asked_at: float | None = None

    def find(self, key_id: str) -> jwt.PyJWK | None:
        """The key, None when the provider has none of this id.

        Raises Unavailable when no keys could ever be fetched.
        """
        with self._lock:
            if self._is_stale(key_id):
                self._refresh()
            if not self._keys:
                raise Unavailable("the identity provider's keys cannot be fetched")
            return self._keys.get(key_id)

    def _is_stale(self, key_id: str) -> bool:
        if self._asked_at is None:
            return True
        age_s = self._monotonic() - self._asked_at
        if not self._keys:
            return age_s > RETRY_AFTER_S
        return age_s > (KEYS_LIVE_S if key_id in self._keys else REFETCH_AFTER_S)

    def _refresh(self) -> None:
        self._asked_at = self._monotonic()
        try:
            keys = jwt.PyJWKSet.from_dict(json.loads(self._fetch())).keys
        except (OSError, ValueError, jwt.PyJWTError, AttributeError, TypeError) as error:
            _log.warning("no keys from the identity provider: %s", error)
            return
        self._keys = {key.key_id: key for key in keys if key.key_id}


class Verifier:
    """Turns a bearer token into claims."""

    def __init__(self, provider: Provider, keys: KeySet) -> None:
        self._provider = provider
        self._keys = keys

    def verify(self, token: str) -> Claims:
        """Check signature, times, issuer and audience.

        Raises Unauthenticated with a sentence that does not repeat the token, Unavailable when the
        provider's keys cannot be had.
        """
        if not self._provider.issuer or not self._provider.audience:
            raise Unauthenticated("no identity provider is configured: nobody can sign in")
        if len(token) > LONGEST_TOKEN:
            raise Unauthenticated("the token is too long")
        try:
            header = jwt.get_unverified_header(token)
            if header.get("alg") not in ALGORITHMS:
                raise Unauthenticated("the token's algorithm is not accepted")
            key = self._keys.find(str(header.get("kid", "")))
            if key is None:
                raise Unauthenticated("the token is signed with an unknown key")
            claims = jwt.decode(
                token,
                key,
                algorithms=ALGORITHMS,
                issuer=self._provider.issuer,
                leeway=LEEWAY_S,
                options={"require": ["exp", "iss", "sub"], "verify_aud": False},
            )
        except jwt.ExpiredSignatureError:
            raise Unauthenticated("the token has expired") from None
        except (jwt.PyJWTError, ValueError, TypeError, RecursionError, OverflowError):
            raise Unauthenticated("the token is not valid") from None
        return self._read(claims)

    def _read(self, claims: Mapping[str, object]) -> Claims:
        provider = self._provider
        if provider.audience not in _texts(claims.get(provider.audience_claim)):
            raise Unauthenticated("the token is meant for another application")
        subject = _text(claims, "sub")
        if not subject:
            raise Unauthenticated("the token names nobody")
        return Claims(
            issuer=provider.issuer,
            subject=subject,
            name=_text(claims, "name") or _text(claims, "preferred_username"),
            email=_text(claims, "email"),
            role=provider.role_in(claims) or Role.USER,
        )


def fetch_keys(url: str) -> str:
    """Download a key set. Raises OSError."""
    if not url.startswith(("https://", "http://")):
        raise OSError(f"no address of a key set: {url!r}")
    request = Request(url, headers={"Accept": "application/json"})  # noqa: S310 - http(s), above
    with urlopen(request, timeout=FETCH_TIMEOUT_S) as answer:  # noqa: S310 - http(s), above
        return cast(bytes, answer.read(LONGEST_KEY_SET)).decode()


def _at(claims: Mapping[str, object], path: str) -> object:
    """The claim at a dotted path; a name that itself contains dots is tried first."""
    if path in claims:
        return claims[path]
    found: object = claims
    for name in path.split("."):
        if not isinstance(found, Mapping):
            return None
        found = found.get(name)
    return found


def _texts(claim: object) -> list[str]:
    values = claim if isinstance(claim, list) else [claim]
    return [value for value in values if isinstance(value, str)]


def _text(claims: Mapping[str, object], name: str) -> str | None:
    value = claims.get(name)
    if not isinstance(value, str) or not value.strip():
        return None
    return value.strip().encode("utf-8", "replace").decode()[:LONGEST_CLAIM]


PROVIDER: Final = Provider.from_settings(SETTINGS)
VERIFIER: Final = Verifier(PROVIDER, KeySet(lambda: fetch_keys(PROVIDER.keys_url)))
