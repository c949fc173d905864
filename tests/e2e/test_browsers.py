"""What pages of other origins may read of the HTTP API, and what keeps answers to themselves.

Asked of a whole system of template.yaml, of both applications: whatever the gateway adds is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx
import pytest

from tests.e2e.operator import Operator
from tests.e2e.system import ROOT, System

HSTS = "strict-transport-security"
FOREIGN = (
    "https://evil.example",
    "null",
    "http://localhost:1",
    "http://127.0.0.1",
    "https://localhost.evil.example",
    "*",
)
APPLICATIONS = {"admin": "/api/admin/stations", "user": "/users/me", "public": "/api/stations"}
PREFLIGHT = {
    "access-control-request-method": "PUT",
    "access-control-request-headers": "authorization,content-type,idempotency-key,if-none-match",
}


@pytest.fixture
def client(system: System) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=system.base_url, timeout=20) as client:
        yield client


def words(header: str) -> set[str]:
    """The entries of a list in a header."""
    return {word.strip().lower() for word in header.split(",")}


@pytest.mark.parametrize("path", APPLICATIONS.values(), ids=APPLICATIONS)
def test_a_page_of_ours_may_ask_for_everything_that_the_api_offers(
    client: httpx.Client, path: str
) -> None:
    origin = str(client.base_url)

    answer = client.options(path, headers={"origin": origin, **PREFLIGHT})

    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.headers["access-control-allow-origin"] == origin
    assert "access-control-allow-credentials" not in answer.headers
    assert words(answer.headers["access-control-allow-methods"]) == {
        "get",
        "post",
        "put",
        "delete",
    }
    assert words(answer.headers["access-control-allow-headers"]) == words(
        PREFLIGHT["access-control-request-headers"]
    )
    assert answer.headers["access-control-max-age"] == "600"


@pytest.mark.parametrize("path", APPLICATIONS.values(), ids=APPLICATIONS)
@pytest.mark.parametrize("origin", FOREIGN)
def test_a_page_of_another_origin_is_told_nothing(
    client: httpx.Client, path: str, origin: str
) -> None:
    asked = client.options(path, headers={"origin": origin, **PREFLIGHT})
    read = client.get(path, headers={"origin": origin})

    for answer in (asked, read):
        assert not [name for name in answer.headers if name.startswith("access-control-")]
    assert asked.status_code == 204


@pytest.mark.parametrize("path", APPLICATIONS.values(), ids=APPLICATIONS)
def test_a_page_of_ours_reads_every_header_that_it_needs(client: httpx.Client, path: str) -> None:
    origin = str(client.base_url)

    answer = client.get(path, headers={"origin": origin})

    assert answer.headers["access-control-allow-origin"] == origin
    assert answer.headers["vary"].lower() == "origin"
    assert words(answer.headers["access-control-expose-headers"]) >= {
        "content-disposition",
        "date",
        *documented_headers(),
        "x-request-id",
    }


def documented_headers() -> set[str]:
    """The headers of answers that the OpenAPI documents name, and those that routes send."""
    found = {"location"}
    for name in ("admin", "user"):
        text = (ROOT / f"docs/openapi/{name}.json").read_text(encoding="utf-8")
        for headers in re.findall(r'"headers": \{\s+"([\w-]+)"', text):
            found.add(headers.lower())
    return found


@pytest.mark.parametrize(
    ("path", "status", "kept"),
    [
        ("/health", 200, "private, no-cache"),
        ("/api/stations", 200, "private, no-cache"),
        ("/api/admin/stations", 401, "no-store"),
        ("/users/me", 401, "no-store"),
        ("/api/stations/nothing", 404, "no-store"),
        ("/api/stations?limit=0", 422, "no-store"),
        ("/api/stations?cursor=x", 400, "no-store"),
    ],
)
def test_every_answer_guards_itself(
    client: httpx.Client, path: str, status: int, kept: str
) -> None:
    answer = client.get(path)

    assert answer.status_code == status
    assert answer.headers["cache-control"] == kept
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    (age,) = re.findall(r"^max-age=(\d+); includeSubDomains$", answer.headers[HSTS])
    assert int(age) >= 31_536_000
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["x-request-id"]


def test_a_known_answer_and_a_new_password_are_guarded_too(
    system: System, client: httpx.Client
) -> None:
    place = Operator(system).register()
    bearer = {"authorization": f"Bearer {system.token('admin')}"}
    path = f"/api/admin/chargers/{place.charger_id}"
    first = client.get(path, headers=bearer)

    same = client.get(path, headers={**bearer, "if-none-match": first.headers["etag"]})
    password = client.post(f"{path}/re-key", headers=bearer)

    assert (same.status_code, same.content) == (304, b"")
    assert same.headers["etag"] == first.headers["etag"]
    assert (password.status_code, password.headers["cache-control"]) == (200, "no-store")
    for answer in (same, password):
        assert answer.headers["x-content-type-options"] == "nosniff"
