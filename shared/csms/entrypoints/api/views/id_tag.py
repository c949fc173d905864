"""Tags as they are sent."""

from datetime import datetime

from pydantic import BaseModel, Field

from csms.domain.id_tag import IdTag
from csms.services.accounts.names import PeopleNames


class TagView(BaseModel):
    """A tag."""

    id_tag: str
    user_id: str | None
    blocked: bool
    expires_at: datetime | None
    parent_id_tag: str | None
    concurrent_limit: int
    created_at: datetime | None
    version: int


class OperatorTagView(TagView):
    """A tag, as operators see it."""

    user_name: str | None = Field(description="who pays; null when nobody does")


def show_to_operator(tag: IdTag, people: PeopleNames) -> OperatorTagView:
    """A tag with the name of who pays."""
    return OperatorTagView(**dict(show(tag)), user_name=people.of(tag.user_id))


def show(tag: IdTag) -> TagView:
    """A tag."""
    return TagView(
        id_tag=tag.id_tag,
        user_id=tag.user_id,
        blocked=tag.blocked,
        expires_at=tag.expires_at,
        parent_id_tag=tag.parent_id_tag,
        concurrent_limit=tag.concurrent_limit,
        created_at=tag.created_at,
        version=tag.version,
    )
