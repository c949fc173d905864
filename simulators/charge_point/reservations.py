"""Reservations held by a charger (§5.13)."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Reservation:
    """Connector 0 holds any one connector for the tag."""

    reservation_id: int
    connector_id: int
    id_tag: str
    parent: str | None
    expires_at: datetime

    def is_for(self, tag: str, parent: str | None) -> bool:
        """The tag itself, or a member of its group."""
        if tag.lower() == self.id_tag.lower():
            return True
        return self.parent is not None and parent is not None and self.parent == parent


class Reservations:
    """At most one per connector; the same id replaces."""

    def __init__(self) -> None:
        """Start empty."""
        self._held: dict[int, Reservation] = {}

    def put(self, reservation: Reservation) -> None:
        """Hold or replace."""
        self._held[reservation.reservation_id] = reservation

    def take(self, reservation_id: int) -> Reservation | None:
        """End one; None if it is not held."""
        return self._held.pop(reservation_id, None)

    def find(self, reservation_id: int) -> Reservation | None:
        """By id."""
        return self._held.get(reservation_id)

    def on(self, connector_id: int, now: datetime) -> Reservation | None:
        """The live reservation of this very connector."""
        for held in self._held.values():
            if held.connector_id == connector_id and held.expires_at > now:
                return held
        return None

    def usable_by(
        self, connector_id: int, tag: str, parent: str | None, now: datetime
    ) -> Reservation | None:
        """The live reservation a start by this tag on this connector would use up."""
        for held in self._held.values():
            here = held.connector_id in {0, connector_id}
            if here and held.expires_at > now and held.is_for(tag, parent):
                return held
        return None
