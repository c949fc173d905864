"""Frames: every CALL is answered, whatever it holds, and nothing escapes."""

import json
import random
from typing import Any

import pytest

from csms.domain.ids import ChargerId
from csms.ocpp16._validators import schemas
from csms.store import charger as chargers
from csms.store import message_log
from csms.store.base import CONNECTION
from csms.store.message_log import LogFilter
from tests.engine import Engine
from tests.integration.chargers.charger import BOOT, Socket, connector, station, status
from tests.integration.events import START
from tests.integration.gateway import Gateway

CHARGER = ChargerId("cp-1")
LIMIT = 128 * 1024
AT = "2026-03-01T12:00:00Z"
SAMPLE = {"timestamp": AT, "sampledValue": [{"value": "1.5", "unit": "Wh"}]}
REQUESTS: dict[str, dict[str, Any]] = {
    "Authorize": {"idTag": "TAG"},
    "BootNotification": BOOT,
    "DataTransfer": {"vendorId": "v", "messageId": "m", "data": "d"},
    "DiagnosticsStatusNotification": {"status": "Uploading"},
    "FirmwareStatusNotification": {"status": "Installing"},
    "Heartbeat": {},
    "MeterValues": {"connectorId": 1, "transactionId": 1, "meterValue": [SAMPLE]},
    "StartTransaction": {"connectorId": 1, "idTag": "TAG", "meterStart": 0, "timestamp": AT},
    "StatusNotification": {
        "connectorId": 1,
        "errorCode": "NoError",
        "status": "Available",
        "timestamp": AT,
        "info": "i",
        "vendorId": "v",
        "vendorErrorCode": "e",
    },
    "StopTransaction": {
        "transactionId": 1,
        "idTag": "TAG",
        "meterStop": 1,
        "timestamp": AT,
        "reason": "Local",
        "transactionData": [SAMPLE],
    },
}
TRANSACTION_MESSAGES = ("MeterValues", "StartTransaction", "StopTransaction")


def faults() -> list[str | None]:
    """The errors in the message log."""
    wanted = LogFilter(errors_only=True)
    page = message_log.list_by_charger(CHARGER, wanted, START, None, 100)
    return [exchange.error for exchange in page.items]


def findings() -> dict[tuple[str, str], int]:
    return {(one.code, one.where): one.count for one in chargers.page(CHARGER).findings}


def test_a_heartbeat_is_answered_with_the_time(socket: Socket) -> None:
    assert socket.ask("Heartbeat") == {"currentTime": "2026-03-01T12:00:00.000Z"}


def test_a_boot_is_answered_with_the_registration(socket: Socket) -> None:
    assert socket.ask("BootNotification", BOOT) == {
        "status": "Accepted",
        "currentTime": "2026-03-01T12:00:00.000Z",
        "interval": 300,
    }
    about = chargers.get(CHARGER).about
    assert (about.vendor, about.model, about.firmware_version) == ("Acme", "One", "1.0")


def test_a_status_is_stored(socket: Socket) -> None:
    assert socket.ask("StatusNotification", status(1, "Available")) == {}
    assert connector("cp-1", 1).status == "Available"


def test_a_status_of_a_connector_that_cannot_be_is_answered_and_not_kept(socket: Socket) -> None:
    assert socket.ask("StatusNotification", status(65, "Available")) == {}
    assert findings() == {("connector-out-of-range", "StatusNotification.connectorId"): 1}


def test_data_of_an_unknown_vendor(socket: Socket) -> None:
    assert socket.ask("DataTransfer", {"vendorId": "v"}) == {"status": "UnknownVendorId"}


@pytest.mark.parametrize("subject", ["Firmware", "Diagnostics"])
def test_progress_is_kept(socket: Socket, subject: str) -> None:
    assert socket.ask(f"{subject}StatusNotification", {"status": "Idle"}) == {}
    progress = chargers.page(CHARGER).progress[subject.lower()]
    assert [entry.status for entry in progress] == ["Idle"]


