"""Diagnostics and logs: where a charger sends them, and what operators see of it."""

from datetime import timedelta
from typing import Any

import pytest

from tests.integration.api.client import Client
from tests.integration.api.test_firmware import ask, settle
from tests.integration.api.world import ADMIN, World, charger, created
from tests.integration.chargers.charger import Socket
from tests.integration.events import START
from tests.integration.files.server import FileServer
from tests.integration.gateway import Gateway


@pytest.fixture
def socket(world: World, gateway: Gateway) -> Socket:
    """The charger's connection, which was asked everything that it is asked at first."""
    socket = Socket(gateway, world.charger_id)
    socket.connect()
    socket.ask("Heartbeat")
    settle(socket)
    return socket


def asked_of(socket: Socket) -> tuple[str, dict[str, Any]]:
    """The command's id and payload of what the charger was just asked; it agrees."""
    ((_, command_id, action, payload),) = socket.commands()
    socket.gateway.posted.clear()
    answer = {"fileName": "log.txt"} if action == "GetDiagnostics" else {"status": "Accepted"}
    socket.answer([2, command_id, action, payload], answer)
    return command_id, payload


def shown(admin: Client, world: World, **query: object) -> Any:
    return admin.get(f"{ADMIN}/chargers/{world.charger_id}/diagnostics", query=query).json


def test_diagnostics_arrive_and_are_read_by_operators(
    admin: Client, world: World, socket: Socket, bucket: FileServer
) -> None:
    assert ask(admin, world, "GetDiagnostics", {"retries": 1}).status == 202
    command_id, payload = asked_of(socket)
    assert payload["location"].endswith("/")
    assert len(payload["location"]) < 256
    assert bucket.put(payload["location"] + "log of today.txt".replace(" ", "%20"), b"boot") == 200

    page = shown(admin, world)

    (file,) = page["files"]
    assert (file["name"], file["size_bytes"]) == ("log_of_today.txt", 4)
    assert file["command_id"] == command_id
    link = admin.get(
        f"{ADMIN}/chargers/{world.charger_id}/diagnostics/{command_id}/{file['name']}"
    ).json
    assert bucket.get(link["url"]).content == b"boot"
    bucket.now = START + timedelta(minutes=10)
    assert bucket.get(link["url"]).status_code == 403


def test_a_log_goes_to_a_directory_of_ours_too(
    admin: Client, world: World, socket: Socket, bucket: FileServer
) -> None:
    assert ask(admin, world, "GetLog", {"logType": "SecurityLog"}).status == 202
    command_id, payload = asked_of(socket)
    assert len(payload["log"]["remoteLocation"]) < 256
    assert bucket.put(payload["log"]["remoteLocation"] + "security.log", b"x" * 10) == 200
    socket.later(minutes=1).ask(
        "LogStatusNotification", {"status": "Uploaded", "requestId": payload["requestId"]}
    )

    admin.now = socket.now
    page = shown(admin, world)

    assert page["log"]["command_id"] == command_id
    assert (page["log"]["action"], page["log"]["state"]) == ("GetLog", "succeeded")
    assert [file["command_id"] for file in page["files"]] == [command_id]
    assert page["diagnostics"] is None


def test_statuses_show_how_an_upload_goes(admin: Client, world: World, socket: Socket) -> None:
    ask(admin, world, "GetDiagnostics", {})
    assert shown(admin, world)["diagnostics"]["state"] == "asked"
    asked_of(socket)
    assert shown(admin, world)["diagnostics"]["state"] == "running"
    for status, state in [("Uploading", "running"), ("UploadFailed", "failed")]:
        socket.later(minutes=1).ask("DiagnosticsStatusNotification", {"status": status})
        admin.now = socket.now
        page = shown(admin, world)
        assert (page["diagnostics"]["status"], page["diagnostics"]["state"]) == (status, state)
    assert [one["status"] for one in page["diagnostics_statuses"]] == ["UploadFailed", "Uploading"]


def test_an_upload_that_never_comes_is_stuck(admin: Client, world: World, socket: Socket) -> None:
    ask(admin, world, "GetDiagnostics", {})
    asked_of(socket)
    admin.now = START + timedelta(minutes=61)
    assert shown(admin, world)["diagnostics"]["state"] == "stuck"


