"""What we ask chargers: one file per command with its payload and what the answer means.

A further command is one file here, with a frozen dataclass that has the shape of `Command`, and
its row in `COMMANDS`.
"""

from collections.abc import Mapping
from typing import Any, ClassVar, Protocol, Self, runtime_checkable

from csms.domain.charger_limits import ChargerLimits
from csms.domain.command import CommandState
from csms.ocpp16 import validation
from csms.ocpp16._validators import sent
from csms.ocpp16.answer import Answer, error_answer
from csms.ocpp16.commands.cancel_reservation import CancelReservation
from csms.ocpp16.commands.certificate_signed import CertificateSigned
from csms.ocpp16.commands.change_availability import ChangeAvailability
from csms.ocpp16.commands.change_configuration import ChangeConfiguration
from csms.ocpp16.commands.clear_cache import ClearCache
from csms.ocpp16.commands.clear_charging_profile import ClearChargingProfile
from csms.ocpp16.commands.data_transfer import DataTransfer
from csms.ocpp16.commands.delete_certificate import DeleteCertificate
from csms.ocpp16.commands.extended_trigger_message import ExtendedTriggerMessage
from csms.ocpp16.commands.get_composite_schedule import GetCompositeSchedule
from csms.ocpp16.commands.get_configuration import GetConfiguration
from csms.ocpp16.commands.get_diagnostics import GetDiagnostics
from csms.ocpp16.commands.get_installed_certificate_ids import GetInstalledCertificateIds
from csms.ocpp16.commands.get_local_list_version import GetLocalListVersion
from csms.ocpp16.commands.get_log import GetLog
from csms.ocpp16.commands.install_certificate import InstallCertificate
from csms.ocpp16.commands.remote_start_transaction import RemoteStartTransaction
from csms.ocpp16.commands.remote_stop_transaction import RemoteStopTransaction
from csms.ocpp16.commands.reserve_now import ReserveNow
from csms.ocpp16.commands.reset import Reset
from csms.ocpp16.commands.send_local_list import SendLocalList
from csms.ocpp16.commands.set_charging_profile import SetChargingProfile
from csms.ocpp16.commands.signed_update_firmware import SignedUpdateFirmware
from csms.ocpp16.commands.trigger_message import TriggerMessage
from csms.ocpp16.commands.unlock_connector import UnlockConnector
from csms.ocpp16.commands.update_firmware import UpdateFirmware
from csms.ocpp16.violation import ErrorCode, Violation

__all__ = [
    "COMMANDS",
    "Answer",
    "CancelReservation",
    "CertificateSigned",
    "ChangeAvailability",
    "ChangeConfiguration",
    "ClearCache",
    "ClearChargingProfile",
    "Command",
    "DataTransfer",
    "DeleteCertificate",
    "ExtendedTriggerMessage",
    "GetCompositeSchedule",
    "GetConfiguration",
    "GetDiagnostics",
    "GetInstalledCertificateIds",
    "GetLocalListVersion",
    "GetLog",
    "InstallCertificate",
    "Limited",
    "RemoteStartTransaction",
    "RemoteStopTransaction",
    "ReserveNow",
    "Reset",
    "SendLocalList",
    "SetChargingProfile",
    "SignedUpdateFirmware",
    "TriggerMessage",
    "UnlockConnector",
    "UpdateFirmware",
    "check",
    "error_answer",
    "read_answer",
]


class Command(Protocol):
    """A request of ours.

    ACTION: OCPP's name. payload: of the CALL. from_payload: the command of a stored payload.
    read_answer: of a CALLRESULT that fits its schema.
    """

    ACTION: ClassVar[str]

    def payload(self) -> dict[str, Any]: ...

    @classmethod
    def from_payload(cls, payload: Mapping[str, Any]) -> Self: ...

    @staticmethod
    def read_answer(payload: Mapping[str, Any]) -> Answer: ...


@runtime_checkable
class Limited(Protocol):
    """A request of ours that not every charger can be asked for.

    require: raises Invalid for what the protocol does not allow beyond its schema, and Refused for
    what this charger cannot do.
    """

    def require(self, limits: ChargerLimits) -> None: ...


COMMANDS: Mapping[str, type[Command]] = {
    command.ACTION: command
    for command in (
        CancelReservation,
        CertificateSigned,
        ChangeAvailability,
        ChangeConfiguration,
        ClearCache,
        ClearChargingProfile,
        DataTransfer,
        DeleteCertificate,
        ExtendedTriggerMessage,
        GetCompositeSchedule,
        GetConfiguration,
        GetDiagnostics,
        GetInstalledCertificateIds,
        GetLocalListVersion,
        GetLog,
        InstallCertificate,
        RemoteStartTransaction,
        RemoteStopTransaction,
        ReserveNow,
        Reset,
        SendLocalList,
        SetChargingProfile,
        SignedUpdateFirmware,
        TriggerMessage,
        UnlockConnector,
        UpdateFirmware,
    )
}


def check(action: str, payload: dict[str, Any]) -> Violation | None:
    """Hold a payload of ours against its schema before it is sent; numbers as int or Decimal."""
    try:
        sent.REQUESTS[action](payload)
    except ValueError as error:
        return Violation(ErrorCode.PROPERTY_CONSTRAINT_VIOLATION, str(error))
    return None


def read_answer(action: str, payload: dict[str, Any]) -> Answer:
    """What a CALLRESULT means; one that cannot be understood is an answer in error."""
    result = validation.read_result(action, payload)
    if isinstance(result, Violation):
        status = ErrorCode.FORMATION_VIOLATION.value
        return Answer(CommandState.ERROR, status, result.description, result.deviations)
    mended, deviations = result
    answer = COMMANDS[action].read_answer(mended)
    return answer if not deviations else answer.with_deviations(deviations)
