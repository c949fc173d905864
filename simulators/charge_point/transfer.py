"""Files to and from a charger, over HTTP as the locations of commands say."""

from typing import Protocol
from urllib.parse import quote

import httpx


class TransferFailed(Exception):
    """The file did not arrive."""


def address_of(name: str, location: str) -> str:
    """Where a file of this name goes: into the directory, or wherever the address says."""
    return f"{location}{quote(name)}" if location.endswith("/") else location


class Transfer(Protocol):
    """How a charger moves files."""

    async def fetch(self, location: str) -> bytes:
        """Read a file. Raises TransferFailed."""
        ...

    async def store(self, location: str, content: bytes) -> None:
        """Write a file. Raises TransferFailed."""
        ...


class HttpTransfer:
    """Plain GET and PUT; no other scheme is offered."""

    async def fetch(self, location: str) -> bytes:
        """Read a file. Raises TransferFailed."""
        return (await self._send("GET", location, None)).content

    async def store(self, location: str, content: bytes) -> None:
        """Write a file. Raises TransferFailed."""
        await self._send("PUT", location, content)

    async def _send(self, method: str, location: str, content: bytes | None) -> httpx.Response:
        try:
            async with httpx.AsyncClient(timeout=30, trust_env=False) as client:
                response = await client.request(method, location, content=content)
                response.raise_for_status()
                return response
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise TransferFailed(f"{method} {location}: {error}") from error
