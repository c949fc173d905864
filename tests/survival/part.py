"""`python -m tests.survival.part NAME PORT FOLDER ISSUER`: one part of the system by itself.

The one-machine run serves the identity provider and the object store from its gateway's process.
Here each is a process of its own, so that it can be hurt alone. Keys and secrets are those of the
system's data folder; what was written lies in a folder beside its own.
"""

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import uvicorn

from simulators.aws.asgi import Receive, Scope, Send, respond
from simulators.aws.file_door import PREFIX as FILES_PREFIX
from simulators.aws.file_door import FileDoor
from simulators.aws.files_on_disk import FilesOnDisk
from simulators.aws.identity import IdentityProvider
from simulators.aws.identity_keys import SigningKey
from simulators.aws.machine import AUDIENCE, kept_secret
from simulators.aws.object_store import ObjectStore
from simulators.aws.system import FILES_BUCKET

IDENTITY: Final = "identity"
STORE: Final = "store"


class Identity:
    """The identity provider; tokens that it gives and those of the whole system are alike."""

    def __init__(self, folder: Path, issuer: str) -> None:
        key = SigningKey(folder / "identity-key.pem")
        self._provider = IdentityProvider(issuer, AUDIENCE, key)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["path"].startswith(self._provider.prefix + "/"):
            await self._provider.serve(scope, receive, send)
        else:
            await respond(send, 404)


class Store:
    """The bucket, as functions call it and through the file door."""

    def __init__(self, folder: Path, _issuer: str) -> None:
        files = files_of(folder)
        self._door = FileDoor(files, kept_secret(folder / "files-secret"))
        parts = FilesOnDisk(bucket_folder(folder) / "parts")
        key = kept_secret(folder / "access-key")
        self._objects = ObjectStore(FILES_BUCKET, files, parts, key)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["path"].startswith(FILES_PREFIX):
            await self._door.serve(scope, receive, send)
        elif self._objects.takes(scope):
            await self._objects.serve(scope, receive, send)
        else:
            await respond(send, 404)


PARTS: Final[dict[str, Callable[[Path, str], Identity | Store]]] = {
    IDENTITY: Identity,
    STORE: Store,
}


def bucket_folder(folder: Path) -> Path:
    """Where the files of the store of a data folder lie."""
    return folder.parent / "bucket"


def files_of(folder: Path) -> FilesOnDisk:
    """The files of the store of a data folder. What somebody is writing to it is forgotten."""
    return FilesOnDisk(bucket_folder(folder))


async def _main(name: str, port: int, folder: Path, issuer: str) -> None:
    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await part(scope, receive, send)

    part = PARTS[name](folder, issuer)
    config = uvicorn.Config(serve, port=port, lifespan="off", log_level="error", access_log=False)
    await uvicorn.Server(config).serve()


if __name__ == "__main__":
    asyncio.run(_main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]), sys.argv[4]))
