"""THE tables: which file answers which message of a charger, and takes which of its answers."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from csms.domain.command import Command
from csms.entrypoints.ocpp.actions import (
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
from csms.entrypoints.ocpp.exchange import Exchange, Reply
from csms.entrypoints.ocpp.results import (
    cancel_reservation,
    change_availability,
    change_configuration,
    clear_charging_profile,
    get_configuration,
    get_local_list_version,
    remote_start_transaction,
    reserve_now,
    send_local_list,
    set_charging_profile,
)
from csms.ocpp16.commands import Answer

type Handler = Callable[[Any, Exchange], Reply]
"""Takes the typed request that `csms.ocpp16.validation` made of the action's payload."""

type ResultHandler = Callable[[Command, Answer, datetime], None]
"""Does what a command's outcome means elsewhere; may be repeated."""

ROUTES: Final[Mapping[str, Handler]] = {
    "Authorize": authorize.handle,
    "BootNotification": boot_notification.handle,
    "DataTransfer": data_transfer.handle,
    "DiagnosticsStatusNotification": diagnostics_status_notification.handle,
    "FirmwareStatusNotification": firmware_status_notification.handle,
    "Heartbeat": heartbeat.handle,
    "LogStatusNotification": log_status_notification.handle,
    "MeterValues": meter_values.handle,
    "SecurityEventNotification": security_event_notification.handle,
    "SignCertificate": sign_certificate.handle,
    "SignedFirmwareStatusNotification": signed_firmware_status_notification.handle,
    "StartTransaction": start_transaction.handle,
    "StatusNotification": status_notification.handle,
    "StopTransaction": stop_transaction.handle,
}

RESULTS: Final[Mapping[str, ResultHandler]] = {
    "CancelReservation": cancel_reservation.handle,
    "ChangeAvailability": change_availability.handle,
    "ChangeConfiguration": change_configuration.handle,
    "ClearChargingProfile": clear_charging_profile.handle,
    "GetConfiguration": get_configuration.handle,
    "GetLocalListVersion": get_local_list_version.handle,
    "RemoteStartTransaction": remote_start_transaction.handle,
    "ReserveNow": reserve_now.handle,
    "SendLocalList": send_local_list.handle,
    "SetChargingProfile": set_charging_profile.handle,
}
