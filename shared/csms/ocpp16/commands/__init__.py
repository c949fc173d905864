"""What we ask chargers: one file per command with its payload and what the answer means.

A further command is one file here, with a frozen dataclass of the command's name that has the shape
of `Command`, and its row in `COMMANDS`.
"""

from collections.abc import Mapping
from types import ModuleType
from typing import Any, ClassVar, Final, Protocol, Self, cast, runtime_checkable

from csms.domain.charger_limits import ChargerLimits
from csms.domain.command import CommandState
from csms.ocpp16 import validation
from csms.ocpp16._validators import sent
from csms.ocpp16.answer import Answer
from csms.ocpp16.commands import (
    cancel_reservation,
    certificate_signed,
    change_availability,
    change_configuration,
    clear_cache,
    clear_charging_profile,
    data_transfer,
    delete_certificate,
    extended_trigger_message,
    get_composite_schedule,
    get_configuration,
    get_diagnostics,
    get_installed_certificate_ids,
    get_local_list_version,
    get_log,
    install_certificate,
    remote_start_transaction,
    remote_stop_transaction,
    reserve_now,
    reset,
    send_local_list,
    set_charging_profile,
    signed_update_firmware,
    trigger_message,
    unlock_connector,
    update_firmware,
)
from csms.ocpp16.violation import ErrorCode, Violation


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


COMMANDS: Final[Mapping[str, ModuleType]] = {
    "CancelReservation": cancel_reservation,
    "CertificateSigned": certificate_signed,
    "ChangeAvailability": change_availability,
    "ChangeConfiguration": change_configuration,
    "ClearCache": clear_cache,
    "ClearChargingProfile": clear_charging_profile,
    "DataTransfer": data_transfer,
    "DeleteCertificate": delete_certificate,
    "ExtendedTriggerMessage": extended_trigger_message,
    "GetCompositeSchedule": get_composite_schedule,
    "GetConfiguration": get_configuration,
    "GetDiagnostics": get_diagnostics,
    "GetInstalledCertificateIds": get_installed_certificate_ids,
    "GetLocalListVersion": get_local_list_version,
    "GetLog": get_log,
    "InstallCertificate": install_certificate,
    "RemoteStartTransaction": remote_start_transaction,
    "RemoteStopTransaction": remote_stop_transaction,
    "ReserveNow": reserve_now,
    "Reset": reset,
    "SendLocalList": send_local_list,
    "SetChargingProfile": set_charging_profile,
    "SignedUpdateFirmware": signed_update_firmware,
    "TriggerMessage": trigger_message,
    "UnlockConnector": unlock_connector,
    "UpdateFirmware": update_firmware,
}
"""The file of each command; its class has the command's name."""


def command(action: str) -> type[Command]:
    """The command of this name. KeyError for one that is not in `COMMANDS`."""
    return cast(type[Command], getattr(COMMANDS[action], action))


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
    answer = command(action).read_answer(mended)
    return answer if not deviations else answer.with_deviations(deviations)
