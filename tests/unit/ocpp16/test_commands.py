"""Commands: what is sent, and what the answers mean."""

from decimal import Decimal
from typing import Any

import pytest
from ocpp.messages import MessageType, get_validator

from csms.domain.charger import Availability
from csms.domain.command import CommandState
from csms.domain.ids import ConnectorId, TransactionId
from csms.ocpp16._validators import sent
from csms.ocpp16.answer import error_answer
from csms.ocpp16.commands import COMMANDS, Command, check, read_answer
from csms.ocpp16.commands import command as find_command
from csms.ocpp16.commands.change_availability import ChangeAvailability
from csms.ocpp16.commands.change_configuration import ChangeConfiguration
from csms.ocpp16.commands.get_configuration import (
    ConfigurationAnswer,
    ConfigurationKey,
    GetConfiguration,
)
from csms.ocpp16.commands.remote_start_transaction import RemoteStartTransaction
from csms.ocpp16.commands.remote_stop_transaction import RemoteStopTransaction
from csms.ocpp16.commands.trigger_message import MessageTrigger, TriggerMessage
from tests.unit.ocpp16.command_examples import MORE_EXAMPLES

PROFILE: dict[str, Any] = {
    "chargingProfileId": 1,
    "stackLevel": 0,
    "chargingProfilePurpose": "TxProfile",
    "chargingProfileKind": "Relative",
    "chargingSchedule": {
        "chargingRateUnit": "A",
        "chargingSchedulePeriod": [{"startPeriod": 0, "limit": 16}],
    },
}
EXAMPLES: list[tuple[Command, dict[str, object]]] = [
    (
        ChangeAvailability(ConnectorId(1), Availability.INOPERATIVE),
        {"connectorId": 1, "type": "Inoperative"},
    ),
    (
        ChangeAvailability(ConnectorId(0), Availability.OPERATIVE),
        {"connectorId": 0, "type": "Operative"},
    ),
    (
        ChangeConfiguration("HeartbeatInterval", "300"),
        {"key": "HeartbeatInterval", "value": "300"},
    ),
    (GetConfiguration(), {}),
    (GetConfiguration(("A", "B")), {"key": ["A", "B"]}),
    (RemoteStartTransaction("TAG"), {"idTag": "TAG"}),
    (RemoteStartTransaction("TAG", ConnectorId(2)), {"idTag": "TAG", "connectorId": 2}),
    (
        RemoteStartTransaction("TAG", ConnectorId(2), PROFILE),
        {"idTag": "TAG", "connectorId": 2, "chargingProfile": PROFILE},
    ),
    (RemoteStopTransaction(TransactionId(7)), {"transactionId": 7}),
    (TriggerMessage(MessageTrigger.HEARTBEAT), {"requestedMessage": "Heartbeat"}),
    (
        TriggerMessage(MessageTrigger.STATUS_NOTIFICATION, ConnectorId(1)),
        {"requestedMessage": "StatusNotification", "connectorId": 1},
    ),
    *MORE_EXAMPLES,
]


@pytest.mark.parametrize(("command", "payload"), EXAMPLES)
def test_a_payload_fits_its_schema_and_comes_back(
    command: Command, payload: dict[str, object]
) -> None:
    assert command.payload() == payload
    assert check(command.ACTION, command.payload()) is None
    get_validator(MessageType.Call, command.ACTION, "1.6").validate(command.payload())
    assert find_command(command.ACTION).from_payload(payload) == command


def test_every_command_has_an_example() -> None:
    assert {command.ACTION for command, _ in EXAMPLES} == set(COMMANDS) <= set(sent.REQUESTS)


@pytest.mark.parametrize(
    ("action", "payload"),
    [
        ("RemoteStartTransaction", {"idTag": "x" * 21}),
        ("RemoteStartTransaction", {}),
        ("ChangeConfiguration", {"key": "x" * 51, "value": ""}),
        ("ChangeAvailability", {"connectorId": -1, "type": "Operative"}),
        ("ChangeAvailability", {"connectorId": 1, "type": "Maybe"}),
        ("TriggerMessage", {"requestedMessage": "Heartbeat", "more": 1}),
    ],
)
def test_a_payload_that_does_not_fit_is_not_sent(action: str, payload: dict[str, object]) -> None:
    assert check(action, payload) is not None


