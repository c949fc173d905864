"""What chargers send: one file per action with its request and what it is answered with.

Each file has `read`, from a payload that fits the schema to a typed request, and `answer`, from
what was decided to the payload of the CALLRESULT.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

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


class Reader(Protocol):
    """What each file of this folder has."""

    def read(
        self, payload: Mapping[str, Any], arrived_at: datetime, deviations: list[Deviation], /
    ) -> Request: ...


READERS: Mapping[str, Reader] = {
    "Authorize": authorize,
    "BootNotification": boot_notification,
    "DataTransfer": data_transfer,
    "DiagnosticsStatusNotification": diagnostics_status_notification,
    "FirmwareStatusNotification": firmware_status_notification,
    "Heartbeat": heartbeat,
    "LogStatusNotification": log_status_notification,
    "MeterValues": meter_values,
    "SecurityEventNotification": security_event_notification,
    "SignCertificate": sign_certificate,
    "SignedFirmwareStatusNotification": signed_firmware_status_notification,
    "StartTransaction": start_transaction,
    "StatusNotification": status_notification,
    "StopTransaction": stop_transaction,
}
