"""Connections: the newest owns the charger, and reconnects are nothing special."""

from datetime import timedelta

import pytest

from csms.domain.charger import Charger, Reachability, Registration
from csms.domain.ids import ChargerId
from csms.services import commands
from csms.services.chargers import liveness, registration
from csms.store import charger as chargers
from csms.store import connection as connections
from csms.store import station as stations
from functions.heartbeat_sweep import handler as heartbeat_sweep
from tests.integration import events
from tests.integration.chargers.charger import BOOT, Socket, register, station, status
from tests.integration.events import CONTEXT, START
from tests.integration.gateway import Gateway

CHARGER = ChargerId("cp-1")


def sweep(socket: Socket) -> None:
    heartbeat_sweep.handler(events.schedule(socket.now), CONTEXT)


@pytest.mark.parametrize(
    ("offer", "agreed"),
    [
        ("ocpp1.6", "ocpp1.6"),
        ("OCPP1.6", "OCPP1.6"),
        ("ocpp2.0.1, ocpp1.6", "ocpp1.6"),
        ("ocpp1.6,ocpp1.5", "ocpp1.6"),
        (None, None),
        ("", None),
    ],
)
def test_the_subprotocol_goes_back_as_it_was_offered(
    charger: Charger, gateway: Gateway, offer: str | None, agreed: str | None
) -> None:
    answer = Socket(gateway).connect(offer)
    assert answer["statusCode"] == 200
    assert answer.get("headers", {}).get("Sec-WebSocket-Protocol") == agreed


class TestForeignSubprotocol:
    def test_it_is_completed_without_a_header_and_closed_with_its_first_frame(
        self, charger: Charger, gateway: Gateway
    ) -> None:
        socket = Socket(gateway)
        assert socket.connect("ocpp2.0.1") == {"statusCode": 200}
        socket.send([2, "1", "Heartbeat", {}])
        assert gateway.frames(socket.connection_id) == []
        assert gateway.closed == [socket.connection_id]

    def test_no_offer_is_closed_where_the_charger_must_offer(
        self, charger: Charger, gateway: Gateway
    ) -> None:
        socket = Socket(gateway)
        assert socket.connect(None, assume_ocpp16="0") == {"statusCode": 200}
        socket.send([2, "1", "Heartbeat", {}])
        assert gateway.closed == [socket.connection_id]


class TestTwoConnections:
    def test_the_second_closes_the_first(self, socket: Socket, gateway: Gateway) -> None:
        second = Socket(gateway, connected_at=START + timedelta(seconds=1))
        second.connect()
        assert gateway.closed == [socket.connection_id]
        assert socket.row.connection_id == second.connection_id

    def test_frames_of_the_first_are_still_answered_and_stored(
        self, socket: Socket, gateway: Gateway
    ) -> None:
        second = Socket(gateway, connected_at=START + timedelta(seconds=1))
        second.connect()
        gateway.closed.clear()
        assert socket.ask("StatusNotification", status(1, "Faulted")) == {}
        connector = chargers.connector(CHARGER, status(1, "Faulted")["connectorId"])
        assert connector is not None
        assert connector.status == "Faulted"

    def test_a_late_disconnect_of_the_first_changes_nothing(
        self, socket: Socket, gateway: Gateway
    ) -> None:
        second = Socket(gateway, connected_at=START + timedelta(seconds=1))
        second.connect()
        socket.later(seconds=5).disconnect()
        assert socket.row.connection_id == second.connection_id

    def test_a_late_connect_of_an_older_one_does_not_take_over(
        self, socket: Socket, gateway: Gateway
    ) -> None:
        older = Socket(gateway, connected_at=START - timedelta(seconds=1))
        assert older.connect()["statusCode"] == 200
        assert socket.row.connection_id == socket.connection_id
        assert older.ask("Heartbeat")

    def test_it_connects_all_the_same_when_the_first_cannot_be_closed(
        self, socket: Socket, gateway: Gateway
    ) -> None:
        gateway.closed.append(socket.connection_id)
        second = Socket(gateway, connected_at=START + timedelta(seconds=1))
        assert second.connect()["statusCode"] == 200


def test_a_frame_without_the_authorizers_word_is_dropped(gateway: Gateway) -> None:
    socket = Socket(gateway)
    socket.charger_id = None  # type: ignore[assignment] # as a gateway that lost it
    socket.send([2, "1", "Heartbeat", {}])
    assert gateway.posted == []


