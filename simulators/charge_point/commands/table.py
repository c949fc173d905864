"""Every command of the central system that this charger knows, by its action."""

from collections.abc import Mapping

from ocpp.v16.enums import Action

from simulators.charge_point.commands import (
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
from simulators.charge_point.commands.command import Command

COMMANDS: Mapping[Action, Command] = {
    Action.cancel_reservation: cancel_reservation.COMMAND,
    Action.certificate_signed: certificate_signed.COMMAND,
    Action.change_availability: change_availability.COMMAND,
    Action.change_configuration: change_configuration.COMMAND,
    Action.clear_cache: clear_cache.COMMAND,
    Action.clear_charging_profile: clear_charging_profile.COMMAND,
    Action.data_transfer: data_transfer.COMMAND,
    Action.delete_certificate: delete_certificate.COMMAND,
    Action.extended_trigger_message: extended_trigger_message.COMMAND,
    Action.get_composite_schedule: get_composite_schedule.COMMAND,
    Action.get_configuration: get_configuration.COMMAND,
    Action.get_diagnostics: get_diagnostics.COMMAND,
    Action.get_installed_certificate_ids: get_installed_certificate_ids.COMMAND,
    Action.get_local_list_version: get_local_list_version.COMMAND,
    Action.get_log: get_log.COMMAND,
    Action.install_certificate: install_certificate.COMMAND,
    Action.remote_start_transaction: remote_start_transaction.COMMAND,
    Action.remote_stop_transaction: remote_stop_transaction.COMMAND,
    Action.reserve_now: reserve_now.COMMAND,
    Action.reset: reset.COMMAND,
    Action.send_local_list: send_local_list.COMMAND,
    Action.set_charging_profile: set_charging_profile.COMMAND,
    Action.signed_update_firmware: signed_update_firmware.COMMAND,
    Action.trigger_message: trigger_message.COMMAND,
    Action.unlock_connector: unlock_connector.COMMAND,
    Action.update_firmware: update_firmware.COMMAND,
}