class TestIds:
    @pytest.mark.parametrize(
        "message_id", ["", "a", "x" * 36, "x" * 37, "é\u0001", 7, 0, -3, 10**30]
    )
    def test_an_id_goes_back_as_it_came(self, socket: Socket, message_id: object) -> None:
        assert socket.call("Heartbeat", message_id=message_id)[:2] == [3, message_id]

    def test_a_decimal_id_goes_back_digit_by_digit(self, socket: Socket) -> None:
        socket.send('[2,1.50,"Heartbeat",{}]')
        assert socket.gateway.frames(socket.connection_id)[0][1] == 1.5

    def test_the_same_id_twice_is_answered_twice(self, socket: Socket) -> None:
        for _ in range(2):
            socket.call("Heartbeat", message_id="same")

    @pytest.mark.parametrize("message_id", [None, True, [], {}])
    def test_what_is_no_id_cannot_be_answered(self, socket: Socket, message_id: object) -> None:
        socket.send([2, message_id, "Heartbeat", {}])
        assert socket.gateway.posted == []
        assert faults() == ["no-message-id"]


class TestShapes:
    @pytest.mark.parametrize(
        "body",
        [
            "",
            " ",
            "{}",
            "null",
            "2",
            '"2"',
            "[]",
            "[2]",
            "[[]]",
            "[2,",
            '[2,"a"',
            '{"2":"a"}',
            "\x00",
            "[" * 100_000,
            "[" * 5_000 + "]" * 5_000,
            '{"a":' * 5_000 + "1" + "}" * 5_000,
            '[9,"a","Heartbeat",{}]',
            '["2","a","Heartbeat",{}]',
            '[true,"a","Heartbeat",{}]',
            '[2,"\\ud800","Heartbeat",{}]',
        ],
    )
    def test_what_is_no_message_is_logged_and_ignored(self, socket: Socket, body: str) -> None:
        socket.send(body)
        assert socket.gateway.posted == []
        assert len(faults()) == 1

    @pytest.mark.parametrize(
        ("body", "code"),
        [
            ('[2,"a"]', "ProtocolError"),
            ('[2,"a","Heartbeat"]', "ProtocolError"),
            ('[2,"a",{},{}]', "FormationViolation"),
            ('[2,"a",7,{}]', "FormationViolation"),
            ('[2,"a",null,{}]', "FormationViolation"),
            ('[2,"a","Heartbeat",[]]', "FormationViolation"),
            ('[2,"a","Heartbeat","{}"]', "FormationViolation"),
            ('[2,"a","Heartbeat",7]', "FormationViolation"),
            ('[2,"a","",{}]', "NotImplemented"),
            ('[2,"a","Nonsense",{}]', "NotImplemented"),
            ('[2,"a","heartbeat",{}]', "NotImplemented"),
            ('[2,"a","Reset",{}]', "NotSupported"),
            ('[2,"a","' + "N" * 5_000 + '",{}]', "NotImplemented"),
            ('[2,"a","Authorize",' + "[" * 2_000 + "]" * 2_000 + "]", "FormationViolation"),
            ('[2,"a","Authorize",{"idTag":' + "[" * 500 + "]" * 500 + "}]", "FormationViolation"),
        ],
    )
    def test_a_call_that_cannot_be_handled_gets_its_error(
        self, socket: Socket, body: str, code: str
    ) -> None:
        socket.send(body)
        (frame,) = socket.gateway.frames(socket.connection_id)
        assert frame[:3] == [4, "a", code]
        assert len(frame[3]) <= 255
        assert frame[4] == {}

    @pytest.mark.parametrize("body", ['[2,"a","Heartbeat",null]', '[2,"a","Heartbeat",{},1]'])
    def test_what_can_be_understood_is_answered(self, socket: Socket, body: str) -> None:
        socket.send(body)
        assert socket.gateway.answer_to(socket.connection_id, "a")[0] == 3
        assert sum(findings().values()) == 1

    def test_a_payload_at_the_limit_is_answered(self, socket: Socket) -> None:
        frame = json.dumps([2, "a", "DataTransfer", {"vendorId": "v", "data": ""}])
        body = frame.replace('""', '"' + "d" * (LIMIT - len(frame)) + '"')
        assert len(body) == LIMIT
        socket.send(body)
        assert socket.gateway.answer_to(socket.connection_id, "a")[0] == 3

    def test_one_beyond_the_limit_is_ignored(self, socket: Socket) -> None:
        socket.send('[2,"a","Heartbeat",{' + " " * LIMIT + "}]")
        assert socket.gateway.posted == []

    def test_random_bytes(self, socket: Socket) -> None:
        random_bytes = random.Random(6)
        for _ in range(50):
            socket.send(random_bytes.randbytes(random_bytes.randrange(200)).decode("latin-1"))
        assert socket.gateway.posted == []
        assert socket.ask("Heartbeat")

    def test_every_truncation_of_a_frame(self, socket: Socket) -> None:
        body = json.dumps([2, "a", "Authorize", {"idTag": "TAG"}])
        for length in range(len(body)):
            socket.send(body[:length])
        assert socket.gateway.posted == []

    @pytest.mark.parametrize(
        "text", ["\x00", "a\x00b", "\ud800".encode("utf-8", "replace").decode()]
    )
    def test_odd_characters_in_a_payload(self, socket: Socket, text: str) -> None:
        assert socket.call("DataTransfer", {"vendorId": text, "data": text})[0] == 3
        assert socket.call("Authorize", {"idTag": text})[0] == 3


