"""GetConfiguration (§5.8)."""

from ocpp.v16 import call, call_result

from simulators.charge_point.charger import Charger
from simulators.charge_point.commands.command import Command


def _answer(charger: Charger, request: call.GetConfiguration) -> call_result.GetConfiguration:
    """No keys asked means all of them."""
    known, unknown = charger.device.configuration.report(request.key or [])
    return call_result.GetConfiguration(configuration_key=known, unknown_key=unknown or None)


COMMAND = Command(_answer)
