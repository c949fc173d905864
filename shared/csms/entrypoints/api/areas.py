"""Routes by area: a file of routes is loaded by the first request that it may answer.

Making routes and their models takes most of an application's start, and a request needs one file.
"""

import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from fastapi import APIRouter, FastAPI
from starlette.types import Receive, Scope, Send


@dataclass(frozen=True)
class Area:
    """A router in a file.

    paths: each route begins with one of them; `{}` is any segment. routes: empty until the file is
    loaded, and in its place among the others, so that what is loaded first changes nothing.
    """

    module: ModuleType
    paths: Sequence[str]
    router: str = "router"
    routes: APIRouter = field(default_factory=APIRouter)

    def may_answer(self, path: str) -> bool:
        """Whether a path begins like one of the area's."""
        return any(re.match(_pattern(begin), path) for begin in self.paths)


def _pattern(begin: str) -> str:
    return re.escape(begin).replace(r"\{\}", "[^/]+") + "(/|$)"


class Application(FastAPI):
    """A FastAPI application whose areas are loaded when they are asked for."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.areas: list[Area] = []
        self._loading = threading.Lock()

    def add_area(self, area: Area, **options: Any) -> None:
        """Take an area in, after those before it; options as of `include_router`."""
        self.areas.append(area)
        self.include_router(area.routes, **options)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, once the areas are there that may know how."""
        if scope["type"] == "http":
            self._load([area for area in self.areas if area.may_answer(scope["path"])])
        await super().__call__(scope, receive, send)

    def openapi(self) -> dict[str, Any]:
        """Describe all areas."""
        self._load(self.areas)
        return super().openapi()

    def _load(self, areas: Sequence[Area]) -> None:
        for area in areas:
            with self._loading:
                if not area.routes.routes:
                    area.routes.include_router(getattr(area.module, area.router))
