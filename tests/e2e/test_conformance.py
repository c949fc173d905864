"""Flows of the compliance list over real sockets; `docs/conformance.md` says which case is where.

Whatever the charger sends must be answered with a result: `Stage.charger` holds every frame against
that.
"""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from simulators.aws.certificate_authority import kept_authority
from simulators.charge_point.assembly import Simulation
from simulators.charge_point.behaviour import Behaviour, Manner
from simulators.charge_point.steps import (
    AwaitDelivery,
    PlugIn,
    PresentTag,
    Raw,
    Unplug,
    Wait,
)
from tests.e2e.stage import ANSWER_S, Stage, booted
from tests.e2e.system import System

pytestmark = pytest.mark.anyio

SIGNED_S = 90
"""Requests are looked at every minute."""
LIMIT: dict[str, Any] = {
    "chargingProfileId": 1,
    "stackLevel": 0,
    "chargingProfilePurpose": "TxDefaultProfile",
    "chargingProfileKind": "Relative",
    "chargingSchedule": {
        "chargingRateUnit": "A",
        "chargingSchedulePeriod": [{"startPeriod": 0, "limit": 6.5}],
    },
}


@pytest.fixture
def root(tmp_path: Path) -> str:
    """A root as a vendor or an operator has one."""
    body = kept_authority(tmp_path / "root").certificate
    return f"-----BEGIN CERTIFICATE-----\n{body}\n-----END CERTIFICATE-----\n"


@pytest.fixture
def anyio_backend() -> str:
    """Chargers run on asyncio."""
    return "asyncio"


async def send(stage: Stage, action: str, **payload: object) -> tuple[str, str]:
    """Send a command; its state and the charger's word."""
    told = await stage.command("commands", action=action, payload=payload)
    return told["state"], told["outcome"]


async def confirmed(stage: Stage, action: str, **payload: object) -> str:
    """Send a command of which the operator knows what it ends; the charger's word."""
    told = await stage.command("commands", action=action, payload=payload, confirmed=True)
    return str(told["outcome"])


def behave(simulation: Simulation, action: str, manner: Manner) -> None:
    simulation.responder.behaviours[action] = Behaviour(manner)


async def reservation_state(stage: Stage, number: int, *wanted: str) -> str:
    """The state of a reservation, once it is one of these."""
    state = ""
    for _ in range(ANSWER_S * 10):
        page = await stage.api.get(f"{stage.charger_path}/reservations")
        state = next(i["state"] for i in page["items"] if i["reservation_id"] == number)
        if state in wanted:
            return str(state)
        await asyncio.sleep(0.1)
    raise AssertionError(f"the reservation stays {state}")


def in_an_hour() -> str:
    return (datetime.now(UTC) + timedelta(hours=1)).isoformat()  # noqa: TID251 - the system lives now


async def reserve(stage: Stage, number: int, connector: int = 1, **more: str) -> tuple[str, str]:
    tag = more.pop("idTag", stage.place.tag)
    return await send(
        stage,
        "ReserveNow",
        connectorId=connector,
        expiryDate=in_an_hour(),
        idTag=tag,
        reservationId=number,
        **more,
    )


@pytest.mark.parametrize("kind", ["Hard", "Soft"])
async def test_reset(system: System, kind: str) -> None:
    async with booted(system) as (stage, simulation):
        await stage.play(simulation, PresentTag(), PlugIn(), Wait(600))
        assert (await send(stage, "Reset", type=kind))[0] == "accepted"
        await stage.play(simulation, Wait(300), AwaitDelivery())
        assert simulation.charger.boots == 2
        await stage.assert_books_agree(simulation)