def test_a_connection_of_a_deleted_charger_is_refused(charger: Charger, gateway: Gateway) -> None:
    chargers.delete(CHARGER)
    assert Socket(gateway).connect() == {"statusCode": 403}


class TestLiveness:
    def test_a_two_hour_reconnect_is_never_an_outage(
        self, socket: Socket, gateway: Gateway
    ) -> None:
        socket.later(hours=2).disconnect()
        sweep(socket)
        assert liveness.is_reachable(socket.row, socket.now)
        again = Socket(gateway, connected_at=socket.now + timedelta(seconds=20))
        again.connect()
        sweep(again)
        row = again.row
        assert (row.reachability, row.offline_since) == (Reachability.ONLINE, None)

    def test_a_charger_that_went_away_is_offline_after_two_intervals(self, socket: Socket) -> None:
        station()
        socket.ask("StatusNotification", status(1, "Available"))
        socket.later(seconds=30).disconnect()
        sweep(socket.later(minutes=11))
        row = socket.row
        assert row.reachability is Reachability.OFFLINE
        assert row.offline_since == START + timedelta(seconds=30)
        assert not liveness.is_reachable(row, socket.now)
        assert stations.get_on_map(row.station_id).counts == {"unknown": 2}

    def test_it_is_shown_again_with_its_first_frame(self, socket: Socket, gateway: Gateway) -> None:
        station()
        socket.ask("StatusNotification", status(1, "Available"))
        socket.disconnect()
        sweep(socket.later(minutes=11))
        again = Socket(gateway, connected_at=socket.now)
        again.connect()
        again.ask("Heartbeat")
        counts = stations.get_on_map(again.row.station_id).counts
        assert (again.row.offline_since, counts) == (None, {"free": 1, "unknown": 1})

    def test_what_it_reported_is_never_overwritten(self, socket: Socket) -> None:
        socket.ask("StatusNotification", status(1, "Available"))
        socket.disconnect()
        sweep(socket.later(minutes=11))
        found = chargers.connectors(CHARGER)[0]
        assert found.status == "Available"

    def test_a_quiet_charger_lives_if_the_gateway_heard_of_it(
        self, socket: Socket, gateway: Gateway
    ) -> None:
        socket.later(minutes=20)
        gateway.active[socket.connection_id] = socket.now - timedelta(minutes=1)
        sweep(socket)
        row = socket.row
        assert row.reachability is Reachability.ONLINE
        assert row.due_at == socket.now + timedelta(minutes=9)

    def test_a_silent_connection_is_offline_and_closed(
        self, socket: Socket, gateway: Gateway
    ) -> None:
        gateway.active[socket.connection_id] = START
        sweep(socket.later(minutes=20))
        assert socket.row.reachability is Reachability.OFFLINE
        assert gateway.closed == [socket.connection_id]

    def test_heartbeats_do_not_move_the_deadline(self, socket: Socket) -> None:
        before = socket.row.due_at
        socket.later(minutes=5).ask("Heartbeat")
        assert socket.row.due_at == before

    def test_a_living_charger_is_looked_at_once_per_deadline(self, socket: Socket) -> None:
        socket.later(minutes=9).ask("Heartbeat")
        sweep(socket.later(minutes=2))
        assert socket.row.due_at == START + timedelta(minutes=19)


