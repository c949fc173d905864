"""Tokens: whose, for whom, which role; and keys that rotate."""

import json
import time
from collections.abc import Mapping
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from csms.domain.errors import Unavailable
from csms.domain.user import Role
from csms.entrypoints.api.identity import KeySet, Provider, Verifier
from csms.entrypoints.api.problems import Unauthenticated
from csms.settings import Settings

ISSUER = "https://id.example"
KEYS = {name: rsa.generate_private_key(65537, 2048) for name in ("old", "new")}


def published(*names: str) -> str:
    """A key set with these keys."""
    keys = [
        jwt.algorithms.RSAAlgorithm.to_jwk(KEYS[name].public_key(), as_dict=True) | {"kid": name}
        for name in names
    ]
    return json.dumps({"keys": keys})


def signed(claims: Mapping[str, Any], key: str = "old") -> str:
    """A token with these claims beside the necessary ones."""
    now = int(time.time())  # noqa: TID251 - tokens are checked against the wall clock
    every = {"iss": ISSUER, "sub": "somebody", "iat": now, "exp": now + 60, **claims}
    return jwt.encode(every, KEYS[key], "RS256", {"kid": key})


def verifier(**changes: str) -> Verifier:
    """A verifier of a provider with these settings."""
    facts = {
        "issuer": ISSUER,
        "audience": "csms",
        "audience_claim": "aud",
        "role_claim": "role",
        "admin_role": "ADMIN",
        "keys_url": "",
    }
    return Verifier(Provider(**facts | changes), KeySet(lambda: published("old")))


class Publisher:
    """A provider whose keys and time change as a test says."""

    def __init__(self) -> None:
        self.keys = ["old"]
        self.asked = 0
        self.seconds = 0.0
        self.is_away = False

    def fetch(self) -> str:
        """Its key set."""
        self.asked += 1
        if self.is_away:
            raise OSError("away")
        return published(*self.keys)

    def monotonic(self) -> float:
        """Its time."""
        return self.seconds


@pytest.fixture
def publisher() -> Publisher:
    """A provider with one key."""
    return Publisher()


@pytest.fixture
def keys(publisher: Publisher) -> KeySet:
    """What we keep of its keys."""
    return KeySet(publisher.fetch, publisher.monotonic)


def test_claims_of_clerk_have_azp_and_a_nested_role() -> None:
    clerk = verifier(audience_claim="azp", role_claim="public_metadata.role", admin_role="admin")

    claims = clerk.verify(signed({"azp": "csms", "public_metadata": {"role": "admin"}}))

    assert (claims.subject, claims.role, claims.email) == ("somebody", Role.ADMIN, None)


def test_claims_of_cognito_have_a_client_id_and_groups() -> None:
    cognito = verifier(audience_claim="client_id", role_claim="cognito:groups")

    claims = cognito.verify(signed({"client_id": "csms", "cognito:groups": ["x", "ADMIN"]}))

    assert claims.role is Role.ADMIN


@pytest.mark.parametrize(
    "role", [None, "", "admin", "ADMINISTRATOR", ["USER"], {"ADMIN": 1}, 1, True, [["ADMIN"]]]
)
def test_whatever_is_not_the_admin_role_is_a_user(role: object) -> None:
    claims = verifier().verify(signed({"aud": "csms", "role": role}))

    assert claims.role is Role.USER


@pytest.mark.parametrize("audience", ["csms", ["x", "csms"]])
def test_the_audience_is_a_name_or_a_list(audience: object) -> None:
    assert verifier().verify(signed({"aud": audience})).subject == "somebody"


@pytest.mark.parametrize("audience", ["", "CSMS", ["x"], [], None, 1, {"csms": 1}, "csms "])
def test_another_audience_is_refused(audience: object) -> None:
    with pytest.raises(Unauthenticated):
        verifier().verify(signed({"aud": audience}))


@pytest.mark.parametrize("changes", [{"issuer": ""}, {"audience": ""}])
def test_without_a_provider_nobody_can_sign_in(changes: dict[str, str]) -> None:
    with pytest.raises(Unauthenticated):
        verifier(**changes).verify(signed({"aud": ""}))


@pytest.mark.parametrize(
    "token", ["", ".", "..", "a.b.c", "e30.e30.", "\ud800", "é", "x" * 8193, "e30.e30.e30.e30"]
)
def test_what_is_no_token_is_refused(token: str) -> None:
    with pytest.raises(Unauthenticated):
        verifier().verify(token)


def test_names_are_bounded_and_sendable() -> None:
    claims = verifier().verify(signed({"aud": "csms", "name": "x" * 1000, "email": 7}))

    assert (len(claims.name or ""), claims.email) == (256, None)


def test_a_new_key_of_the_provider_is_fetched(publisher: Publisher, keys: KeySet) -> None:
    assert keys.find("old") is not None
    publisher.keys = ["new"]
    publisher.seconds = 31

    assert keys.find("new") is not None
    assert keys.find("old") is None


def test_made_up_key_ids_cost_the_provider_nothing(publisher: Publisher, keys: KeySet) -> None:
    for number in range(100):
        assert keys.find(f"made-up-{number}") is None

    assert publisher.asked == 1


def test_known_keys_are_kept_for_an_hour(publisher: Publisher, keys: KeySet) -> None:
    for publisher.seconds in (0, 1000, 3600):
        assert keys.find("old") is not None
    assert publisher.asked == 1
    publisher.seconds = 3601
    assert keys.find("old") is not None

    assert publisher.asked == 2


def test_old_keys_are_used_on_while_the_provider_is_away(
    publisher: Publisher, keys: KeySet
) -> None:
    keys.find("old")
    publisher.is_away, publisher.seconds = True, 7200

    assert keys.find("old") is not None


def test_without_any_keys_the_provider_is_said_to_be_away(
    publisher: Publisher, keys: KeySet
) -> None:
    publisher.is_away = True

    with pytest.raises(Unavailable):
        keys.find("old")


def test_a_provider_that_was_away_at_first_is_asked_again_soon(
    publisher: Publisher, keys: KeySet
) -> None:
    publisher.is_away = True
    for _ in range(10):
        with pytest.raises(Unavailable):
            keys.find("old")
    assert publisher.asked == 1
    publisher.is_away, publisher.seconds = False, 2.1

    assert keys.find("old") is not None


@pytest.mark.parametrize("answer", ["", "[]", "{}", '{"keys": 1}', '{"keys": [{"kty": "?"}]}'])
def test_a_key_set_that_is_none_is_as_if_it_were_away(answer: str) -> None:
    with pytest.raises(Unavailable):
        KeySet(lambda: answer).find("old")


def test_keys_are_where_the_settings_say_or_at_the_usual_place() -> None:
    usual = Provider.from_settings(Settings(oidc_issuer="https://id.example/"))
    named = Provider.from_settings(Settings(oidc_issuer="x", oidc_jwks_url="https://k.example"))

    assert usual.keys_url == "https://id.example/.well-known/jwks.json"
    assert named.keys_url == "https://k.example"
