"""What the identity provider says of people by itself: they appeared, changed, or are gone."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from csms.domain.audit import AuditEntry
from csms.domain.user import Role, User
from csms.services.accounts.users import user_id_of
from csms.store import user as users
from csms.store import webhook

ACTOR: Final = "system:identity-provider"
NOBODY: Final = "Deleted account"


class Happening(StrEnum):
    """What happened to a person, as the audit names it."""

    CREATED = "user.created"
    UPDATED = "user.changed"
    DELETED = "user.deleted"


@dataclass(frozen=True, slots=True)
class ProviderEvent:
    """One message of the provider.

    message_id: unique, also when it is sent again. changed_at: the provider's time of the change.
    name, email, role: None where it has none.
    """

    message_id: str
    happening: Happening
    issuer: str
    subject: str
    changed_at: datetime
    name: str | None = None
    email: str | None = None
    role: Role | None = None


def take(event: ProviderEvent, request_id: str, now: datetime) -> None:
    """Believe the provider, once per message.

    Messages may come twice and in any order: older news is dropped, and who is deleted stays so.
    Raises Conflict when the person changes at this moment: the provider sends it again.
    """
    user_id = user_id_of(event.issuer, event.subject)
    before = users.find(user_id)
    if before is not None and not _is_news(event, before):
        return
    known = before or User(
        user_id=user_id,
        issuer=event.issuer,
        subject=event.subject,
        name=event.subject,
        email=None,
        role=Role.USER,
        active=True,
        created_at=now,
        version=0,
    )
    deleted = event.happening is Happening.DELETED
    after = _anonymous(known, now) if deleted else _told(known, event)
    after = replace(after, told_at=event.changed_at, version=known.version + 1)
    # Who somebody was is not written down again: only what they may do, and that they are gone.
    entry = AuditEntry(
        subject=f"user#{user_id}",
        at=now,
        actor=ACTOR,
        change=event.happening,
        request_id=request_id,
        before=None if before is None else _facts(before),
        after=_facts(after),
    )
    webhook.store(event.message_id, before, after, entry, now)


def _is_news(event: ProviderEvent, user: User) -> bool:
    if user.deleted_at is not None:
        return False
    if event.happening is Happening.DELETED:
        return True
    return user.told_at is None or event.changed_at > user.told_at


def _told(user: User, event: ProviderEvent) -> User:
    return replace(
        user,
        name=event.name or event.email or user.name,
        email=event.email,
        role=event.role or user.role,
    )


def _anonymous(user: User, now: datetime) -> User:
    """Nobody in particular: what they charged and paid stays, under an id that says nothing."""
    return replace(
        user,
        subject="",
        name=NOBODY,
        email=None,
        role=Role.USER,
        active=False,
        deleted_at=now,
    )


def _facts(user: User) -> dict[str, object]:
    return {"role": user.role, "active": user.active, "deleted": user.deleted_at is not None}
