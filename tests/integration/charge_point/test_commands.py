"""What the charger does with each command of the central system, and when it says no."""

from typing import Any

import pytest

from simulators.charge_point.commands.table import COMMANDS
from simulators.charge_point.profile import Profile
from simulators.charge_point.steps import AwaitDelivery, PlugIn, PresentTag, Unplug, Wait
from tests.integration.charge_point.central_system import CentralSystem
from tests.integration.charge_point.conftest import Build
from tests.integration.charge_point.stories import booted, charging, play

pytestmark = pytest.mark.anyio

PROFILE = {
    "chargingProfileId": 1,
    "stackLevel": 1,
    "chargingProfilePurpose": "TxProfile",
    "chargingProfileKind": "Relative",
    "chargingSchedule": {
        "chargingRateUnit": "W",
        "chargingSchedulePeriod": [{"startPeriod": 0, "limit": 6000}],
    },
}
HASH = {
    "hashAlgorithm": "SHA256",
    "issuerNameHash": "a",
    "issuerKeyHash": "b",
    "serialNumber": "1",
}
LATER = "2026-03-01T11:00:00Z"
FIRMWARE = {
    "location": "http://127.0.0.1:9/f",
    "retrieveDateTime": LATER,
    "signingCertificate": "none",
    "signature": "x",
}

IDLE_CASES: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("CancelReservation", {"reservationId": 1}, {"status": "Rejected"}),
    ("CertificateSigned", {"certificateChain": "no PEM"}, {"status": "Rejected"}),
    ("ChangeAvailability", {"connectorId": 1, "type": "Inoperative"}, {"status": "Accepted"}),
    ("ChangeAvailability", {"connectorId": 9, "type": "Inoperative"}, {"status": "Rejected"}),
    ("ChangeConfiguration", {"key": "BlinkRepeat", "value": "4"}, {"status": "Accepted"}),
    ("ChangeConfiguration", {"key": "BlinkRepeat", "value": "-4"}, {"status": "Rejected"}),
    ("ChangeConfiguration", {"key": "NumberOfConnectors", "value": "4"}, {"status": "Rejected"}),
    ("ChangeConfiguration", {"key": "NoSuchKey", "value": "4"}, {"status": "NotSupported"}),
    ("ChangeConfiguration", {"key": "SecurityProfile", "value": "2"}, {"status": "RebootRequired"}),
    ("ClearCache", {}, {"status": "Accepted"}),
    ("ClearChargingProfile", {"id": 1}, {"status": "Unknown"}),
    ("DataTransfer", {"vendorId": "Stranger"}, {"status": "UnknownVendorId"}),
    ("DataTransfer", {"vendorId": "Simulated"}, {"status": "UnknownMessageId"}),
    ("DeleteCertificate", {"certificateHashData": HASH}, {"status": "NotFound"}),
    ("GetCompositeSchedule", {"connectorId": 7, "duration": 60}, {"status": "Rejected"}),
    (
        "GetConfiguration",
        {"key": ["NoSuchKey"]},
        {"configurationKey": [], "unknownKey": ["NoSuchKey"]},
    ),
    ("GetDiagnostics", {"location": "http://127.0.0.1:9/d/"}, {"fileName": "CP1-diagnostics.txt"}),
    (
        "GetInstalledCertificateIds",
        {"certificateType": "CentralSystemRootCertificate"},
        {"status": "NotFound"},
    ),
    ("GetLocalListVersion", {}, {"listVersion": 0}),
    (
        "InstallCertificate",
        {"certificateType": "CentralSystemRootCertificate", "certificate": "no PEM"},
        {"status": "Rejected"},
    ),
    ("RemoteStartTransaction", {"idTag": "TAG", "connectorId": 1}, {"status": "Accepted"}),
    ("RemoteStartTransaction", {"idTag": "TAG", "connectorId": 2}, {"status": "Rejected"}),
    ("RemoteStopTransaction", {"transactionId": 1}, {"status": "Rejected"}),
    (
        "ReserveNow",
        {"connectorId": 1, "expiryDate": LATER, "idTag": "TAG", "reservationId": 1},
        {"status": "Accepted"},
    ),
    ("Reset", {"type": "Soft"}, {"status": "Accepted"}),
    (
        "SendLocalList",
        {"listVersion": 1, "updateType": "Differential", "localAuthorizationList": []},
        {"status": "Accepted"},
    ),
    (
        "SendLocalList",
        {"listVersion": 0, "updateType": "Full", "localAuthorizationList": []},
        {"status": "Failed"},
    ),
    (
        "SetChargingProfile",
        {"connectorId": 1, "csChargingProfiles": PROFILE},
        {"status": "Rejected"},
    ),
    (
        "SignedUpdateFirmware",
        {"requestId": 1, "firmware": FIRMWARE},
        {"status": "InvalidCertificate"},
    ),
    ("TriggerMessage", {"requestedMessage": "Heartbeat"}, {"status": "Accepted"}),
    (
        "TriggerMessage",
        {"requestedMessage": "StatusNotification", "connectorId": 9},
        {"status": "Rejected"},
    ),
    ("ExtendedTriggerMessage", {"requestedMessage": "Heartbeat"}, {"status": "Accepted"}),
    ("UnlockConnector", {"connectorId": 1}, {"status": "Unlocked"}),
    ("UnlockConnector", {"connectorId": 5}, {"status": "NotSupported"}),
    ("UpdateFirmware", {"location": "http://127.0.0.1:9/f", "retrieveDate": LATER}, {}),
]


