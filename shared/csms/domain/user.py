"""People who sign in."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from csms.domain.ids import UserId


class Role(StrEnum):
    """What a person may do; the default is USER."""

    USER = "USER"
    ADMIN = "ADMIN"


@dataclass(frozen=True, slots=True)
class User:
    """A person, known by issuer and subject of their token.

    user_id: a hash of issuer and subject. email: not unique, None once anonymised.
    told_at: when the provider last changed them, as far as its webhooks told.
    deleted_at: when the provider deleted them; they are anonymous since, their books are kept.
    """

    user_id: UserId
    issuer: str
    subject: str
    name: str
    email: str | None
    role: Role
    active: bool
    created_at: datetime
    version: int = 1
    told_at: datetime | None = None
    deleted_at: datetime | None = None
