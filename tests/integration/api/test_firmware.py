"""Firmware from its announcement to the chargers that installed it."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest

from csms.domain.firmware import FirmwareState
from csms.domain.ids import FirmwareId
from csms.services.chargers import firmware as service
from csms.store import firmware as firmware_store
from tests.integration.api.client import Client
from tests.integration.api.world import ADMIN, World, charger, created, firmware
from tests.integration.chargers.charger import Socket
from tests.integration.events import START
from tests.integration.files.server import FileServer
from tests.integration.gateway import Gateway

FIRMWARE = f"{ADMIN}/firmware"
IMAGE = b"an image" * 1000
DIGEST = hashlib.sha256(IMAGE).hexdigest()
PROOF = {"signing_certificate": "-----BEGIN CERTIFICATE-----", "signature": "c2lnbmVk"}


@pytest.fixture
def socket(world: World, gateway: Gateway) -> Socket:
    """The charger's connection, which was asked everything that it is asked at first."""
    socket = Socket(gateway, world.charger_id)
    socket.connect()
    socket.ask("BootNotification", {"chargePointVendor": "Acme", "chargePointModel": "Fast"})
    settle(socket)
    return socket


def settle(socket: Socket) -> None:
    """Answer what is asked until nothing is."""
    for _ in range(10):
        asked = socket.commands()
        socket.gateway.posted.clear()
        for question in asked:
            socket.answer(question, {"configurationKey": []})
        if not asked:
            return
    raise AssertionError("it is asked without end")


def available(admin: Client, bucket: FileServer, **changes: object) -> str:
    """Firmware whose file is there; returns its id."""
    made = created(admin, FIRMWARE, firmware(**changes))
    assert bucket.put(made["upload"]["url"], IMAGE) == 200
    found = admin.get(f"{FIRMWARE}/{made['firmware_id']}").json
    assert found["state"] == "available", found
    return str(made["firmware_id"])


def ask(admin: Client, world: World, action: str, payload: object, **more: object) -> Any:
    return admin.post(
        f"{ADMIN}/chargers/{world.charger_id}/commands",
        {"action": action, "payload": payload, **more},
    )


def installation(admin: Client, firmware_id: str) -> Any:
    (found,) = admin.get(f"{FIRMWARE}/{firmware_id}/chargers").json["items"]
    return found


def test_firmware_becomes_available_when_its_file_is_there(
    admin: Client, world: World, bucket: FileServer
) -> None:
    made = created(admin, FIRMWARE, firmware(file_name="fast charger 1.1.bin"))
    path = f"{FIRMWARE}/{made['firmware_id']}"

    assert made["file_name"] == "fast_charger_1.1.bin"
    assert (made["state"], made["size_bytes"], made["sha256"]) == ("awaited", None, None)
    awaited = admin.get(path)
    assert awaited.status == 200, awaited.text
    assert awaited.json["state"] == "awaited"
    assert bucket.put(made["upload"]["url"], IMAGE) == 200

    found = admin.get(path).json
    assert (found["state"], found["size_bytes"], found["sha256"]) == (
        "available",
        len(IMAGE),
        DIGEST,
    )
    assert found in admin.get(FIRMWARE).json["items"]
    assert admin.post(f"{path}/upload", {}).json["reason"] == "firmware-available"


@pytest.mark.parametrize("announced", [{"size_bytes": 1}, {"sha256": "0" * 64}])
def test_another_file_than_was_announced_is_never_installed(
    admin: Client, world: World, bucket: FileServer, announced: dict[str, object]
) -> None:
    made = created(admin, FIRMWARE, firmware(**announced))
    bucket.put(made["upload"]["url"], IMAGE)
    path = f"{FIRMWARE}/{made['firmware_id']}"

    assert admin.get(path).json["state"] == "damaged"
    answer = ask(admin, world, "UpdateFirmware", {}, firmware_id=made["firmware_id"])
    assert (answer.status, answer.json["reason"]) == (409, "firmware-damaged")

    again = admin.post(f"{path}/upload", {})
    assert again.status == 200
    assert again.json["url"].startswith("https://files.test/f/p.")


