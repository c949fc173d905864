"""A registered charger on an engine, behind a gateway."""

import pytest

from csms.domain.charger import Charger
from tests.engine import Engine
from tests.integration.chargers.charger import Socket, register
from tests.integration.gateway import Gateway


@pytest.fixture
def charger(tables: Engine) -> Charger:
    """An accepted charger `CP-1` that never connected."""
    return register()[0]


@pytest.fixture
def socket(charger: Charger, gateway: Gateway) -> Socket:
    """Its first connection, whose question about intervals was answered."""
    socket = Socket(gateway)
    socket.connect()
    socket.ask("Heartbeat")
    (question,) = socket.commands()
    socket.answer(question, {"configurationKey": []})
    gateway.posted.clear()
    return socket
