"""The bucket of firmware, uploads of chargers and exports; who reaches it from outside comes
through `file_door`.
"""

import hashlib
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from botocore.client import Config
from botocore.exceptions import BotoCoreError, ClientError

from csms.domain.errors import Unavailable
from csms.domain.file_key import check_key
from csms.settings import SETTINGS
from csms.store.dynamodb import CONNECTION

PART_BYTES: Final = 8 * 1024 * 1024
"""S3 takes at most 10,000 parts (80 GB in all), and none below 5 MB but the last."""
READ_BYTES: Final = 1024 * 1024
CONNECTIONS: Final = 64

_client_lock: Final = threading.Lock()
_clients: Final[list[Any]] = []


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


def begin(key: str) -> str:
    """Begin a file that several invocations write; returns the id of the upload.

    Nobody sees it before `finish`, and the store forgets an upload that is a day old.
    """
    check_key(*key.rpartition("/")[::2])
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
