"""Who may do what: every route, asked by everyone."""

from collections.abc import Mapping
from typing import Any

import pytest
from fastapi import FastAPI

from csms.entrypoints.api.admin.app import app as admin_app
from csms.entrypoints.api.user.app import app as user_app
from tests.engine import Engine
from tests.integration.api import tokens
from tests.integration.api.client import Answer, Client
from tests.integration.api.routes import ADMIN_ROUTES, USER_ROUTES, Route
from tests.integration.api.world import World, make_world

# Each would be an operator's, were it good.
BAD_TOKENS = {
    "none": "",
    "no token": "nonsense",
    "expired": tokens.expired("ADMIN"),
    "not yet valid": tokens.token("x", "ADMIN", nbf=4_000_000_000),
    "wrong issuer": tokens.token("x", "ADMIN", iss="https://evil.example"),
    "wrong audience": tokens.token("x", "ADMIN", aud="another"),
    "no audience": tokens.token("x", "ADMIN", aud=None),
    "no subject": tokens.token("x", "ADMIN", sub=None),
    "no expiry": tokens.token("x", "ADMIN", exp=None),
    "unsigned": tokens.unsigned("ADMIN"),
    "forged": tokens.forged("ADMIN"),
    "symmetric": tokens.symmetric("ADMIN"),
    "too long": tokens.token("x", "ADMIN", padding="x" * 9000),
}
PROTECTED = [
    *(("admin", route) for route in ADMIN_ROUTES if not route.public),
    *(("user", route) for route in USER_ROUTES if not route.public),
]


@pytest.fixture(scope="module")
def still(
    engine: Engine, admin_function: Client, user_function: Client
) -> tuple[World, Mapping[str, Client]]:
    """A world that no request of a test changes, because each is refused."""
    engine.clear()
    admin_function.token = tokens.token("operator", "ADMIN")
    user_function.token = tokens.token("driver")
    world = make_world(admin_function, user_function)
    leaver = tokens.token("leaver", "ADMIN")
    user_id = user_function.get("/auth/profile", token=leaver).json["user_id"]
    assert admin_function.post(f"/api/admin/users/{user_id}/deactivate").status == 200
    return world, {"admin": admin_function, "user": user_function}


@pytest.mark.parametrize("token", BAD_TOKENS.values(), ids=list(BAD_TOKENS))
@pytest.mark.parametrize(("function", "route"), PROTECTED, ids=str)
def test_without_a_valid_token_every_route_answers_401(
    still: tuple[World, Mapping[str, Client]], function: str, route: Route, token: str
) -> None:
    world, clients = still

    answer = ask(clients[function], route, world, token)

    assert answer.status == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(("function", "route"), PROTECTED, ids=str)
def test_a_deactivated_person_is_told_so(
    still: tuple[World, Mapping[str, Client]], function: str, route: Route
) -> None:
    world, clients = still

    answer = ask(clients[function], route, world, tokens.token("leaver", "ADMIN"))

    assert (answer.status, answer.json["reason"]) == (403, "deactivated")


@pytest.mark.parametrize("route", [route for route in ADMIN_ROUTES if not route.public], ids=str)
def test_a_driver_may_nothing_that_is_for_operators(
    still: tuple[World, Mapping[str, Client]], route: Route
) -> None:
    world, clients = still

    answer = ask(clients["admin"], route, world, tokens.token("driver"))

    assert (answer.status, answer.json["reason"]) == (403, "role")


@pytest.mark.parametrize("route", [one for one in USER_ROUTES if one.other], ids=str)
def test_what_belongs_to_somebody_else_does_not_exist(
    still: tuple[World, Mapping[str, Client]], route: Route
) -> None:
    world, clients = still

    answer = ask(clients["user"], route, world, tokens.token("other"))

    assert answer.status == route.other


@pytest.mark.parametrize("route", ADMIN_ROUTES, ids=str)
def test_an_operator_may_do_everything(admin: Client, world: World, route: Route) -> None:
    answer = ask(admin, route, world, tokens.token("operator", "ADMIN"))

    assert answer.status == route.status, answer.text


@pytest.mark.parametrize("route", USER_ROUTES, ids=str)
def test_a_driver_may_do_what_is_theirs(driver: Client, world: World, route: Route) -> None:
    answer = ask(driver, route, world, tokens.token("driver"))

    assert answer.status == route.status, answer.text


@pytest.mark.parametrize("route", USER_ROUTES, ids=str)
def test_an_operator_may_do_it_for_a_driver(driver: Client, world: World, route: Route) -> None:
    answer = ask(driver, route, world, tokens.token("operator", "ADMIN"))

    assert answer.status == route.status, answer.text


@pytest.mark.parametrize("route", [one for one in USER_ROUTES if one.public], ids=str)
def test_what_is_public_needs_no_token(driver: Client, world: World, route: Route) -> None:
    assert ask(driver, route, world, "").status == route.status


def test_me_is_whoever_asks(driver: Client, world: World) -> None:
    assert driver.get("/users/me").json["user_id"] == world.user_id
    other = driver.get("/users/me", token=tokens.token("other"))
    assert other.json["user_id"] == world.other_id


def test_a_driver_sees_only_themselves_in_the_list_of_people(driver: Client, world: World) -> None:
    own = driver.get("/users").json["items"]
    every = driver.get("/users", token=tokens.token("operator", "ADMIN")).json["items"]

    assert [user["user_id"] for user in own] == [world.user_id]
    assert {world.user_id, world.other_id} <= {user["user_id"] for user in every}


@pytest.mark.parametrize(
    ("app", "routes"), [(admin_app, ADMIN_ROUTES), (user_app, USER_ROUTES)], ids=["admin", "user"]
)
def test_no_route_escapes_these_tests(app: FastAPI, routes: tuple[Route, ...]) -> None:
    paths: dict[str, Any] = app.openapi()["paths"]
    known = {(method.upper(), path) for path, methods in paths.items() for method in methods}

    assert {(route.method, route.path) for route in routes} == known


def ask(client: Client, route: Route, world: World, token: str) -> Answer:
    """Send the good request of a route. An empty token is none."""
    body = None
    if route.body is not None:
        body = {
            name: value.format(**vars(world)) if isinstance(value, str) else value
            for name, value in route.body.items()
        }
    headers = dict(route.headers)
    if route.text is not None:
        headers["content-type"] = "text/csv"
    query = {name: str(value).format(**vars(world)) for name, value in route.query.items()}
    return client.send(
        route.method,
        route.url(world),
        body if route.text is None else route.text.format(**vars(world)),
        query=query,
        headers=headers,
        token=token,
    )
