"""What a person asks of a charger: held against its limits, stored before it is sent."""

from typing import Any

import pytest

from csms.domain.charger import Availability, SecurityProfile
from csms.domain.command import CommandState
from csms.domain.errors import Invalid, Refused
from csms.services.chargers import profiles
from csms.store import charger as chargers
from csms.store import configuration
from tests.integration.chargers.asking import CHARGER, ask, knows, told
from tests.integration.chargers.charger import Socket, connector
from tests.unit.ocpp16.command_examples import LIMIT, URL

ACCEPTED = {"status": "Accepted"}
TX = {**LIMIT, "chargingProfilePurpose": "TxProfile"}


def start(socket: Socket, connector_id: int = 1) -> int:
    started = {
        "connectorId": connector_id,
        "idTag": "TAG",
        "meterStart": 0,
        "timestamp": "2026-03-01T10:00:00Z",
    }
    return int(socket.ask("StartTransaction", started)["transactionId"])


def set_profile(socket: Socket, profile: Any, connector_id: int = 1) -> None:
    payload = {"connectorId": connector_id, "csChargingProfiles": profile}
    told(socket, ACCEPTED, "SetChargingProfile", **payload)


def held() -> list[tuple[int, int]]:
    found = profiles.held_by(CHARGER)
    return [(one.connector_id, one.profile["chargingProfileId"]) for one in found]


def test_the_intent_is_stored_whatever_route_it_came_by(socket: Socket) -> None:
    ask(socket, "ChangeAvailability", connectorId=1, type="Inoperative")
    assert connector("cp-1", 1).availability is Availability.INOPERATIVE


def test_a_wish_is_shown_beside_what_is_reported(socket: Socket) -> None:
    knows(socket, MeterValueSampleInterval="30")
    later = {"status": "RebootRequired"}
    told(socket, later, "ChangeConfiguration", key="MeterValueSampleInterval", value="60")
    entry = configuration.find(CHARGER, "metervaluesampleinterval")
    assert entry is not None
    assert (entry.value, entry.desired) == ("30", "60")


def test_a_key_that_cannot_be_changed_is_not_asked_for(socket: Socket) -> None:
    entry = {"key": "NumberOfConnectors", "readonly": True, "value": "2"}
    told(socket, {"configurationKey": [entry]}, "GetConfiguration")
    with pytest.raises(Refused) as refused:
        ask(socket, "ChangeConfiguration", key="numberofconnectors", value="3")
    assert refused.value.reason == "read-only"


def test_a_charger_that_only_speaks_ftp_is_asked_for_nothing_else(socket: Socket) -> None:
    knows(socket, SupportedFileTransferProtocols="FTP")
    with pytest.raises(Refused) as refused:
        ask(socket, "GetDiagnostics", location=URL)
    assert refused.value.reason == "transfer-not-offered"


class TestUnlocking:
    def test_a_connector_that_charges_is_confirmed_first(self, socket: Socket) -> None:
        start(socket)
        with pytest.raises(Refused) as refused:
            ask(socket, "UnlockConnector", connectorId=1)
        assert refused.value.reason == "ends-transaction"
        command = ask(socket, "UnlockConnector", connectorId=1, confirmed=True)
        assert command.state is CommandState.SENT

    def test_another_connector_is_unlocked_at_once(self, socket: Socket) -> None:
        start(socket)
        assert ask(socket, "UnlockConnector", connectorId=2).state is CommandState.SENT


class TestChargingProfiles:
    def test_the_same_place_holds_one(self, socket: Socket) -> None:
        set_profile(socket, LIMIT)
        set_profile(socket, {**LIMIT, "chargingProfileId": 2})
        set_profile(socket, {**LIMIT, "chargingProfileId": 3, "stackLevel": 1})
        set_profile(socket, {**LIMIT, "chargingProfileId": 4}, connector_id=0)
        assert held() == [(0, 4), (1, 2), (1, 3)]

    def test_a_refused_one_is_not_held(self, socket: Socket) -> None:
        payload = {"connectorId": 1, "csChargingProfiles": LIMIT}
        told(socket, {"status": "Rejected"}, "SetChargingProfile", **payload)
        assert held() == []

    def test_one_of_a_transaction_ends_with_it(self, socket: Socket) -> None:
        transaction_id = start(socket)
        set_profile(socket, {**TX, "transactionId": transaction_id})
        assert held() == [(1, 1)]
        stopped = {
            "transactionId": transaction_id,
            "meterStop": 10,
            "timestamp": "2026-03-01T10:10:00Z",
        }
        socket.ask("StopTransaction", stopped)
        assert held() == []

    def test_one_of_another_transaction_is_not_sent(self, socket: Socket) -> None:
        transaction_id = start(socket)
        with pytest.raises(Invalid):
            set_profile(socket, {**TX, "transactionId": transaction_id + 1})
        with pytest.raises(Refused):
            set_profile(socket, {**TX, "transactionId": transaction_id}, connector_id=2)

    @pytest.mark.parametrize(
        ("payload", "left"),
        [
            ({"id": 1}, [(0, 4), (1, 2)]),
            ({}, []),
            ({"connectorId": 1}, [(0, 4)]),
            ({"stackLevel": 0}, [(1, 2)]),
            ({"connectorId": 1, "stackLevel": 0}, [(0, 4), (1, 2)]),
            ({"connectorId": 2}, [(0, 4), (1, 1), (1, 2)]),
        ],
    )
    def test_clearing_takes_what_fits_all_that_is_named(
        self, socket: Socket, payload: dict[str, Any], left: list[tuple[int, int]]
    ) -> None:
        set_profile(socket, LIMIT)
        set_profile(socket, {**LIMIT, "chargingProfileId": 2, "stackLevel": 1})
        set_profile(socket, {**LIMIT, "chargingProfileId": 4}, connector_id=0)
        told(socket, ACCEPTED, "ClearChargingProfile", **payload)
        assert held() == left


class TestSecurityProfile:
    def test_a_higher_one_is_pending_until_it_is_used(self, socket: Socket) -> None:
        told(socket, ACCEPTED, "ChangeConfiguration", key="SecurityProfile", value="2")
        credentials = chargers.get(CHARGER).credentials
        assert credentials.pending_security_profile is SecurityProfile.TLS_BASIC
        assert credentials.security_profile is SecurityProfile.BASIC

    @pytest.mark.parametrize("word", ["Rejected", "NotSupported"])
    def test_a_refusal_drops_it(self, socket: Socket, word: str) -> None:
        told(socket, {"status": word}, "ChangeConfiguration", key="SecurityProfile", value="2")
        assert chargers.get(CHARGER).credentials.pending_security_profile is None

    @pytest.mark.parametrize("value", ["0", "1"])
    def test_it_is_never_lowered(self, socket: Socket, value: str) -> None:
        with pytest.raises(Refused) as refused:
            ask(socket, "ChangeConfiguration", key="SecurityProfile", value=value)
        assert refused.value.reason == "profile-not-higher"

    @pytest.mark.parametrize("value", ["4", "x", "-1", ""])
    def test_what_is_no_profile(self, socket: Socket, value: str) -> None:
        with pytest.raises(Invalid):
            ask(socket, "ChangeConfiguration", key="SecurityProfile", value=value)
