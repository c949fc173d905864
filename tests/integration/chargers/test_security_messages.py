"""Messages of the security extension: kept, shown, and answered in every state."""

from datetime import timedelta

import pytest

from csms.domain.certificate_request import RequestState
from csms.domain.charger import Registration
from csms.domain.ids import ChargerId
from csms.store import certificate_request, security_event
from csms.store import charger as chargers
from tests.engine import Engine
from tests.integration.chargers.asking import CHARGER
from tests.integration.chargers.charger import Socket, register
from tests.integration.events import START
from tests.integration.gateway import Gateway

EVENT = {"type": "FirmwareUpdated", "timestamp": "2026-03-01T10:00:00Z", "techInfo": "1.1"}
LATER = START + timedelta(hours=1)


def test_an_event_is_kept_once(socket: Socket) -> None:
    for _ in range(2):
        assert socket.ask("SecurityEventNotification", EVENT) == {}
    socket.ask("SecurityEventNotification", {**EVENT, "type": "SettingSystemTime"})

    kinds = [one.kind for one in security_event.list_by_charger(CHARGER, LATER, None, 9).items]
    assert sorted(kinds) == ["FirmwareUpdated", "SettingSystemTime"]
    day = START.date().isoformat()
    assert len(security_event.list_by_day(day, None, 9).items) == 2


@pytest.mark.parametrize("state", [Registration.PENDING, Registration.REJECTED])
@pytest.mark.parametrize(
    ("action", "payload"),
    [
        ("SecurityEventNotification", EVENT),
        ("LogStatusNotification", {"status": "Uploading", "requestId": 1}),
        ("SignedFirmwareStatusNotification", {"status": "Downloading", "requestId": 1}),
        ("SignCertificate", {"csr": "CSR"}),
    ],
)
def test_they_are_answered_in_every_state(
    tables: Engine, gateway: Gateway, state: Registration, action: str, payload: dict[str, object]
) -> None:
    register("CP-2", state)
    socket = Socket(gateway, "cp-2")
    socket.connect()
    assert socket.call(action, payload)[0] == 3


def test_progress_of_logs_and_signed_firmware_is_kept(socket: Socket) -> None:
    for word in ("Uploading", "Uploaded"):
        socket.ask("LogStatusNotification", {"status": word, "requestId": 1})
    socket.ask("FirmwareStatusNotification", {"status": "Downloading"})
    socket.ask("SignedFirmwareStatusNotification", {"status": "InvalidSignature", "requestId": 2})

    progress = chargers.page(CHARGER).progress
    assert [one.status for one in progress["log"]] == ["Uploaded", "Uploading"]
    assert [one.status for one in progress["firmware"]] == ["InvalidSignature", "Downloading"]


def test_a_request_for_a_certificate_is_stored_once(socket: Socket) -> None:
    for _ in range(2):
        assert socket.ask("SignCertificate", {"csr": "CSR"}) == {"status": "Accepted"}

    (request,) = certificate_request.list_by_charger(CHARGER)
    assert (request.state, request.csr) == (RequestState.REQUESTED, "CSR")
    due = [key for shard in range(8) for key in certificate_request.list_due(shard, LATER, 9)]
    assert due == [(ChargerId("cp-1"), request.request_key)]


def test_a_request_that_is_too_long_is_refused(socket: Socket) -> None:
    frame = socket.call("SignCertificate", {"csr": "x" * 6000})
    assert frame[0] == 4 or frame[2] == {"status": "Rejected"}
    assert certificate_request.list_by_charger(CHARGER) == []
