"""ClearCache (§5.4)."""

from ocpp.v16 import call, call_result
from ocpp.v16.enums import ClearCacheStatus

from simulators.charge_point.charger import Charger
from simulators.charge_point.commands.command import Command


def _answer(charger: Charger, _request: call.ClearCache) -> call_result.ClearCache:
    """Forget every tag seen; rejected where there is no cache."""
    if not charger.device.configuration.flag("AuthorizationCacheEnabled"):
        return call_result.ClearCache(status=ClearCacheStatus.rejected)
    charger.device.authorization.cache.clear()
    return call_result.ClearCache(status=ClearCacheStatus.accepted)


COMMAND = Command(_answer, call_result.ClearCache(status=ClearCacheStatus.rejected))