async def test_unlocking(system: System) -> None:
    async with booted(system) as (stage, simulation):
        device = simulation.charger.device
        assert await send(stage, "UnlockConnector", connectorId=1) == ("accepted", "Unlocked")
        unknown = await send(stage, "UnlockConnector", connectorId=9)
        assert unknown == ("not_supported", "NotSupported")
        device.connectors[1].lock_works = False
        assert await send(stage, "UnlockConnector", connectorId=1) == ("rejected", "UnlockFailed")
        device.connectors[1].lock_works = True
        await stage.play(simulation, PresentTag(), PlugIn(), Wait(60))
        await stage.running_id()
        refusal = await stage.try_command(
            "commands", action="UnlockConnector", payload={"connectorId": 1}
        )
        assert "409" in refusal
        assert await confirmed(stage, "UnlockConnector", connectorId=1) == "Unlocked"
        await stage.play(simulation, AwaitDelivery())
        await stage.assert_books_agree(simulation)
        device.profile = replace(device.profile, fixed_cable=True)
        fixed = await send(stage, "UnlockConnector", connectorId=1)
        assert fixed == ("not_supported", "NotSupported")


async def test_configuration_and_cache(system: System) -> None:
    async with booted(system) as (stage, _simulation):
        assert (await send(stage, "GetConfiguration"))[0] == "accepted"
        keys = await stage.configuration_with("MeterValueSampleInterval")
        assert keys["NumberOfConnectors"]["readonly"] is True
        one = await send(stage, "GetConfiguration", key=["HeartbeatInterval", "NoSuchKey"])
        assert one[0] == "accepted"
        change = {"key": "MeterValueSampleInterval", "value": "60"}
        assert await send(stage, "ChangeConfiguration", **change) == ("accepted", "Accepted")
        wrong = {"key": "MeterValueSampleInterval", "value": "-1"}
        assert await send(stage, "ChangeConfiguration", **wrong) == ("rejected", "Rejected")
        unknown = {"key": "NoSuchKey", "value": "1"}
        refused = await send(stage, "ChangeConfiguration", **unknown)
        assert refused == ("not_supported", "NotSupported")
        assert await send(stage, "ClearCache") == ("accepted", "Accepted")


async def test_local_list(system: System) -> None:
    async with booted(system) as (stage, simulation):
        assert await send(stage, "GetLocalListVersion") == ("accepted", "0")
        path = f"{stage.charger_path}/local-list"
        sent = await stage.command("local-list/send")
        assert sent["state"] == "accepted"
        known = await stage.api.get(path)
        changed = await stage.command("local-list/send", id_tags=[stage.place.tag])
        assert (changed["state"], changed["payload"]["updateType"]) == ("accepted", "Differential")
        version = str(changed["payload"]["listVersion"])
        assert await send(stage, "GetLocalListVersion") == ("accepted", version)
        behave(simulation, "GetLocalListVersion", Manner.NOT_SUPPORTED)
        none = await send(stage, "GetLocalListVersion")
        assert none == ("not_supported", "NotSupported")
    assert known["state"] in ("held", "sending")


async def test_a_local_list_that_is_refused(system: System) -> None:
    async with booted(system) as (stage, simulation):
        behave(simulation, "SendLocalList", Manner.REJECT)
        refused = await stage.command("local-list/send")
        assert refused["state"] in ("rejected", "not_supported")


@pytest.mark.parametrize(
    "message",
    [
        "BootNotification",
        "DiagnosticsStatusNotification",
        "FirmwareStatusNotification",
        "Heartbeat",
        "MeterValues",
        "StatusNotification",
    ],
)
async def test_triggers(system: System, message: str) -> None:
    async with booted(system) as (stage, simulation):
        assert await send(stage, "TriggerMessage", requestedMessage=message) == (
            "accepted",
            "Accepted",
        )
        await stage.play(simulation, Wait(5))
        log = await stage.api.get(f"{stage.charger_path}/messages", action=message)
    assert log["items"]
    assert [item["error"] for item in log["items"]] == [None] * len(log["items"])


async def test_a_trigger_that_is_rejected(system: System) -> None:
    async with booted(system) as (stage, _simulation):
        trigger = {"requestedMessage": "MeterValues", "connectorId": 9}
        assert await send(stage, "TriggerMessage", **trigger) == ("rejected", "Rejected")


