"""When something fails here: the asker learns that, with an id, and nothing else."""

import logging
from collections.abc import Iterator
from typing import NoReturn

import pytest
from fastapi import FastAPI

from csms.entrypoints.api.access import verifier
from csms.entrypoints.api.admin.app import app
from csms.entrypoints.api.clock import arrival
from csms.entrypoints.api.identity import KeySet, Provider, Verifier, fetch_keys
from tests.integration.api import tokens
from tests.integration.api.client import Client
from tests.integration.api.world import ADMIN, World
from tests.integration.events import START


@pytest.fixture
def replaceable(admin_function: Client) -> Iterator[FastAPI]:
    """The operators' application, whose parts are put back afterwards."""
    before = dict(app.dependency_overrides)
    yield app
    app.dependency_overrides = before


class Kept(logging.Handler):
    """Keeps what is logged."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it."""
        self.records.append(record)


@pytest.fixture
def log() -> Iterator[Kept]:
    """What the mapping of errors logs."""
    kept, logger = Kept(), logging.getLogger("csms.entrypoints.api.problems")
    logger.addHandler(kept)
    yield kept
    logger.removeHandler(kept)


def test_a_defect_of_ours_is_500_with_an_id_and_without_its_cause(
    admin: Client, replaceable: FastAPI, log: Kept
) -> None:
    def fail() -> NoReturn:
        raise RuntimeError("secret cause")

    replaceable.dependency_overrides[arrival] = fail

    answer = admin.get(f"{ADMIN}/stations")

    assert answer.status == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json["request_id"] == "request-1"
    assert "secret cause" not in answer.text
    (record,) = log.records
    assert record.__dict__["request_id"] == "request-1"


def test_an_identity_provider_that_is_away_is_503(
    admin: Client, replaceable: FastAPI, log: Kept
) -> None:
    provider = Provider(tokens.ISSUER, tokens.AUDIENCE, "aud", "role", "ADMIN", "")
    nowhere = Verifier(provider, KeySet(lambda: fetch_keys("http://127.0.0.1:1/keys")))
    replaceable.dependency_overrides[verifier] = lambda: nowhere

    answer = admin.get(f"{ADMIN}/stations")

    assert (answer.status, answer.headers["retry-after"]) == (503, "2")
    (record,) = log.records
    assert record.__dict__["request_id"] == answer.json["request_id"]
    assert record.exc_info is not None
    assert "keys cannot be fetched" in str(record.exc_info[1])


@pytest.mark.parametrize("url", ["", "file:///etc/passwd", "ftp://x", "keys"])
def test_keys_are_fetched_from_web_addresses_only(url: str) -> None:
    with pytest.raises(OSError, match="no address"):
        fetch_keys(url)


def test_a_change_is_found_by_its_actor(admin: Client, world: World) -> None:
    actor = admin.get(f"{ADMIN}/users", query={"email": "operator@example.com"}).json["items"][0]

    trail = admin.get(f"{ADMIN}/audit", query={"actor": actor["user_id"], "limit": 200})

    changes = {one["change"] for one in trail.json["items"]}
    assert {"station.created", "charger.registered", "wallet.topped-up"} <= changes
    assert {one["actor"] for one in trail.json["items"]} == {actor["user_id"]}
    assert trail.json["items"][0]["at"] == START.isoformat().replace("+00:00", "Z")


@pytest.mark.parametrize("query", [{}, {"actor": "a", "subject": "b"}])
def test_the_audit_trail_is_of_one_subject_or_one_person(
    admin: Client, query: dict[str, str]
) -> None:
    assert admin.get(f"{ADMIN}/audit", query=query).status == 422
