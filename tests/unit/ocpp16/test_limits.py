"""What a charger is not asked for, because the protocol or the charger itself says so."""

from decimal import Decimal
from typing import Any

import pytest

from csms.domain.charger_limits import ChargerLimits
from csms.domain.errors import CsmsError, Invalid, Refused
from csms.domain.ids import ConnectorId, TransactionId
from csms.ocpp16.commands import Limited, check
from csms.ocpp16.commands import command as find_command
from tests.unit.ocpp16.command_examples import AT, LIMIT, URL

KNOWN = ChargerLimits(
    values={
        "getconfigurationmaxkeys": "2",
        "sendlocallistmaxlength": "2",
        "chargeprofilemaxstacklevel": "3",
        "chargingscheduleallowedchargingrateunit": "Current",
        "chargingschedulemaxperiods": "2",
        "supportedfiletransferprotocols": "FTP, FTPS",
        "certificatesignedmaxchainsize": "10",
    },
    read_only=frozenset({"numberofconnectors"}),
    running={ConnectorId(1): TransactionId(7)},
)
ANYTHING = ChargerLimits()


def require(action: str, payload: dict[str, Any], limits: ChargerLimits) -> None:
    assert check(action, payload) is None
    command = find_command(action).from_payload(payload)
    assert isinstance(command, Limited)
    command.require(limits)


def profile(connector_id: int = 1, **changes: Any) -> dict[str, Any]:
    merged = {**LIMIT, **changes}
    kept = {name: value for name, value in merged.items() if value is not None}
    return {"connectorId": connector_id, "csChargingProfiles": kept}


def schedule(**changes: Any) -> dict[str, Any]:
    return {**LIMIT["chargingSchedule"], **changes}


def periods(*starts: int) -> dict[str, Any]:
    return schedule(chargingSchedulePeriod=[{"startPeriod": at, "limit": 16} for at in starts])


def local_list(*tags: str, version: int = 1, kind: str = "Full") -> dict[str, Any]:
    entries = [{"idTag": tag, "idTagInfo": {"status": "Accepted"}} for tag in tags]
    return {"listVersion": version, "localAuthorizationList": entries, "updateType": kind}


TX = {"chargingProfilePurpose": "TxProfile"}
MAX = {"chargingProfilePurpose": "ChargePointMaxProfile"}


@pytest.mark.parametrize(
    "payload",
    [
        profile(),
        profile(0, **MAX),
        profile(1, **TX, transactionId=7),
        profile(
            chargingProfileKind="Absolute",
            chargingSchedule=schedule(startSchedule=AT),
            validFrom=AT,
        ),
        profile(
            chargingProfileKind="Recurring",
            recurrencyKind="Daily",
            chargingSchedule=schedule(startSchedule=AT),
        ),
        profile(chargingSchedule=periods(0, 60)),
        profile(stackLevel=3),
    ],
)
def test_a_profile_that_the_charger_can_carry_out(payload: dict[str, Any]) -> None:
    require("SetChargingProfile", payload, KNOWN)


@pytest.mark.parametrize(
    "payload",
    [
        profile(1, **MAX),
        profile(0, **TX, transactionId=7),
        profile(1, **TX),
        profile(1, **TX, transactionId=8),
        profile(transactionId=7),
        profile(recurrencyKind="Daily"),
        profile(chargingProfileKind="Recurring", chargingSchedule=schedule(startSchedule=AT)),
        profile(chargingProfileKind="Absolute"),
        profile(chargingSchedule=schedule(startSchedule=AT)),
        profile(chargingSchedule=periods(1)),
        profile(chargingSchedule=periods(0, 60, 60)),
        profile(chargingSchedule=schedule(chargingSchedulePeriod=[])),
        profile(
            chargingSchedule=schedule(chargingSchedulePeriod=[{"startPeriod": 0, "limit": -1}])
        ),
        profile(
            chargingSchedule=schedule(
                chargingSchedulePeriod=[{"startPeriod": 0, "limit": 1, "numberPhases": 4}]
            )
        ),
        profile(stackLevel=-1),
        profile(validFrom="2026-02-01T00:00:00Z", validTo="2026-01-01T00:00:00Z"),
        profile(validFrom="2026-02-01T00:00:00Z", validTo="2026-03-01T00:00:00"),
        profile(validFrom="yesterday"),
    ],
)
def test_a_profile_that_no_charger_could_carry_out(payload: dict[str, Any]) -> None:
    with pytest.raises(Invalid):
        require("SetChargingProfile", payload, KNOWN)


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        (profile(2, **TX, transactionId=7), "not_running"),
        (profile(stackLevel=4), "stack-level-too-high"),
        (profile(chargingSchedule=schedule(chargingRateUnit="W")), "unit-not-offered"),
        (profile(chargingSchedule=periods(*range(1000))), "too-many-periods"),
    ],
)
def test_a_profile_that_this_charger_cannot_carry_out(payload: dict[str, Any], reason: str) -> None:
    with pytest.raises(Refused) as refused:
        require("SetChargingProfile", payload, KNOWN)
    assert refused.value.reason == reason


