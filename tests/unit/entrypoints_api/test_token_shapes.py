"""Tokens as Clerk, Cognito and the local provider make them, whole; and their look-alikes."""

import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from csms.domain.user import Role
from csms.entrypoints.api.identity import KeySet, Provider, Verifier
from csms.entrypoints.api.problems import Unauthenticated
from csms.settings import Settings
from simulators.aws.identity import IdentityProvider
from simulators.aws.identity_keys import SigningKey

KEY = rsa.generate_private_key(65537, 2048)
NOW = int(time.time())  # noqa: TID251 - tokens are checked against the wall clock
LIFE = {"iat": NOW - 5, "exp": NOW + 3600}  # a whole run of the suite
CLERK = Settings(
    oidc_issuer="https://clerk.example.com",
    oidc_audience="https://app.example.com",
    oidc_audience_claim="azp",
    oidc_role_claim="public_metadata.role",
    oidc_admin_role="admin",
)
CLERK_CLAIMS: Mapping[str, Any] = {
    **LIFE,
    "azp": "https://app.example.com",
    "fva": [1, -1],
    "iss": "https://clerk.example.com",
    "nbf": NOW - 10,
    "public_metadata": {"role": "admin"},
    "sid": "sess_2",
    "sts": "active",
    "sub": "user_2",
    "v": 2,
}
POOL = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Pool"
COGNITO = Settings(
    oidc_issuer=POOL,
    oidc_audience="4f2client",
    oidc_audience_claim="client_id",
    oidc_role_claim="cognito:groups",
)
COGNITO_ACCESS: Mapping[str, Any] = {
    **LIFE,
    "auth_time": NOW - 5,
    "client_id": "4f2client",
    "cognito:groups": ["fitters", "ADMIN"],
    "event_id": "e",
    "iss": POOL,
    "jti": "j",
    "origin_jti": "o",
    "scope": "openid profile email",
    "sub": "3f6c",
    "token_use": "access",
    "username": "ada",
    "version": 2,
}
COGNITO_ID: Mapping[str, Any] = {
    **LIFE,
    "aud": "4f2client",
    "cognito:groups": ["ADMIN"],
    "cognito:username": "ada",
    "email": "ada@example.com",
    "email_verified": True,
    "iss": POOL,
    "sub": "3f6c",
    "token_use": "id",
}


def verifier(settings: Settings) -> Verifier:
    """What a deployment with these settings believes."""
    public = jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key(), as_dict=True)
    published = json.dumps({"keys": [{**public, "kid": "k", "alg": "RS256", "use": "sig"}]})
    return Verifier(Provider.from_settings(settings), KeySet(lambda: published))


def signed(claims: Mapping[str, Any]) -> str:
    return jwt.encode(dict(claims), KEY, "RS256", {"kid": "k"})


def test_a_session_token_of_clerk_has_no_aud() -> None:
    claims = verifier(CLERK).verify(signed(CLERK_CLAIMS))

    assert (claims.issuer, claims.subject) == ("https://clerk.example.com", "user_2")
    assert (claims.role, claims.name, claims.email) == (Role.ADMIN, None, None)


@pytest.mark.parametrize(
    "changes",
    [
        {"azp": "https://other.example.com"},
        {"azp": None, "aud": "https://app.example.com"},
        {"iss": "https://clerk.example.com/"},
        {"nbf": NOW + 3600},
    ],
    ids=["another app", "only aud", "another issuer", "not yet"],
)
def test_what_only_looks_like_clerks_is_refused(changes: Mapping[str, Any]) -> None:
    claims = {name: value for name, value in {**CLERK_CLAIMS, **changes}.items() if value}

    with pytest.raises(Unauthenticated):
        verifier(CLERK).verify(signed(claims))


def test_an_access_token_of_cognito_has_a_client_id_and_a_list_of_groups() -> None:
    claims = verifier(COGNITO).verify(signed(COGNITO_ACCESS))

    assert (claims.subject, claims.role) == ("3f6c", Role.ADMIN)


def test_members_of_other_groups_are_no_operators() -> None:
    for groups in (["fitters"], [], ["admin", "ADMINS"]):
        told = verifier(COGNITO).verify(signed({**COGNITO_ACCESS, "cognito:groups": groups}))
        assert told.role is Role.USER
    without = {name: one for name, one in COGNITO_ACCESS.items() if name != "cognito:groups"}
    assert verifier(COGNITO).verify(signed(without)).role is Role.USER


def test_an_id_token_of_cognito_is_none_for_where_access_tokens_are_asked_for() -> None:
    with pytest.raises(Unauthenticated):
        verifier(COGNITO).verify(signed(COGNITO_ID))


def test_an_access_token_of_another_client_of_the_pool_is_refused() -> None:
    with pytest.raises(Unauthenticated):
        verifier(COGNITO).verify(signed({**COGNITO_ACCESS, "client_id": "another"}))


def test_a_token_of_the_local_provider_is_good_against_what_it_publishes(tmp_path: Path) -> None:
    key = SigningKey(tmp_path / "key.pem")
    issuer = "http://127.0.0.1:8080/_identity"
    given = IdentityProvider(issuer, "csms", key).token_answer(
        {"grant_type": "password", "username": "admin", "password": "admin"}
    )
    local = Provider.from_settings(Settings(oidc_issuer=issuer, oidc_audience="csms"))
    claims = Verifier(local, KeySet(lambda: json.dumps(key.jwks()))).verify(given["access_token"])

    assert (claims.subject, claims.role) == ("admin", Role.ADMIN)
    assert (claims.name, claims.email) == ("Ada Admin", "admin@demo.example")


def test_a_local_provider_with_a_new_key_is_believed_after_the_old_one_is_asked_again(
    tmp_path: Path,
) -> None:
    issuer, seconds = "http://127.0.0.1:8080/_identity", [0.0]
    published = [SigningKey(tmp_path / "old.pem")]
    local = Provider.from_settings(Settings(oidc_issuer=issuer, oidc_audience="csms"))
    keys = KeySet(lambda: json.dumps(published[0].jwks()), lambda: seconds[0])
    believed = Verifier(local, keys)

    def token() -> str:
        form = {"grant_type": "password", "username": "admin", "password": "admin"}
        answer = IdentityProvider(issuer, "csms", published[0]).token_answer(form)
        return str(answer["access_token"])

    old = token()
    assert believed.verify(old).subject == "admin"
    published[0] = SigningKey(tmp_path / "new.pem")
    new = token()
    with pytest.raises(Unauthenticated, match="unknown key"):
        believed.verify(new)
    seconds[0] = 31
    assert believed.verify(new).subject == "admin"
    with pytest.raises(Unauthenticated, match="unknown key"):
        believed.verify(old)
