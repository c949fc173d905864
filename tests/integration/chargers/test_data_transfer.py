"""DataTransfer: each vendor's messages go to their handler, and any JSON survives."""

import json
from typing import Any

import pytest

from csms.domain.command import CommandState
from csms.entrypoints.ocpp.vendors import VENDORS, csms_echo
from tests.integration.chargers.asking import CHARGER, told
from tests.integration.chargers.charger import Socket

PNC = "org.openchargealliance.iso15118pnc"


def transfer(socket: Socket, vendor: str, message: str | None, **more: Any) -> dict[str, Any]:
    named = {} if message is None else {"messageId": message}
    return socket.ask("DataTransfer", {"vendorId": vendor, **named, **more})


@pytest.mark.parametrize("vendor", ["csms", "CSMS", "Csms"])
def test_a_known_message_is_accepted_whatever_the_case_of_its_vendor(
    socket: Socket, vendor: str
) -> None:
    assert transfer(socket, vendor, "Echo", data="x") == {"status": "Accepted", "data": "x"}


@pytest.mark.parametrize(
    "data",
    [
        {"a": [1, 2.5, None, True, {"b": "ü€😀"}]},
        [],
        [1, [2, [3]]],
        {},
        7,
        -1.25,
        True,
        False,
    ],
)
def test_any_json_survives_as_text(socket: Socket, data: object) -> None:
    answer = transfer(socket, "csms", "Echo", data=data)
    assert answer["status"] == "Accepted"
    assert json.loads(answer["data"]) == data


@pytest.mark.parametrize("text", ["", " ", "ü€😀", '"', "{not json", "x" * 10_000, "\\u0000"])
def test_text_survives_as_it_is(socket: Socket, text: str) -> None:
    assert transfer(socket, "csms", "Echo", data=text)["data"] == text


@pytest.mark.parametrize("more", [{}, {"data": None}, {"data": "x" * 10_001}])
def test_a_handler_may_refuse(socket: Socket, more: dict[str, Any]) -> None:
    assert transfer(socket, "csms", "Echo", **more) == {"status": "Rejected"}


@pytest.mark.parametrize(
    "message", ["Authorize", "Get15118EVCertificate", "GetCertificateStatus", "SignCertificate"]
)
def test_plug_and_charge_is_refused_at_once(socket: Socket, message: str) -> None:
    assert transfer(socket, PNC, message, data="{}") == {"status": "Rejected"}


@pytest.mark.parametrize("message", ["echo", "Other", "", None])
def test_an_unknown_message_of_a_known_vendor(socket: Socket, message: str | None) -> None:
    assert transfer(socket, "csms", message) == {"status": "UnknownMessageId"}


@pytest.mark.parametrize("vendor", ["other", "", "x" * 400, "csms "])
def test_an_unknown_vendor(socket: Socket, vendor: str) -> None:
    assert transfer(socket, vendor, "Echo") == {"status": "UnknownVendorId"}


@pytest.mark.parametrize("payload", [{}, {"vendorId": {"a": 1}}, {"messageId": "Echo"}])
def test_one_without_a_vendor_is_an_error_that_names_it(
    socket: Socket, payload: dict[str, Any]
) -> None:
    frame = socket.call("DataTransfer", payload)
    assert frame[0] == 4
    assert "vendorId" in frame[3]


def test_each_vendor_is_one_file() -> None:
    assert set(VENDORS) == {"csms", PNC}
    assert VENDORS["csms"] is csms_echo.MESSAGES


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("Accepted", CommandState.ACCEPTED),
        ("Rejected", CommandState.REJECTED),
        ("UnknownMessageId", CommandState.REJECTED),
        ("UnknownVendorId", CommandState.REJECTED),
    ],
)
def test_the_four_answers_of_a_charger(socket: Socket, word: str, state: CommandState) -> None:
    answer = {"status": word, "data": {"any": ["thing", 1.5]}}
    command = told(socket, answer, "DataTransfer", vendorId="Acme", messageId="m", data="d")
    assert (command.charger_id, command.state, command.outcome) == (CHARGER, state, word)
    assert command.answer is not None
    assert json.loads(json.dumps(command.answer, default=float)) == answer
