"""S3 as the functions of this machine call it: one bucket, on disk."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from email.utils import format_datetime
from html import escape
from typing import Final
from urllib.parse import parse_qsl, unquote

from simulators.aws.asgi import UNREAD, Receive, Scope, Send, decoded_headers, respond
from simulators.aws.file_door import BrokenOff, Span, receive_into, send_file
from simulators.aws.files_on_disk import BadKey, Entry, FilesOnDisk

MOST_LISTED: Final = 1000


class ObjectStore:
    """PutObject, GetObject, HeadObject, DeleteObject, ListObjectsV2 and uploads in parts.

    parts: where what was uploaded lies until the rest has come, below the upload's id.
    access_key: whose signature a request must carry; the signature itself is not computed.
    """

    def __init__(
        self, bucket: str, files: FilesOnDisk, parts: FilesOnDisk, access_key: str
    ) -> None:
        self.prefix = f"/{bucket}"
        self._files = files
        self._parts = parts
        self._access_key = access_key.encode()

    def takes(self, scope: Scope) -> bool:
        """Whether a request is to the bucket."""
        path: str = scope["path"]
        return path == self.prefix or path.startswith(f"{self.prefix}/")

    async def serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        authorization = dict(decoded_headers(scope)).get("authorization", "")
        credential = authorization.partition("Credential=")[2].partition("/")[0]
        if not hmac.compare_digest(credential.encode(), self._access_key):
            await _refuse(send, 403, "AccessDenied")
            return
        raw_path = scope["raw_path"].decode("latin-1").partition("?")[0]
        key = unquote(raw_path.removeprefix(self.prefix).removeprefix("/"))
        query = dict(parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True))
        try:
            if not key:
                await self._list(query, send)
            elif "uploadId" in query or "uploads" in query:
                await self._serve_parts(scope, key, query, receive, send)
            else:
                await self._serve_object(scope, key, receive, send)
        except BadKey:
            await _refuse(send, 400, "InvalidArgument")
        except BrokenOff:
            return

    async def _serve_object(self, scope: Scope, key: str, receive: Receive, send: Send) -> None:
        match scope["method"]:
            case "PUT":
                with self._files.writing(key) as file:
                    await receive_into(file, _length(scope), receive)
                await respond(send, 200, b"", _facts(self._entry(key)))
            case "GET" | "HEAD":
                await self._read(scope["method"], key, send)
            case "DELETE":
                self._files.delete(key)
                await respond(send, 204)
            case _:
                await _refuse(send, 405, "MethodNotAllowed")

    async def _read(self, method: str, key: str, send: Send) -> None:
        entry = self._files.find(key)
        if entry is None:
            await _refuse(send, 404, "NoSuchKey")
            return
        headers = _facts(entry)
        if method == "GET":
            whole = Span(0, entry.size_bytes, entry.size_bytes)
            with self._files.path(key).open("rb") as file:
                await send_file(file, whole, send, headers)
            return
        length = [(b"content-length", str(entry.size_bytes).encode())]
        raw = [(name.encode(), value.encode()) for name, value in headers]
        await send({"type": "http.response.start", "status": 200, "headers": raw + length})
        await send({"type": "http.response.body", "body": b""})

    async def _list(self, query: Mapping[str, str], send: Send) -> None:
        limit = min(int(query.get("max-keys", MOST_LISTED)), MOST_LISTED)
        after = query.get("start-after", "")
        found, more = self._files.list_after(query.get("prefix", ""), after, limit)
        contents = "".join(
            f"<Contents><Key>{escape(one.key)}</Key><Size>{one.size_bytes}</Size>"
            f"<LastModified>{one.changed_at.isoformat()}</LastModified>"
            f"<ETag>{escape(one.etag)}</ETag></Contents>"
            for one in found
        )
        truncated = str(more).lower()
        await _xml(send, "ListBucketResult", f"<IsTruncated>{truncated}</IsTruncated>{contents}")

    async def _serve_parts(
        self, scope: Scope, key: str, query: Mapping[str, str], receive: Receive, send: Send
    ) -> None:
        upload = query.get("uploadId", "")
        match scope["method"]:
            case "POST" if "uploads" in query:
                made = f"<UploadId>{secrets.token_hex(16)}</UploadId>"
                await _xml(send, "InitiateMultipartUploadResult", made)
            case "PUT":
                part = f"{upload}/{int(query['partNumber']):05d}"
                with self._parts.writing(part) as file:
                    await receive_into(file, _length(scope), receive)
                await respond(send, 200, b"", [("etag", f'"{part}"')])
            case "POST" if not self._has(upload):
                await _refuse(send, 404, "NoSuchUpload")
            case "POST":
                self._join(key, upload)
                etag = f"<ETag>{escape(self._entry(key).etag)}</ETag>"
                await _xml(send, "CompleteMultipartUploadResult", etag)
            case "DELETE":
                self._forget(upload)
                await respond(send, 204)
            case _:
                await _refuse(send, 405, "MethodNotAllowed")

    def _join(self, key: str, upload: str) -> None:
        parts, _ = self._parts.list_after(f"{upload}/", "", 10_000)
        with self._files.writing(key) as file:
            for part in parts:
                file.write(self._parts.path(part.key).read_bytes())
        self._forget(upload)

    def _has(self, upload: str) -> bool:
        """Whether anything was uploaded in parts under this id, and not joined since."""
        return bool(self._parts.list_after(f"{upload}/", "", 1)[0])

    def _forget(self, upload: str) -> None:
        for part in self._parts.list_after(f"{upload}/", "", 10_000)[0]:
            self._parts.delete(part.key)

    def _entry(self, key: str) -> Entry:
        entry = self._files.find(key)
        if entry is None:
            raise BadKey(key)
        return entry


def _length(scope: Scope) -> int:
    return int(dict(decoded_headers(scope)).get("content-length", "0"))


def _facts(entry: Entry) -> tuple[tuple[str, str], ...]:
    changed = format_datetime(entry.changed_at, usegmt=True)
    return (("etag", entry.etag), ("last-modified", changed))


async def _xml(send: Send, root: str, content: str) -> None:
    text = f'<?xml version="1.0" encoding="UTF-8"?><{root}>{content}</{root}>'
    await respond(send, 200, text.encode(), [("content-type", "application/xml")])


async def _refuse(send: Send, status: int, code: str) -> None:
    text = f"<Error><Code>{code}</Code><Message>{code}</Message></Error>"
    await respond(send, status, text.encode(), [("content-type", "application/xml"), UNREAD])