class TestRegistration:
    def test_a_pending_charger_is_told_so_and_may_not_do_much(
        self, charger: Charger, gateway: Gateway
    ) -> None:
        register("CP-2", Registration.PENDING)
        socket = Socket(gateway, "cp-2")
        socket.connect()
        assert socket.ask("BootNotification", BOOT)["status"] == "Pending"
        for action in ("Heartbeat", "Authorize", "StatusNotification", "DataTransfer"):
            assert socket.call(action, PAYLOADS[action])[2] == "SecurityError"

    def test_approving_it_asks_it_to_boot_again(self, charger: Charger, gateway: Gateway) -> None:
        register("CP-2", Registration.PENDING)
        socket = Socket(gateway, "cp-2")
        socket.connect()
        socket.ask("BootNotification", BOOT)
        socket.answer(socket.commands()[0], {"configurationKey": []})
        registration.approve(ChargerId("cp-2"), "admin", socket.now)
        assert socket.commands()[-1][2:] == [
            "TriggerMessage",
            {"requestedMessage": "BootNotification"},
        ]
        assert socket.ask("BootNotification", BOOT)["status"] == "Accepted"

    def test_an_accepted_one_is_never_asked_to_boot(self, socket: Socket, gateway: Gateway) -> None:
        registration.approve(CHARGER, "admin", socket.now)
        assert socket.commands() == []

    def test_what_was_triggered_of_a_pending_one_is_answered(
        self, charger: Charger, gateway: Gateway
    ) -> None:
        register("CP-2", Registration.PENDING)
        socket = Socket(gateway, "cp-2")
        socket.connect()
        socket.ask("BootNotification", BOOT)
        socket.answer(socket.commands()[0], {"configurationKey": []})
        payload = {"requestedMessage": "StatusNotification"}
        commands.enqueue(ChargerId("cp-2"), "TriggerMessage", payload, "admin", socket.now)
        socket.answer(socket.commands()[-1], {"status": "Accepted"})
        assert socket.ask("StatusNotification", status(1, "Available")) == {}

    @pytest.mark.parametrize("registered", [Registration.PENDING, Registration.REJECTED])
    def test_what_happened_is_taken_from_everyone(
        self, charger: Charger, gateway: Gateway, registered: Registration
    ) -> None:
        station()
        register("CP-2", registered)
        socket = Socket(gateway, "cp-2")
        socket.connect()
        for action in ("StartTransaction", "MeterValues", "StopTransaction"):
            assert socket.call(action, PAYLOADS[action])[0] == 3

    def test_disabling_closes_the_socket_and_rejects(
        self, socket: Socket, gateway: Gateway
    ) -> None:
        registration.disable(CHARGER)
        assert gateway.closed == [socket.connection_id]
        gateway.closed.clear()
        assert socket.ask("BootNotification", BOOT)["status"] == "Rejected"
        assert socket.call("Heartbeat")[2] == "SecurityError"
        registration.enable(CHARGER)
        assert gateway.closed == [socket.connection_id]
        gateway.closed.clear()
        assert socket.ask("BootNotification", BOOT)["status"] == "Accepted"

    def test_nothing_is_asked_of_a_disabled_charger(
        self, charger: Charger, gateway: Gateway
    ) -> None:
        register("CP-2", Registration.REJECTED)
        socket = Socket(gateway, "cp-2")
        socket.connect()
        socket.ask("BootNotification", BOOT)
        assert socket.commands() == []

    def test_deleting_closes_the_socket(self, socket: Socket, gateway: Gateway) -> None:
        registration.delete(CHARGER, socket.now)
        assert gateway.closed == [socket.connection_id]
        gateway.closed.clear()
        assert socket.call("Heartbeat")[2] == "SecurityError"
        assert connections.find(CHARGER) is None

    def test_what_waits_for_a_deleted_charger_never_goes_to_its_successor(
        self, charger: Charger, gateway: Gateway
    ) -> None:
        payload = {"connectorId": 1, "type": "Inoperative"}
        commands.enqueue(CHARGER, "ChangeAvailability", payload, "admin", START)
        registration.delete(CHARGER, START)
        register()
        socket = Socket(gateway)
        commands.enqueue(CHARGER, "TriggerMessage", {"requestedMessage": "Heartbeat"}, "a", START)
        socket.connect()
        socket.ask("Heartbeat")
        assert [frame[2] for frame in socket.commands()] == ["TriggerMessage"]

    def test_a_new_key_closes_the_socket(self, socket: Socket, gateway: Gateway) -> None:
        before = chargers.get(CHARGER).credentials.password_hash
        registration.rekey(CHARGER)
        assert gateway.closed == [socket.connection_id]
        assert chargers.get(CHARGER).credentials.password_hash != before


PAYLOADS: dict[str, dict[str, object]] = {
    "Heartbeat": {},
    "Authorize": {"idTag": "T"},
    "StatusNotification": status(1, "Available"),
    "DataTransfer": {"vendorId": "x"},
    "StartTransaction": {
        "connectorId": 1,
        "idTag": "T",
        "meterStart": 0,
        "timestamp": "2026-03-01T12:00:00Z",
    },
    "MeterValues": {
        "connectorId": 1,
        "meterValue": [{"timestamp": "2026-03-01T12:00:00Z", "sampledValue": [{"value": "1"}]}],
    },
    "StopTransaction": {
        "transactionId": 1,
        "meterStop": 1,
        "timestamp": "2026-03-01T12:10:00Z",
    },
}
