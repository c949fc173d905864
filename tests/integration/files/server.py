"""The bucket and its door for tests: those of one machine, in a thread, on a free port."""

import asyncio
import os
import shutil
import threading
from pathlib import Path
from typing import Final

import httpx
import uvicorn

from csms.settings import SETTINGS
from simulators.aws.asgi import Receive, Scope, Send
from simulators.aws.file_door import FileDoor
from simulators.aws.files_on_disk import FilesOnDisk
from simulators.aws.object_store import ObjectStore
from simulators.aws.server import listen
from tests.integration.events import START

END_S: Final = 20


class FileServer:
    """One server per test process; `clear` between tests."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        files = FilesOnDisk(folder / "files")
        self.now = START
        self._door = FileDoor(files, SETTINGS.files_secret, self._clock)
        parts = FilesOnDisk(folder / "parts")
        self._objects = ObjectStore(SETTINGS.files_bucket, files, parts, "test")
        self._listener = listen("127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        # botocore reads this when the client is made, which is at the first file.
        os.environ["AWS_ENDPOINT_URL_S3"] = self.url  # noqa: TID251 - the bucket of this process
        self._server = uvicorn.Server(
            uvicorn.Config(self._serve, interface="asgi3", lifespan="off", log_config=None)
        )
        run = self._server.serve([self._listener])
        self._thread = threading.Thread(target=lambda: asyncio.run(run), daemon=True)
        self._thread.start()

    def here(self, url: str) -> str:
        """A URL of the file door as this server has it."""
        assert url.startswith(f"{SETTINGS.files_url}/f/"), url
        return url.replace(SETTINGS.files_url, self.url)

    def put(self, url: str, content: bytes) -> int:
        """Upload to a URL of the door; returns the status."""
        return httpx.put(self.here(url), content=content, trust_env=False).status_code

    def get(self, url: str) -> httpx.Response:
        """Download from a URL of the door."""
        return httpx.get(self.here(url), trust_env=False)

    def names(self) -> list[str]:
        """Every file on disk, finished or not, as a path."""
        return sorted(
            path.relative_to(self.folder).as_posix()
            for path in self.folder.rglob("*")
            if path.is_file()
        )

    def clear(self) -> None:
        """Remove every file; the door's clock stands at START again."""
        self.now = START
        for name in ("files/complete", "parts/complete"):
            shutil.rmtree(self.folder / name)
            (self.folder / name).mkdir()

    def stop(self) -> None:
        """End the server."""
        self._server.should_exit = True
        self._thread.join(END_S)
        self._listener.close()

    def _clock(self) -> float:
        return self.now.timestamp()

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._objects.takes(scope):
            await self._objects.serve(scope, receive, send)
        else:
            await self._door.serve(scope, receive, send)
