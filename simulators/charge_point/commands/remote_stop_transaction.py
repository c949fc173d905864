"""RemoteStopTransaction (§5.12)."""

from ocpp.v16 import call, call_result
from ocpp.v16.enums import Reason, RemoteStartStopStatus

from simulators.charge_point.charger import Charger
from simulators.charge_point.commands.command import Command


def _answer(
    charger: Charger, request: call.RemoteStopTransaction
) -> call_result.RemoteStopTransaction:
    """Rejected for a transaction that does not run here."""
    runs = charger.transactions.running_with_id(request.transaction_id) is not None
    status = RemoteStartStopStatus.accepted if runs else RemoteStartStopStatus.rejected
    return call_result.RemoteStopTransaction(status=status)


async def _afterwards(charger: Charger, request: call.RemoteStopTransaction) -> None:
    connector = charger.transactions.running_with_id(request.transaction_id)
    if connector is not None:
        charger.transactions.stop(connector, Reason.remote)


COMMAND = Command(
    _answer,
    call_result.RemoteStopTransaction(status=RemoteStartStopStatus.rejected),
    _afterwards,
)
