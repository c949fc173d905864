"""All 26 commands: done, refused by the charger, never answered, answered oddly, and never sent."""

from datetime import timedelta
from typing import Any

import pytest

from csms.domain.charger import Charger, Registration
from csms.domain.command import Command, CommandState
from csms.domain.command_rules import rule_of
from csms.domain.errors import Invalid, NotFound, Refused
from csms.domain.ids import ChargerId
from csms.ocpp16.commands import COMMANDS
from csms.ocpp16.timestamps import render_time
from csms.ocpp16.violation import ErrorCode
from csms.services.chargers import asking
from csms.services.chargers.asking import Asked
from csms.store import command as command_store
from tests.integration.chargers.asking import CHARGER, ask, sweep
from tests.integration.chargers.charger import Socket, register
from tests.integration.events import START
from tests.integration.gateway import Gateway
from tests.unit.ocpp16.command_examples import LIMIT, MORE_EXAMPLES

SOON = render_time(START + timedelta(minutes=30))
PAYLOADS: dict[str, dict[str, Any]] = {
    **{command.ACTION: dict(payload) for command, payload in MORE_EXAMPLES},
    "ChangeAvailability": {"connectorId": 1, "type": "Inoperative"},
    "ChangeConfiguration": {"key": "MeterValueSampleInterval", "value": "60"},
    "GetConfiguration": {"key": ["MeterValueSampleInterval"]},
    "RemoteStartTransaction": {"connectorId": 1, "idTag": "TAG"},
    "RemoteStopTransaction": {"transactionId": 7},
    "ReserveNow": {"connectorId": 1, "expiryDate": SOON, "idTag": "TAG", "reservationId": 9},
    "TriggerMessage": {"requestedMessage": "Heartbeat"},
}
ACTIONS = sorted(COMMANDS)
# Answers of commands whose answer is another word than Accepted, or more than a word.
DONE: dict[str, Any] = {
    "GetConfiguration": {"configurationKey": []},
    "GetDiagnostics": {"fileName": "a.log"},
    "GetLocalListVersion": {"listVersion": 1},
    "UnlockConnector": {"status": "Unlocked"},
    "UpdateFirmware": {},
}
# The charger's own word for no, by command; where its answer has none, it answers with an error.
NO: dict[str, tuple[str, CommandState]] = {
    "CancelReservation": ("Rejected", CommandState.REJECTED),
    "CertificateSigned": ("Rejected", CommandState.REJECTED),
    "ChangeAvailability": ("Rejected", CommandState.REJECTED),
    "ChangeConfiguration": ("NotSupported", CommandState.NOT_SUPPORTED),
    "ClearCache": ("Rejected", CommandState.REJECTED),
    "ClearChargingProfile": ("Unknown", CommandState.REJECTED),
    "DataTransfer": ("UnknownVendorId", CommandState.REJECTED),
    "DeleteCertificate": ("Failed", CommandState.REJECTED),
    "ExtendedTriggerMessage": ("NotImplemented", CommandState.NOT_SUPPORTED),
    "GetCompositeSchedule": ("Rejected", CommandState.REJECTED),
    "GetInstalledCertificateIds": ("NotFound", CommandState.ACCEPTED),  # it tells that it has none
    "GetLog": ("Rejected", CommandState.REJECTED),
    "InstallCertificate": ("Failed", CommandState.REJECTED),
    "RemoteStartTransaction": ("Rejected", CommandState.REJECTED),
    "RemoteStopTransaction": ("Rejected", CommandState.REJECTED),
    "ReserveNow": ("Occupied", CommandState.REJECTED),
    "Reset": ("Rejected", CommandState.REJECTED),
    "SetChargingProfile": ("NotSupported", CommandState.NOT_SUPPORTED),
    "SignedUpdateFirmware": ("InvalidCertificate", CommandState.REJECTED),
    "TriggerMessage": ("NotImplemented", CommandState.NOT_SUPPORTED),
    "UnlockConnector": ("UnlockFailed", CommandState.REJECTED),
}
SILENT_NO = {"GetConfiguration", "GetDiagnostics", "GetLocalListVersion", "UpdateFirmware"}
# Whatever its state means elsewhere, this one may begin again by itself.
GOES_ON = {"SendLocalList"}
WRONG: dict[str, dict[str, Any]] = {
    "CancelReservation": {"reservationId": "seven"},
    "CertificateSigned": {"certificateChain": "x" * 10_001},
    "ChangeAvailability": {"connectorId": 1, "type": "Broken"},
    "ChangeConfiguration": {"key": "k" * 51, "value": "1"},
    "ClearCache": {"surprise": 1},
    "ClearChargingProfile": {"stackLevel": "high"},
    "DataTransfer": {"messageId": "m"},
    "DeleteCertificate": {"certificateHashData": {}},
    "ExtendedTriggerMessage": {"requestedMessage": "Nonsense"},
    "GetCompositeSchedule": {"connectorId": 1},
    "GetConfiguration": {"key": "A"},
    "GetDiagnostics": {"location": 7},
    "GetInstalledCertificateIds": {"certificateType": "Mine"},
    "GetLocalListVersion": {"surprise": 1},
    "GetLog": {"logType": "Diary", "requestId": 1, "log": {"remoteLocation": "https://x/"}},
    "InstallCertificate": {"certificateType": "ManufacturerRootCertificate"},
    "RemoteStartTransaction": {"connectorId": 1},
    "RemoteStopTransaction": {"transactionId": "7"},
    "ReserveNow": {"connectorId": 1, "idTag": "TAG", "reservationId": 9},
    "Reset": {"type": "Gentle"},
    "SendLocalList": {"listVersion": 1, "updateType": "Partial"},
    "SetChargingProfile": {"connectorId": 1, "csChargingProfiles": {}},
    "SignedUpdateFirmware": {"requestId": 1, "firmware": {"location": "https://x/"}},
    "TriggerMessage": {"requestedMessage": "Nonsense"},
    "UnlockConnector": {"connectorId": 1.5},
    "UpdateFirmware": {"location": "https://x/"},
}


