"""Which route of the HTTP API serves a request."""

from __future__ import annotations

import pytest

from simulators.aws.http_api import TokenBucket, cors_answer, find_route
from simulators.aws.http_events import MalformedResponse, http_response
from simulators.aws.resources import Cors, HttpRoute, Throttle

ROUTES = [
    HttpRoute("ANY", "/api/{proxy+}", "rest"),
    HttpRoute("GET", "/api/logs", "logs"),
    HttpRoute("GET", "/api/logs/{id}", "log"),
    HttpRoute("ANY", "/api/logs/{id}", "any_log"),
    HttpRoute("POST", "/api/chargers/{id}/request", "request"),
]


@pytest.mark.parametrize(
    ("method", "path", "function", "parameters"),
    [
        ("GET", "/api/logs", "logs", {}),
        ("POST", "/api/logs", "rest", {"proxy": "logs"}),
        ("GET", "/api/logs/CP%201", "log", {"id": "CP 1"}),
        ("DELETE", "/api/logs/x", "any_log", {"id": "x"}),
        ("POST", "/api/chargers/A%7CB%25/request", "request", {"id": "A|B%"}),
        ("GET", "/api/chargers/a%2Fb", "rest", {"proxy": "chargers/a/b"}),
        ("GET", "/api/deep/er/path", "rest", {"proxy": "deep/er/path"}),
    ],
)
def test_the_most_specific_route_serves(
    method: str, path: str, function: str, parameters: dict[str, str]
) -> None:
    match = find_route(ROUTES, method, path)
    assert match is not None
    assert (match.route.function, match.path_parameters) == (function, parameters)


@pytest.mark.parametrize("path", ["/", "/api", "/apis/logs", "/other"])
def test_no_route_serves_an_unknown_path(path: str) -> None:
    assert find_route(ROUTES, "GET", path) is None


def test_an_answer_without_a_status_is_the_body() -> None:
    answer = http_response({"status": "ok"})
    assert (answer.status, answer.body) == (200, b'{"status": "ok"}')


@pytest.mark.parametrize("answer", [{"statusCode": "many"}, {"statusCode": 200, "headers": 5}])
def test_a_malformed_answer_is_told_apart(answer: object) -> None:
    with pytest.raises(MalformedResponse):
        http_response(answer)


def test_a_bucket_lets_a_burst_through_and_no_more() -> None:
    bucket = TokenBucket(Throttle(rate_per_s=0.001, burst=3))
    assert [bucket.take() for _ in range(4)] == [True, True, True, False]


def test_credentials_are_never_allowed_to_any_origin() -> None:
    cors = Cors(("*",), ("GET",), (), (), allow_credentials=True, max_age_s=None)
    assert ("access-control-allow-origin", "https://a.example") in cors_answer(
        cors, "https://a.example"
    )