def test_the_announced_file_after_another_is_taken(
    admin: Client, world: World, bucket: FileServer
) -> None:
    made = created(admin, FIRMWARE, firmware(sha256=DIGEST.upper(), size_bytes=len(IMAGE)))
    path = f"{FIRMWARE}/{made['firmware_id']}"
    bucket.put(made["upload"]["url"], b"half of it")
    assert admin.get(path).json["state"] == "damaged"

    bucket.put(admin.post(f"{path}/upload", {}).json["url"], IMAGE)

    assert admin.get(path).json["state"] == "available"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"label": ""}, "body.label"),
        ({"file_name": ".."}, "body.file_name"),
        ({"sha256": "abc"}, "body.sha256"),
        ({"size_bytes": 0}, "body.size_bytes"),
        ({"size_bytes": 501_000_000}, "body.size_bytes"),
        ({"signature": "c2lnbmVk"}, "body.signature"),
        ({"url": "http://elsewhere"}, "body.url"),
    ],
)
def test_firmware_that_cannot_be_is_refused(
    admin: Client, world: World, change: dict[str, object], field: str
) -> None:
    answer = admin.post(FIRMWARE, firmware(**change))
    assert (answer.status, answer.json["field"]) == (422, field)


def test_an_update_carries_a_short_address_of_the_file(
    admin: Client, world: World, socket: Socket, bucket: FileServer
) -> None:
    firmware_id = available(admin, bucket, vendor="ACME", model="fast")

    answer = ask(admin, world, "UpdateFirmware", {"retries": 2}, firmware_id=firmware_id)

    assert answer.status == 202, answer.text
    ((_, _, action, payload),) = socket.commands()
    assert (action, payload["retries"]) == ("UpdateFirmware", 2)
    assert payload["retrieveDate"] == "2026-03-01T12:00:00.000Z"
    assert len(payload["location"]) < 256
    assert bucket.get(payload["location"]).content == IMAGE
    bucket.now = START + timedelta(hours=47)
    assert bucket.get(payload["location"]).status_code == 200
    bucket.now = START + timedelta(hours=48)
    assert bucket.get(payload["location"]).status_code == 403


def test_an_update_of_next_week_can_be_fetched_next_week(
    admin: Client, world: World, socket: Socket, bucket: FileServer
) -> None:
    firmware_id = available(admin, bucket)
    begins = {"retrieveDate": "2026-03-08T12:00:00Z"}

    ask(admin, world, "UpdateFirmware", begins, firmware_id=firmware_id)

    ((_, _, _, payload),) = socket.commands()
    bucket.now = START + timedelta(days=7, hours=23)
    assert bucket.get(payload["location"]).status_code == 200


def test_a_signed_update_carries_the_proof_of_the_firmware(
    admin: Client, world: World, socket: Socket, bucket: FileServer
) -> None:
    firmware_id = available(admin, bucket, **PROOF)

    answer = ask(admin, world, "SignedUpdateFirmware", {}, firmware_id=firmware_id)

    assert answer.status == 202, answer.text
    ((_, _, _, payload),) = socket.commands()
    assert payload["firmware"]["signingCertificate"] == PROOF["signing_certificate"]
    assert payload["firmware"]["signature"] == PROOF["signature"]
    assert bucket.get(payload["firmware"]["location"]).content == IMAGE


def test_an_operators_own_address_is_sent_as_it_is(
    admin: Client, world: World, socket: Socket
) -> None:
    own = {"location": "ftp://files.example/image", "retrieveDate": "2026-03-01T12:00:00Z"}
    assert ask(admin, world, "UpdateFirmware", own).status == 202
    ((_, _, _, payload),) = socket.commands()
    assert payload == own


@pytest.mark.parametrize(
    ("action", "payload", "field"),
    [
        ("UpdateFirmware", {"location": "http://x/y"}, "body.firmware_id"),
        ("UpdateFirmware", {"retrieveDate": "tomorrow"}, "body.payload.retrieveDate"),
        ("UpdateFirmware", {"retrieveDate": "2026-05-01T12:00:00Z"}, "body.payload.retrieveDate"),
        ("SignedUpdateFirmware", {}, "body.payload"),
        ("SignedUpdateFirmware", {"firmware": "x"}, "body.payload"),
        ("SignedUpdateFirmware", {"firmware": {"location": "http://x"}}, "body.firmware_id"),
        ("Reset", {"type": "Soft"}, "body.firmware_id"),
    ],
)
def test_an_update_that_cannot_be_is_refused(
    admin: Client, world: World, bucket: FileServer, action: str, payload: object, field: str
) -> None:
    answer = ask(admin, world, action, payload, firmware_id=available(admin, bucket))
    assert (answer.status, answer.json["field"]) == (422, field), answer.text


