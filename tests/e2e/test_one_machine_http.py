"""The HTTP API, the schedules and the identity provider of one machine."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import jwt
import pytest

from tests.e2e.echo_stack import write_stack
from tests.e2e.system import System, wait_until

LIMITS = ("http_body_bytes=1000", "http_integration_s=3")


@pytest.fixture(scope="module")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    folder: Path = tmp_path_factory.mktemp("http")
    system = System(folder / "var", template=write_stack(folder), limits=LIMITS)
    system.start()
    yield system
    system.close()


@pytest.fixture
def client(system: System) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=system.base_url, timeout=10) as client:
        yield client


def test_a_request_becomes_an_event_of_format_2(client: httpx.Client) -> None:
    answer = client.get(
        "/echo/items/a%20b%2Bc?x=1&x=2&y=%20", headers={"cookie": "a=1; b=2", "accept": "*/*"}
    )
    event: dict[str, Any] = answer.json()
    assert (event["version"], event["routeKey"]) == ("2.0", "GET /echo/items/{id}")
    assert event["rawPath"] == "/echo/items/a b+c"
    assert event["pathParameters"] == {"id": "a b+c"}
    assert event["rawQueryString"] == "x=1&x=2&y=%20"
    assert event["queryStringParameters"] == {"x": "1,2", "y": " "}
    assert event["cookies"] == ["a=1", "b=2"]
    assert event["requestContext"]["http"]["method"] == "GET"
    assert event["requestContext"]["stage"] == "$default"


def test_a_greedy_parameter_takes_the_rest_of_the_path(client: httpx.Client) -> None:
    event = client.delete("/echo/some/thing").json()
    assert event["routeKey"] == "ANY /echo/{proxy+}"
    assert event["pathParameters"] == {"proxy": "some/thing"}


def test_text_comes_as_text_and_bytes_as_base64(client: httpx.Client) -> None:
    text = client.post(
        "/echo/x", content='{"a": "é"}', headers={"content-type": "application/json"}
    )
    assert (text.json()["body"], text.json()["isBase64Encoded"]) == ('{"a": "é"}', False)
    raw = client.post("/echo/x", content=b"\xff\x00", headers={"content-type": "image/png"})
    assert (raw.json()["body"], raw.json()["isBase64Encoded"]) == ("/wA=", True)


def test_an_answer_may_be_binary_and_set_cookies(client: httpx.Client) -> None:
    answer = client.get("/echo/binary")
    assert (answer.status_code, answer.content) == (201, b"\x89PNG")
    assert answer.headers.get_list("set-cookie") == ["a=1", "b=2"]


def test_an_unknown_route_is_not_found(client: httpx.Client) -> None:
    answer = client.get("/echo")
    assert (answer.status_code, answer.json()) == (404, {"message": "Not Found"})


def test_a_body_over_the_limit_is_refused(client: httpx.Client) -> None:
    assert client.post("/echo/x", content=b"x" * 1001).status_code == 413


def test_a_failing_function_is_an_internal_error(client: httpx.Client) -> None:
    answer = client.get("/echo/raise")
    assert (answer.status_code, answer.json()) == (500, {"message": "Internal Server Error"})


def test_a_slow_function_is_unavailable(client: httpx.Client) -> None:
    assert client.get("/echo/sleep").status_code == 503


def test_a_function_has_the_environment_of_the_template_and_of_lambda_alone(
    client: httpx.Client, system: System
) -> None:
    environment = client.get("/echo/environment").json()
    assert environment["COLOUR"] == "red"
    assert environment["GATEWAY_ENDPOINT"] == f"{system.base_url}/v1"
    assert environment["AWS_LAMBDA_FUNCTION_NAME"] == "Web"
    assert environment["AWS_SECRET_ACCESS_KEY"] == "simulated"
    assert environment["AWS_EC2_METADATA_DISABLED"] == "true"
    assert environment["AWS_ENDPOINT_URL"] == system.base_url
    own = {"COLOUR", "GATEWAY_ENDPOINT", "LANG", "LC_CTYPE", "PATH", "PYTHONPATH", "TZ"}
    own |= {"LAMBDA_TASK_ROOT", "_HANDLER"}
    assert {name for name in environment if not name.startswith("AWS_")} <= own


def test_a_page_of_a_configured_origin_may_read_answers(client: httpx.Client) -> None:
    origin = {"origin": "https://app.example"}
    answer = client.get("/health", headers=origin)
    assert answer.headers["access-control-allow-origin"] == "https://app.example"
    preflight = client.options(
        "/health", headers={**origin, "access-control-request-method": "GET"}
    )
    assert (preflight.status_code, preflight.headers["access-control-allow-methods"]) == (
        204,
        "GET",
    )


def test_a_page_of_another_origin_may_not(client: httpx.Client) -> None:
    answer = client.get("/health", headers={"origin": "https://evil.example"})
    assert "access-control-allow-origin" not in answer.headers


def test_a_schedule_runs_soon_after_the_start(system: System) -> None:
    wait_until(lambda: '"source": "aws.events"' in system.function_log("Web"))


def test_the_status_tells_what_runs(client: httpx.Client) -> None:
    status = client.get("/_status").json()
    assert {entry["name"] for entry in status["functions"]} == {"Authorizer", "Sockets", "Web"}


def test_a_token_can_be_checked_with_the_published_key(
    client: httpx.Client, system: System
) -> None:
    discovery = client.get("/_identity/.well-known/openid-configuration").json()
    (key,) = jwt.PyJWKSet.from_dict(client.get(discovery["jwks_uri"]).json()).keys
    claims = jwt.decode(
        system.token("user", "dora"),
        key,
        ["RS256"],
        audience="csms",
        issuer=discovery["issuer"],
    )
    assert (claims["sub"], claims["role"]) == ("dora", "USER")


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"grant_type": "password", "username": "admin", "password": "wrong"},
        {"grant_type": "password", "username": "nobody", "password": "nobody"},
        {"grant_type": "client_credentials", "client_id": "x", "scope": "ROOT"},
        {"grant_type": "authorization_code", "code": "made-up", "code_verifier": "x"},
    ],
)
def test_no_token_for_a_wrong_grant(client: httpx.Client, form: dict[str, str]) -> None:
    answer = client.post("/_identity/token", data=form)
    assert answer.status_code == 400
    assert "access_token" not in answer.json()


def test_the_code_flow_with_pkce_signs_in_once(client: httpx.Client) -> None:
    verifier = "v" * 64
    digest = hashlib.sha256(verifier.encode()).digest()
    query = {
        "response_type": "code",
        "client_id": "web",
        "redirect_uri": "http://localhost:5173/signed-in",
        "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
        "code_challenge_method": "S256",
        "state": "s",
        "nonce": "n",
    }
    assert "Dora Driver" in client.get("/_identity/authorize", params=query).text
    sent = client.get("/_identity/authorize", params={**query, "account": "driver-1"})
    answer = parse_qs(urlsplit(sent.headers["location"]).query)
    form = {
        "grant_type": "authorization_code",
        "code": answer["code"][0],
        "redirect_uri": query["redirect_uri"],
        "code_verifier": verifier,
    }
    tokens = client.post("/_identity/token", data=form).json()
    claims = jwt.decode(tokens["id_token"], options={"verify_signature": False})
    assert (claims["sub"], claims["nonce"], answer["state"]) == ("driver-1", "n", ["s"])
    assert client.post("/_identity/token", data=form).json() == {"error": "invalid_grant"}


def test_who_signs_out_is_sent_back_to_the_app_and_nowhere_else(client: httpx.Client) -> None:
    discovery = client.get("/_identity/.well-known/openid-configuration").json()
    assert discovery["end_session_endpoint"].endswith("/_identity/logout")
    back = {"post_logout_redirect_uri": "http://localhost:5173/"}
    away = {"post_logout_redirect_uri": "https://evil.example/"}
    sent = client.get("/_identity/logout", params=back)
    assert (sent.status_code, sent.headers["location"]) == (303, "http://localhost:5173/")
    assert client.get("/_identity/logout", params=away).status_code == 400


def test_the_sign_in_page_has_every_demo_account_to_click(client: httpx.Client) -> None:
    query = {
        "response_type": "code",
        "redirect_uri": "http://localhost:5173/",
        "code_challenge": "c" * 43,
        "code_challenge_method": "S256",
    }
    page = client.get("/_identity/authorize", params=query).text
    assert re.findall(r"account=([\w-]+)", page) == ["admin", "driver-1", "driver-2", "driver-3"]


def test_nobody_is_sent_to_a_foreign_site(client: httpx.Client) -> None:
    query = {"response_type": "code", "redirect_uri": "https://evil.example/", "account": "admin"}
    assert client.get("/_identity/authorize", params=query).status_code == 400


def test_the_provider_answers_only_under_names_of_this_machine(client: httpx.Client) -> None:
    answer = client.get("/_identity/jwks.json", headers={"host": "evil.example"})
    assert answer.status_code == 421


def test_a_bearer_token_tells_who_signed_in(client: httpx.Client, system: System) -> None:
    bearer = {"authorization": f"Bearer {system.token('admin')}"}
    assert client.get("/_identity/userinfo", headers=bearer).json()["role"] == "ADMIN"
    assert client.get("/_identity/userinfo").status_code == 401
