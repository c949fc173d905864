"""Firmware to chargers, diagnostics and logs from them: over the file door, as it is for all."""

import asyncio
import hashlib
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from simulators.charge_point.assembly import Simulation
from simulators.charge_point.maintenance import FirmwareFlaw
from simulators.charge_point.steps import Wait
from tests.e2e.stage import ANSWER_S, Stage, booted, on_stage
from tests.e2e.system import System

pytestmark = pytest.mark.anyio

IMAGE = bytes(range(256)) * 20_000
DIGEST = hashlib.sha256(IMAGE).hexdigest()
LONG_AGO = "2026-01-01T00:00:00Z"
NOBODY = "http://127.0.0.1:1/"
PROOF = {"signing_certificate": "-----BEGIN CERTIFICATE-----", "signature": "c2ln"}


@pytest.fixture
def anyio_backend() -> str:
    """Chargers run on asyncio."""
    return "asyncio"


async def put(url: str, content: bytes) -> int:
    """Upload to an address of the file door."""
    async with httpx.AsyncClient(trust_env=False) as client:
        return (await client.put(url, content=content)).status_code


async def get(url: str) -> bytes:
    """Download from an address of the file door."""
    async with httpx.AsyncClient(trust_env=False) as client:
        return (await client.get(url)).raise_for_status().content


async def firmware_on(stage: Stage, **more: object) -> str:
    """Firmware whose image was uploaded; its id."""
    fields = {"label": "Next", "version": "1.1.0", "file_name": "next.bin", "sha256": DIGEST}
    made = await stage.api.post("/api/admin/firmware", {**fields, **more})
    assert await put(made["upload"]["url"], IMAGE) == 200
    found = await stage.api.get(f"/api/admin/firmware/{made['firmware_id']}")
    assert (found["state"], found["size_bytes"]) == ("available", len(IMAGE))
    return str(made["firmware_id"])


async def diagnostics(stage: Stage) -> Any:
    return await stage.api.get(f"{stage.charger_path}/diagnostics")


async def until(stage: Stage, part: str, subject: str, *states: str) -> Any:
    """Wait until the last transfer stands so; the whole view."""
    view: Any = None
    for _ in range(ANSWER_S * 10):
        view = await stage.api.get(f"{stage.charger_path}/{part}")
        if view[subject] and view[subject]["state"] in states:
            return view
        await asyncio.sleep(0.1)
    raise AssertionError(f"it stays {view}")


async def ask(stage: Stage, action: str, payload: object, **more: object) -> Any:
    """Send a command that the charger accepts."""
    told = await stage.command("commands", action=action, payload=payload, **more)
    assert told["state"] == "accepted", told
    return told


@pytest.mark.parametrize(
    ("flaw", "state", "last"),
    [
        (FirmwareFlaw.NONE, "succeeded", "Installed"),
        (FirmwareFlaw.INSTALLATION, "failed", "InstallationFailed"),
    ],
)
async def test_an_update_is_fetched_from_the_file_door(
    system: System, flaw: FirmwareFlaw, state: str, last: str
) -> None:
    async with booted(system) as (stage, simulation):
        simulation.charger.maintenance.flaw = flaw
        firmware_id = await firmware_on(stage)
        await ask(stage, "UpdateFirmware", {"retrieveDate": LONG_AGO}, firmware_id=firmware_id)
        await stage.play(simulation, Wait(600))

        view = await until(stage, "firmware", "update", state)
        path = f"/api/admin/firmware/{firmware_id}/chargers"
        (installation,) = (await stage.api.get(path))["items"]

    assert simulation.charger.maintenance.image == IMAGE
    assert view["update"]["status"] == last
    assert view["statuses"][-1]["status"] == "Downloading"
    assert (installation["charger_id"], installation["status"]) == (stage.place.charger_id, last)
    if last == "Installed":
        assert view["statuses"][0]["status"] == "Installed"


async def test_an_update_that_nobody_serves_fails(system: System) -> None:
    async with booted(system) as (stage, simulation):
        own = {"location": f"{NOBODY}next.bin", "retrieveDate": LONG_AGO}
        await ask(stage, "UpdateFirmware", own)
        await stage.play(simulation, Wait(600))
        view = await until(stage, "firmware", "update", "failed")
    assert view["update"]["status"] == "DownloadFailed"


async def test_withdrawn_firmware_cannot_be_fetched_any_more(system: System) -> None:
    async with booted(system) as (stage, simulation):
        firmware_id = await firmware_on(stage)
        path = f"{system.base_url}/api/admin/firmware/{firmware_id}"
        begins = (datetime.now(UTC) + timedelta(minutes=1)).isoformat()  # noqa: TID251 - the system lives now
        await ask(stage, "UpdateFirmware", {"retrieveDate": begins}, firmware_id=firmware_id)
        headers = {"Authorization": f"Bearer {system.token()}"}
        async with httpx.AsyncClient(trust_env=False, headers=headers) as client:
            assert (await client.delete(path)).status_code == 409
            assert (await client.delete(f"{path}?confirmed=true")).status_code == 204
        await stage.play(simulation, Wait(7500))
        view = await until(stage, "firmware", "update", "failed")
    assert view["update"]["status"] == "DownloadFailed"


