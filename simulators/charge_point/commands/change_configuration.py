"""ChangeConfiguration (§5.3); a new AuthorizationKey leads to a new connection (S A01)."""

from ocpp.v16 import call, call_result
from ocpp.v16.enums import ConfigurationStatus

from simulators.charge_point.charger import Charger
from simulators.charge_point.commands.command import Command


def _answer(charger: Charger, request: call.ChangeConfiguration) -> call_result.ChangeConfiguration:
    """As the key allows."""
    status = charger.device.configuration.change(request.key, request.value)
    return call_result.ChangeConfiguration(status=status)


async def _afterwards(charger: Charger, request: call.ChangeConfiguration) -> None:
    """Reconnect with the new key once the answer is out, if it was taken over."""
    configuration = charger.device.configuration
    if request.key.lower() != "authorizationkey":
        return
    if configuration.text(request.key) == request.value:
        await charger.device.uplink.change_password(request.value)


COMMAND = Command(
    _answer,
    call_result.ChangeConfiguration(status=ConfigurationStatus.rejected),
    _afterwards,
)