def limited(limit: object) -> dict[str, Any]:
    schedule = PROFILE["chargingSchedule"] | {
        "chargingSchedulePeriod": [{"startPeriod": 0, "limit": limit}]
    }
    return {"idTag": "A", "chargingProfile": PROFILE | {"chargingSchedule": schedule}}


@pytest.mark.parametrize("limit", ["21.4", "0.1", "0.3", "16", "16.0", "22000.7", "999999999.9"])
def test_one_decimal_is_exact(limit: str) -> None:
    assert check("RemoteStartTransaction", limited(Decimal(limit))) is None


@pytest.mark.parametrize("limit", ["21.44", "0.05", "1e-30", "1e999999", "1000000000.1"])
def test_more_than_one_decimal_is_refused(limit: str) -> None:
    assert check("RemoteStartTransaction", limited(Decimal(limit))) is not None


@pytest.mark.parametrize(
    ("action", "status", "state"),
    [
        ("ChangeAvailability", "Accepted", CommandState.ACCEPTED),
        ("ChangeAvailability", "Scheduled", CommandState.ACCEPTED),
        ("ChangeAvailability", "Rejected", CommandState.REJECTED),
        ("ChangeConfiguration", "Accepted", CommandState.ACCEPTED),
        ("ChangeConfiguration", "RebootRequired", CommandState.ACCEPTED),
        ("ChangeConfiguration", "Rejected", CommandState.REJECTED),
        ("ChangeConfiguration", "NotSupported", CommandState.NOT_SUPPORTED),
        ("RemoteStartTransaction", "Accepted", CommandState.ACCEPTED),
        ("RemoteStartTransaction", "Rejected", CommandState.REJECTED),
        ("RemoteStopTransaction", "Accepted", CommandState.ACCEPTED),
        ("RemoteStopTransaction", "Rejected", CommandState.REJECTED),
        ("TriggerMessage", "Accepted", CommandState.ACCEPTED),
        ("TriggerMessage", "Rejected", CommandState.REJECTED),
        ("TriggerMessage", "NotImplemented", CommandState.NOT_SUPPORTED),
        ("Reset", "Accepted", CommandState.ACCEPTED),
        ("Reset", "Rejected", CommandState.REJECTED),
        ("UnlockConnector", "Unlocked", CommandState.ACCEPTED),
        ("UnlockConnector", "UnlockFailed", CommandState.REJECTED),
        ("UnlockConnector", "NotSupported", CommandState.NOT_SUPPORTED),
        ("ClearCache", "Rejected", CommandState.REJECTED),
        ("DataTransfer", "UnknownVendorId", CommandState.REJECTED),
        ("SendLocalList", "Failed", CommandState.REJECTED),
        ("SendLocalList", "VersionMismatch", CommandState.REJECTED),
        ("SendLocalList", "NotSupported", CommandState.NOT_SUPPORTED),
        ("ReserveNow", "Occupied", CommandState.REJECTED),
        ("ReserveNow", "Faulted", CommandState.REJECTED),
        ("CancelReservation", "Rejected", CommandState.REJECTED),
        ("SetChargingProfile", "NotSupported", CommandState.NOT_SUPPORTED),
        ("ClearChargingProfile", "Unknown", CommandState.REJECTED),
        ("GetCompositeSchedule", "Rejected", CommandState.REJECTED),
        ("CertificateSigned", "Rejected", CommandState.REJECTED),
        ("DeleteCertificate", "NotFound", CommandState.REJECTED),
        ("InstallCertificate", "Failed", CommandState.REJECTED),
        ("ExtendedTriggerMessage", "NotImplemented", CommandState.NOT_SUPPORTED),
        ("GetLog", "AcceptedCanceled", CommandState.ACCEPTED),
        ("SignedUpdateFirmware", "InvalidCertificate", CommandState.REJECTED),
    ],
)
def test_the_status_says_how_it_ended(action: str, status: str, state: CommandState) -> None:
    answer = read_answer(action, {"status": status})

    assert (answer.state, answer.status, answer.deviations) == (state, status, ())


