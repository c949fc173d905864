"""From a frame to its bill: what is logged of the one leads to the other."""

import io
import json
import logging
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from functions.billing_retry import handler as billing_retry
from tests.engine import Engine
from tests.faults import error, refused
from tests.integration.chargers.charger import BOOT, Socket
from tests.integration.charging.world import (
    HOUR,
    NOW,
    bills,
    build,
    meter_payload,
    start_payload,
    stop_payload,
)
from tests.integration.events import CONTEXT, schedule
from tests.integration.gateway import Gateway

PRODUCT = logging.getLogger("csms")


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What the functions log meanwhile, formed and filtered as in the cloud."""
    (deployed, *_) = PRODUCT.handlers
    text = io.StringIO()
    handler = logging.StreamHandler(text)
    handler.setFormatter(deployed.formatter)
    for one in deployed.filters:
        handler.addFilter(one)
    PRODUCT.addHandler(handler)
    yield text
    PRODUCT.removeHandler(handler)


def _lines(written: io.StringIO, **facts: object) -> Sequence[dict[str, Any]]:
    lines = [json.loads(line) for line in written.getvalue().splitlines()]
    return [line for line in lines if facts.items() <= line.items()]


def _only(found: Sequence[dict[str, Any]]) -> dict[str, Any]:
    (one,) = found
    return one


@pytest.fixture
def socket(tables: Engine, gateway: Gateway) -> Socket:
    """A charger that connected and booted."""
    build("cp1")
    socket = Socket(gateway, "cp1", NOW)
    socket.connect()
    socket.ask("BootNotification", BOOT)
    return socket


def test_a_frame_leads_to_its_transaction_and_that_to_its_bill(
    socket: Socket, written: io.StringIO, tables: Engine
) -> None:
    number = socket.ask("StartTransaction", start_payload(NOW))["transactionId"]
    socket.later(minutes=30).ask("MeterValues", meter_payload(number, socket.now, 6000))
    with refused("TransactWriteItems", error("InternalServerError"), 10):
        socket.later(minutes=30).call(
            "StopTransaction", stop_payload(number, socket.now, 11_000), "the-stop"
        )
    billing_retry.handler(schedule(socket.now + HOUR), CONTEXT)

    # 1. The exchange in the message log has the frame's id, and so has its line.
    rows = tables.rows("csms-message_log")
    assert "the-stop" in {row["message_id"]["S"] for row in rows if "message_id" in row}
    stop = _only(_lines(written, unique_id="the-stop", message="answered"))
    assert stop["charger"] == "cp1"
    assert stop["connection"] == socket.connection_id
    assert stop["action"] == "StopTransaction"
    assert stop["function_request_id"] == CONTEXT.aws_request_id
    # 2. It names the transaction, as every frame of that does.
    about = _lines(written, transaction_id=number, message="answered")
    assert {line["action"] for line in about} == {
        *("StartTransaction", "MeterValues", "StopTransaction")
    }
    # 3. What became of the bill names it too, and the ledger's entry has it as its key.
    settled = _only(_lines(written, transaction_id=number, message="a transaction was settled"))
    assert settled["state"] == "COMPLETED"
    assert [key for key, _ in bills()] == [f"charge#{number}"]


def test_a_frame_of_another_transaction_says_nothing_of_this_one(
    socket: Socket, written: io.StringIO
) -> None:
    socket.ask("StartTransaction", start_payload(NOW))
    socket.later(minutes=1).ask("Heartbeat")
    (heartbeat,) = _lines(written, action="Heartbeat", message="answered")
    assert "transaction_id" not in heartbeat
