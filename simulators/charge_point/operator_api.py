"""The system's HTTP API, as far as a session needs it. Plain JSON: nothing of the system's code."""

from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self

import httpx

_TOKEN_PATH = "/_identity/token"
_TIMEOUT_S = 35


class SystemUnreachable(Exception):
    """Nothing answers there, or something else than the system."""


class Refused(Exception):
    """The system understood, and said no."""


class OperatorApi:
    """Requests of an operator, and of a driver who signs in for the first time."""

    def __init__(self, base_url: str) -> None:
        """base_url: as `http://127.0.0.1:8080`."""
        self._base_url = base_url
        self._client = httpx.AsyncClient(base_url=base_url, timeout=_TIMEOUT_S, trust_env=False)

    async def __aenter__(self) -> Self:
        """Sign in as an operator. Raises SystemUnreachable."""
        try:
            await self._send("GET", "/health")
            form = {"grant_type": "password", "username": "admin", "password": "admin"}
            self._client.headers["Authorization"] = f"Bearer {await self._token(form)}"
        except (httpx.HTTPError, SystemUnreachable, Refused) as error:
            await self._client.aclose()
            raise SystemUnreachable(
                f"no system runs at {self._base_url} ({str(error) or type(error).__name__}); "
                "start one with `make run`, with the same PORT"
            ) from error
        return self

    async def __aexit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """Hang up."""
        await self._client.aclose()

    async def get(self, path: str, **query: str) -> Any:  # noqa: ANN401 # JSON
        """Read. Raises Refused."""
        return await self._send("GET", path, params=query)

    async def post(self, path: str, body: Mapping[str, object], key: str | None = None) -> Any:  # noqa: ANN401 # JSON
        """Create or do. key: of a request that moves money. Raises Refused."""
        headers = {"Idempotency-Key": key} if key else {}
        return await self._send("POST", path, json=body, headers=headers)

    async def sign_in_driver(self, subject: str, name: str | None = None) -> str:
        """Let a driver appear by their first request; returns the user's id."""
        form = {"grant_type": "client_credentials", "client_id": subject, "scope": "USER"}
        form["name"] = name or subject
        headers = {"Authorization": f"Bearer {await self._token(form)}"}
        profile = await self._send("GET", "/auth/profile", headers=headers)
        return str(profile["user_id"])

    async def _token(self, form: Mapping[str, str]) -> str:
        answer = await self._send("POST", _TOKEN_PATH, data=form)
        return str(answer["access_token"])

    async def _send(self, method: str, path: str, **more: Any) -> Any:  # noqa: ANN401 # JSON
        response = await self._client.request(method, path, **more)
        if response.is_success:
            return response.json()
        raise Refused(f"{method} {path}: {response.status_code} {_reason(response)}")


def _reason(response: httpx.Response) -> str:
    """A problem document's sentence, else the text itself."""
    try:
        problem = response.json()
    except ValueError:
        return response.text[:200]
    if not isinstance(problem, dict):
        return response.text[:200]
    return str(problem.get("errors") or problem.get("detail") or problem)
