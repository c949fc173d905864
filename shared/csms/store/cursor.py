"""Cursors: where a list goes on, as a text that only we can make.

A cursor holds the last key of a page and is bound to its list (`scope`), so that it can be neither
forged nor used to read another list.
"""

import base64
import hashlib
import hmac
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, cast

from csms.domain.errors import Invalid
from csms.settings import SETTINGS

SIGNATURE_BYTES = 12
MOST_LOOKS: Final = 5
"""How many pages one request reads for the first row that is wanted."""


@dataclass(frozen=True, slots=True)
class Page[T]:
    """Some items of a list, and the cursor of those after them; None at the end."""

    items: Sequence[T]
    cursor: str | None


def first_found[T](read: Callable[[str | None], Page[T]], after: str | None) -> Page[T]:
    """The first of a few pages that holds something: a page that is empty yet not the last is rare.

    read: makes the page after a cursor, of which a filter may leave nothing.
    """
    page = read(after)
    for _ in range(MOST_LOOKS - 1):
        if page.items or page.cursor is None:
            break
        page = read(page.cursor)
    return page


def encode(last_key: Mapping[str, Any] | None, scope: str) -> str | None:
    """Make the cursor of a list from PynamoDB's last_evaluated_key."""
    if last_key is None:
        return None
    body = json.dumps(last_key, separators=(",", ":"), sort_keys=True).encode()
    return base64.urlsafe_b64encode(_sign(body, scope) + body).decode().rstrip("=")


def decode(cursor: str | None, scope: str) -> dict[str, Any] | None:
    """Give back what `encode` was given for the same list. Raises Invalid for anything else."""
    if not cursor:
        return None
    try:
        raw = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
    except ValueError:
        raise _refused() from None
    signature, body = raw[:SIGNATURE_BYTES], raw[SIGNATURE_BYTES:]
    if not hmac.compare_digest(signature, _sign(body, scope)):
        raise _refused()
    return cast(dict[str, Any], json.loads(body))


def _sign(body: bytes, scope: str) -> bytes:
    key = f"cursor:{SETTINGS.signing_secret}".encode()
    return hmac.digest(key, scope.encode() + b"\0" + body, hashlib.sha256)[:SIGNATURE_BYTES]


def _refused() -> Invalid:
    return Invalid("This cursor does not belong to this list: begin again without one.", "cursor")
