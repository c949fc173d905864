"""One request for many chargers: each command in its own queue, pumped by answers and sweeps."""

from typing import Any

from functions.heartbeat_sweep import handler as heartbeat_sweep
from tests.integration import events
from tests.integration.api.client import Client
from tests.integration.api.world import ADMIN, World, charger, created
from tests.integration.chargers.charger import Socket
from tests.integration.events import CONTEXT
from tests.integration.gateway import Gateway

BULK = f"{ADMIN}/commands/bulk"


def chargers(admin: Client, world: World, count: int) -> list[str]:
    """Chargers beside the one of the world."""
    bodies = [charger(world.station_id, identity=f"N{number}") for number in range(count)]
    made = [created(admin, f"{ADMIN}/chargers", body) for body in bodies]
    return [str(one["charger"]["charger_id"]) for one in made]


def online(gateway: Gateway, charger_id: str) -> Socket:
    """A charger that is connected, with nothing asked of it."""
    socket = Socket(gateway, charger_id)
    socket.connect()
    socket.ask("Heartbeat")
    socket.answer(socket.commands()[0], {"configurationKey": []})
    gateway.posted.clear()
    return socket


def send(admin: Client, ids: list[str], action: str, **payload: object) -> list[dict[str, Any]]:
    answer = admin.post(BULK, {"action": action, "payload": payload, "charger_ids": ids})
    assert answer.status == 202
    outcomes: list[dict[str, Any]] = answer.json
    return outcomes


def states(admin: Client, charger_id: str) -> dict[str, str]:
    items = admin.get(f"{ADMIN}/chargers/{charger_id}/commands").json["items"]
    return {item["action"]: item["state"] for item in items}


def test_answers_let_the_next_of_each_charger_go(
    admin: Client, world: World, gateway: Gateway
) -> None:
    ids = chargers(admin, world, 3)
    sockets = [online(gateway, charger_id) for charger_id in ids]
    first = send(admin, ids, "ClearCache")
    second = send(admin, ids, "GetLocalListVersion")
    assert [one["command"]["state"] for one in first] == ["sent"] * 3
    assert [one["command"]["state"] for one in second] == ["queued"] * 3
    for socket in sockets:
        socket.answer(socket.commands()[0], {"status": "Accepted"})
        assert [frame[2] for frame in socket.commands()] == ["ClearCache", "GetLocalListVersion"]
        socket.answer(socket.commands()[1], {"listVersion": 3})
    for charger_id in ids:
        done = states(admin, charger_id)
        assert (done["ClearCache"], done["GetLocalListVersion"]) == ("accepted", "accepted")


def test_sweeps_let_the_next_of_a_silent_charger_go(
    admin: Client, world: World, gateway: Gateway
) -> None:
    talking, silent = chargers(admin, world, 2)
    sockets = {charger_id: online(gateway, charger_id) for charger_id in (talking, silent)}
    send(admin, [talking, silent], "ClearCache")
    send(admin, [talking, silent], "GetLocalListVersion")
    socket = sockets[talking]
    socket.answer(socket.commands()[0], {"status": "Accepted"})
    heartbeat_sweep.handler(events.schedule(sockets[silent].later(seconds=31).now), CONTEXT)
    assert states(admin, silent)["ClearCache"] == "timed_out"
    assert [frame[2] for frame in sockets[silent].commands()] == [
        "ClearCache",
        "GetLocalListVersion",
    ]


def test_those_that_are_away_get_it_with_their_first_frame(
    admin: Client, world: World, gateway: Gateway
) -> None:
    ids = chargers(admin, world, 2)
    outcomes = send(admin, [*ids, "nobody"], "ClearCache")
    assert [one["refused"] for one in outcomes] == [None, None, "not-found"]
    back = Socket(gateway, ids[0])
    back.connect()
    back.ask("Heartbeat")
    assert back.commands()[0][2] == "ClearCache"
    assert states(admin, ids[1])["ClearCache"] == "queued"
