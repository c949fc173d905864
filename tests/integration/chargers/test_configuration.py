"""Configuration: what chargers report, the rule about heartbeats, and new keys."""

from typing import Any

import pytest

from csms.domain.charger import Availability, Charger
from csms.domain.command import CommandState
from csms.domain.configuration import ConfigurationEntry, Setting
from csms.domain.errors import Refused
from csms.domain.ids import ChargerId, ConnectorId
from csms.services import commands
from csms.services.chargers import availability, configuration, passwords, rotation
from csms.store import charger as chargers
from csms.store import command as command_store
from csms.store import message_log
from csms.store.message_log import LogFilter
from functions.charger_authorizer import handler as charger_authorizer
from functions.heartbeat_sweep import handler as heartbeat_sweep
from tests.engine import Engine
from tests.integration import events
from tests.integration.chargers.charger import BOOT, Socket, connector
from tests.integration.events import CONTEXT, basic, handshake
from tests.integration.gateway import Gateway

CHARGER = ChargerId("cp-1")


def key(name: str, value: str | None = None, *, readonly: bool = False) -> dict[str, Any]:
    entry: dict[str, Any] = {"key": name, "readonly": readonly}
    return entry if value is None else {**entry, "value": value}


def entries() -> dict[str, ConfigurationEntry]:
    return {entry.key: entry for entry in chargers.page(CHARGER).configuration}


def pending() -> str | None:
    return chargers.get(CHARGER).credentials.pending_password_hash


class TestIntervals:
    """The gateway closes what is idle for ten minutes, and not every charger boots."""

    @pytest.fixture
    def new(self, charger: Charger, gateway: Gateway) -> Socket:
        socket = Socket(gateway)
        socket.connect()
        return socket

    def test_first_contact_asks(self, new: Socket) -> None:
        new.ask(
            "StatusNotification", {"connectorId": 1, "errorCode": "NoError", "status": "Available"}
        )
        assert new.commands()[0][2:] == [
            "GetConfiguration",
            {"key": ["HeartbeatInterval", "WebSocketPingInterval"]},
        ]

    def test_what_is_too_long_is_set_and_nothing_else(self, new: Socket) -> None:
        new.ask("Heartbeat")
        reported = [key("HeartbeatInterval", "86400"), key("WebSocketPingInterval", "60")]
        new.answer(new.commands()[0], {"configurationKey": reported})
        assert [frame[2:] for frame in new.commands()[1:]] == [
            ["ChangeConfiguration", {"key": "HeartbeatInterval", "value": "300"}]
        ]
        new.answer(new.commands()[1], {"status": "Accepted"})
        assert len(new.commands()) == 2

    @pytest.mark.parametrize("value", ["300", "10", "0", "", "x", "-1", "³"])
    def test_anything_else_is_left_alone(self, new: Socket, value: str) -> None:
        new.ask("Heartbeat")
        reported = [key("HeartbeatInterval", value)]
        new.answer(new.commands()[0], {"configurationKey": reported})
        assert len(new.commands()) == 1

    def test_it_asks_once_and_again_only_after_a_boot_and_a_day(self, new: Socket) -> None:
        new.ask("Heartbeat")
        new.answer(new.commands()[0], {"configurationKey": []})
        new.later(hours=25).ask("Heartbeat")
        assert len(new.commands()) == 1
        new.ask("BootNotification", BOOT)
        new.ask("Heartbeat")
        assert len(new.commands()) == 2
        new.answer(new.commands()[1], {"configurationKey": []})
        new.later(minutes=5).ask("BootNotification", BOOT)
        new.ask("Heartbeat")
        assert len(new.commands()) == 2

    def test_an_operators_question_changes_nothing(self, socket: Socket) -> None:
        commands.enqueue(CHARGER, "GetConfiguration", {}, "admin", socket.now)
        reported = [key("HeartbeatInterval", "86400")]
        socket.answer(socket.commands()[0], {"configurationKey": reported})
        assert len(socket.commands()) == 1


class TestReading:
    def test_keys_are_stored_and_unknown_ones_too(self, socket: Socket) -> None:
        commands.enqueue(CHARGER, "GetConfiguration", {}, "admin", socket.now)
        socket.answer(
            socket.commands()[0],
            {
                "configurationKey": [key("A", "1"), key("B", readonly=True)],
                "unknownKey": ["C"],
            },
        )
        found = entries()
        assert (found["A"].value, found["A"].readonly) == ("1", False)
        assert (found["B"].value, found["B"].readonly) == (None, True)
        assert not found["C"].known

    def test_drift_is_shown(self, socket: Socket) -> None:
        configuration.change(CHARGER, Setting("A", "2"), "admin", socket.now)
        socket.answer(socket.commands()[0], {"status": "Accepted"})
        commands.enqueue(CHARGER, "GetConfiguration", {"key": ["A"]}, "admin", socket.now)
        socket.answer(socket.commands()[1], {"configurationKey": [key("A", "1")]})
        assert (entries()["A"].value, entries()["A"].desired) == ("1", "2")

    def test_a_long_answer_is_not_kept_twice(self, socket: Socket) -> None:
        command = commands.enqueue(CHARGER, "GetConfiguration", {}, "admin", socket.now)
        many = [key(f"K{number}", "v" * 100) for number in range(300)]
        socket.answer(socket.commands()[0], {"configurationKey": many})
        ended = command_store.get(CHARGER, command.command_id)
        assert ended.state is CommandState.ACCEPTED
        assert ended.answer is not None
        assert set(ended.answer) == {"length"}
        assert len(entries()) == 200

    @pytest.mark.parametrize(
        ("status", "expected"),
        [
            ("Accepted", CommandState.ACCEPTED),
            ("RebootRequired", CommandState.ACCEPTED),
            ("Rejected", CommandState.REJECTED),
            ("NotSupported", CommandState.NOT_SUPPORTED),
        ],
    )
    def test_the_four_answers_to_a_change(
        self, socket: Socket, status: str, expected: CommandState
    ) -> None:
        command = configuration.change(CHARGER, Setting("A", "2"), "admin", socket.now)
        socket.answer(socket.commands()[0], {"status": status})
        ended = command_store.get(CHARGER, command.command_id)
        assert (ended.state, ended.outcome) == (expected, status)


