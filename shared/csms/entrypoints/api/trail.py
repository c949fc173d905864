"""The audit trail of a request."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated

from fastapi import Depends, Request

from csms.domain.audit import Audit, AuditEntry
from csms.domain.user import User
from csms.domain.wallet import LedgerEntry
from csms.entrypoints.api.access import SignedIn
from csms.entrypoints.api.clock import Now, request_id_of
from csms.entrypoints.api.views import wallet
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
        """Add the entry of what is no write of ours, before it is done; as for `entry`."""
        audit.record(self.entry(change, subject, before, after))

    def entry(
        self,
        change: str,
        subject: str,
        before: Mapping[str, object] | None = None,
        after: Mapping[str, object] | None = None,
    ) -> AuditEntry:
        """An entry for the transaction that makes the change itself.

        change: `station.created`; subject: `station#<id>`. No secrets.
        """
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


def money_audit(trail: Trail, change: str, subject: str) -> Audit[LedgerEntry]:
    """What the trail says of an entry of a ledger."""
    return lambda entry: trail.entry(
        change, subject, None, wallet.show_entry(entry).model_dump(mode="json")
    )


Audited = Annotated[Trail, Depends(trail_of)]
