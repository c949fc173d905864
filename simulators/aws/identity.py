"""A small OpenID Connect provider for one machine: demo accounts, no secrets.

Anybody who reaches it can be anybody: that is its purpose, and why it serves loopback only.
"""

from __future__ import annotations

import base64
import hashlib
import html
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from simulators.aws.asgi import (
    BodyTooLarge,
    Receive,
    Scope,
    Send,
    decoded_headers,
    read_body,
    respond,
    respond_json,
)
from simulators.aws.identity_keys import SigningKey
from simulators.aws.identity_refresh import RefreshTokens

TOKEN_LIFE_S = 3600
CODE_LIFE_S = 60
MAX_FORM_BYTES = 16_384
MAX_CODES = 1000
OFFLINE = "offline_access"
ROLES = ("ADMIN", "USER")


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who can sign in; the password is the name."""

    subject: str
    name: str
    email: str
    role: str


ACCOUNTS: Mapping[str, Account] = {
    account.subject: account
    for account in (
        Account("admin", "Ada Admin", "admin@demo.example", "ADMIN"),
        Account("driver-1", "Dora Driver", "dora@demo.example", "USER"),
        Account("driver-2", "Emil Driver", "emil@demo.example", "USER"),
        Account("driver-3", "Finn Driver", "finn@demo.example", "USER"),
    )
}


class OAuthError(Exception):
    """An error answer of RFC 6749 §5.2."""


@dataclass(frozen=True, slots=True)
class Grant:
    """A sign-in that waits for its code to be exchanged."""

    account: Account
    redirect_uri: str
    challenge: str
    nonce: str
    scope: str
    expires_at: float


class IdentityProvider:
    """Discovery, keys, tokens, and the sign-in page of the authorization code flow."""

    def __init__(self, issuer: str, audience: str, key: SigningKey) -> None:
        self.prefix = urlsplit(issuer).path
        self._issuer = issuer
        self._audience = audience
        self._key = key
        self._codes: dict[str, Grant] = {}
        self._refresh_tokens = RefreshTokens(time.monotonic)

    async def serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request below the prefix."""
        path = scope["path"].removeprefix(self.prefix)
        query = dict(parse_qsl(scope["query_string"].decode("latin-1")))
        match scope["method"], path:
            case "GET", "/.well-known/openid-configuration":
                await respond_json(send, 200, self._discovery())
            case "GET", "/jwks.json":
                await respond_json(send, 200, self._key.jwks())
            case "GET", "/authorize":
                await self._serve_sign_in(query, send)
            case "POST", "/token":
                await self._serve_token(receive, send)
            case "GET", "/userinfo":
                await self._serve_userinfo(scope, send)
            case "GET", "/logout":
                await _serve_sign_out(query.get("post_logout_redirect_uri", "/"), send)
            case _:
                await respond_json(send, 404, {"error": "not_found"})

    def token_answer(self, form: Mapping[str, str]) -> dict[str, Any]:
        """The answer of the token endpoint. Raises OAuthError."""
        match form.get("grant_type"):
            case "authorization_code":
                grant = self._redeem(form)
                answer = self._tokens(grant.account, grant.nonce)
                return self._with_renewal(answer, grant.account, grant.scope)
            case "password":
                account = _signed_in(form)
                return self._with_renewal(self._tokens(account), account, form.get("scope", ""))
            case "refresh_token":
                return self._renewed(form.get("refresh_token", ""))
            case "client_credentials":
                return self._tokens(_made_up(form))
            case _:
                raise OAuthError("unsupported_grant_type")

    def issue_code(self, account: Account, query: Mapping[str, str]) -> str:
        """Remember a sign-in and return where the browser goes with its code.

        Raises OAuthError when the request is not one of a code flow with PKCE.
        """
        if query.get("response_type") != "code" or query.get("code_challenge_method") != "S256":
            raise OAuthError("invalid_request")
        redirect_uri = _own_url(query.get("redirect_uri", ""))
        if len(self._codes) >= MAX_CODES:
            self._codes.clear()
        code = secrets.token_urlsafe(24)
        self._codes[code] = Grant(
            account,
            redirect_uri,
            query.get("code_challenge", ""),
            query.get("nonce", ""),
            query.get("scope", ""),
            time.monotonic() + CODE_LIFE_S,
        )
        answer = {"code": code, "state": query.get("state", ""), "iss": self._issuer}
        separator = "&" if "?" in redirect_uri else "?"
        return redirect_uri + separator + urlencode(answer)

    def _redeem(self, form: Mapping[str, str]) -> Grant:
        grant = self._codes.pop(form.get("code", ""), None)
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if (
            grant is None
            or grant.expires_at < time.monotonic()
            or grant.challenge != challenge
            or grant.redirect_uri != form.get("redirect_uri")
        ):
            raise OAuthError("invalid_grant")
        return grant

    def _tokens(self, account: Account, nonce: str = "") -> dict[str, Any]:
        now = int(time.time())
        claims: dict[str, Any] = {
            "iss": self._issuer,
            "sub": account.subject,
            "aud": self._audience,
            "iat": now,
            "exp": now + TOKEN_LIFE_S,
            "role": account.role,
            "name": account.name,
            "email": account.email,
        }
        token = self._key.sign(claims)
        answer = {"access_token": token, "token_type": "Bearer", "expires_in": TOKEN_LIFE_S}
        answer["id_token"] = self._key.sign({**claims, "nonce": nonce}) if nonce else token
        return answer

    def _with_renewal(self, answer: dict[str, Any], account: Account, scope: str) -> dict[str, Any]:
        """The same answer, with a refresh token for who asked to be away for longer."""
        if OFFLINE in scope.split():
            answer["refresh_token"] = self._refresh_tokens.issue(account.subject)
        return answer

    def _renewed(self, refresh_token: str) -> dict[str, Any]:
        renewal = self._refresh_tokens.redeem(refresh_token)
        if renewal is None:
            raise OAuthError("invalid_grant")
        answer = self._tokens(ACCOUNTS[renewal.subject])
        answer["refresh_token"] = self._refresh_tokens.issue(renewal.subject, renewal.family)
        return answer

    def _discovery(self) -> dict[str, Any]:
        return {
            "issuer": self._issuer,
            "authorization_endpoint": f"{self._issuer}/authorize",
            "token_endpoint": f"{self._issuer}/token",
            "userinfo_endpoint": f"{self._issuer}/userinfo",
            "end_session_endpoint": f"{self._issuer}/logout",
            "jwks_uri": f"{self._issuer}/jwks.json",
            "response_types_supported": ["code"],
            "grant_types_supported": [
                "authorization_code",
                "refresh_token",
                "password",
                "client_credentials",
            ],
            "code_challenge_methods_supported": ["S256"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "token_endpoint_auth_methods_supported": ["none"],
            "scopes_supported": ["openid", "profile", "email", OFFLINE],
        }

    async def _serve_token(self, receive: Receive, send: Send) -> None:
        try:
            form = dict(parse_qsl((await read_body(receive, MAX_FORM_BYTES)).decode("latin-1")))
            answer = self.token_answer(form)
        except (OAuthError, BodyTooLarge) as error:
            await respond_json(send, 400, {"error": str(error) or "invalid_request"})
            return
        await respond_json(send, 200, answer, [("cache-control", "no-store")])

    async def _serve_sign_in(self, query: Mapping[str, str], send: Send) -> None:
        """A page with the demo accounts; choosing one comes back here with `account`."""
        account = ACCOUNTS.get(query.get("account", ""))
        try:
            if account is not None:
                await respond(send, 303, b"", [("location", self.issue_code(account, query))])
                return
            _own_url(query.get("redirect_uri", ""))
        except OAuthError as error:
            await respond_json(send, 400, {"error": str(error)})
            return
        page = _sign_in_page(query)
        await respond(send, 200, page.encode(), [("content-type", "text/html; charset=utf-8")])

    async def _serve_userinfo(self, scope: Scope, send: Send) -> None:
        headers = dict(decoded_headers(scope))
        claims = self._key.verify(
            headers.get("authorization", "").removeprefix("Bearer "), self._audience
        )
        if claims is None:
            await respond_json(send, 401, {"error": "invalid_token"})
            return
        shown = ("sub", "name", "email", "role")
        await respond_json(send, 200, {name: claims[name] for name in shown})


def _signed_in(form: Mapping[str, str]) -> Account:
    account = ACCOUNTS.get(form.get("username", ""))
    if account is None or form.get("password") != account.subject:
        raise OAuthError("invalid_grant")
    return account


def _made_up(form: Mapping[str, str]) -> Account:
    """Anybody: the client id is the subject, the scope its role."""
    subject, role = form.get("client_id", ""), form.get("scope", "USER")
    if not subject or role not in ROLES:
        raise OAuthError("invalid_client")
    email = form.get("email", f"{subject}@demo.example")
    return ACCOUNTS.get(subject) or Account(subject, form.get("name", subject), email, role)


async def _serve_sign_out(back: str, send: Send) -> None:
    """There is no session to end: the browser goes back to where it came from."""
    try:
        await respond(send, 303, b"", [("location", _own_url(back))])
    except OAuthError as error:
        await respond_json(send, 400, {"error": str(error)})


def _own_url(url: str) -> str:
    """The URL, if it leads to this machine. Raises OAuthError."""
    parts = urlsplit(url)
    # Browsers take a backslash for a slash: `/\evil.example` is another site.
    is_local_path = not parts.scheme and not parts.netloc and url.startswith("/")
    is_local_path = is_local_path and "\\" not in url
    if is_local_path or parts.hostname in ("127.0.0.1", "localhost", "::1"):
        return url
    raise OAuthError("invalid_request")


def _sign_in_page(query: Mapping[str, str]) -> str:
    links = "".join(
        f'<li><a href="?{html.escape(urlencode({**query, "account": account.subject}))}">'
        f"{html.escape(account.name)}<small>{account.role.lower()}</small></a></li>"
        for account in ACCOUNTS.values()
    )
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Sign in</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<style>:root{color-scheme:light dark}body{font:16px system-ui;max-width:24rem;"
        "margin:12vh auto;padding:0 1rem}ul{list-style:none;padding:0}a{display:flex;"
        "justify-content:space-between;padding:.8rem 1rem;margin:.5rem 0;border-radius:.5rem;"
        "border:1px solid #8886;color:inherit;text-decoration:none}a:hover{border-color:#888}"
        "small{opacity:.7}</style><h1>Sign in</h1><p>Demo accounts of this machine.</p>"
        f"<ul>{links}</ul></html>"
    )