def test_an_update_needs_firmware_or_an_address(admin: Client, world: World) -> None:
    answer = ask(admin, world, "UpdateFirmware", {})
    assert (answer.status, answer.json["field"]) == (422, "body.firmware_id")


def test_unknown_firmware_is_not_found(admin: Client, world: World) -> None:
    assert ask(admin, world, "UpdateFirmware", {}, firmware_id="none").status == 404
    assert admin.get(f"{FIRMWARE}/none").status == 404


def test_firmware_of_another_model_needs_a_second_thought(
    admin: Client, world: World, socket: Socket, bucket: FileServer
) -> None:
    firmware_id = available(admin, bucket, vendor="Acme", model="Slow")

    answer = ask(admin, world, "UpdateFirmware", {}, firmware_id=firmware_id)
    assert (answer.status, answer.json["reason"]) == (409, "firmware-of-another-model")
    assert socket.commands() == []

    sure = ask(admin, world, "UpdateFirmware", {}, firmware_id=firmware_id, confirmed=True)
    assert sure.status == 202


def test_every_status_shows_how_far_the_charger_is(
    admin: Client, world: World, socket: Socket, bucket: FileServer
) -> None:
    firmware_id = available(admin, bucket)
    socket.ask("FirmwareStatusNotification", {"status": "Installed"})  # of an earlier update
    socket.later(minutes=1)
    admin.now = socket.now
    ask(admin, world, "UpdateFirmware", {}, firmware_id=firmware_id)
    assert installation(admin, firmware_id)["state"] == "asked"
    (asked,) = socket.commands()
    socket.answer(asked, {})
    assert installation(admin, firmware_id)["state"] == "running"

    for status, state in [
        ("Downloading", "running"),
        ("Idle", "running"),
        ("Downloaded", "running"),
        ("Installing", "running"),
        ("Installed", "succeeded"),
    ]:
        socket.later(minutes=1).ask("FirmwareStatusNotification", {"status": status})
        admin.now = socket.now
        assert installation(admin, firmware_id)["state"] == state, status

    shown = admin.get(f"{ADMIN}/chargers/{world.charger_id}/firmware").json
    assert shown["update"]["firmware_id"] == firmware_id
    assert (shown["update"]["state"], shown["update"]["status"]) == ("succeeded", "Installed")
    assert [one["status"] for one in shown["statuses"]][-2:] == ["Downloading", "Installed"]


def test_a_charger_may_tell_before_it_answers(
    admin: Client, world: World, socket: Socket, bucket: FileServer
) -> None:
    firmware_id = available(admin, bucket)

    def at_once(_connection_id: str, frame: list[Any]) -> None:
        if frame[0] == 2:
            socket.send([2, "early", "FirmwareStatusNotification", {"status": "Downloading"}])
            socket.send([3, frame[1], {}])

    socket.gateway.on_post = at_once
    answer = ask(admin, world, "UpdateFirmware", {}, firmware_id=firmware_id)

    assert (answer.status, answer.json["state"]) == (200, "accepted")
    found = installation(admin, firmware_id)
    assert (found["status"], found["state"]) == ("Downloading", "running")


def test_a_status_that_nobody_asked_for_is_kept_and_harms_nothing(
    admin: Client, world: World, socket: Socket
) -> None:
    socket.ask("FirmwareStatusNotification", {"status": "Installed"})
    shown = admin.get(f"{ADMIN}/chargers/{world.charger_id}/firmware").json
    assert (shown["update"], shown["try_signed"]) == (None, False)
    assert [one["status"] for one in shown["statuses"]] == ["Installed"]


def test_an_update_that_says_nothing_any_more_is_stuck(
    admin: Client, world: World, socket: Socket, bucket: FileServer
) -> None:
    firmware_id = available(admin, bucket)
    ask(admin, world, "UpdateFirmware", {}, firmware_id=firmware_id)
    (asked,) = socket.commands()
    socket.answer(asked, {})
    admin.now = START + timedelta(minutes=61)
    assert installation(admin, firmware_id)["state"] == "stuck"

    socket.later(minutes=61).ask("FirmwareStatusNotification", {"status": "Downloading"})
    assert installation(admin, firmware_id)["state"] == "running"

    admin.now = START + timedelta(minutes=123)
    assert installation(admin, firmware_id)["state"] == "stuck"
    shown = admin.get(f"{ADMIN}/chargers/{world.charger_id}/firmware").json
    assert (shown["update"]["state"], shown["update"]["status"]) == ("stuck", "Downloading")


