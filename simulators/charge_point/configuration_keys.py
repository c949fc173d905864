"""The configuration keys of OCPP 1.6 chapter 9 and of the security extension, with defaults."""

from collections.abc import Callable
from dataclasses import dataclass

from simulators.charge_point.profile import Profile
from simulators.charge_point.sampling import is_supported

ENERGY = "Energy.Active.Import.Register"
MAX_MEASURANDS = 8
MAX_KEYS_ASKED = 50

Check = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Key:
    """One key: what it holds at first, who may write it, and what counts as a value of it."""

    name: str
    default: str | None
    check: Check
    readonly: bool = False
    needs_reboot: bool = False
    write_only: bool = False


def natural(text: str) -> bool:
    """A whole number that is not negative."""
    return text.isascii() and text.isdigit() and len(text) <= 9


def boolean(text: str) -> bool:
    """`true` or `false`, in any case."""
    return text.lower() in {"true", "false"}


def anything(_text: str) -> bool:
    """Any text."""
    return True


def measurands(text: str) -> bool:
    """A comma-separated list of what the meter can measure."""
    names = [name.strip() for name in text.split(",") if name.strip()]
    return len(names) <= MAX_MEASURANDS and all(is_supported(name) for name in names)


def authorization_key(text: str) -> bool:
    """16 to 20 bytes, as hex or as characters."""
    return 16 <= len(text) <= 40


def security_profile(text: str) -> bool:
    """0 to 3."""
    return text in {"0", "1", "2", "3"}


def standard_keys(profile: Profile) -> tuple[Key, ...]:
    """Every key this charger knows."""
    return _core_keys(profile) + _transaction_keys() + _profile_keys() + _security_keys(profile)


def _core_keys(profile: Profile) -> tuple[Key, ...]:
    rotation = ",".join(f"{n}.RST" for n in range(profile.connectors + 1))
    features = (
        "Core,FirmwareManagement,LocalAuthListManagement,Reservation,SmartCharging,RemoteTrigger"
    )
    return (
        Key("AllowOfflineTxForUnknownId", "false", boolean),
        Key("AuthorizationCacheEnabled", "true", boolean),
        Key("AuthorizeRemoteTxRequests", "false", boolean),
        Key("BlinkRepeat", "3", natural),
        Key("ConnectionTimeOut", "60", natural),
        Key("ConnectorPhaseRotation", rotation, anything),
        Key("ConnectorPhaseRotationMaxLength", "16", natural, readonly=True),
        Key("GetConfigurationMaxKeys", str(MAX_KEYS_ASKED), natural, readonly=True),
        Key("HeartbeatInterval", "300", natural),
        Key("LightIntensity", "80", natural),
        Key("LocalAuthorizeOffline", "true", boolean),
        Key("LocalPreAuthorize", "false", boolean),
        Key("MinimumStatusDuration", "0", natural),
        Key("NumberOfConnectors", str(profile.connectors), natural, readonly=True),
        Key("ResetRetries", "1", natural),
        Key("SupportedFeatureProfiles", features, anything, readonly=True),
        Key("SupportedFeatureProfilesMaxLength", "6", natural, readonly=True),
        Key("WebSocketPingInterval", "0", natural, needs_reboot=True),
    )


def _transaction_keys() -> tuple[Key, ...]:
    longest = str(MAX_MEASURANDS)
    return (
        Key("ClockAlignedDataInterval", "0", natural),
        Key("MaxEnergyOnInvalidId", "0", natural),
        Key("MeterValuesAlignedData", ENERGY, measurands),
        Key("MeterValuesAlignedDataMaxLength", longest, natural, readonly=True),
        Key("MeterValuesSampledData", ENERGY, measurands),
        Key("MeterValuesSampledDataMaxLength", longest, natural, readonly=True),
        Key("MeterValueSampleInterval", "300", natural),
        Key("StopTransactionOnEVSideDisconnect", "true", boolean),
        Key("StopTransactionOnInvalidId", "true", boolean),
        Key("StopTxnAlignedData", "", measurands),
        Key("StopTxnAlignedDataMaxLength", longest, natural, readonly=True),
        Key("StopTxnSampledData", "", measurands),
        Key("StopTxnSampledDataMaxLength", longest, natural, readonly=True),
        Key("TransactionMessageAttempts", "3", natural),
        Key("TransactionMessageRetryInterval", "60", natural),
        Key("UnlockConnectorOnEVSideDisconnect", "true", boolean),
    )


def _profile_keys() -> tuple[Key, ...]:
    return (
        Key("LocalAuthListEnabled", "true", boolean),
        Key("LocalAuthListMaxLength", "1000", natural, readonly=True),
        Key("SendLocalListMaxLength", "100", natural, readonly=True),
        Key("ReserveConnectorZeroSupported", "true", boolean, readonly=True),
        Key("ChargeProfileMaxStackLevel", "8", natural, readonly=True),
        Key("ChargingScheduleAllowedChargingRateUnit", "Current,Power", anything, readonly=True),
        Key("ChargingScheduleMaxPeriods", "24", natural, readonly=True),
        Key("ConnectorSwitch3to1PhaseSupported", "false", boolean, readonly=True),
        Key("MaxChargingProfilesInstalled", "16", natural, readonly=True),
    )


def _security_keys(profile: Profile) -> tuple[Key, ...]:
    return (
        Key("AdditionalRootCertificateCheck", "false", boolean, readonly=True),
        Key("AuthorizationKey", None, authorization_key, write_only=True),
        Key("CertificateSignedMaxChainSize", "10000", natural, readonly=True),
        Key("CertificateStoreMaxLength", "10", natural, readonly=True),
        Key("CpoName", "", anything),
        Key("SecurityProfile", "1", security_profile, needs_reboot=True),
        Key("Model", profile.model, anything, readonly=True),
    )