# Their answers may be empty.
WITHOUT_STATUS = {"GetConfiguration", "GetDiagnostics", "UpdateFirmware"}


@pytest.mark.parametrize("action", sorted(set(COMMANDS) - WITHOUT_STATUS))
def test_an_answer_beyond_understanding_is_an_error(action: str) -> None:
    answer = read_answer(action, {})

    assert answer.state is CommandState.ERROR
    missing = "listVersion" if action == "GetLocalListVersion" else "status"
    assert answer.reason == f"{missing} is missing"


@pytest.mark.parametrize(
    ("action", "payload", "state", "status"),
    [
        ("UpdateFirmware", {}, CommandState.ACCEPTED, "Accepted"),
        ("GetDiagnostics", {"fileName": "a.log"}, CommandState.ACCEPTED, "a.log"),
        ("GetDiagnostics", {}, CommandState.ACCEPTED, "NoFile"),
        ("GetLocalListVersion", {"listVersion": 4}, CommandState.ACCEPTED, "4"),
        ("GetLocalListVersion", {"listVersion": -1}, CommandState.NOT_SUPPORTED, "-1"),
        (
            "GetInstalledCertificateIds",
            {"status": "NotFound"},
            CommandState.ACCEPTED,
            "NotFound",
        ),
    ],
)
def test_answers_that_are_more_than_a_status(
    action: str, payload: dict[str, Any], state: CommandState, status: str
) -> None:
    answer = read_answer(action, payload)

    assert (answer.state, answer.status) == (state, status)


def test_a_mended_answer_carries_its_deviations() -> None:
    answer = read_answer("TriggerMessage", {"status": "accepted"})

    assert answer.state is CommandState.ACCEPTED
    assert [found.code for found in answer.deviations] == ["word-spelling"]


def test_a_configuration_is_read() -> None:
    answer = read_answer(
        "GetConfiguration",
        {
            "configurationKey": [
                {"key": "HeartbeatInterval", "readonly": False, "value": "300"},
                {"key": "NumberOfConnectors", "readonly": True},
            ],
            "unknownKey": ["Foo"],
        },
    )

    assert answer == ConfigurationAnswer(
        CommandState.ACCEPTED,
        "Accepted",
        entries=(
            ConfigurationKey("HeartbeatInterval", "300", is_read_only=False),
            ConfigurationKey("NumberOfConnectors", None, is_read_only=True),
        ),
        unknown_keys=("Foo",),
    )


def test_a_configuration_without_keys_is_an_answer() -> None:
    assert read_answer("GetConfiguration", {}).state is CommandState.ACCEPTED


def test_a_mended_configuration_keeps_what_can_be_read() -> None:
    answer = read_answer(
        "GetConfiguration",
        {"configurationKey": [{"key": "A", "readonly": "false", "value": 3}, {"value": "x"}]},
    )

    assert isinstance(answer, ConfigurationAnswer)
    assert answer.entries == (ConfigurationKey("A", "3", is_read_only=False),)
    assert answer.deviations


@pytest.mark.parametrize(
    ("code", "state"),
    [
        ("NotImplemented", CommandState.NOT_SUPPORTED),
        ("NotSupported", CommandState.NOT_SUPPORTED),
        ("InternalError", CommandState.ERROR),
        ("VendorCode", CommandState.ERROR),
    ],
)
def test_a_callerror_says_how_it_ended(code: str, state: CommandState) -> None:
    answer = error_answer(code, "because")

    assert (answer.state, answer.status, answer.reason) == (state, code, "because")
