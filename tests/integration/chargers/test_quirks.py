"""From a boot to a message that is read as the charger means it."""

from typing import Any

from csms.domain.charger import QuirkMatch
from csms.ocpp16.quirk_profiles import quirks
from csms.services.chargers import configuration
from csms.store import charger as chargers
from tests.capacity import consumed_capacity
from tests.integration.chargers.asking import CHARGER
from tests.integration.chargers.charger import BOOT, Socket
from tests.integration.gateway import Gateway

LEGRAND = {**BOOT, "chargePointVendor": "Legrand"}
FAULT = {"connectorId": 1, "errorCode": "Error", "status": "Faulted"}


def codes() -> list[str]:
    return [finding.code for finding in chargers.page(CHARGER).findings]


def test_it_is_matched_at_boot_and_kept(socket: Socket) -> None:
    socket.ask("BootNotification", LEGRAND)
    assert chargers.get(CHARGER).quirks == QuirkMatch("legrand-greenup", quirks().version)
    assert socket.row.quirk_profile == "legrand-greenup"
    socket.later(minutes=1).ask("BootNotification", {**LEGRAND, "chargePointVendor": "Acme"})
    assert chargers.get(CHARGER).quirks is None
    assert socket.row.quirk_profile is None


def test_it_says_how_messages_are_read_without_a_further_read(socket: Socket) -> None:
    def fault() -> tuple[float, float]:
        payload: dict[str, Any] = {**FAULT, "timestamp": socket.now.isoformat()}
        with consumed_capacity() as consumed:
            socket.ask("StatusNotification", payload)
        return consumed.read, consumed.written

    read, written = fault()
    assert "word-spelling" in codes()
    socket.later(seconds=1).ask("BootNotification", LEGRAND)
    count = len(codes())
    known_read, known_written = fault()
    assert len(codes()) == count
    assert known_read == read
    assert known_written < written


def test_a_charger_that_boots_again_costs_no_more(socket: Socket) -> None:
    socket.ask("BootNotification", LEGRAND)
    with consumed_capacity() as again:
        socket.later(seconds=1).ask("BootNotification", LEGRAND)
    assert (again.read, again.written) == (1, 2)


def test_only_safe_keys_are_asked_for_and_set(socket: Socket, gateway: Gateway) -> None:
    terra = {**BOOT, "chargePointVendor": "Chargedot", "chargePointModel": "CDT_TACW22"}
    socket.later(hours=25).ask("BootNotification", terra)
    socket.ask("Heartbeat")
    asked = socket.commands()[-1]
    assert asked[3] == {"key": ["HeartbeatInterval"]}
    told = [
        {"key": key, "readonly": False, "value": "3600"}
        for key in ("HeartbeatInterval", "WebSocketPingInterval")
    ]
    socket.answer(asked, {"configurationKey": told})
    changes = [frame[3] for frame in socket.commands() if frame[2] == "ChangeConfiguration"]
    shortest = str(configuration.LONGEST_INTERVAL_S)
    assert changes == [{"key": "HeartbeatInterval", "value": shortest}]
