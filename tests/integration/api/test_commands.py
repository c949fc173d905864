"""Commands over HTTP: the outcome, or where it will be."""

from collections.abc import Mapping
from typing import Any

import pytest

from tests.engine import Engine
from tests.integration.api.client import Client
from tests.integration.api.world import ADMIN, World
from tests.integration.chargers.charger import Socket
from tests.integration.gateway import Gateway

TRIGGER = {"action": "TriggerMessage", "payload": {"requestedMessage": "Heartbeat"}}


@pytest.fixture
def socket(world: World, gateway: Gateway) -> Socket:
    """The charger's connection; whatever it was asked at first is answered."""
    socket = Socket(gateway, world.charger_id)
    socket.connect()
    socket.ask("Heartbeat")
    for question in socket.commands():
        socket.answer(question, {"configurationKey": []})
    gateway.posted.clear()
    return socket


def answering(socket: Socket, payload: Mapping[str, object]) -> None:
    """Let the charger answer every command at once."""

    def answer(_connection_id: str, frame: list[Any]) -> None:
        if frame[0] == 2:
            socket.send([3, frame[1], payload])

    socket.gateway.on_post = answer


def commands_of(world: World) -> str:
    return f"{ADMIN}/chargers/{world.charger_id}/commands"


def test_an_answer_in_time_is_the_outcome(admin: Client, world: World, socket: Socket) -> None:
    answering(socket, {"status": "Accepted"})

    answer = admin.post(commands_of(world), TRIGGER)

    assert answer.status == 200
    assert (answer.json["state"], answer.json["outcome"]) == ("accepted", "Accepted")
    assert answer.json["answer"] == {"status": "Accepted"}


def test_a_refusal_of_the_charger_is_an_outcome_too(
    admin: Client, world: World, socket: Socket
) -> None:
    answering(socket, {"status": "Rejected"})

    answer = admin.post(
        f"{ADMIN}/chargers/{world.charger_id}/remote-start", {"id_tag": "TAG", "connector_id": 1}
    )

    assert (answer.status, answer.json["state"]) == (200, "rejected")


def test_without_an_answer_it_is_202_with_the_place_of_the_outcome(
    admin: Client, world: World, socket: Socket
) -> None:
    answer = admin.post(commands_of(world), TRIGGER)

    assert (answer.status, answer.json["state"]) == (202, "sent")
    location = answer.headers["location"]
    assert location == f"{ADMIN}/chargers/rdam%20123/commands/{answer.json['command_id']}"
    (asked,) = socket.commands()
    socket.answer(asked, {"status": "Accepted"})
    assert admin.get(location.replace("%20", " ")).json["state"] == "accepted"


def test_a_command_for_an_absent_charger_waits(admin: Client, world: World) -> None:
    answer = admin.post(commands_of(world), TRIGGER)

    assert (answer.status, answer.json["state"]) == (202, "queued")
    listed = admin.get(commands_of(world)).json["items"]
    assert [one["command_id"] for one in listed] == [answer.json["command_id"]]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "body.action"),
        ({"action": "FlyToTheMoon"}, "body.action"),
        ({"action": "TriggerMessage", "payload": {}}, "body.payload"),
        ({"action": "TriggerMessage", "payload": {"requestedMessage": "No"}}, "body.payload"),
        ({"action": "TriggerMessage", "payload": []}, "body.payload"),
        ({"action": "TriggerMessage", "payload": {"requestedMessage": 10**400}}, "body.payload"),
        ({"action": "x" * 51}, "body.action"),
        (
            {
                "action": "ChangeConfiguration",
                "payload": {"key": "AuthorizationKey", "value": "secret"},
            },
            "body.payload.key",
        ),
    ],
)
def test_a_command_that_cannot_be_sent_is_refused(
    admin: Client, world: World, body: object, field: str
) -> None:
    answer = admin.post(commands_of(world), body)

    assert (answer.status, answer.json["field"]) == (422, field)


def test_a_deeply_nested_payload_is_refused(admin: Client, world: World) -> None:
    nested = '{"a":' * 500 + "1" + "}" * 500

    answer = admin.post(commands_of(world), f'{{"action":"DataTransfer","payload":{nested}}}')

    assert answer.status == 422


