"""Tags as they are sent."""

from datetime import datetime

from pydantic import BaseModel

from csms.domain.id_tag import IdTag


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
