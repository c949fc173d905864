"""GetLocalListVersion (§5.10)."""

from ocpp.v16 import call, call_result

from simulators.charge_point.charger import Charger
from simulators.charge_point.commands.command import Command


def _answer(
    charger: Charger, _request: call.GetLocalListVersion
) -> call_result.GetLocalListVersion:
    """0: the list is empty; -1: there is no list."""
    return call_result.GetLocalListVersion(
        list_version=charger.device.authorization.local_list.version
    )


COMMAND = Command(_answer, call_result.GetLocalListVersion(list_version=-1))