def asked(socket: Socket, action: str) -> Command:
    command = ask(socket, action, confirmed=True, **PAYLOADS[action])
    assert command.state is CommandState.SENT
    assert socket.commands()[-1][2] == action
    return command


def ended(command: Command) -> Command:
    return command_store.get(command.charger_id, command.command_id)


def assert_free(socket: Socket) -> None:
    """The next command goes out."""
    assert socket.row.slot_command_id is None
    assert ask(socket, "ClearCache").state is CommandState.SENT


def test_there_are_twenty_six() -> None:
    assert len(ACTIONS) == 26
    assert set(PAYLOADS) == set(WRONG) == set(ACTIONS)
    assert set(NO) | SILENT_NO | GOES_ON == set(ACTIONS)


@pytest.mark.parametrize("action", ACTIONS)
def test_done(socket: Socket, action: str) -> None:
    command = asked(socket, action)
    assert socket.commands()[-1][3] == PAYLOADS[action]
    socket.answer(socket.commands()[-1], DONE.get(action, {"status": "Accepted"}))
    assert ended(command).state is CommandState.ACCEPTED
    assert_free(socket)


@pytest.mark.parametrize("action", sorted(NO))
def test_refused_by_the_charger(socket: Socket, action: str) -> None:
    word, state = NO[action]
    command = asked(socket, action)
    socket.answer(socket.commands()[-1], {"status": word})
    assert (ended(command).state, ended(command).outcome) == (state, word)
    assert_free(socket)


def test_a_local_list_that_is_refused_begins_anew(socket: Socket) -> None:
    command = asked(socket, "SendLocalList")
    socket.answer(socket.commands()[-1], {"status": "Failed"})
    assert ended(command).state is CommandState.REJECTED


@pytest.mark.parametrize("action", ACTIONS)
def test_not_offered_by_the_charger(socket: Socket, action: str) -> None:
    command = asked(socket, action)
    socket.send([4, socket.commands()[-1][1], "NotSupported", "no", {}])
    assert ended(command).state is CommandState.NOT_SUPPORTED
    assert_free(socket)


@pytest.mark.parametrize("action", ACTIONS)
def test_never_answered(socket: Socket, action: str) -> None:
    command = asked(socket, action)
    patience = rule_of(action).answer_timeout
    socket.now += patience + timedelta(seconds=1)
    sweep(socket)
    assert ended(command).state is CommandState.TIMED_OUT
    assert_free(socket)
    late = DONE.get(action, {"status": "Accepted"})
    socket.answer([2, command.command_id], late)
    assert ended(command).state is CommandState.TIMED_OUT


@pytest.mark.parametrize("action", ACTIONS)
def test_answered_with_something_else(socket: Socket, action: str) -> None:
    command = asked(socket, action)
    socket.answer(socket.commands()[-1], [7])
    nothing_needed = action in ("GetConfiguration", "GetDiagnostics", "UpdateFirmware")
    expected = CommandState.ACCEPTED if nothing_needed else CommandState.ERROR
    assert ended(command).state is expected
    assert_free(socket)


@pytest.mark.parametrize("action", sorted(NO))
def test_answered_with_an_unknown_word(socket: Socket, action: str) -> None:
    command = asked(socket, action)
    socket.answer(socket.commands()[-1], {"status": "Perhaps"})
    assert ended(command).state is CommandState.ERROR
    assert_free(socket)


