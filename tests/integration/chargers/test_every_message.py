"""All 14 messages of chargers: answered, refused, repeated after a lost answer, and unreadable."""

from typing import Any

import pytest

from csms.domain.charger import Registration
from csms.entrypoints.ocpp.admission import ALWAYS
from csms.entrypoints.ocpp.routes import ROUTES
from tests.engine import Engine
from tests.integration.chargers.asking import ask
from tests.integration.chargers.charger import Socket, register, station
from tests.integration.gateway import NO_ANSWER, Gateway
from tests.unit.ocpp16.payloads import FULL

ACTIONS = sorted(ROUTES)
# What stands in an answer that may differ from one time to the next.
CHANGING = {"BootNotification", "Heartbeat"}
# Nothing is required of these, so that nothing can be missing; or a stand-in is known for it.
CANNOT_LACK = {"Heartbeat"}
# One member of a kind that cannot be read as what it should be.
WRONG: dict[str, dict[str, Any]] = {
    "Authorize": {"idTag": {"a": 1}},
    "BootNotification": {"chargePointVendor": ["V"], "chargePointModel": "M"},
    "DataTransfer": {"vendorId": {"a": 1}},
    "DiagnosticsStatusNotification": {"status": "Perhaps"},
    "FirmwareStatusNotification": {"status": 7},
    "LogStatusNotification": {"status": "Perhaps"},
    "MeterValues": {"connectorId": 1, "meterValue": 7},
    "SecurityEventNotification": {"type": {"a": 1}, "timestamp": "2026-03-01T10:00:00Z"},
    "SignCertificate": {"csr": {"a": 1}},
    "SignedFirmwareStatusNotification": {"status": "Perhaps", "requestId": 1},
    "StartTransaction": {"connectorId": "first", "idTag": "T", "meterStart": 0},
    "StatusNotification": {"connectorId": 1, "errorCode": "NoError", "status": "Dancing"},
    "StopTransaction": {"timestamp": "2026-03-01T10:00:00Z"},
}
CODES = {
    "FormationViolation",
    "OccurenceConstraintViolation",
    "PropertyConstraintViolation",
    "TypeConstraintViolation",
}


def connected(gateway: Gateway, registered: Registration) -> Socket:
    """A charger of a registration, with nothing asked of it."""
    station()
    register("CP-1", registered)
    socket = Socket(gateway)
    socket.connect()
    socket.send([2, "first", "Heartbeat", {}])
    for question in socket.commands():
        socket.answer(question, {"configurationKey": []})
    gateway.posted.clear()
    return socket


@pytest.fixture
def accepted(tables: Engine, gateway: Gateway) -> Socket:
    """An accepted charger at a station."""
    return connected(gateway, Registration.ACCEPTED)


def test_there_are_fourteen() -> None:
    assert len(ACTIONS) == 14
    assert set(FULL) == set(ACTIONS)
    assert set(WRONG) | CANNOT_LACK == set(ACTIONS)


@pytest.mark.parametrize("action", ACTIONS)
def test_answered(accepted: Socket, action: str) -> None:
    frame = accepted.call(action, FULL[action])
    assert frame[0] == 3
    assert isinstance(frame[2], dict)


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("registered", [Registration.PENDING, Registration.REJECTED])
def test_sent_by_a_charger_that_may_not_work(
    tables: Engine, gateway: Gateway, registered: Registration, action: str
) -> None:
    """What has happened is taken; everything else is refused (§4.2)."""
    frame = connected(gateway, registered).call(action, FULL[action])
    if action in ALWAYS:
        assert frame[0] == 3
        if action == "BootNotification":
            assert frame[2]["status"] == registered.value
    else:
        assert frame[2] == "SecurityError"


@pytest.mark.parametrize("status", [410, 429, NO_ANSWER])
@pytest.mark.parametrize("action", ACTIONS)
def test_repeated_because_its_answer_was_lost(
    accepted: Socket, gateway: Gateway, action: str, status: int
) -> None:
    gateway.refuse(accepted.connection_id, status)
    accepted.send([2, "lost", action, FULL[action]])
    first = accepted.call(action, FULL[action], "again")
    second = accepted.later(seconds=1).call(action, FULL[action], "and again")
    assert first[0] == second[0] == 3
    if action not in CHANGING:
        assert first[2] == second[2]


@pytest.mark.parametrize("action", sorted(WRONG))
def test_unreadable_is_an_error_that_names_the_field_and_not_what_was_sent(
    accepted: Socket, action: str
) -> None:
    frame = accepted.call(action, WRONG[action])
    assert frame[0] == 4
    assert frame[2] in CODES
    assert 0 < len(frame[3]) <= 255
    assert frame[4] == {}
    assert "Perhaps" not in frame[3]


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("payload", ["text", 7, [1], True])
def test_a_payload_that_is_no_object_is_answered(
    accepted: Socket, action: str, payload: object
) -> None:
    frame = accepted.call(action, payload)
    assert frame[0] == 4
    assert frame[2] == "FormationViolation"


@pytest.mark.parametrize("action", ACTIONS)
def test_without_anything_it_is_answered_all_the_same(accepted: Socket, action: str) -> None:
    frame = accepted.call(action, {})
    assert (frame[0] == 3) or frame[2] in CODES


@pytest.mark.parametrize("action", ACTIONS)
def test_while_a_command_of_ours_waits_for_its_answer(accepted: Socket, action: str) -> None:
    ask(accepted, "ClearCache")
    assert accepted.call(action, FULL[action])[0] == 3
    accepted.answer(accepted.commands()[-1], {"status": "Accepted"})
    assert accepted.row.slot_command_id is None