def test_the_files_of_the_latest_command_come_first_and_page_by_page(
    admin: Client, world: World, socket: Socket, bucket: FileServer
) -> None:
    commands = []
    for minute in range(3):
        admin.now = START + timedelta(minutes=minute)
        ask(admin, world, "GetDiagnostics", {})
        command_id, payload = asked_of(socket)
        commands.append(command_id)
        bucket.put(payload["location"] + "log.txt", b"x")
    first = shown(admin, world, limit=2)
    second = shown(admin, world, limit=2, cursor=first["next_cursor"])
    found = [file["command_id"] for file in (*first["files"], *second["files"])]
    assert (found, second["next_cursor"]) == (list(reversed(commands)), None)


def test_a_charger_writes_into_no_folder_but_its_own(
    admin: Client, world: World, socket: Socket, bucket: FileServer
) -> None:
    other = charger(world.station_id, identity="CP-2")
    other_id = created(admin, f"{ADMIN}/chargers", other)["charger"]["charger_id"]
    ask(admin, world, "GetDiagnostics", {})
    mine = asked_of(socket)[1]["location"]
    admin.post(f"{ADMIN}/chargers/{other_id}/commands", {"action": "GetDiagnostics"})
    theirs = admin.get(f"{ADMIN}/chargers/{other_id}/commands").json["items"][0]
    folder = theirs["payload"]["location"].split(".")[5]
    stolen = mine.split(".")
    stolen[5] = folder

    assert bucket.put(".".join(stolen) + "log.txt", b"x") == 403
    assert bucket.put(f"{mine}../{folder}/log.txt", b"x") in (400, 403)
    found = admin.get(f"{ADMIN}/chargers/{other_id}/diagnostics").json
    assert found["files"] == []


@pytest.mark.parametrize(
    "name", ["other.txt", "..", "%2e%2e", "log.txt/", "x" * 129, "../log.txt", "a\nb"]
)
def test_a_file_that_is_not_there_is_not_found(
    admin: Client, world: World, socket: Socket, bucket: FileServer, name: str
) -> None:
    ask(admin, world, "GetDiagnostics", {})
    command_id, payload = asked_of(socket)
    bucket.put(payload["location"] + "log.txt", b"x")
    path = f"{ADMIN}/chargers/{world.charger_id}/diagnostics"
    assert admin.get(f"{path}/{command_id}/{name}").status in (404, 422)
    for wrong in ("none", "0" * 12 + "-" + "0" * 12, "..", "x-y"):
        assert admin.get(f"{path}/{wrong}/log.txt").status == 404


def test_without_its_files_a_charger_can_still_be_asked_for_more(
    admin: Client,
    world: World,
    socket: Socket,
    bucket: FileServer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bucket._objects, "_access_key", b"another")
    answer = admin.get(f"{ADMIN}/chargers/{world.charger_id}/diagnostics")
    assert answer.status == 503
    assert "file store" in answer.json["detail"]
    assert ask(admin, world, "GetDiagnostics", {}).status == 202
    assert admin.get(f"{ADMIN}/chargers/{world.charger_id}/firmware").status == 200


def test_a_command_that_is_refused_leaves_no_transfer(
    admin: Client, world: World, socket: Socket
) -> None:
    answer = ask(admin, world, "GetDiagnostics", {"retries": -1})
    assert (answer.status, answer.json["field"]) == (422, "body.payload.retries")
    assert shown(admin, world)["diagnostics"] is None


def test_a_charger_that_can_only_ftp_is_shown_and_not_asked_in_vain(
    admin: Client, world: World, socket: Socket, bucket: FileServer
) -> None:
    told = {"key": "SupportedFileTransferProtocols", "readonly": True, "value": "FTP,FTPS"}
    ask(admin, world, "GetConfiguration", {})
    (question,) = socket.commands()
    socket.answer(question, {"configurationKey": [told]})
    socket.gateway.posted.clear()

    page = shown(admin, world)
    assert (page["protocols"], page["needs_own_address"]) == (["ftp", "ftps"], True)
    firmware = admin.get(f"{ADMIN}/chargers/{world.charger_id}/firmware").json
    assert firmware["needs_own_address"] is True
    for action, payload in [("GetDiagnostics", {}), ("GetLog", {"logType": "DiagnosticsLog"})]:
        answer = ask(admin, world, action, payload)
        assert (answer.status, answer.json["reason"]) == (409, "transfer-not-offered")
        assert "ftp://" in answer.json["detail"]
    assert socket.commands() == []
    own = ask(admin, world, "GetDiagnostics", {"location": "ftp://files.example/logs/"})
    assert own.status == 202
    ((_, _, _, payload),) = socket.commands()
    assert payload["location"] == "ftp://files.example/logs/"
