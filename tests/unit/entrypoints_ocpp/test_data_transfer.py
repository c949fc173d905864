"""DataTransfer: each vendor's messages go to their handler."""

from datetime import UTC, datetime

from csms.domain.charger import Connection, Registration
from csms.domain.ids import ChargerId, ConnectionId, StationId
from csms.entrypoints.ocpp.actions.data_transfer import VendorHandler, route
from csms.entrypoints.ocpp.exchange import Exchange, Reply
from csms.ocpp16.actions import data_transfer
from csms.ocpp16.actions.data_transfer import DataTransfer, DataTransferStatus

CHARGER = ChargerId("cp-1")
EXCHANGE = Exchange(
    charger_id=CHARGER,
    connection_id=ConnectionId("c"),
    message_id="m",
    action="DataTransfer",
    now=datetime(2026, 3, 1, tzinfo=UTC),
    connection=Connection(CHARGER, Registration.ACCEPTED, StationId("s"), None, None, None),
    owns=True,
)


def echo(request: DataTransfer, _exchange: Exchange) -> Reply:
    return Reply(data_transfer.answer(DataTransferStatus.ACCEPTED, request.data))


VENDORS: dict[str, dict[str | None, VendorHandler]] = {"acme": {"echo": echo, None: echo}}


def answer(vendor: str, message: str | None) -> object:
    return route(VENDORS, DataTransfer(vendor, message, "d"), EXCHANGE).payload


def test_a_known_message_of_a_known_vendor() -> None:
    assert answer("Acme", "echo") == {"status": "Accepted", "data": "d"}
    assert answer("ACME", None) == {"status": "Accepted", "data": "d"}


def test_an_unknown_message_of_a_known_vendor() -> None:
    assert answer("acme", "other") == {"status": "UnknownMessageId"}


def test_an_unknown_vendor() -> None:
    assert answer("other", "echo") == {"status": "UnknownVendorId"}
