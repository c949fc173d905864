"""CloudFront's functions on real and on hostile paths."""

import pytest

from tests.architecture.transformed import run_at_edge

PATHS = (
    "/ocpp/CP-1",
    "/ocpp/RDAM%20123",
    "/ocpp/cp%2F1",
    "/OCPP/CP.1:2",
    "/ocpp/../api/admin/chargers",
    "/ocpp/%2e%2e/%2e%2e/etc",
    "/ocpp//",
    "/",
    "",
    "/" + "x" * 8000,
)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path[:30])
def test_a_chargers_path_becomes_a_header_as_it_is(path: str) -> None:
    # One that was sent is replaced: the header is what the authorizer takes for the path.
    sent = {"uri": path, "querystring": {}, "headers": {"x-ocpp-path": {"value": "/ocpp/forged"}}}
    (request,) = run_at_edge("ChargerPathFunction", [sent])
    assert request["headers"]["x-ocpp-path"]["value"] == path
    assert request["uri"] == "/"


def test_a_handshake_keeps_its_other_headers_and_its_query() -> None:
    headers = {"authorization": {"value": "Basic eDp5"}, "sec-websocket-protocol": {"value": "a"}}
    query = {"cp": {"value": "other"}}
    (request,) = run_at_edge(
        "ChargerPathFunction", [{"uri": "/ocpp/a", "querystring": query, "headers": dict(headers)}]
    )
    assert {name: request["headers"][name] for name in headers} == headers
    assert request["querystring"] == query


ADDRESSES = (
    "/",
    "",
    "/admin/chargers/CP.1",
    "/signed-in",
    "/assets",
    "/Assets/x.js",
    "/config.json/x",
    "/CONFIG.JSON",
    "/%63onfig.json",
    "/../config.json",
    "/a/assets/x.js",
    "/" + "y" * 8000,
)


@pytest.mark.parametrize("path", ADDRESSES, ids=lambda path: path[:30])
def test_an_address_of_the_app_is_the_app(path: str) -> None:
    (request,) = run_at_edge("WebRewriteFunction", [{"uri": path, "headers": {}}])
    assert request["uri"] == "/index.html"


@pytest.mark.parametrize("path", ["/assets/index-Ab12.js", "/config.json", "/robots.txt"])
def test_a_file_of_the_app_is_that_file(path: str) -> None:
    (request,) = run_at_edge("WebRewriteFunction", [{"uri": path, "headers": {}}])
    assert request["uri"] == path


def test_an_asset_by_a_way_around_stays_below_the_bucket() -> None:
    # S3 knows no `..`: the key is looked for as it is written, and there is none.
    (request,) = run_at_edge(
        "WebRewriteFunction", [{"uri": "/assets/../config.json", "headers": {}}]
    )
    assert request["uri"] == "/assets/../config.json"
