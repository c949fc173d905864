"""People: they appear with their first request, and may be deactivated."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from csms.domain.audit import AuditEntry
from csms.domain.errors import Refused
from csms.domain.ids import UserId
from csms.domain.user import Role, User
from csms.store import user as users

ID_DIGITS: Final = 24


@dataclass(frozen=True, slots=True)
class Claims:
    """What a verified token says of its bearer. name, email: None when the token has none."""

    issuer: str
    subject: str
    name: str | None
    email: str | None
    role: Role


def user_id_of(issuer: str, subject: str) -> UserId:
    """The id under which a person is known here: the same at every sign-in."""
    # The length comes first, so that no two pairs make the same text.
    text = f"{len(issuer)}#{issuer}{subject}"
    return UserId(hashlib.sha256(text.encode()).hexdigest()[:ID_DIGITS])


def user_for(claims: Claims, now: datetime) -> User:
    """The person behind a token: created at the first request, name and role kept up to date.

    The token is the authority on the role. A lost race of two first requests reads the winner.
    """
    user_id = user_id_of(claims.issuer, claims.subject)
    user = users.find(user_id)
    if user is None:
        return users.create(
            User(
                user_id=user_id,
                issuer=claims.issuer,
                subject=claims.subject,
                name=claims.name or claims.email or claims.subject,
                email=claims.email,
                role=claims.role,
                active=True,
                created_at=now,
            )
        )
    told = replace(
        user,
        name=claims.name or user.name,
        email=claims.email or user.email,
        role=claims.role,
    )
    if told == user or not user.active:
        return user
    return users.follow_token(told)


def set_active(
    user_id: UserId,
    active: bool,  # noqa: FBT001 - a stored fact
    entry: AuditEntry,
) -> User:
    """Let a person in or keep them out, whatever their tokens say.

    entry: of the audit, written with the change; not when nothing changes.

    Raises NotFound, Conflict when the user was changed meanwhile, Refused for who was deleted.
    """
    user = users.get(user_id)
    if active and user.deleted_at is not None:
        raise Refused("this person deleted their account", "deleted")
    if user.active is active:
        return user
    return users.set_active(user, active, entry)
