"""People as they are sent."""

from datetime import datetime

from pydantic import BaseModel, Field

from csms.domain.user import Role, User


class UserView(BaseModel):
    """A person."""

    user_id: str
    name: str
    email: str | None
    role: Role
    active: bool
    created_at: datetime
    version: int
    deleted_at: datetime | None = Field(description="since when they are anonymous")


def show(user: User) -> UserView:
    """A person."""
    return UserView(
        user_id=user.user_id,
        name=user.name,
        email=user.email,
        role=user.role,
        active=user.active,
        created_at=user.created_at,
        version=user.version,
        deleted_at=user.deleted_at,
    )
