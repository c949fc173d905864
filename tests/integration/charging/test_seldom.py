"""What functions do seldom, each with the rights that it has: a role too narrow shows here."""

from dataclasses import replace

import pytest

from csms.domain.charging_session import SessionState
from csms.domain.ids import ChargerId, ConnectorId, Micro, TariffId
from csms.domain.time_of_use import Window
from csms.domain.transaction import TransactionState
from csms.services.charging import sessions as service
from csms.store import charging_session as sessions
from csms.store import tariff as tariffs
from functions.books_check import handler as books_check
from tests.engine import Engine
from tests.integration.chargers.charger import BOOT, Socket, status
from tests.integration.charging.world import (
    DAY,
    DRIVER,
    HOUR,
    NOW,
    Frames,
    build,
    meter_payload,
    start_payload,
    stop_payload,
    stored,
)
from tests.integration.events import Context, schedule
from tests.integration.gateway import Gateway

CP1 = ChargerId("cp1")


class Patient(Context):
    """Of a function that may run for a quarter of an hour."""

    def get_remaining_time_in_millis(self) -> int:
        """All of it."""
        return 900_000


PATIENT = Patient()


@pytest.fixture
def socket(tables: Engine, gateway: Gateway) -> Socket:
    """A charger that connected and booted, where standing costs money and nights are cheap."""
    build("cp1")
    tariff = tariffs.get(TariffId("standard"))
    night = Window("night", (0, 1, 2, 3, 4, 5, 6), 22 * 60, 6 * 60, Micro(300_000))
    dearer = replace(tariff, idle_rate=Micro(100_000), windows=(night,))
    tariffs.replace(replace(dearer, version=tariff.version + 1), NOW)
    socket = Socket(gateway, "cp1", NOW)
    socket.connect()
    socket.ask("BootNotification", BOOT)
    (question,) = socket.commands()
    socket.answer(question, {"configurationKey": []})
    gateway.posted.clear()
    return socket


def test_the_daily_check_follows_every_kind_of_row(socket: Socket) -> None:
    session = service.request(DRIVER, CP1, ConnectorId(1), DRIVER, socket.now)
    started = socket.ask("StartTransaction", start_payload(NOW, idTag=session.id_tag))
    number = started["transactionId"]
    socket.later(minutes=10).ask("StatusNotification", status(1, "SuspendedEV", socket.now))
    socket.later(minutes=20).ask("MeterValues", meter_payload(number, socket.now, 6000))
    socket.later(minutes=30).ask("StopTransaction", stop_payload(number, socket.now, 11_000))
    assert stored(number).state is TransactionState.COMPLETED
    # Another runs, of whose charger nobody heard for long: what it holds is asked for.
    socket.later(minutes=1).ask("StartTransaction", start_payload(socket.now))
    assert books_check.handler(schedule(socket.now), PATIENT) == {"discrepancies": 0}
    assert books_check.handler(schedule(NOW + 30 * DAY), PATIENT) != {"discrepancies": 0}


def test_money_that_runs_out_is_noticed_with_what_standing_costs(socket: Socket) -> None:
    number = socket.ask("StartTransaction", start_payload(NOW))["transactionId"]
    socket.later(minutes=1).ask("StatusNotification", status(1, "SuspendedEV", socket.now))
    socket.later(hours=20).ask("MeterValues", meter_payload(number, socket.now, 250_000))
    (command,) = socket.commands()
    assert command[2] == "RemoteStopTransaction"


def test_a_charger_that_comes_back_shows_that_it_did_start(
    socket: Socket, gateway: Gateway
) -> None:
    session = service.request(DRIVER, CP1, ConnectorId(1), DRIVER, socket.now)
    # The function died after it answered the start, and the command was never answered.
    Frames(CP1).answer("StartTransaction", start_payload(NOW, idTag=session.id_tag), NOW)
    Socket(gateway, "cp1", NOW + HOUR).connect()
    found = sessions.get(session.session_id)
    assert (found.state, found.transaction_id) == (SessionState.LINKED, 1)
