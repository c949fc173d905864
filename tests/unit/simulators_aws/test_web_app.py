"""What the one machine serves of the web app, and that it is what the distribution serves."""

from __future__ import annotations

import asyncio
import gzip
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from simulators.aws.resources import HttpRoute
from simulators.aws.web_app import FILES, SECURITY_HEADERS, WebApp

TEMPLATE = (Path(__file__).parents[3] / "template.yaml").read_text()
ISSUER = "http://127.0.0.1:8080/_identity"


@pytest.fixture
def app(tmp_path: Path) -> WebApp:
    dist = tmp_path / "dist"
    (dist / "assets").mkdir(parents=True)
    (dist / "index.html").write_text("<title>the app</title>")
    (dist / "favicon.svg").write_text("<svg/>")
    (dist / "assets" / "app-1a2b.js").write_text("start()")
    (tmp_path / "secret").write_text("not for you")
    routes = [HttpRoute("GET", "/extra/{id}", "ExtraFunction")]
    return WebApp(dist, "http://127.0.0.1:8080", ISSUER, "csms", routes)


def get(app: WebApp, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    sent: list[Mapping[str, Any]] = []

    async def send(message: Mapping[str, Any]) -> None:
        sent.append(message)

    asyncio.run(app.serve(_scope(path, headers=headers), send))
    start, body = sent
    fields = {name.decode(): value.decode() for name, value in start["headers"]}
    return start["status"], fields, body["body"]


def _scope(path: str, method: str = "GET", headers: Mapping[str, str] | None = None) -> Any:
    raw = [
        (name.replace("_", "-").encode(), text.encode()) for name, text in (headers or {}).items()
    ]
    return {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": raw,
    }


@pytest.mark.parametrize("path", ["/", "/c/DE.ABC.1/1", "/admin/chargers/a.b", "/favicon.ico"])
def test_every_address_of_the_app_is_the_app(app: WebApp, path: str) -> None:
    status, fields, body = get(app, path)
    assert (status, body) == (200, b"<title>the app</title>")
    assert fields["cache-control"] == "no-cache"


def test_assets_are_kept_for_good(app: WebApp) -> None:
    status, fields, body = get(app, "/assets/app-1a2b.js", accept_encoding="gzip, br")
    assert (status, gzip.decompress(body)) == (200, b"start()")
    assert fields["content-type"] == "text/javascript; charset=utf-8"
    assert "immutable" in fields["cache-control"]


@pytest.mark.parametrize("path", ["/assets/none.js", "/assets/../../secret", "/assets/.."])
def test_no_other_file_is_served(app: WebApp, path: str) -> None:
    status, _, body = get(app, path)
    assert (status, body) == (404, b"not found")


@pytest.mark.parametrize("path", ["/api/x", "/users", "/health", "/ocpp/a", "/extra/1"])
def test_what_belongs_to_the_server_is_left_to_it(app: WebApp, path: str) -> None:
    assert not app.takes(_scope(path))


@pytest.mark.parametrize(("method", "taken"), [("GET", True), ("HEAD", True), ("POST", False)])
def test_the_app_is_only_read(app: WebApp, method: str, *, taken: bool) -> None:
    assert app.takes(_scope("/wallet", method)) is taken


def test_the_app_learns_where_to_sign_in(app: WebApp) -> None:
    config = json.loads(get(app, "/config.json")[2])
    assert config["signIn"] == {"authority": ISSUER, "clientId": "csms"}


def test_another_name_of_this_machine_leads_to_the_one_that_signs_in(app: WebApp) -> None:
    status, fields, _ = get(app, "/wallet", host="localhost:8080")
    assert (status, fields["location"]) == (302, "http://127.0.0.1:8080/wallet")


def test_without_a_build_the_page_says_how(tmp_path: Path) -> None:
    status, _, body = get(WebApp(tmp_path, "http://127.0.0.1:8080", None, "csms", ()), "/")
    assert status == 503
    assert b"make run" in body


def test_headers_and_files_are_those_of_the_distribution() -> None:
    policy = dict(SECURITY_HEADERS)["content-security-policy"]
    # On one machine the files are at the app's own address, and so is signing in.
    others = " https://${FilesDistribution.DomainName} ${WebConnectOrigins}"
    written = " ".join(TEMPLATE.split()).replace(others, "")
    assert policy in written
    assert "unsafe-inline" not in policy
    rest = (value for name, value in SECURITY_HEADERS if name != "content-security-policy")
    assert all(value in TEMPLATE for value in rest if value != "nosniff")
    assert all(f"'{file}'" in TEMPLATE for file in (*FILES, "/config.json"))
