"""The file door: short signed URLs for firmware, uploads of chargers and exports, and their bucket.

A URL is `…/f/{token}/{name}`. The token says what it is good for in plain text and ends with a
signature over that: `{kind}.{until}.{limit}.{folder}.{signature}`, where until is in seconds since
1970, limit in MB, and the folder's parts are separated by dots. Whoever serves the door (a
CloudFront Function in template.yaml, `simulators/aws/file_pass.py` on one machine) checks it with
the same secret; the product only makes it. At most 200 characters, since OCPP allows 512.
"""

import base64
import hashlib
import hmac
import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from botocore.client import Config
from botocore.exceptions import BotoCoreError, ClientError

from csms.domain.errors import Invalid, Unavailable
from csms.settings import SETTINGS
from csms.store.dynamodb import CONNECTION

DOWNLOAD_LIFE: Final = timedelta(minutes=10)
"""Enough to begin a download; one that has begun goes on."""
SIGNATURE_CHARACTERS: Final = 22
"""Of Base64: 132 bits."""
PART_BYTES: Final = 8 * 1024 * 1024
"""S3 takes at most 10,000 parts (80 GB in all), and none below 5 MB but the last."""
READ_BYTES: Final = 1024 * 1024
CONNECTIONS: Final = 64

_FOLDER: Final = re.compile(r"[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*")
_NAME: Final = re.compile(r"(?!\.{1,2}$)[A-Za-z0-9._-]{1,128}")
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9._-]")
_client_lock: Final = threading.Lock()
_clients: Final[list[Any]] = []


class Kind(StrEnum):
    """What a URL is good for: reading one file, writing one, or writing into a folder."""

    READ = "g"
    WRITE = "p"
    WRITE_INTO = "d"


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that is there. key: `{folder}/{name}`."""

    key: str
    size_bytes: int
    stored_at: datetime

    @property
    def folder(self) -> str:
        """All of the key but the name."""
        return self.key.rpartition("/")[0]

    @property
    def name(self) -> str:
        """The last part of the key."""
        return self.key.rpartition("/")[2]


def safe_name(name: str) -> str:
    """A file name of ours for a name of somebody: strange characters become underscores.

    Raises Invalid for one that has nothing left or is too long.
    """
    safe = _UNSAFE.sub("_", name.strip())
    if not _NAME.fullmatch(safe):
        raise Invalid("must be a file name of 1 to 128 characters", "name")
    return safe


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


def begin(key: str) -> str:
    """Begin a file that several invocations write; returns the id of the upload.

    Nobody sees it before `finish`, and the store forgets an upload that is a day old.
    """
    _checked(*key.rpartition("/")[::2])
    upload_id: str = _call("create_multipart_upload", Key=key)["UploadId"]
    return upload_id


def add_part(key: str, upload_id: str, number: int, body: bytes) -> str:
    """Store a part, from 1 on, and return its tag; all but the last have PART_BYTES or more.

    The same number again takes the place of what was there. Raises FileNotFoundError when the
    store has forgotten the upload, Unavailable.
    """
    upload = {"Key": key, "UploadId": upload_id}
    tag: str = _call("upload_part", **upload, PartNumber=number, Body=body)["ETag"]
    return tag


def finish(key: str, upload_id: str, tags: Sequence[str]) -> None:
    """Make a file of its parts, by their tags in order: from now on it is there.

    Raises FileNotFoundError when it was finished before or forgotten, Unavailable.
    """
    parts = [{"PartNumber": number, "ETag": tag} for number, tag in enumerate(tags, start=1)]
    upload = {"Key": key, "UploadId": upload_id}
    _call("complete_multipart_upload", **upload, MultipartUpload={"Parts": parts})


def find(key: str) -> StoredFile | None:
    """The file, None when it is not there."""
    try:
        answer = _call("head_object", Key=key)
    except FileNotFoundError:
        return None
    return StoredFile(key, answer["ContentLength"], answer["LastModified"].astimezone(UTC))


def list_below(folder: str, after: str, limit: int) -> tuple[Sequence[StoredFile], str | None]:
    """The files of a folder and of those in it, by key, and the key to go on after, if any."""
    answer = _call("list_objects_v2", Prefix=f"{folder}/", StartAfter=after, MaxKeys=limit)
    found = [
        StoredFile(entry["Key"], entry["Size"], entry["LastModified"].astimezone(UTC))
        for entry in answer.get("Contents", ())
    ]
    return found, found[-1].key if answer.get("IsTruncated") and found else None


def sha256(key: str) -> str:
    """The digest of a file that is there, in hex. Raises FileNotFoundError, Unavailable."""
    digest = hashlib.sha256()
    try:
        for chunk in _call("get_object", Key=key)["Body"].iter_chunks(READ_BYTES):
            digest.update(chunk)
    except BotoCoreError as error:
        raise Unavailable(f"the file store broke off: {error}") from error
    return digest.hexdigest()


def delete(key: str) -> None:
    """Remove a file; one that is not there is no error."""
    _call("delete_object", Key=key)


def _until(now: datetime, life: timedelta) -> int:
    return int((now + life).timestamp())


def _url(kind: Kind, folder: str, name: str, until: int, limit_mb: int) -> str:
    _checked(folder, "unnamed" if kind is Kind.WRITE_INTO else name)
    if not SETTINGS.files_secret:
        raise Unavailable("files are switched off here: FILES_SECRET is not set")
    grant = f"{kind}.{until}.{limit_mb}.{folder.replace('/', '.')}"
    key = SETTINGS.files_secret.encode()
    digest = hmac.digest(key, f"{grant}/{name}".encode(), hashlib.sha256)
    signature = base64.urlsafe_b64encode(digest)[:SIGNATURE_CHARACTERS].decode()
    return f"{SETTINGS.files_url}/f/{grant}.{signature}/{name}"


def _checked(folder: str, name: str) -> None:
    if not _FOLDER.fullmatch(folder) or not _NAME.fullmatch(name):
        raise ValueError(f"{folder}/{name} is no key of the file door")


def _call(operation: str, **arguments: object) -> Any:  # noqa: ANN401 - botocore's answers are mappings
    """Ask S3. Raises FileNotFoundError, or Unavailable for all that trying later may put right."""
    try:
        return getattr(_client(), operation)(Bucket=SETTINGS.files_bucket, **arguments)
    except ClientError as error:
        if error.response["ResponseMetadata"]["HTTPStatusCode"] == 404:
            raise FileNotFoundError(arguments.get("Key")) from error
        code = error.response.get("Error", {}).get("Code", "")
        raise Unavailable(f"the file store refuses: {code}") from error
    except BotoCoreError as error:
        raise Unavailable(f"the file store does not answer: {error}") from error


def _client() -> Any:  # noqa: ANN401 - botocore makes its clients at run time
    """Make the client once, from the session that serves DynamoDB."""
    if not _clients:
        with _client_lock:
            if not _clients:
                _clients.append(_make_client())
    return _clients[0]


def _make_client() -> Any:  # noqa: ANN401 - see above
    config = Config(
        connect_timeout=2,
        read_timeout=10,
        max_pool_connections=CONNECTIONS,
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
        retries={"total_max_attempts": 3, "mode": "standard"},
    )
    return CONNECTION.session.create_client("s3", CONNECTION.region, config=config)
