"""The web distribution: the built web app, with the cloud's rewrites and headers."""

from __future__ import annotations

import gzip
import json
import mimetypes
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from simulators.aws.asgi import Scope, Send, decoded_headers, respond
from simulators.aws.resources import HttpRoute

# Below these the API answers; everything else is the app's.
SERVER_PREFIXES: Final = ("api", "auth", "users", "webhooks", "health", "f", "ocpp")
ASSETS: Final = "/assets/"
# The only files outside /assets/: ids in the app's own addresses contain dots.
FILES: Final = frozenset(
    (
        "/favicon.svg",
        "/icon-192.png",
        "/icon-512.png",
        "/icon-maskable.png",
        "/manifest.webmanifest",
        "/robots.txt",
        "/sw.js",
    )
)
CONFIG: Final = "/config.json"
TILES: Final = {
    "url": "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
    "attribution": "© OpenStreetMap contributors",
}
TILE_ORIGIN: Final = "https://tile.openstreetmap.org"
SECURITY_HEADERS: Final = (
    (
        "content-security-policy",
        (
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
            f"img-src 'self' data: blob: {TILE_ORIGIN}; font-src 'self'; connect-src 'self'; "
            "manifest-src 'self'; media-src 'self' blob:; worker-src 'self'; base-uri 'none'; "
            "form-action 'self'; frame-ancestors 'none'"
        ),
    ),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "strict-origin-when-cross-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("permissions-policy", "camera=(self), geolocation=(self), microphone=(), payment=()"),
)
FOREVER: Final = "public, max-age=31536000, immutable"
ASK_AGAIN: Final = "no-cache"
NOT_BUILT: Final = (
    b"<!doctype html><html lang=en><title>Not built</title><p>The web app is not built: "
    b"<code>make run</code> builds it. The API is here all the same."
)
_COMPRESSED: Final = (".js", ".css", ".html", ".svg", ".json", ".webmanifest", ".wasm", ".txt")
_TYPES: Final = {".js": "text/javascript", ".webmanifest": "application/manifest+json"}


def first_segment(path: str) -> str:
    """`api` of `/api/stations`."""
    return path.lstrip("/").partition("/")[0]


class WebApp:
    """Serves a folder of built files, and the config.json of this machine."""

    def __init__(
        self,
        folder: Path,
        url: str,
        issuer: str | None,
        client_id: str,
        routes: Iterable[HttpRoute],
    ) -> None:
        """url: the one address that sign-in returns to. issuer: None without sign-in."""
        self._server = {*SERVER_PREFIXES, *(first_segment(route.path) for route in routes)}
        self._folder = folder.resolve()
        self._url = url
        self._packed: dict[Path, tuple[int, bytes]] = {}
        self._config = json.dumps(_config(issuer, client_id)).encode()

    def takes(self, scope: Scope) -> bool:
        """Whether the distribution sends this request to the app's files."""
        is_read = scope["method"] in ("GET", "HEAD")
        return is_read and first_segment(scope["path"]) not in self._server

    async def serve(self, scope: Scope, send: Send) -> None:
        """Answer one GET or HEAD."""
        headers = dict(decoded_headers(scope))
        path: str = scope["path"]
        if headers.get("host", "").startswith("localhost:") and self._url.startswith("http://127."):
            query = scope["query_string"].decode("latin-1")
            target = (
                self._url + scope["raw_path"].decode("latin-1") + (f"?{query}" if query else "")
            )
            await respond(send, 302, b"", [("location", target)])
        elif path == CONFIG:
            await self._send(send, self._config, "application/json", ASK_AGAIN)
        else:
            await self._serve_file(path, headers, send)

    async def _serve_file(self, path: str, headers: Mapping[str, str], send: Send) -> None:
        file = self._file(path)
        kind: str | None
        if not file.is_file():
            is_page = file.name == "index.html"
            body, kind = (NOT_BUILT, "text/html") if is_page else (b"not found", "text/plain")
            await self._send(send, body, kind, "no-store", status=503 if is_page else 404)
            return
        kind = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0]
        cache = FOREVER if path.startswith(ASSETS) else ASK_AGAIN
        is_packed = file.suffix in _COMPRESSED and "gzip" in headers.get("accept-encoding", "")
        body = self._pack(file) if is_packed else file.read_bytes()
        encoding = [("content-encoding", "gzip"), ("vary", "accept-encoding")] if is_packed else []
        await self._send(send, body, kind or "application/octet-stream", cache, encoding)

    def _file(self, path: str) -> Path:
        """The file of a path: itself below /assets/ and for the known ones, else the app."""
        if path in FILES:
            return self._folder / path[1:]
        if path.startswith(ASSETS):
            file = (self._folder / path[1:]).resolve()
            return file if file.is_relative_to(self._folder) else self._folder / "assets" / "none"
        return self._folder / "index.html"

    def _pack(self, file: Path) -> bytes:
        changed = file.stat().st_mtime_ns
        kept = self._packed.get(file)
        if kept is None or kept[0] != changed:
            kept = self._packed[file] = (changed, gzip.compress(file.read_bytes(), 6))
        return kept[1]

    async def _send(
        self,
        send: Send,
        body: bytes,
        kind: str,
        cache: str,
        more: list[tuple[str, str]] | None = None,
        *,
        status: int = 200,
    ) -> None:
        charset = "; charset=utf-8" if kind.startswith("text/") else ""
        own = [("content-type", kind + charset), ("cache-control", cache)]
        await respond(send, status, body, [*own, *SECURITY_HEADERS, *(more or [])])


def _config(issuer: str | None, client_id: str) -> dict[str, Any]:
    return {
        "name": "Ampere",
        "signIn": {"authority": issuer or "", "clientId": client_id},
        "tiles": TILES,
    }
