"""A registered charger on an engine, behind a gateway."""

import pytest

from csms.domain.charger import Charger
from tests.engine import Engine
from tests.integration.chargers.charger import Fresh, Socket, register, station
from tests.integration.gateway import Gateway


@pytest.fixture
def charger(tables: Engine) -> Charger:
    """An accepted charger `CP-1` that never connected."""
    return register()[0]


@pytest.fixture
def socket(charger: Charger, gateway: Gateway) -> Socket:
    """Its first connection, whose question about intervals was answered."""
    return _connected(gateway)


@pytest.fixture
def fresh(engine: Engine, gateway: Gateway, tables: Engine) -> Fresh:
    """Makes a new world: a connected charger, with nothing in flight."""

    def make() -> Socket:
        engine.clear()
        gateway.reset()
        register()
        station()
        return _connected(gateway)

    return make


def _connected(gateway: Gateway) -> Socket:
    socket = Socket(gateway)
    socket.connect()
    socket.ask("Heartbeat")
    (question,) = socket.commands()
    socket.answer(question, {"configurationKey": []})
    gateway.posted.clear()
    return socket
