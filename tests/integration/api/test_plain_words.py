"""What is wrong with a request is said in our own words, on every route, with a code each."""

import json
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

import pytest

from csms.entrypoints.api.faults import SENTENCES
from tests.engine import Engine
from tests.integration.api import tokens
from tests.integration.api.client import Answer, Client
from tests.integration.api.routes import ADMIN_ROUTES, USER_ROUTES, Route
from tests.integration.api.world import ADMIN, World, make_world
from tests.integration.files.server import FileServer

MACHINE = (
    "Input should",
    "String should",
    "Value error",
    "Field required",
    "pattern",
    "JSON decode",
)
BODIES: Mapping[str, str] = {
    "nothing": "",
    "no object": "[]",
    "no field": "{}",
    "half of it": '{"a": ',
    "strange fields": '{"strange": 1, "\\u0000": 2}',
}
WRONG: Sequence[object] = (None, [], {}, "", -1.5, True, "x" * 6000, 10**40)
WITH_BODY = [
    *(("admin", route) for route in ADMIN_ROUTES if route.body is not None),
    *(("user", route) for route in USER_ROUTES if route.body is not None and not route.public),
]


@pytest.fixture(scope="module")
def still(
    engine: Engine, admin_function: Client, user_function: Client, file_server: FileServer
) -> tuple[World, Mapping[str, Client]]:
    """A world that bad requests do not change."""
    engine.clear()
    file_server.clear()
    admin_function.token = tokens.token("operator", "ADMIN")
    user_function.token = tokens.token("driver")
    world = make_world(admin_function, user_function)
    return world, {"admin": admin_function, "user": user_function}


def is_plain(answer: Answer) -> None:
    """Hold a refusal to the rules of its words."""
    problem: dict[str, Any] = answer.json
    assert problem["title"] == "Unprocessable Content"
    for one in problem["errors"]:
        assert one["code"] in SENTENCES, one
        assert set(one) == {"field", "message", "code", "params"}
        assert not [word for word in MACHINE if word in one["message"]], one
    first = problem["errors"][0]
    assert problem["detail"] == f"{first['field']} {first['message']}"
    assert problem["field"] == first["field"]


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
@pytest.mark.parametrize(("function", "route"), WITH_BODY, ids=str)
def test_a_bad_body_is_refused_in_plain_words(
    still: tuple[World, Mapping[str, Client]], function: str, route: Route, body: str
) -> None:
    world, clients = still
    clients[function].now += timedelta(minutes=1)

    answer = clients[function].send(
        route.method, route.url(world), body, headers=dict(route.headers)
    )

    if answer.status == 422 and "errors" in answer.json:
        is_plain(answer)
    else:
        assert body == "{}", answer.text
        assert answer.status < 500


@pytest.mark.parametrize(("function", "route"), WITH_BODY, ids=str)
def test_a_body_of_wrong_types_is_refused_in_plain_words(
    still: tuple[World, Mapping[str, Client]], function: str, route: Route
) -> None:
    world, clients = still
    for wrong in WRONG:
        clients[function].now += timedelta(minutes=1)
        body = json.dumps(dict.fromkeys(route.body or {}, wrong))
        answer = clients[function].send(
            route.method, route.url(world), body, headers=dict(route.headers)
        )
        if answer.status == 422 and "errors" in answer.json:
            is_plain(answer)
        assert answer.status < 500


@pytest.mark.parametrize(
    ("path", "query", "code", "params"),
    [
        ("stations", {"limit": 0}, "greater_than_equal", {"ge": 1}),
        ("stations", {"limit": 201}, "less_than_equal", {"le": 200}),
        ("stations", {"limit": "x"}, "int_parsing", {}),
        ("stations", {"cursor": "x" * 3000}, "string_too_long", {"max_length": 2048}),
        ("transactions", {"state": "LOST"}, "literal_error", None),
        ("transactions", {"statee": "HELD"}, "extra_forbidden", {}),
        ("transactions", {"since": "2026-03-01T00:00:00"}, "timezone_aware", {}),
        ("chargers", {"reachability": "away"}, "enum", {"expected": "online, offline"}),
        ("security-events", {"day": "today"}, "date_from_datetime_parsing", {}),
        ("transactions/x", {}, "int_parsing", {}),
    ],
)
def test_a_code_and_its_figures_are_there_for_translators(
    admin: Client, path: str, query: dict[str, object], code: str, params: dict[str, object] | None
) -> None:
    answer = admin.get(f"{ADMIN}/{path}", query=query)

    assert answer.status == 422
    is_plain(answer)
    (error,) = answer.json["errors"]
    assert error["code"] == code
    assert params is None or error["params"] == params


def test_a_missing_header_is_named(admin: Client, world: World) -> None:
    answer = admin.post(f"{ADMIN}/users/{world.user_id}/wallet/top-up", {"amount_minor": 1})

    (error,) = answer.json["errors"]
    assert (answer.status, error["field"], error["code"]) == (
        422,
        "header.idempotency-key",
        "missing",
    )


def test_a_line_of_a_table_is_refused_in_the_same_words(admin: Client) -> None:
    text = "id_tag,concurrent_limit\nA,many\n" + "B" * 30 + ",1\n"
    headers = {"Content-Type": "text/csv"}

    lines = admin.send("POST", f"{ADMIN}/id-tags/import", text, headers=headers).json

    assert [one["message"] for one in lines] == [
        "concurrent_limit must be a whole number",
        "id_tag is too long: its length may be 20 at most",
    ]
