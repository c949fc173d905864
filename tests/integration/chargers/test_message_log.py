"""The message log: one row per exchange, at the level that is asked for, without secrets."""

import dataclasses
from datetime import timedelta
from typing import Any

import pytest

from csms.domain.ids import ChargerId
from csms.domain.message import Direction, LoggedExchange
from csms.services import commands
from csms.settings import SETTINGS
from csms.store import charger as chargers
from csms.store import message_log
from csms.store.message_log import LogFilter
from functions.heartbeat_sweep import handler as heartbeat_sweep
from tests.engine import Engine
from tests.integration import events
from tests.integration.chargers.charger import BOOT, Socket, status
from tests.integration.events import CONTEXT, START

CHARGER = ChargerId("cp-1")


def logged(socket: Socket, **wanted: Any) -> list[LoggedExchange]:
    page = message_log.list_by_charger(CHARGER, LogFilter(**wanted), socket.now, None, 100)
    return list(page.items)


@pytest.fixture
def later(socket: Socket) -> Socket:
    """The socket a minute after its first exchanges, which are in the log already."""
    return socket.later(minutes=1)


def test_an_exchange_is_one_row_with_request_and_answer(later: Socket) -> None:
    later.call("Heartbeat", message_id="hb-1")
    entry = logged(later, since=later.now)[0]
    assert (entry.direction, entry.action, entry.message_id, entry.connection_id, entry.at) == (
        Direction.FROM_CHARGER,
        "Heartbeat",
        "hb-1",
        later.connection_id,
        later.now,
    )
    assert entry.request == '[2, "hb-1", "Heartbeat", {}]'
    assert entry.answer == '[3,"hb-1",{"currentTime":"2026-03-01T12:01:00.000Z"}]'
    assert entry.error is None


def test_a_command_with_its_answer_is_one_row(later: Socket) -> None:
    payload = {"requestedMessage": "Heartbeat"}
    commands.enqueue(CHARGER, "TriggerMessage", payload, "admin", later.now)
    later.answer(later.commands()[0], {"status": "Accepted"})
    (entry,) = logged(later, since=later.now)
    assert (entry.direction, entry.action) == (Direction.TO_CHARGER, "TriggerMessage")
    assert '"requestedMessage":"Heartbeat"' in entry.request
    assert entry.answer is not None
    assert '"status":"Accepted"' in entry.answer


def test_a_command_without_an_answer_is_kept_as_a_fault(later: Socket) -> None:
    payload = {"requestedMessage": "Heartbeat"}
    command = commands.enqueue(CHARGER, "TriggerMessage", payload, "admin", later.now)
    heartbeat_sweep.handler(events.schedule(later.later(minutes=1).now), CONTEXT)
    (entry,) = logged(later, errors_only=True)
    assert (entry.message_id, entry.answer, entry.error) == (command.command_id, None, "timed_out")


@pytest.mark.parametrize("message_id", ["", "x" * 2000, -1], ids=["none", "endless", "a number"])
def test_an_answer_under_an_impossible_id_is_kept_as_a_fault(
    later: Socket, message_id: object
) -> None:
    later.send([3, message_id, {"status": "Accepted"}])
    (entry,) = logged(later, since=later.now)
    assert entry.error == "unexpected-answer"
    assert entry.message_id == str(message_id)[:64]


def test_long_exchanges_are_compressed_and_read_back(later: Socket, engine: Engine) -> None:
    later.ask("DataTransfer", {"vendorId": "v", "data": "d" * 20_000})
    (entry,) = logged(later, since=later.now)
    assert len(entry.request) > 20_000
    rows = [row for row in engine.rows("csms-message_log") if "packed" in row]
    assert len(rows) == 1
    assert len(str(rows[0])) < 1024


def test_of_a_very_long_frame_the_beginning_is_kept(later: Socket) -> None:
    later.ask("DataTransfer", {"vendorId": "v", "data": "d" * 100_000})
    (entry,) = logged(later, since=later.now)
    assert len(entry.request) < message_log.LONGEST + 100
    assert "characters)" in entry.request


def test_rows_go_after_some_days_and_are_not_shown_then(later: Socket, engine: Engine) -> None:
    later.ask("Heartbeat")
    ends = later.now + timedelta(days=SETTINGS.message_log_days)
    assert str(round(ends.timestamp())) in {
        row["ttl"]["N"] for row in engine.rows("csms-message_log")
    }
    later.now = ends
    assert logged(later) == []


@pytest.mark.parametrize(("level", "kept"), [("all", 2), ("faults", 1), ("off", 0)])
def test_a_charger_has_a_level_of_its_own(later: Socket, level: str, kept: int) -> None:
    charger = chargers.get(CHARGER)
    chargers.replace(dataclasses.replace(charger, log_level=level), charger.version)
    later.ask("Heartbeat")
    later.call("Nonsense")
    assert len(logged(later, since=later.now)) == kept


class TestFilters:
    @pytest.fixture
    def busy(self, later: Socket) -> Socket:
        later.ask("BootNotification", BOOT)
        later.later(seconds=1).ask("StatusNotification", status(1, "Available"))
        later.later(seconds=1).call("Nonsense", message_id="odd")
        return later

    @pytest.mark.parametrize(
        ("wanted", "actions"),
        [
            ({"action": "BootNotification"}, ["BootNotification"]),
            ({"message_id": "odd"}, ["Nonsense"]),
            ({"errors_only": True}, ["Nonsense"]),
            ({"direction": Direction.TO_CHARGER}, ["GetConfiguration"]),
            ({"since": START + timedelta(seconds=61)}, ["Nonsense", "StatusNotification"]),
            (
                {"since": START + timedelta(seconds=60), "until": START + timedelta(seconds=61)},
                ["StatusNotification", "BootNotification"],
            ),
        ],
    )
    def test_newest_first(self, busy: Socket, wanted: dict[str, Any], actions: list[str]) -> None:
        assert [entry.action for entry in logged(busy, **wanted)] == actions

    def test_page_by_page(self, busy: Socket) -> None:
        seen: list[str | None] = []
        cursor: str | None = None
        for _ in range(10):
            wanted = LogFilter(direction=Direction.FROM_CHARGER)
            page = message_log.list_by_charger(CHARGER, wanted, busy.now, cursor, 1)
            seen += [entry.action for entry in page.items]
            cursor = page.cursor
            if cursor is None:
                break
        assert seen == ["Nonsense", "StatusNotification", "BootNotification", "Heartbeat"]
