"""Renewing a session at the local identity provider."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import jwt
import pytest

from simulators.aws.identity import ACCOUNTS, IdentityProvider, OAuthError
from simulators.aws.identity_keys import SigningKey
from simulators.aws.identity_refresh import MAX_TOKENS, REFRESH_LIFE_S, RefreshTokens

SIGN_IN = {"grant_type": "password", "username": "driver-1", "password": "driver-1"}


class Clock:
    """Seconds that pass when told."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> IdentityProvider:
    key = SigningKey(tmp_path_factory.mktemp("identity") / "key.pem")
    return IdentityProvider("http://127.0.0.1:1/_identity", "csms", key)


def renewal(token: str) -> dict[str, str]:
    return {"grant_type": "refresh_token", "refresh_token": token}


def test_a_renewed_session_is_the_same_persons(provider: IdentityProvider) -> None:
    first = provider.token_answer({**SIGN_IN, "scope": "openid offline_access"})
    renewed = provider.token_answer(renewal(first["refresh_token"]))
    claims = jwt.decode(renewed["access_token"], options={"verify_signature": False})

    assert (claims["sub"], claims["role"]) == ("driver-1", "USER")
    assert renewed["refresh_token"] != first["refresh_token"]
    assert provider.token_answer(renewal(renewed["refresh_token"]))["refresh_token"]


def test_the_code_flow_gives_a_refresh_token_to_who_asks_for_it(
    provider: IdentityProvider,
) -> None:
    query = {
        "response_type": "code",
        "code_challenge_method": "S256",
        # Of the verifier `v`.
        "code_challenge": "TJRIXgwhrmxBzh3-e2v6zupato5AokdvUCCOUm9QYIA",
        "redirect_uri": "http://localhost/back",
    }
    for scope, given in (("openid offline_access", True), ("openid", False)):
        url = provider.issue_code(ACCOUNTS["admin"], {**query, "scope": scope})
        form = {
            "grant_type": "authorization_code",
            "code": parse_qs(urlsplit(url).query)["code"][0],
            "redirect_uri": query["redirect_uri"],
            "code_verifier": "v",
        }
        assert ("refresh_token" in provider.token_answer(form)) is given


def test_without_the_scope_there_is_none(provider: IdentityProvider) -> None:
    assert "refresh_token" not in provider.token_answer(SIGN_IN)


def test_a_token_that_comes_twice_ends_its_session(provider: IdentityProvider) -> None:
    form = {**SIGN_IN, "scope": "offline_access"}
    copied = provider.token_answer(form)["refresh_token"]
    another = provider.token_answer(form)["refresh_token"]
    renewed = provider.token_answer(renewal(copied))["refresh_token"]

    for token in (copied, renewed):
        with pytest.raises(OAuthError, match="invalid_grant"):
            provider.token_answer(renewal(token))
    assert provider.token_answer(renewal(another))["refresh_token"]


@pytest.mark.parametrize("token", ["", "made-up"])
def test_what_was_never_given_out_renews_nothing(provider: IdentityProvider, token: str) -> None:
    with pytest.raises(OAuthError, match="invalid_grant"):
        provider.token_answer(renewal(token))


def test_a_token_ends_with_its_time() -> None:
    clock = Clock()
    tokens = RefreshTokens(clock)
    in_time, too_late = tokens.issue("a"), tokens.issue("b")

    clock.seconds = REFRESH_LIFE_S - 1
    assert tokens.redeem(in_time) is not None
    clock.seconds = REFRESH_LIFE_S
    assert tokens.redeem(too_late) is None


def test_the_oldest_make_room() -> None:
    tokens = RefreshTokens(Clock())
    every = [tokens.issue("a") for _ in range(MAX_TOKENS + 1)]

    assert tokens.redeem(every[0]) is None
    assert tokens.redeem(every[1]) is not None
