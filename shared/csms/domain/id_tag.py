"""Id tags: who may charge."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Final

from csms.domain.ids import ChargingSessionId, FoldedTag, UserId, fold_tag


class AuthorizationStatus(StrEnum):
    """OCPP 1.6 §7.2."""

    ACCEPTED = "Accepted"
    BLOCKED = "Blocked"
    EXPIRED = "Expired"
    INVALID = "Invalid"
    CONCURRENT_TX = "ConcurrentTx"


@dataclass(frozen=True, slots=True)
class IdTag:
    """A tag that is known here.

    id_tag: as first written. user_id: who pays; None for a tag without a payer.
    session_id: set on a virtual tag, which stands for one charging session.
    concurrent_limit: how many transactions may run on it at once.
    """

    tag: FoldedTag
    id_tag: str
    user_id: UserId | None
    blocked: bool = False
    expires_at: datetime | None = None
    parent_id_tag: str | None = None
    concurrent_limit: int = 1
    session_id: ChargingSessionId | None = None
    created_at: datetime | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class IdTagInfo:
    """What a charger is told of a tag (OCPP 1.6 §7.27)."""

    status: AuthorizationStatus
    expires_at: datetime | None = None
    parent_id_tag: str | None = None


LONGEST_TAG: Final = 20
"""OCPP 1.6 §7.28: IdToken has at most 20 characters; what is longer is nobody's tag."""
LONGEST_KEPT: Final = 40
REFUSAL_LASTS: Final = timedelta(minutes=5)
"""How long a charger may remember that there was not enough money."""


def bounded_tag(id_tag: str) -> str:
    """A tag as it may be stored: one that is longer than any tag keeps its begin and a hash.

    Tags are never cut to fit: what is too long stays too long, and so unknown.
    """
    if len(id_tag) <= LONGEST_KEPT:
        return id_tag
    return f"{id_tag[:LONGEST_KEPT]}…{sha256(id_tag.encode()).hexdigest()[:12]}"


def judge(tag: IdTag | None, now: datetime) -> IdTagInfo:
    """What a charger is told of a tag, money and running transactions aside.

    An unknown tag is Invalid; a tag that is both blocked and expired is Blocked.
    """
    if tag is None:
        return IdTagInfo(AuthorizationStatus.INVALID)
    if tag.blocked:
        status = AuthorizationStatus.BLOCKED
    elif tag.expires_at is not None and tag.expires_at <= now:
        status = AuthorizationStatus.EXPIRED
    else:
        status = AuthorizationStatus.ACCEPTED
    return IdTagInfo(status, tag.expires_at, tag.parent_id_tag)


def without_funds(info: IdTagInfo, now: datetime) -> IdTagInfo:
    """The same tag with too little money: blocked, for so short that a top-up soon helps."""
    return replace(info, status=AuthorizationStatus.BLOCKED, expires_at=now + REFUSAL_LASTS)


def concurrent(info: IdTagInfo) -> IdTagInfo:
    """The same tag with all its transactions running already."""
    return replace(info, status=AuthorizationStatus.CONCURRENT_TX)


def is_accepted(info: IdTagInfo) -> bool:
    """Whether the tag may charge."""
    return info.status is AuthorizationStatus.ACCEPTED


def in_one_group(one: IdTag, other: IdTag) -> bool:
    """Whether one tag may end what the other began: the same, or of the same parent."""
    if one.tag == other.tag:
        return True
    parents = (one.parent_id_tag, other.parent_id_tag)
    return None not in parents and len({fold_tag(parent) for parent in parents if parent}) == 1
