"""Configuration keys: read, written, refused (§5.3, §5.8)."""

import pytest

from simulators.charge_point.configuration import Configuration
from simulators.charge_point.configuration_keys import standard_keys
from simulators.charge_point.profile import Profile

REQUIRED = [
    "AuthorizeRemoteTxRequests",
    "ClockAlignedDataInterval",
    "ConnectionTimeOut",
    "ConnectorPhaseRotation",
    "GetConfigurationMaxKeys",
    "HeartbeatInterval",
    "LocalAuthorizeOffline",
    "LocalPreAuthorize",
    "MeterValuesAlignedData",
    "MeterValuesSampledData",
    "MeterValueSampleInterval",
    "NumberOfConnectors",
    "ResetRetries",
    "StopTransactionOnEVSideDisconnect",
    "StopTransactionOnInvalidId",
    "StopTxnAlignedData",
    "StopTxnSampledData",
    "SupportedFeatureProfiles",
    "TransactionMessageAttempts",
    "TransactionMessageRetryInterval",
    "UnlockConnectorOnEVSideDisconnect",
    "LocalAuthListEnabled",
    "LocalAuthListMaxLength",
    "SendLocalListMaxLength",
    "ChargeProfileMaxStackLevel",
    "ChargingScheduleAllowedChargingRateUnit",
    "ChargingScheduleMaxPeriods",
    "MaxChargingProfilesInstalled",
]


@pytest.fixture
def configuration() -> Configuration:
    return Configuration(standard_keys(Profile(connectors=2)))


def test_every_required_key_is_there(configuration: Configuration) -> None:
    known, unknown = configuration.report(REQUIRED)

    assert unknown == []
    assert [entry.key for entry in known] == REQUIRED


def test_names_are_compared_without_case_and_strangers_are_named(
    configuration: Configuration,
) -> None:
    known, unknown = configuration.report(["HEARTBEATINTERVAL", "Nonsense"])

    assert [entry.key for entry in known] == ["HeartbeatInterval"]
    assert unknown == ["Nonsense"]


@pytest.mark.parametrize(
    ("key", "value", "status"),
    [
        ("heartbeatinterval", "60", "Accepted"),
        ("HeartbeatInterval", "1.5", "Rejected"),
        ("HeartbeatInterval", "", "Rejected"),
        ("LocalPreAuthorize", "TRUE", "Accepted"),
        ("LocalPreAuthorize", "yes", "Rejected"),
        ("MeterValuesSampledData", "Voltage.L1,SoC", "Accepted"),
        ("MeterValuesSampledData", "Happiness", "Rejected"),
        ("MeterValuesSampledData", ",".join(["SoC"] * 9), "Rejected"),
        ("NumberOfConnectors", "9", "Rejected"),
        ("WebSocketPingInterval", "30", "RebootRequired"),
        ("WebSocketPingInterval", "-1", "Rejected"),
        ("Nonsense", "1", "NotSupported"),
    ],
)
def test_a_change_is_answered_as_the_key_allows(
    configuration: Configuration, key: str, value: str, status: str
) -> None:
    before = configuration.report([key])

    assert configuration.change(key, value) == status
    if status in {"Rejected", "NotSupported"}:
        assert configuration.report([key]) == before


def test_listeners_hear_what_is_taken_over_and_nothing_else(configuration: Configuration) -> None:
    heard: list[str] = []
    configuration.when_changed("HeartbeatInterval", heard.append)

    configuration.change("HeartbeatInterval", "60")
    configuration.change("HeartbeatInterval", "soon")

    assert heard == ["60"]
