"""A client that does not take what it is sent costs nobody more than itself."""

import asyncio
from collections.abc import MutableMapping
from typing import Any

import pytest

from simulators.aws.connections import Gone, OpenConnection
from simulators.aws.limits import Limits
from simulators.aws.websocket_events import ConnectionFacts

LIMITS = Limits(send_s=0.01)
FACTS = ConnectionFacts("C1=", 0, "192.0.2.1", "a charger")


async def never_taken(_message: MutableMapping[str, Any]) -> None:
    """A socket whose other end reads nothing."""
    await asyncio.Event().wait()


async def read_on() -> None:
    """What reads a connection's frames, while somebody posts to it."""
    connection = OpenConnection(FACTS, never_taken, LIMITS)
    poster = asyncio.create_task(connection.post("[3]"))
    try:
        await asyncio.Event().wait()
    finally:
        assert connection.is_gone
        with pytest.raises(Gone):
            await poster
        with pytest.raises(Gone):
            await connection.post("[3]")


def test_a_client_that_reads_nothing_is_given_up() -> None:
    with pytest.raises(asyncio.CancelledError):
        asyncio.run(read_on())