def _fields(action: str) -> list[str]:
    return list(schemas.REQUESTS[action]["properties"])


class TestFields:
    """Each field of each action: missing, of a wrong type, too long. Always one answer."""

    @pytest.fixture(autouse=True)
    def _site(self, socket: Socket) -> None:
        station()

    @pytest.mark.parametrize("action", list(REQUESTS))
    def test_missing(self, socket: Socket, action: str) -> None:
        for name in _fields(action):
            payload = {key: value for key, value in REQUESTS[action].items() if key != name}
            frame = socket.call(action, payload)
            if frame[0] == 4:
                assert name in schemas.REQUESTS[action].get("required", ())
                assert frame[2] == "OccurenceConstraintViolation"

    @pytest.mark.parametrize("action", list(REQUESTS))
    def test_wrong_type(self, socket: Socket, action: str) -> None:
        for name in _fields(action):
            for wrong in (None, True, {}, [], {"a": 1}, [1], "x", 7, 1.5, -1, 10**40):
                frame = socket.call(action, {**REQUESTS[action], name: wrong})
                assert frame[0] == 3 or frame[2] in (
                    "TypeConstraintViolation",
                    "PropertyConstraintViolation",
                    "OccurenceConstraintViolation",
                ), (name, wrong, frame)

    @pytest.mark.parametrize("action", list(REQUESTS))
    def test_too_long(self, socket: Socket, action: str) -> None:
        for name in _fields(action):
            frame = socket.call(action, {**REQUESTS[action], name: "x" * 10_000})
            assert frame[0] == 3 or frame[2] in (
                "TypeConstraintViolation",
                "PropertyConstraintViolation",
            ), (name, frame)

    @pytest.mark.parametrize("action", list(REQUESTS))
    def test_an_unknown_field_is_taken_off_and_found(self, socket: Socket, action: str) -> None:
        assert socket.call(action, {**REQUESTS[action], "surprise": 1})[0] == 3
        assert ("unknown-key") in {code for code, _ in findings()}

    def test_errors_of_ours_never_repeat_what_was_sent(self, socket: Socket) -> None:
        frame = socket.call("StatusNotification", {**status(1, "Available"), "status": "SECRET"})
        assert "SECRET" not in json.dumps(frame)


class TestOwnFailures:
    def test_a_database_that_fails_gives_an_internal_error(
        self, socket: Socket, engine: Engine
    ) -> None:
        def fail(**_: object) -> None:
            raise ConnectionError("the cable")

        events = CONNECTION.client.meta.events
        events.register_first("before-call.dynamodb.UpdateItem", fail, unique_id="fail")
        try:
            frame = socket.call("Heartbeat")
        finally:
            events.unregister("before-call.dynamodb.UpdateItem", unique_id="fail")
        assert frame[2:] == ["InternalError", "try again later", {}]
        assert faults() == ["InternalError"]

    @pytest.mark.parametrize("status", [410, 429, 500, 403])
    def test_an_answer_that_cannot_be_posted_undoes_nothing(
        self, socket: Socket, gateway: Gateway, status: int
    ) -> None:
        gateway.refuse(socket.connection_id, status)
        socket.send([2, "a", "StatusNotification", REQUESTS["StatusNotification"]])
        assert connector("cp-1", 1).status == "Available"
        assert socket.ask("StatusNotification", REQUESTS["StatusNotification"]) == {}