def test_a_charger_that_has_no_firmware_updates_says_so(
    admin: Client, world: World, socket: Socket, bucket: FileServer
) -> None:
    firmware_id = available(admin, bucket)
    ask(admin, world, "UpdateFirmware", {}, firmware_id=firmware_id)
    (asked,) = socket.commands()
    shown = f"{ADMIN}/chargers/{world.charger_id}/firmware"
    assert admin.get(shown).json["try_signed"] is False
    socket.send([4, asked[1], "NotSupported", "", {}])
    assert installation(admin, firmware_id)["state"] == "refused"
    assert admin.get(shown).json["try_signed"] is True


def test_a_later_update_does_not_change_what_became_of_an_earlier_one(
    admin: Client, world: World, socket: Socket, bucket: FileServer
) -> None:
    first, second = available(admin, bucket), available(admin, bucket)
    ask(admin, world, "UpdateFirmware", {}, firmware_id=first)
    (asked,) = socket.commands()
    socket.answer(asked, {})
    socket.later(minutes=1).ask("FirmwareStatusNotification", {"status": "Installed"})
    admin.now = socket.later(minutes=1).now
    ask(admin, world, "UpdateFirmware", {}, firmware_id=second)
    socket.later(minutes=1).ask("FirmwareStatusNotification", {"status": "DownloadFailed"})

    assert installation(admin, first)["status"] == "Installed"
    assert installation(admin, second)["state"] == "failed"


def test_many_chargers_are_asked_at_once(admin: Client, world: World, bucket: FileServer) -> None:
    other = charger(world.station_id, identity="CP-2")
    charger_ids = [
        world.charger_id,
        created(admin, f"{ADMIN}/chargers", other)["charger"]["charger_id"],
    ]
    firmware_id = available(admin, bucket)
    body = {"action": "UpdateFirmware", "firmware_id": firmware_id, "charger_ids": charger_ids}

    answer = admin.post(f"{ADMIN}/commands/bulk", body)

    assert answer.status == 202, answer.text
    assert [one["refused"] for one in answer.json] == [None, None]
    first = admin.get(f"{FIRMWARE}/{firmware_id}/chargers", query={"limit": 1}).json
    rest = admin.get(
        f"{FIRMWARE}/{firmware_id}/chargers", query={"cursor": first["next_cursor"]}
    ).json
    shown = [one["charger_id"] for one in (*first["items"], *rest["items"])]
    assert shown == sorted(charger_ids)


def test_two_who_look_for_the_file_at_once_both_find_it(
    admin: Client, world: World, bucket: FileServer
) -> None:
    made = created(admin, FIRMWARE, firmware())
    bucket.put(made["upload"]["url"], IMAGE)
    before = firmware_store.get(FirmwareId(made["firmware_id"]))

    with ThreadPoolExecutor(16) as pool:
        found = list(pool.map(service.look, [before] * 16))

    assert {one.state for one in found} == {FirmwareState.AVAILABLE}


def test_withdrawn_firmware_is_gone_but_not_forgotten(
    admin: Client, world: World, socket: Socket, bucket: FileServer
) -> None:
    firmware_id = available(admin, bucket)
    ask(admin, world, "UpdateFirmware", {}, firmware_id=firmware_id)

    refused = admin.delete(f"{FIRMWARE}/{firmware_id}")
    assert (refused.status, refused.json["reason"]) == (409, "firmware-in-use")
    sure = admin.send("DELETE", f"{FIRMWARE}/{firmware_id}", query={"confirmed": "true"})

    assert sure.status == 204
    assert bucket.names() == []
    assert admin.get(f"{FIRMWARE}/{firmware_id}").json["state"] == "withdrawn"
    listed = [one["firmware_id"] for one in admin.get(FIRMWARE).json["items"]]
    assert firmware_id not in listed
    assert installation(admin, firmware_id)["charger_id"] == world.charger_id
    again = ask(admin, world, "UpdateFirmware", {}, firmware_id=firmware_id)
    assert again.json["reason"] == "firmware-withdrawn"


def test_who_announced_and_withdrew_it_is_written_down(admin: Client, world: World) -> None:
    subject = f"firmware#{world.firmware_id}"
    admin.delete(f"{FIRMWARE}/{world.firmware_id}")
    found = admin.get(f"{ADMIN}/audit", query={"subject": subject}).json["items"]
    assert {one["change"] for one in found} == {"firmware.announced", "firmware.withdrawn"}