@pytest.mark.parametrize("action", ACTIONS)
def test_answered_twice(socket: Socket, action: str) -> None:
    command = asked(socket, action)
    frame = socket.commands()[-1]
    socket.answer(frame, DONE.get(action, {"status": "Accepted"}))
    socket.send([4, frame[1], "InternalError", "again", {}])
    assert ended(command).state is CommandState.ACCEPTED
    assert_free(socket)


@pytest.mark.parametrize("action", ACTIONS)
def test_asked_of_a_charger_that_leaves_before_it_answers(
    socket: Socket, gateway: Gateway, action: str
) -> None:
    command = asked(socket, action)
    back = Socket(gateway, connected_at=socket.now + timedelta(seconds=5))
    back.connect()
    expected = (
        CommandState.ACCEPTED
        if action in ("Reset", "SignedUpdateFirmware", "UpdateFirmware")
        else CommandState.OFFLINE
    )
    assert ended(command).state is expected
    assert back.row.slot_command_id is None


@pytest.mark.parametrize("action", ACTIONS)
def test_crossed_by_a_call_of_the_charger(socket: Socket, action: str) -> None:
    command = asked(socket, action)
    assert socket.ask("Authorize", {"idTag": "TAG"})["idTagInfo"]
    assert ended(command).state is CommandState.SENT
    socket.answer(socket.commands()[-1], DONE.get(action, {"status": "Accepted"}))
    assert ended(command).state is CommandState.ACCEPTED


@pytest.mark.parametrize("action", ACTIONS)
def test_what_is_wrong_is_not_sent(socket: Socket, action: str) -> None:
    with pytest.raises(Invalid) as invalid:
        ask(socket, action, **WRONG[action])
    assert invalid.value.message
    assert socket.commands() == []
    assert socket.row.slot_command_id is None


@pytest.mark.parametrize("action", ACTIONS)
def test_asked_of_nobody(charger: Charger, action: str) -> None:
    with pytest.raises(NotFound):
        asking.ask(Asked(ChargerId("cp-9"), action, PAYLOADS[action], "admin"), START)


@pytest.mark.parametrize("action", ACTIONS)
def test_asked_of_a_disabled_charger(charger: Charger, action: str) -> None:
    register("CP-2", Registration.REJECTED)
    with pytest.raises(Refused) as refused:
        asking.ask(Asked(ChargerId("cp-2"), action, PAYLOADS[action], "admin"), START)
    assert refused.value.reason == "charger-disabled"
    assert not command_store.list_queue(ChargerId("cp-2"), 10)


@pytest.mark.parametrize("action", ACTIONS)
def test_asked_of_a_charger_that_is_away(charger: Charger, gateway: Gateway, action: str) -> None:
    away = Socket(gateway)
    command = ask(away, action, confirmed=True, **PAYLOADS[action])
    assert command.state is CommandState.QUEUED
    away.now += rule_of(action).time_to_live + timedelta(seconds=1)
    sweep(away)
    assert ended(command).state is CommandState.EXPIRED


@pytest.mark.parametrize("code", [*ErrorCode, "FormatViolation", "Nonsense", ""])
def test_an_error_of_every_code_ends_it(socket: Socket, code: str) -> None:
    command = asked(socket, "ClearCache")
    socket.send([4, socket.commands()[-1][1], str(code), "", {}])
    unsupported = code in (ErrorCode.NOT_IMPLEMENTED, ErrorCode.NOT_SUPPORTED)
    expected = CommandState.NOT_SUPPORTED if unsupported else CommandState.ERROR
    assert (ended(command).state, ended(command).outcome) == (expected, code or "GenericError")
    assert_free(socket)


def test_a_profile_of_a_thousand_periods(socket: Socket) -> None:
    """Sent where the charger told no bound; refused with its bound where it did."""
    periods = [{"startPeriod": 60 * n, "limit": 16} for n in range(1000)]
    schedule = {"chargingRateUnit": "A", "chargingSchedulePeriod": periods}
    profile = {**LIMIT, "chargingSchedule": schedule}
    payload: dict[str, Any] = {"connectorId": 1, "csChargingProfiles": profile}
    command = ask(socket, "SetChargingProfile", **payload)
    assert socket.commands()[-1][3] == payload
    socket.answer(socket.commands()[-1], {"status": "Accepted"})
    assert ended(command).state is CommandState.ACCEPTED
    told = [{"key": "ChargingScheduleMaxPeriods", "readonly": True, "value": "24"}]
    ask(socket, "GetConfiguration", key=["ChargingScheduleMaxPeriods"])
    socket.answer(socket.commands()[-1], {"configurationKey": told})
    with pytest.raises(Refused) as refused:
        ask(socket, "SetChargingProfile", **payload)
    assert "24" in refused.value.message
    assert socket.charger_id == CHARGER
