"""What chargers send: one file per action with its request and what it is answered with.

Each file has `read`, from a payload that fits the schema to a typed request, and `answer`, from
what was decided to the payload of the CALLRESULT.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from csms.ocpp16.actions import (
    authorize,
    boot_notification,
    data_transfer,
    diagnostics_status_notification,
    firmware_status_notification,
    heartbeat,
    log_status_notification,
    meter_values,
    security_event_notification,
    sign_certificate,
    signed_firmware_status_notification,
    start_transaction,
    status_notification,
    stop_transaction,
)
from csms.ocpp16.violation import Deviation

type Request = (
    authorize.Authorize
    | boot_notification.BootNotification
    | data_transfer.DataTransfer
    | diagnostics_status_notification.DiagnosticsStatusNotification
    | firmware_status_notification.FirmwareStatusNotification
    | heartbeat.Heartbeat
    | log_status_notification.LogStatusNotification
    | meter_values.MeterValues
    | security_event_notification.SecurityEventNotification
    | sign_certificate.SignCertificate
    | signed_firmware_status_notification.SignedFirmwareStatusNotification
    | start_transaction.StartTransaction
    | status_notification.StatusNotification
    | stop_transaction.StopTransaction
)

type Reader = Callable[[Mapping[str, Any], datetime, list[Deviation]], Request]

READERS: Mapping[str, Reader] = {
    "Authorize": authorize.read,
    "BootNotification": boot_notification.read,
    "DataTransfer": data_transfer.read,
    "DiagnosticsStatusNotification": diagnostics_status_notification.read,
    "FirmwareStatusNotification": firmware_status_notification.read,
    "Heartbeat": heartbeat.read,
    "LogStatusNotification": log_status_notification.read,
    "MeterValues": meter_values.read,
    "SecurityEventNotification": security_event_notification.read,
    "SignCertificate": sign_certificate.read,
    "SignedFirmwareStatusNotification": signed_firmware_status_notification.read,
    "StartTransaction": start_transaction.read,
    "StatusNotification": status_notification.read,
    "StopTransaction": stop_transaction.read,
}
