"""THE tables: which file answers which message of a charger, and takes which of its answers."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, Protocol

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
from csms.ocpp16.answer import Answer


class Action(Protocol):
    """A file of `actions`."""

    def handle(self, request: Any, exchange: Exchange, /) -> Reply:  # noqa: ANN401 - its own kind
        """Take the typed request that `csms.ocpp16.validation` made of the action's payload."""


class Result(Protocol):
    """A file of `results`."""

    def handle(self, command: Command, answer: Answer, now: datetime, /) -> None:
        """Do what a command's outcome means elsewhere; may be repeated."""


ROUTES: Final[Mapping[str, Action]] = {
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

RESULTS: Final[Mapping[str, Result]] = {
    "CancelReservation": cancel_reservation,
    "ChangeAvailability": change_availability,
    "ChangeConfiguration": change_configuration,
    "ClearChargingProfile": clear_charging_profile,
    "GetConfiguration": get_configuration,
    "GetLocalListVersion": get_local_list_version,
    "RemoteStartTransaction": remote_start_transaction,
    "ReserveNow": reserve_now,
    "SendLocalList": send_local_list,
    "SetChargingProfile": set_charging_profile,
}