def test_more_than_one_decimal_is_refused_not_rounded() -> None:
    period = {"startPeriod": 0, "limit": Decimal("16.25")}
    payload = profile(chargingSchedule=schedule(chargingSchedulePeriod=[period]))
    assert check("SetChargingProfile", payload) is not None


LONG_LIST = local_list(*(f"{number:020d}" for number in range(5000)))
START = {"idTag": "T", "connectorId": 1}


@pytest.mark.parametrize(
    ("action", "payload", "error"),
    [
        ("GetConfiguration", {"key": ["A", "B", "C"]}, Refused),
        ("ChangeConfiguration", {"key": "numberOfConnectors", "value": "2"}, Refused),
        ("SendLocalList", local_list("A", "B", "C"), Refused),
        ("SendLocalList", LONG_LIST, Refused),
        ("SendLocalList", local_list("A", "a"), Invalid),
        ("SendLocalList", local_list("A", version=0), Invalid),
        ("SendLocalList", local_list("A", version=-1), Invalid),
        (
            "SendLocalList",
            {"listVersion": 1, "localAuthorizationList": [{"idTag": "A"}], "updateType": "Full"},
            Invalid,
        ),
        (
            "ReserveNow",
            {"connectorId": 0, "expiryDate": AT, "idTag": "A", "reservationId": 1},
            Refused,
        ),
        ("ClearChargingProfile", {"id": 1, "connectorId": 1}, Invalid),
        ("GetCompositeSchedule", {"connectorId": 1, "duration": 0}, Invalid),
        (
            "GetCompositeSchedule",
            {"connectorId": 1, "duration": 9, "chargingRateUnit": "W"},
            Refused,
        ),
        ("GetDiagnostics", {"location": URL}, Refused),
        ("GetDiagnostics", {"location": "somewhere"}, Invalid),
        ("UpdateFirmware", {"location": URL, "retrieveDate": AT}, Refused),
        ("UpdateFirmware", {"location": "ftp://a/b", "retrieveDate": AT, "retries": -1}, Invalid),
        ("CertificateSigned", {"certificateChain": "x" * 11}, Refused),
        ("RemoteStartTransaction", {"idTag": "T", "connectorId": 0}, Invalid),
        ("RemoteStartTransaction", {**START, "chargingProfile": LIMIT}, Invalid),
        (
            "RemoteStartTransaction",
            {**START, "chargingProfile": {**LIMIT, **TX, "transactionId": 7}},
            Invalid,
        ),
    ],
)
def test_what_is_not_asked_for(
    action: str, payload: dict[str, Any], error: type[CsmsError]
) -> None:
    with pytest.raises(error):
        require(action, payload, KNOWN)


@pytest.mark.parametrize(
    ("action", "payload"),
    [
        ("GetConfiguration", {}),
        ("GetConfiguration", {"key": ["A", "B", "C"]}),
        ("ChangeConfiguration", {"key": "NumberOfConnectors", "value": "2"}),
        ("SendLocalList", local_list("A", "B", "C")),
        ("GetDiagnostics", {"location": URL}),
        ("RemoteStartTransaction", {**START, "chargingProfile": {**LIMIT, **TX}}),
        ("SetChargingProfile", profile(chargingSchedule=schedule(chargingRateUnit="W"))),
    ],
)
def test_a_charger_of_which_nothing_is_known_is_asked(action: str, payload: dict[str, Any]) -> None:
    require(action, payload, ANYTHING)
    if action == "GetConfiguration" and not payload:
        require(action, payload, KNOWN)


def test_a_list_for_one_message_has_an_end() -> None:
    with pytest.raises(Refused) as refused:
        require("SendLocalList", LONG_LIST, ANYTHING)
    assert refused.value.reason == "list-too-long"


def test_connector_zero_is_reserved_where_the_charger_can() -> None:
    payload = {"connectorId": 0, "expiryDate": AT, "idTag": "A", "reservationId": 1}
    require("ReserveNow", payload, ChargerLimits({"reserveconnectorzerosupported": "true"}))