@pytest.mark.parametrize(
    ("flaw", "state", "last"),
    [
        (FirmwareFlaw.NONE, "succeeded", "Installed"),
        (FirmwareFlaw.SIGNATURE, "failed", "InvalidSignature"),
    ],
)
async def test_a_signed_update_is_fetched_from_the_file_door(
    system: System, flaw: FirmwareFlaw, state: str, last: str
) -> None:
    async with booted(system) as (stage, simulation):
        simulation.charger.maintenance.flaw = flaw
        firmware_id = await firmware_on(stage, **PROOF)
        begins = {"firmware": {"retrieveDateTime": LONG_AGO}}
        await ask(stage, "SignedUpdateFirmware", begins, firmware_id=firmware_id)
        await stage.play(simulation, Wait(600))
        view = await until(stage, "firmware", "update", state)
        events = await stage.security_events()
    assert simulation.charger.maintenance.image == IMAGE
    assert view["update"]["status"] == last
    assert ("InvalidFirmwareSignature" in events) == (flaw is FirmwareFlaw.SIGNATURE)


async def uploaded(stage: Stage, simulation: Simulation, action: str, **payload: object) -> Any:
    """Ask for files, and wait until the charger is done with them; the view."""
    subject = "log" if action == "GetLog" else "diagnostics"
    await ask(stage, action, payload)
    await stage.play(simulation, Wait(300))
    return await until(stage, "diagnostics", subject, "succeeded", "failed")


async def test_diagnostics_and_logs_arrive(system: System) -> None:
    async with booted(system) as (stage, simulation):
        lines = [f"{number:06d} {'x' * 90}" for number in range(30_000)]
        simulation.charger.maintenance.log_lines = lines
        await uploaded(stage, simulation, "GetDiagnostics")
        view = await uploaded(stage, simulation, "GetLog", logType="SecurityLog")
        commands = [file["command_id"] for file in view["files"]]
        link = await stage.api.get(
            f"{stage.charger_path}/diagnostics/{commands[0]}/{view['files'][0]['name']}"
        )
        content = await get(link["url"])

    assert (view["diagnostics"]["status"], view["log"]["status"]) == ("Uploaded", "Uploaded")
    assert commands == [view["log"]["command_id"], view["diagnostics"]["command_id"]]
    assert content == "\n".join(lines).encode()
    assert {file["size_bytes"] for file in view["files"]} == {len(content)}


async def test_an_upload_that_fails_is_shown_as_such(system: System) -> None:
    async with booted(system) as (stage, simulation):
        view = await uploaded(stage, simulation, "GetDiagnostics", location=NOBODY)
        assert view["diagnostics"]["status"] == "UploadFailed"
        log = {"remoteLocation": NOBODY}
        view = await uploaded(stage, simulation, "GetLog", logType="DiagnosticsLog", log=log)
    assert view["log"]["status"] == "UploadFailure"
    assert view["files"] == []


async def test_a_charger_cannot_write_into_the_folder_of_another(system: System) -> None:
    async with booted(system) as (stage, simulation), on_stage(system) as other:
        asked = {"action": "GetDiagnostics", "payload": {}}
        waiting = await other.api.post(f"{other.charger_path}/commands", asked)
        token = waiting["payload"]["location"].rstrip("/").rpartition("/")[2].split(".")
        mine = (await ask(stage, "GetDiagnostics", {}))["payload"]["location"].split(".")
        stolen = ".".join([*mine[:-2], token[-2], mine[-1]])
        mixed = stolen.replace(mine[-3], token[-3])
        view = await uploaded(stage, simulation, "GetDiagnostics", location=mixed)
        theirs = await diagnostics(other)
    assert view["diagnostics"]["status"] == "UploadFailed"
    assert theirs["files"] == []


async def test_an_upload_that_is_cut_shows_nothing_and_may_come_again(system: System) -> None:
    async with on_stage(system) as stage:
        asked = {"action": "GetDiagnostics", "payload": {}}
        waiting = await stage.api.post(f"{stage.charger_path}/commands", asked)
        location = waiting["payload"]["location"]
        path = location.removeprefix(system.base_url)
        _, writer = await asyncio.open_connection("127.0.0.1", system.port)
        head = f"PUT {path}log.txt HTTP/1.1\r\nhost: files\r\ncontent-length: 1000000\r\n\r\n"
        writer.write(head.encode() + bytes(500_000))
        await writer.drain()
        unfinished = system.folder / "files" / "unfinished"
        await on_disk(lambda: any(unfinished.iterdir()))
        writer.close()
        await on_disk(lambda: not any(unfinished.iterdir()))
        assert (await diagnostics(stage))["files"] == []

        assert await put(f"{location}log.txt", b"whole") == 200
        (file,) = (await diagnostics(stage))["files"]
    assert (file["name"], file["size_bytes"]) == ("log.txt", 5)


async def on_disk(condition: Any) -> None:
    """Wait until a condition holds."""
    for _ in range(ANSWER_S * 10):
        if condition():
            return
        await asyncio.sleep(0.1)
    raise AssertionError("it did not come true")