async def test_a_reservation_that_is_used(system: System) -> None:
    async with booted(system) as (stage, simulation):
        assert await reserve(stage, 11) == ("accepted", "Accepted")
        await stage.play(simulation, PresentTag(), PlugIn(), Wait(600), PresentTag())
        await stage.play(simulation, AwaitDelivery(), Unplug())
        assert await reservation_state(stage, 11, "used") == "used"
        await send(stage, "GetConfiguration")
        await stage.configuration_with("ReserveConnectorZeroSupported")
        assert await reserve(stage, 12, connector=0) == ("accepted", "Accepted")
        await stage.play(simulation, Wait(5), PresentTag(), PlugIn(), Wait(60), PresentTag())
        await stage.play(simulation, AwaitDelivery())
        await stage.assert_books_agree(simulation)


async def test_reservations_that_are_refused_or_cancelled(system: System) -> None:
    async with booted(system) as (stage, simulation):
        assert await send(stage, "CancelReservation", reservationId=99) == (
            "rejected",
            "Rejected",
        )
        assert await reserve(stage, 21) == ("accepted", "Accepted")
        assert await send(stage, "CancelReservation", reservationId=21) == (
            "accepted",
            "Accepted",
        )
        assert await reservation_state(stage, 21, "cancelled") == "cancelled"
        behave(simulation, "ReserveNow", Manner.REJECT)
        assert await reserve(stage, 22) == ("rejected", "Rejected")
        simulation.responder.behaviours.clear()
        await stage.play(simulation, PlugIn())
        assert await reserve(stage, 23) == ("rejected", "Occupied")
        await stage.play(simulation, Unplug())
        await send(stage, "ChangeAvailability", connectorId=1, type="Inoperative")
        assert await reserve(stage, 24) == ("rejected", "Unavailable")
        await send(stage, "ChangeAvailability", connectorId=1, type="Operative")
        connector = simulation.charger.device.connectors[1]
        connector.condition.faulted = True
        simulation.charger.device.changed(connector)
        assert await reserve(stage, 25) == ("rejected", "Faulted")


async def test_charging_profiles(system: System) -> None:
    async with booted(system) as (stage, simulation):
        path = f"{stage.charger_path}/charging-profiles"
        default = {"connectorId": 1, "csChargingProfiles": LIMIT}
        assert await send(stage, "SetChargingProfile", **default) == ("accepted", "Accepted")
        composite = {"connectorId": 1, "duration": 300}
        assert await send(stage, "GetCompositeSchedule", **composite) == ("accepted", "Accepted")
        await stage.play(simulation, PresentTag(), PlugIn(), Wait(60))
        running = await stage.running_id()
        profile = {
            **LIMIT,
            "chargingProfileId": 2,
            "chargingProfilePurpose": "TxProfile",
            "transactionId": running,
        }
        own = {"connectorId": 1, "csChargingProfiles": profile}
        assert await send(stage, "SetChargingProfile", **own) == ("accepted", "Accepted")
        assert len(await stage.api.get(path)) == 2
        await stage.play(simulation, PresentTag(), AwaitDelivery(), Unplug())
        assert [p["profile"]["chargingProfileId"] for p in await stage.api.get(path)] == [1]
        assert await send(stage, "ClearChargingProfile", id=1) == ("accepted", "Accepted")
        assert await stage.api.get(path) == []
        assert await send(stage, "ClearChargingProfile", id=1) == ("rejected", "Unknown")


async def test_a_remote_start_with_a_profile(system: System) -> None:
    profile = {**LIMIT, "chargingProfilePurpose": "TxProfile"}
    async with booted(system) as (stage, simulation):
        start = {"idTag": stage.place.tag, "connectorId": 1, "chargingProfile": profile}
        assert await send(stage, "RemoteStartTransaction", **start) == ("accepted", "Accepted")
        await stage.play(simulation, PlugIn(), Wait(600), PresentTag(), AwaitDelivery())
        await stage.assert_books_agree(simulation)


async def test_remote_start_and_stop_that_are_rejected(system: System) -> None:
    async with booted(system) as (stage, simulation):
        behave(simulation, "RemoteStartTransaction", Manner.REJECT)
        start = {"idTag": stage.place.tag, "connectorId": 1}
        assert (await send(stage, "RemoteStartTransaction", **start))[0] == "rejected"
        unknown = await send(stage, "RemoteStopTransaction", transactionId=2**31 - 1)
        assert unknown == ("rejected", "Rejected")