def test_every_command_is_in_the_audit_trail(admin: Client, world: World, tables: Engine) -> None:
    admin.post(commands_of(world), TRIGGER)

    trail = admin.get(f"{ADMIN}/audit", query={"subject": f"charger#{world.charger_id}"})
    assert [one["change"] for one in trail.json["items"]] == [
        "command.requested",
        "charger.registered",
    ]
    assert trail.json["items"][0]["after"]["action"] == "TriggerMessage"


def test_the_older_paths_do_the_same(admin: Client, world: World, socket: Socket) -> None:
    answering(socket, {"status": "Accepted"})

    online = admin.get("/api/charge-points").json["items"]
    answer = admin.post("/api/charge-points/RDAM 123/request", TRIGGER)
    log = admin.get("/api/logs/RDAM 123").json["items"]

    assert [one["identity"] for one in online] == ["RDAM 123"]
    assert (answer.status, answer.json["state"]) == (200, "accepted")
    assert {"TriggerMessage", "Heartbeat"} <= {one["action"] for one in log}
    assert admin.get("/api/logs").json["items"][0]["charger_id"] == world.charger_id


def test_messages_are_filtered(admin: Client, world: World, socket: Socket) -> None:
    socket.call("NoSuchAction")
    path = f"{ADMIN}/chargers/{world.charger_id}/messages"

    def actions(**query: object) -> list[str]:
        return [one["action"] for one in admin.get(path, query=query).json["items"]]

    assert actions(action="Heartbeat") == ["Heartbeat"]
    assert actions(errors_only="true") == ["NoSuchAction"]
    assert "Heartbeat" not in actions(direction="to-charger")
    assert actions(until="2020-01-01T00:00:00Z") == []


def test_a_log_of_an_unknown_charger_does_not_exist(admin: Client, world: World) -> None:
    for path in ("messages", "commands", "findings", "configuration", "firmware", "diagnostics"):
        assert admin.get(f"{ADMIN}/chargers/nobody/{path}").status == 404


def test_findings_and_configuration_are_shown(admin: Client, world: World, socket: Socket) -> None:
    asked = {"configurationKey": [{"key": "HeartbeatInterval", "readonly": False, "value": "30"}]}
    answering(socket, asked)
    admin.post(commands_of(world), {"action": "GetConfiguration"})
    socket.ask("Heartbeat", {"unexpected": 1})

    entries = admin.get(f"{ADMIN}/chargers/{world.charger_id}/configuration").json
    findings = admin.get(f"{ADMIN}/chargers/{world.charger_id}/findings").json

    assert [(one["key"], one["value"]) for one in entries] == [("HeartbeatInterval", "30")]
    assert [one["code"] for one in findings] == ["unknown-key"]


def test_numbers_stay_numbers_on_every_way(admin: Client, world: World, socket: Socket) -> None:
    answering(socket, {"status": "Accepted"})
    period = {"startPeriod": 0, "limit": 6.5}
    profile = {
        "chargingProfileId": 1,
        "stackLevel": 0,
        "chargingProfilePurpose": "TxDefaultProfile",
        "chargingProfileKind": "Relative",
        "chargingSchedule": {"chargingRateUnit": "A", "chargingSchedulePeriod": [period]},
    }
    payload = {"connectorId": 1, "csChargingProfiles": profile}

    answer = admin.post(commands_of(world), {"action": "SetChargingProfile", "payload": payload})

    assert (answer.json["state"], answer.json["payload"]) == ("accepted", payload)
    assert socket.commands()[-1][3] == payload
    (held,) = admin.get(f"{ADMIN}/chargers/{world.charger_id}/charging-profiles").json
    assert held["profile"] == profile


def test_a_command_for_many_has_an_outcome_for_each(
    admin: Client, world: World, socket: Socket
) -> None:
    bulk = {**TRIGGER, "charger_ids": [world.charger_id, world.charger_id.upper(), "nobody", "a/b"]}

    answer = admin.post(f"{ADMIN}/commands/bulk", bulk)

    assert answer.status == 202
    states = [(one["command"] or {}).get("state") for one in answer.json]
    assert states == ["sent", None, None]
    assert [one["refused"] for one in answer.json] == [None, "not-found", "not-found"]
