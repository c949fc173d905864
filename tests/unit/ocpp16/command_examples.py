"""Commands with the payloads that they make."""

from typing import Any

from csms.domain.certificate import CertificateUse
from csms.domain.ids import ConnectorId
from csms.ocpp16.commands import Command
from csms.ocpp16.commands.cancel_reservation import CancelReservation
from csms.ocpp16.commands.certificate_signed import CertificateSigned
from csms.ocpp16.commands.clear_cache import ClearCache
from csms.ocpp16.commands.clear_charging_profile import ClearChargingProfile
from csms.ocpp16.commands.data_transfer import DataTransfer
from csms.ocpp16.commands.delete_certificate import DeleteCertificate
from csms.ocpp16.commands.extended_trigger_message import ExtendedTrigger, ExtendedTriggerMessage
from csms.ocpp16.commands.get_composite_schedule import GetCompositeSchedule
from csms.ocpp16.commands.get_diagnostics import GetDiagnostics
from csms.ocpp16.commands.get_installed_certificate_ids import GetInstalledCertificateIds
from csms.ocpp16.commands.get_local_list_version import GetLocalListVersion
from csms.ocpp16.commands.get_log import GetLog, LogKind
from csms.ocpp16.commands.install_certificate import InstallCertificate
from csms.ocpp16.commands.reserve_now import ReserveNow
from csms.ocpp16.commands.reset import Reset, ResetKind
from csms.ocpp16.commands.send_local_list import SendLocalList, UpdateType
from csms.ocpp16.commands.set_charging_profile import SetChargingProfile
from csms.ocpp16.commands.signed_update_firmware import SignedUpdateFirmware
from csms.ocpp16.commands.unlock_connector import UnlockConnector
from csms.ocpp16.commands.update_firmware import UpdateFirmware

AT = "2026-01-31T12:00:00.000Z"
URL = "https://files.example/f/token/"
LIMIT: dict[str, Any] = {
    "chargingProfileId": 1,
    "stackLevel": 0,
    "chargingProfilePurpose": "TxDefaultProfile",
    "chargingProfileKind": "Relative",
    "chargingSchedule": {
        "chargingRateUnit": "A",
        "chargingSchedulePeriod": [{"startPeriod": 0, "limit": 16}],
    },
}
HASHES = {
    "hashAlgorithm": "SHA256",
    "issuerNameHash": "ab",
    "issuerKeyHash": "cd",
    "serialNumber": "1",
}
MORE_EXAMPLES: list[tuple[Command, dict[str, object]]] = [
    (CancelReservation(7), {"reservationId": 7}),
    (CertificateSigned("PEM"), {"certificateChain": "PEM"}),
    (ClearCache(), {}),
    (ClearChargingProfile(3), {"id": 3}),
    (
        ClearChargingProfile(None, ConnectorId(1), "TxDefaultProfile", 0),
        {"connectorId": 1, "chargingProfilePurpose": "TxDefaultProfile", "stackLevel": 0},
    ),
    (DataTransfer("Acme"), {"vendorId": "Acme"}),
    (DataTransfer("Acme", "m", "{}"), {"vendorId": "Acme", "messageId": "m", "data": "{}"}),
    (DeleteCertificate(HASHES), {"certificateHashData": HASHES}),
    (
        ExtendedTriggerMessage(ExtendedTrigger.SIGN_CHARGE_POINT_CERTIFICATE),
        {"requestedMessage": "SignChargePointCertificate"},
    ),
    (GetCompositeSchedule(ConnectorId(0), 60), {"connectorId": 0, "duration": 60}),
    (
        GetCompositeSchedule(ConnectorId(1), 60, "W"),
        {"connectorId": 1, "duration": 60, "chargingRateUnit": "W"},
    ),
    (GetDiagnostics(URL), {"location": URL}),
    (
        GetDiagnostics(URL, 2, 30, AT, AT),
        {"location": URL, "retries": 2, "retryInterval": 30, "startTime": AT, "stopTime": AT},
    ),
    (
        GetInstalledCertificateIds(CertificateUse.CENTRAL_SYSTEM_ROOT),
        {"certificateType": "CentralSystemRootCertificate"},
    ),
    (GetLocalListVersion(), {}),
    (
        GetLog(LogKind.SECURITY, 4, URL, AT),
        {
            "logType": "SecurityLog",
            "requestId": 4,
            "log": {"remoteLocation": URL, "oldestTimestamp": AT},
        },
    ),
    (
        InstallCertificate(CertificateUse.MANUFACTURER_ROOT, "PEM"),
        {"certificateType": "ManufacturerRootCertificate", "certificate": "PEM"},
    ),
    (
        ReserveNow(ConnectorId(1), AT, "TAG", 9, "PARENT"),
        {
            "connectorId": 1,
            "expiryDate": AT,
            "idTag": "TAG",
            "reservationId": 9,
            "parentIdTag": "PARENT",
        },
    ),
    (Reset(ResetKind.HARD), {"type": "Hard"}),
    (
        SendLocalList(1, UpdateType.FULL, [{"idTag": "A", "idTagInfo": {"status": "Accepted"}}]),
        {
            "listVersion": 1,
            "localAuthorizationList": [{"idTag": "A", "idTagInfo": {"status": "Accepted"}}],
            "updateType": "Full",
        },
    ),
    (
        SetChargingProfile(ConnectorId(1), LIMIT),
        {"connectorId": 1, "csChargingProfiles": LIMIT},
    ),
    (
        SignedUpdateFirmware(2, URL, AT, "PEM", "c2ln"),
        {
            "requestId": 2,
            "firmware": {
                "location": URL,
                "retrieveDateTime": AT,
                "signingCertificate": "PEM",
                "signature": "c2ln",
            },
        },
    ),
    (UnlockConnector(ConnectorId(2)), {"connectorId": 2}),
    (
        UpdateFirmware(URL, AT, 3, 10),
        {"location": URL, "retrieveDate": AT, "retries": 3, "retryInterval": 10},
    ),
]
