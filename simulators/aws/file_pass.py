"""What the CloudFront Function in front of the files does: only signed URLs reach them.

The function itself is JavaScript in template.yaml; a test holds the two against each other.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

METHODS: Final = {"g": "GET", "p": "PUT", "d": "PUT"}
WRITES_INTO_A_FOLDER: Final = "d"
NAMELESS: Final = "unnamed"
SIGNATURE_CHARACTERS: Final = 22
LONGEST_NAME: Final = 128
# A charger may join its name to the directory with a slash of its own, or add none.
_PATH: Final = re.compile(r"/f/([A-Za-z0-9._-]{1,300})/*(.*)")
_BAD_ESCAPE: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
_STRANGE: Final = re.compile(r"%[0-9A-Fa-f]{2}|[^A-Za-z0-9._-]")
_SAFE: Final = re.compile(r"[A-Za-z0-9._-]")


@dataclass(frozen=True, slots=True)
class Admitted:
    """A request that may reach the bucket. limit_bytes: of what is written; 0 for reading."""

    key: str
    limit_bytes: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """A request that may not, as an HTTP status."""

    status: int


def examine(
    method: str, raw_path: str, headers: Mapping[str, str], secret: str, now_s: float
) -> Admitted | Refusal:
    """What becomes of a request below /f/. headers: names in lower case. now_s: since 1970."""
    found = _PATH.fullmatch(raw_path)
    if found is None:
        return Refusal(403)
    grant, _, signature = found[1].rpartition(".")
    kind, _, rest = grant.partition(".")
    into_folder = kind == WRITES_INTO_A_FOLDER
    name = _safe_name(found[2] or (NAMELESS if into_folder else ""))
    if not name:
        return Refusal(400)
    wanted = _signature(f"{grant}/{'' if into_folder else name}", secret)
    if not hmac.compare_digest(signature.encode(), wanted):
        return Refusal(403)
    until, limit_mb, folder = rest.split(".", 2)
    if now_s >= int(until):
        return Refusal(403)
    if method != METHODS[kind]:
        return Refusal(405)
    limit_bytes = int(limit_mb) * 1_000_000
    if method == "PUT":
        length = headers.get("content-length")
        if length is None:
            return Refusal(411)
        if not (length.isdigit() and int(length) <= limit_bytes):
            return Refusal(413)
    return Admitted(f"{folder.replace('.', '/')}/{name}", limit_bytes)


def _safe_name(path: str) -> str:
    """The name percent-decoded byte by byte; empty for one that means another place."""
    if "/" in path or _BAD_ESCAPE.search(path):
        return ""
    name = _STRANGE.sub(_safe_letter, path)
    return "" if len(name) > LONGEST_NAME or name in (".", "..") else name


def _safe_letter(match: re.Match[str]) -> str:
    text = match[0]
    letter = chr(int(text[1:], 16)) if len(text) == len("%20") else ""
    return letter if _SAFE.fullmatch(letter) else "_"


def _signature(grant: str, secret: str) -> bytes:
    digest = hmac.digest(secret.encode(), grant.encode(), hashlib.sha256)
    return base64.urlsafe_b64encode(digest)[:SIGNATURE_CHARACTERS]