class TestRotation:
    def test_the_hash_is_stored_before_the_key_is_sent(
        self, socket: Socket, gateway: Gateway
    ) -> None:
        seen: list[str | None] = []
        gateway.on_post = lambda *_: seen.append(pending())
        _, password = rotation.rotate(CHARGER, "admin", socket.now)
        assert seen[0] is not None
        assert passwords.verify(password.encode(), seen[0])
        sent = socket.commands()[0][3]
        assert sent == {"key": "AuthorizationKey", "value": password.encode().hex()}

    @pytest.mark.parametrize("status", ["Rejected", "NotSupported"])
    def test_a_refused_key_is_dropped(self, socket: Socket, status: str) -> None:
        rotation.rotate(CHARGER, "admin", socket.now)
        socket.answer(socket.commands()[0], {"status": status})
        assert pending() is None

    @pytest.mark.parametrize("answer", [{"status": "Accepted"}, {"status": "RebootRequired"}, {}])
    def test_after_any_other_answer_both_keys_fit(self, socket: Socket, answer: object) -> None:
        rotation.rotate(CHARGER, "admin", socket.now)
        socket.answer(socket.commands()[0], answer)
        assert pending() is not None

    def test_after_a_timeout_both_keys_fit(self, socket: Socket) -> None:
        rotation.rotate(CHARGER, "admin", socket.now)
        heartbeat_sweep.handler(events.schedule(socket.later(minutes=1).now), CONTEXT)
        assert pending() is not None

    def test_a_reconnect_with_the_new_key_carries_it_out(
        self, socket: Socket, gateway: Gateway
    ) -> None:
        command, password = rotation.rotate(CHARGER, "admin", socket.now)
        again = Socket(gateway, connected_at=socket.later(seconds=5).now)
        event = handshake("/ocpp/CP-1", basic("CP-1", password), now=again.now)
        context = charger_authorizer.handler(event, CONTEXT)["context"]
        assert isinstance(context, dict)
        again.connect(promoted=context["promoted"])
        ended = command_store.get(CHARGER, command.command_id)
        assert (ended.state, ended.outcome) == (CommandState.ACCEPTED, "Reconnected")
        assert pending() is None

    def test_a_reconnect_with_the_old_key_leaves_both(
        self, socket: Socket, gateway: Gateway
    ) -> None:
        command, _ = rotation.rotate(CHARGER, "admin", socket.now)
        again = Socket(gateway, connected_at=socket.later(seconds=5).now)
        again.connect(promoted="0")
        assert command_store.get(CHARGER, command.command_id).state is CommandState.OFFLINE
        assert pending() is not None

    def test_a_second_key_does_not_replace_one_on_its_way(self, socket: Socket) -> None:
        rotation.rotate(CHARGER, "admin", socket.now)
        with pytest.raises(Refused):
            rotation.rotate(CHARGER, "admin", socket.now)

    def test_a_key_is_not_an_ordinary_setting(self, socket: Socket) -> None:
        with pytest.raises(Refused):
            configuration.change(CHARGER, Setting("authorizationKEY", "x"), "admin", socket.now)

    def test_no_secret_is_kept_anywhere(
        self, socket: Socket, engine: Engine, capsys: pytest.CaptureFixture[str]
    ) -> None:
        _, password = rotation.rotate(CHARGER, "admin", socket.now)
        secret = password.encode().hex()
        socket.answer(socket.commands()[0], {"status": "Accepted"})
        commands.enqueue(CHARGER, "GetConfiguration", {}, "admin", socket.now)
        reported = [key("AuthorizationKey", secret), key("A", "1")]
        socket.answer(socket.commands()[1], {"configurationKey": reported})
        socket.send([3, "nobody", {"configurationKey": reported}])
        logged = message_log.list_by_charger(CHARGER, LogFilter(), socket.now, None, 50).items
        assert logged
        kept = f"{logged} {_everything(engine)} {capsys.readouterr()}"
        for form in (password, secret):
            assert form not in kept
        assert entries()["AuthorizationKey"].value is None


def _everything(engine: Engine) -> str:
    return " ".join(
        str(list(engine.rows(f"csms-{table}"))) for table in ("command", "charger", "connection")
    )


class TestAvailability:
    def test_the_intent_is_stored_and_asked_for(self, socket: Socket) -> None:
        command = availability.change(
            CHARGER, ConnectorId(1), Availability.INOPERATIVE, "admin", socket.now
        )
        assert socket.commands()[0][3] == {"connectorId": 1, "type": "Inoperative"}
        assert connector("cp-1", 1).availability == "Inoperative"
        assert command.state is CommandState.SENT

    def test_scheduled_is_shown_until_it_has_happened(self, socket: Socket) -> None:
        availability.change(CHARGER, ConnectorId(1), Availability.INOPERATIVE, "admin", socket.now)
        socket.answer(socket.commands()[0], {"status": "Scheduled"})
        assert connector("cp-1", 1).scheduled_availability
        payload = {"connectorId": 1, "errorCode": "NoError", "status": "Unavailable"}
        socket.ask("StatusNotification", payload)
        assert not connector("cp-1", 1).scheduled_availability
