"""The two HTTP functions on a real engine, with an identity provider of the tests."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from fastapi import FastAPI

from csms import payments
from csms.entrypoints.api.access import verifier
from csms.entrypoints.api.admin.app import app as admin_app
from csms.entrypoints.api.identity import KeySet, Provider, Verifier
from csms.entrypoints.api.outcome import Waiting, waiting
from csms.entrypoints.api.user.app import app as user_app
from functions.admin_api.handler import handler as admin_handler
from functions.user_api.handler import handler as user_handler
from tests.engine import Engine
from tests.integration.api import tokens
from tests.integration.api.client import Client
from tests.integration.api.stripe_api import StripeApi, Tell, running, teller
from tests.integration.api.world import World, make_world
from tests.integration.events import START
from tests.integration.files.server import FileServer


class Pause:
    """A clock that moves only while somebody sleeps."""

    def __init__(self) -> None:
        self.now = START

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self.now += timedelta(seconds=seconds)

    def clock(self) -> datetime:
        """The time."""
        return self.now


def _for_tests(app: FastAPI) -> None:
    """Let an application take the tokens of the tests' provider, and wait in no time."""
    provider = Provider(tokens.ISSUER, tokens.AUDIENCE, "aud", "role", "ADMIN", "")
    tested = Verifier(provider, KeySet(tokens.key_set))
    app.dependency_overrides[verifier] = lambda: tested
    app.dependency_overrides[waiting] = _quick


def _quick() -> Waiting:
    pause = Pause()
    return Waiting(pause.sleep, pause.clock)


@pytest.fixture(scope="session")
def admin_function(engine: Engine) -> Iterator[Client]:
    """The function of operators."""
    _for_tests(admin_app)
    client = Client(admin_handler)
    yield client
    client.close()


@pytest.fixture(scope="session")
def user_function(engine: Engine) -> Iterator[Client]:
    """The function of drivers."""
    _for_tests(user_app)
    client = Client(user_handler)
    yield client
    client.close()


@pytest.fixture
def admin(admin_function: Client, tables: Engine) -> Client:
    """A client of an operator, on empty tables."""
    admin_function.token = tokens.token("operator", "ADMIN")
    admin_function.now = START
    return admin_function


@pytest.fixture
def driver(user_function: Client, tables: Engine) -> Client:
    """A client of a driver, on empty tables."""
    user_function.token = tokens.token("driver")
    user_function.now = START
    return user_function


@pytest.fixture
def world(admin: Client, driver: Client, bucket: FileServer) -> World:
    """A small world, with a bucket for its files."""
    return make_world(admin, driver)


@pytest.fixture
def api() -> Iterator[StripeApi]:
    """An account that is configured, and the API behind it."""
    with running() as server:
        for app in (admin_app, user_app):
            app.dependency_overrides[payments.configured] = lambda: server.provider
            app.dependency_overrides[payments.is_configured] = lambda: True
        yield server
        for app in (admin_app, user_app):
            del app.dependency_overrides[payments.configured]
            del app.dependency_overrides[payments.is_configured]


@pytest.fixture
def tell(driver: Client, world: World, api: StripeApi) -> Tell:
    """Sends a webhook."""
    return teller(driver)
