"""Lists in pages: `limit` and an opaque `cursor`."""

from collections.abc import Callable
from typing import Annotated, Final

from fastapi import Query
from pydantic import BaseModel, Field

from csms.store.cursor import Page

LARGEST_PAGE: Final = 200
LONGEST_CURSOR: Final = 2048

Limit = Annotated[int, Query(ge=1, le=LARGEST_PAGE, description="how many items at most")]
Cursor = Annotated[
    str | None,
    Query(max_length=LONGEST_CURSOR, description="`next_cursor` of the page before"),
]


LONGEST_PREFIX: Final = 80

Prefix = Annotated[
    str, Query(max_length=LONGEST_PREFIX, description="only what begins so, in whatever capitals")
]


class PageView[T](BaseModel):
    """One page of a list."""

    items: list[T]
    next_cursor: str | None = Field(description="where the list goes on; null at its end")


def view[S, T](page: Page[S], show: Callable[[S], T]) -> PageView[T]:
    """A page as it is sent."""
    return PageView(items=[show(item) for item in page.items], next_cursor=page.cursor)
