"""Whether the function answers; it asks nothing else, so that it costs nothing."""

from fastapi import APIRouter
from pydantic import BaseModel

router = APIRouter(tags=["health"])


class HealthView(BaseModel):
    """That the function answers."""

    status: str


@router.get("/health")
def read_health() -> HealthView:
    """Whether the API answers."""
    return HealthView(status="ok")