@pytest.mark.parametrize(("action", "payload", "answer"), IDLE_CASES)
async def test_an_idle_charger_answers(
    central: CentralSystem, build: Build, action: str, payload: dict[str, Any], answer: object
) -> None:
    await booted(build())

    assert await central.command(action, payload) == [3, "cmd-1", answer]


def test_every_command_of_the_specification_is_known() -> None:
    tried = {action for action, _, _ in IDLE_CASES} | {"GetLog"}

    assert set(COMMANDS) == tried
    assert len(COMMANDS) == 26


async def test_all_configuration_comes_without_secrets(
    central: CentralSystem, build: Build
) -> None:
    await booted(build(AuthorizationKey="0123456789abcdef"))

    answer = await central.command("GetConfiguration", {})

    keys = {entry["key"]: entry for entry in answer[2]["configurationKey"]}
    assert keys["HeartbeatInterval"] == {
        "key": "HeartbeatInterval",
        "readonly": False,
        "value": "300",
    }
    assert "value" not in keys["AuthorizationKey"]
    assert keys["NumberOfConnectors"]["readonly"] is True


async def test_a_remote_session_runs_and_ends(central: CentralSystem, build: Build) -> None:
    simulation = await booted(build())
    await play(simulation, PlugIn())

    await central.command("RemoteStartTransaction", {"idTag": "VIRTUAL"}, "start")
    await play(simulation, Wait(600))
    await central.command("RemoteStopTransaction", {"transactionId": 101}, "stop")
    await play(simulation, AwaitDelivery())

    assert central.received("StartTransaction")[0]["idTag"] == "VIRTUAL"
    (stop,) = central.received("StopTransaction")
    assert stop["reason"] == "Remote"
    assert "idTag" not in stop
    assert "Authorize" not in central.actions


async def test_a_remote_start_is_authorised_first_if_configured(
    central: CentralSystem, build: Build
) -> None:
    simulation = await booted(build(AuthorizeRemoteTxRequests="true"))
    await play(simulation, PlugIn())

    await central.command("RemoteStartTransaction", {"idTag": "VIRTUAL"})
    await play(simulation, Wait(5))

    assert central.received("Authorize") == [{"idTag": "VIRTUAL"}]
    assert central.received("StartTransaction")


@pytest.mark.parametrize(
    ("change", "taken"),
    [
        ({}, True),
        ({"transactionId": 3}, False),
        ({"chargingProfilePurpose": "TxDefaultProfile"}, False),
    ],
)
async def test_a_remote_start_takes_only_a_profile_for_its_own_transaction(
    central: CentralSystem, build: Build, change: dict[str, Any], *, taken: bool
) -> None:
    simulation = await booted(build())
    await play(simulation, PlugIn())
    payload = {"idTag": "VIRTUAL", "chargingProfile": PROFILE | change}

    answer = await central.command("RemoteStartTransaction", payload)
    await play(simulation, Wait(3600))

    assert answer[2]["status"] == ("Accepted" if taken else "Rejected")
    assert simulation.charger.device.connectors[1].meter.energy_wh == (6_000 if taken else 0)


async def test_availability_waits_for_the_end_of_a_transaction(
    central: CentralSystem, build: Build
) -> None:
    simulation = await charging(build())

    answer = await central.command("ChangeAvailability", {"connectorId": 0, "type": "Inoperative"})
    assert answer[2] == {"status": "Scheduled"}
    states = [c.status for c in simulation.charger.device.connectors.values()]
    assert states == ["Available", "Charging"]
    await play(simulation, PresentTag(), Unplug(), Wait(1))

    last_two = central.received("StatusNotification")[-2:]
    assert {(told["connectorId"], told["status"]) for told in last_two} == {
        (0, "Unavailable"),
        (1, "Unavailable"),
    }


async def test_a_soft_reset_delivers_before_the_reboot(
    central: CentralSystem, build: Build
) -> None:
    simulation = await charging(build())

    await central.command("Reset", {"type": "Soft"})
    await play(simulation, Wait(30))

    assert central.received("StopTransaction")[0]["reason"] == "SoftReset"
    order = [a for a in central.actions if a in {"BootNotification", "StopTransaction"}]
    assert order == ["BootNotification", "StopTransaction", "BootNotification"]


