"""CancelReservation (§5.1, §6.5): free a reserved connector."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from ocpp.v16 import call

from csms.ocpp16.answer import Answer, status_answer
from csms.ocpp16.commands.wire import wire_payload


@dataclass(frozen=True, slots=True)
class CancelReservation:
    """A charger that does not hold the reservation rejects it."""

    ACTION: ClassVar[str] = "CancelReservation"

    reservation_id: int

    def payload(self) -> dict[str, Any]:
        """The payload of CancelReservation.req."""
        return wire_payload(call.CancelReservation(reservation_id=self.reservation_id))

    @classmethod
    def from_payload(cls, payload: Mapping[str, Any]) -> Self:
        """The command that a stored payload was made of."""
        return cls(payload["reservationId"])

    @staticmethod
    def read_answer(payload: Mapping[str, Any]) -> Answer:
        """`Accepted` or `Rejected`."""
        return status_answer(payload)
