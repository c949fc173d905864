"""Who gets in, and whose socket is closed, on the running system."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from tests.e2e.operator import Operator, Place
from tests.e2e.socket_charger import dialled, minutes_ago, stop_payload
from tests.e2e.system import System, wait_until


@pytest.fixture(scope="module")
def place(system: System) -> Place:
    return Operator(system).register()


@pytest.mark.parametrize(
    "changes",
    [{"password": "wrong"}, {"password": ""}, {"identity": "NOBODY-KNOWS"}],
    ids=["wrong password", "no password", "unknown charger"],
)
def test_strangers_are_refused(system: System, place: Place, changes: dict[str, str]) -> None:
    with pytest.raises(InvalidStatus) as refused, dialled(system, place, **changes):
        pass
    assert refused.value.response.status_code in (401, 403, 404)


def test_the_subprotocol_is_agreed(system: System, place: Place) -> None:
    with dialled(system, place) as charger:
        assert charger.socket.subprotocol == "ocpp1.6"


def test_an_offer_without_ocpp_16_ends(system: System, place: Place) -> None:
    with dialled(system, place, subprotocol="ocpp2.0.1") as charger:
        assert charger.socket.subprotocol is None
        charger.socket.send('[2,"1","Heartbeat",{}]')
        charger.wait_for_close()


def test_the_newest_connection_owns_the_charger_and_the_older_is_still_answered(
    system: System, place: Place
) -> None:
    with dialled(system, place) as older, dialled(system, place) as newer:
        newer.boot()
        try:
            older.send("Heartbeat", {})
            answer = json.loads(older.socket.recv(10))
        except ConnectionClosed:
            answer = [3]
        assert answer[0] == 3
        assert "currentTime" in newer.call("Heartbeat", {})


def test_disabling_a_charger_closes_its_socket(system: System) -> None:
    operator = Operator(system)
    own = operator.register()
    with dialled(system, own) as charger:
        charger.boot()
        operator.ask("POST", f"/api/admin/chargers/{own.charger_id}/disable")
        charger.wait_for_close()


def test_a_charger_is_seen_connected_and_then_gone(system: System, place: Place) -> None:
    operator = Operator(system)
    path = f"/api/admin/chargers/{place.charger_id}"
    with dialled(system, place) as charger:
        charger.boot()
        wait_until(lambda: operator.ask("GET", path)["connected"])
    wait_until(lambda: not operator.ask("GET", path)["connected"])


@pytest.fixture
def short(tmp_path: Path) -> Iterator[System]:
    """A system whose connections live five seconds instead of two hours."""
    system = System(tmp_path / "var", limits=("life_s=5",))
    try:
        yield system.start()
    finally:
        system.close()


def test_a_session_goes_on_over_the_two_hour_limit(short: System) -> None:
    operator = Operator(short)
    own = operator.register()
    with dialled(short, own) as charger:
        charger.boot()
        transaction_id = charger.start(own, 1_000, minutes_ago(30))
        assert charger.wait_for_close() == 1001
    with dialled(short, own) as charger:
        stop = stop_payload(own, transaction_id, 3_000, minutes_ago(0))
        charger.call("StopTransaction", stop)
    assert operator.wait_for_state(own, "COMPLETED")["energy_wh"] == 2_000