async def test_a_hard_reset_delivers_after_the_reboot(central: CentralSystem, build: Build) -> None:
    simulation = await charging(build())

    await central.command("Reset", {"type": "Hard"})
    await play(simulation, Wait(30))

    assert central.received("StopTransaction")[0]["reason"] == "HardReset"
    assert simulation.charger.boots == 2


async def test_unlocking_ends_the_transaction(central: CentralSystem, build: Build) -> None:
    simulation = await charging(build())

    await central.command("UnlockConnector", {"connectorId": 1})
    await play(simulation, AwaitDelivery())

    assert central.received("StopTransaction")[0]["reason"] == "UnlockCommand"


async def test_a_fixed_cable_cannot_be_unlocked(central: CentralSystem, build: Build) -> None:
    await booted(build(profile=Profile(fixed_cable=True)))

    answer = await central.command("UnlockConnector", {"connectorId": 1})

    assert answer[2] == {"status": "NotSupported"}


async def test_a_reserved_connector_serves_only_its_driver(
    central: CentralSystem, build: Build
) -> None:
    simulation = await booted(build())
    payload = {"connectorId": 1, "expiryDate": LATER, "idTag": "ANNA", "reservationId": 8}
    await central.command("ReserveNow", payload)
    await play(simulation, PresentTag(tag="BEN"), PlugIn(), Wait(5))
    assert central.received("StartTransaction") == []

    await play(simulation, PresentTag(tag="anna"), Wait(5))

    assert central.received("StartTransaction")[0]["reservationId"] == 8


async def test_a_reservation_expires(central: CentralSystem, build: Build) -> None:
    simulation = await booted(build())
    payload = {"connectorId": 1, "expiryDate": LATER, "idTag": "ANNA", "reservationId": 8}
    await central.command("ReserveNow", payload)

    await play(simulation, Wait(3700))

    states = [s for n, s in simulation.charger.device.status.history if n == 1]
    assert states[-2:] == ["Reserved", "Available"]


async def test_a_limit_is_felt_at_once_and_lifted_again(
    central: CentralSystem, build: Build
) -> None:
    simulation = await charging(build(), seconds=0)
    limit = PROFILE | {"chargingProfilePurpose": "TxProfile", "transactionId": 101}
    await central.command(
        "SetChargingProfile", {"connectorId": 1, "csChargingProfiles": limit}, "set"
    )
    await play(simulation, Wait(3600))
    assert simulation.charger.device.connectors[1].meter.energy_wh == 6_000

    await central.command("ClearChargingProfile", {"id": 1}, "clear")
    await play(simulation, Wait(3600))
    assert simulation.charger.device.connectors[1].meter.energy_wh == 17_000


async def test_a_composite_schedule_shows_the_limit(central: CentralSystem, build: Build) -> None:
    await charging(build(), seconds=0)
    schedule = {
        "chargingRateUnit": "A",
        "chargingSchedulePeriod": [
            {"startPeriod": 0, "limit": 16},
            {"startPeriod": 120, "limit": 6.5},
        ],
    }
    limit = PROFILE | {"chargingSchedule": schedule}
    await central.command(
        "SetChargingProfile", {"connectorId": 1, "csChargingProfiles": limit}, "set"
    )

    answer = await central.command("GetCompositeSchedule", {"connectorId": 1, "duration": 240})

    assert answer[2]["chargingSchedule"]["chargingSchedulePeriod"] == [
        {"startPeriod": 0, "limit": 11_040},
        {"startPeriod": 120, "limit": 4_485},
    ]


@pytest.mark.parametrize(
    ("message", "action"),
    [
        ("BootNotification", "BootNotification"),
        ("Heartbeat", "Heartbeat"),
        ("StatusNotification", "StatusNotification"),
        ("MeterValues", "MeterValues"),
        ("FirmwareStatusNotification", "FirmwareStatusNotification"),
        ("DiagnosticsStatusNotification", "DiagnosticsStatusNotification"),
    ],
)
async def test_a_triggered_message_follows_the_answer(
    central: CentralSystem, build: Build, message: str, action: str
) -> None:
    simulation = await booted(build())
    central.calls.clear()

    await central.command("TriggerMessage", {"requestedMessage": message})
    await play(simulation, Wait(1))

    assert set(central.actions) == {action}


async def test_a_certificate_is_asked_for_when_triggered(
    central: CentralSystem, build: Build
) -> None:
    simulation = await booted(build())

    await central.command(
        "ExtendedTriggerMessage", {"requestedMessage": "SignChargePointCertificate"}
    )
    await play(simulation, Wait(1))

    assert "CERTIFICATE REQUEST" in central.received("SignCertificate")[0]["csr"]