async def test_certificates(system: System, root: str) -> None:
    async with booted(system) as (stage, simulation):
        store = simulation.charger.certificates
        for use in ("ManufacturerRootCertificate", "CentralSystemRootCertificate"):
            install = {"certificateType": use, "certificate": root}
            assert (await send(stage, "InstallCertificate", **install))[0] == "accepted"
            told = await stage.command(
                "commands", action="GetInstalledCertificateIds", payload={"certificateType": use}
            )
            (hashes,) = told["answer"]["certificateHashData"]
        assert (await send(stage, "DeleteCertificate", certificateHashData=hashes))[0] == "accepted"
        again = await send(stage, "DeleteCertificate", certificateHashData=hashes)
        wrong = {
            "certificateType": "ManufacturerRootCertificate",
            "certificate": "no certificate",
        }
        bad = await send(stage, "InstallCertificate", **wrong)
        rejected = await send(stage, "CertificateSigned", certificateChain="no certificate")
        await stage.play(simulation, Wait(5))
        assert "InvalidChargePointCertificate" in await stage.security_events()
    assert again in (("accepted", "Accepted"), ("rejected", "NotFound"))
    assert (bad, rejected) == (("rejected", "Rejected"), ("rejected", "Rejected"))
    assert store.own_chain is None


async def test_a_new_certificate_of_the_charger(system: System) -> None:
    async with booted(system) as (stage, simulation):
        trigger = {"requestedMessage": "SignChargePointCertificate"}
        assert (await send(stage, "ExtendedTriggerMessage", **trigger))[0] == "accepted"
        store = simulation.charger.certificates
        for _ in range(SIGNED_S * 10):
            if store.own_chain is not None:
                break
            await asyncio.sleep(0.1)
        await stage.settled()
        requests = await stage.api.get(f"{stage.charger_path}/certificate-requests")
    assert [request["state"] for request in requests] == ["signed"]


@pytest.mark.parametrize(
    "edit", [{"blocked": True}, {"expires_at": "2026-01-01T00:00:00Z"}], ids=["blocked", "expired"]
)
async def test_a_tag_that_may_not_charge(system: System, edit: dict[str, Any]) -> None:
    async with booted(system) as (stage, simulation):
        tag = f"X{stage.place.tag}"[:20]
        known = {"id_tag": tag, "user_id": stage.place.user_id}
        await stage.api.post("/api/admin/id-tags", {**known, **edit})
        await stage.play(simulation, PresentTag(tag=tag), PlugIn(), Wait(300))
        assert await stage.transactions() == []


async def test_a_member_of_the_group_uses_a_reservation(system: System) -> None:
    async with booted(system) as (stage, simulation):
        group, other = f"G-{stage.place.tag}"[:20], f"X{stage.place.tag}"[:20]
        owner = {"user_id": stage.place.user_id, "parent_id_tag": group}
        await stage.api.post("/api/admin/id-tags", {"id_tag": other, **owner})
        assert await reserve(stage, 31, parentIdTag=group) == ("accepted", "Accepted")
        await stage.play(simulation, PresentTag(tag=other), PlugIn(), Wait(60))
        await stage.play(simulation, PresentTag(tag=other), AwaitDelivery())
        assert await reservation_state(stage, 31, "used") == "used"


@pytest.mark.parametrize(
    "frame",
    [
        (
            '[2,"r1","StatusNotification",{"connectorId":1,"errorCode":"ConnectorLockFailure",'
            '"status":"Faulted","timestamp":"<now>"}]'
        ),
        '[2,"r2","DataTransfer",{"vendorId":"com.example","messageId":"m","data":"d"}]',
        (
            '[2,"r3","SecurityEventNotification",{"type":"InvalidCentralSystemCertificate",'
            '"timestamp":"<now>"}]'
        ),
    ],
    ids=["lock-failure", "data-transfer", "central-system-certificate"],
)
async def test_what_a_charger_tells_is_answered(system: System, frame: str) -> None:
    async with booted(system) as (stage, simulation):
        await stage.play(simulation, Raw(frame))
        if "SecurityEvent" in frame:
            assert "InvalidCentralSystemCertificate" in await stage.security_events()
