"""The audit trail of a request."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated

from fastapi import Depends, Request

from csms.domain.audit import AuditEntry
from csms.domain.user import User
from csms.entrypoints.api.access import SignedIn
from csms.entrypoints.api.clock import Now, request_id_of
from csms.store import audit


class Trail:
    """Writes down what one request changes, under its actor and request id."""

    def __init__(self, actor: User, request_id: str, now: datetime) -> None:
        self.actor = actor
        self._request_id = request_id
        self._now = now

    def note(
        self,
        change: str,
        subject: str,
        before: Mapping[str, object] | None = None,
        after: Mapping[str, object] | None = None,
    ) -> None:
        """Add an entry. change: `station.created`; subject: `station#<id>`. No secrets."""
        audit.record(self.entry(change, subject, before, after))

    def entry(
        self,
        change: str,
        subject: str,
        before: Mapping[str, object] | None = None,
        after: Mapping[str, object] | None = None,
    ) -> AuditEntry:
        """An entry for the transaction that makes the change itself; as for `note`."""
        return AuditEntry(
            subject=subject,
            at=self._now,
            actor=self.actor.user_id,
            change=change,
            request_id=self._request_id,
            before=before,
            after=after,
        )


def trail_of(request: Request, actor: SignedIn, now: Now) -> Trail:
    """The trail of a request of a signed-in person."""
    return Trail(actor, request_id_of(request.scope), now)


Audited = Annotated[Trail, Depends(trail_of)]
