"""RemoteStopTransaction (§5.12, §6.35): ask a charger to end a transaction."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from ocpp.v16 import call

from csms.domain.ids import TransactionId
from csms.ocpp16.answer import Answer, status_answer
from csms.ocpp16.commands.wire import wire_payload


@dataclass(frozen=True, slots=True)
class RemoteStopTransaction:
    """A charger that does not know the transaction rejects it."""

    ACTION: ClassVar[str] = "RemoteStopTransaction"

    transaction_id: TransactionId

    def payload(self) -> dict[str, Any]:
        """The payload of RemoteStopTransaction.req."""
        return wire_payload(call.RemoteStopTransaction(transaction_id=self.transaction_id))

    @classmethod
    def from_payload(cls, payload: Mapping[str, Any]) -> Self:
        """The command that a stored payload was made of."""
        return cls(TransactionId(payload["transactionId"]))

    @staticmethod
    def read_answer(payload: Mapping[str, Any]) -> Answer:
        """`Accepted` means that the charger will; a StopTransaction tells that it did."""
        return status_answer(payload)
