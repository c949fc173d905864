"""The file door: short signed URLs for firmware, uploads of chargers and exports.

A URL is `…/f/{token}/{name}`. The token says what it is good for in plain text and ends with a
signature over that: `{kind}.{until}.{limit}.{folder}.{signature}`, where until is in seconds since
1970, limit in MB, and the folder's parts are separated by dots. Whoever serves the door (a
CloudFront Function in template.yaml, `simulators/aws/file_pass.py` on one machine) checks it with
the same secret; the product only makes it. At most 200 characters, since OCPP allows 512.
"""

import base64
import hashlib
import hmac
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from csms.domain.errors import Unavailable
from csms.domain.file_key import check_key
from csms.settings import SETTINGS

DOWNLOAD_LIFE: Final = timedelta(minutes=10)
"""Enough to begin a download; one that has begun goes on."""
SIGNATURE_CHARACTERS: Final = 22
"""Of Base64: 132 bits."""


class Kind(StrEnum):
    """What a URL is good for: reading one file, writing one, or writing into a folder."""

    READ = "g"
    WRITE = "p"
    WRITE_INTO = "d"


def download_url(key: str, now: datetime, life: timedelta = DOWNLOAD_LIFE) -> str:
    """Where anybody who has the URL can GET one file, until its time is over.

    The browser saves it under the last part of the key. Whether the file exists is not asked.
    """
    folder, _, name = key.rpartition("/")
    return _url(Kind.READ, folder, name, _until(now, life), 0)


def upload_url(key: str, now: datetime, life: timedelta, limit_mb: int) -> str:
    """Where anybody who has the URL can PUT one file of at most limit_mb · 10⁶ bytes."""
    folder, _, name = key.rpartition("/")
    return _url(Kind.WRITE, folder, name, _until(now, life), limit_mb)


def directory_url(folder: str, until: datetime, limit_mb: int) -> str:
    """A URL that ends with `/`, to which whoever has it adds a name of its own and PUTs."""
    return _url(Kind.WRITE_INTO, folder, "", int(until.timestamp()), limit_mb)


def _until(now: datetime, life: timedelta) -> int:
    return int((now + life).timestamp())


def _url(kind: Kind, folder: str, name: str, until: int, limit_mb: int) -> str:
    check_key(folder, "unnamed" if kind is Kind.WRITE_INTO else name)
    if not SETTINGS.files_secret:
        raise Unavailable("files are switched off here: FILES_SECRET is not set")
    grant = f"{kind}.{until}.{limit_mb}.{folder.replace('/', '.')}"
    key = SETTINGS.files_secret.encode()
    digest = hmac.digest(key, f"{grant}/{name}".encode(), hashlib.sha256)
    signature = base64.urlsafe_b64encode(digest)[:SIGNATURE_CHARACTERS].decode()
    return f"{SETTINGS.files_url}/f/{grant}.{signature}/{name}"
