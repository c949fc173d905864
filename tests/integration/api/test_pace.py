"""Who asks too often is told when to come back."""

from datetime import timedelta

import pytest
from fastapi import FastAPI

from csms.entrypoints.api.admin.app import app as admin_app
from csms.entrypoints.api.application import describe
from csms.entrypoints.api.pace import ALLOWANCES, COMMANDS, MONEY, STARTS
from csms.entrypoints.api.user.app import app as user_app
from csms.store import throttle
from tests.integration.api import tokens
from tests.integration.api.client import Client
from tests.integration.api.routes import ADMIN_ROUTES, COMMAND, USER_ROUTES, Route
from tests.integration.api.test_access import ask
from tests.integration.api.world import World
from tests.integration.events import START

UNKNOWN = {"charger_id": "NOWHERE", "connector_id": 1}


def test_a_driver_who_starts_without_end_is_slowed(driver: Client, world: World) -> None:
    def start(number: int) -> int:
        headers = {"Idempotency-Key": f"start-{number}"}
        return driver.post("/users/me/charging-sessions", UNKNOWN, headers=headers).status

    assert {start(number) for number in range(STARTS.burst)} == {404}

    refused = driver.post(
        "/users/me/charging-sessions", UNKNOWN, headers={"Idempotency-Key": "one-more"}
    )
    assert refused.status == 429
    assert refused.headers["retry-after"] == "3"
    assert refused.headers["content-type"] == "application/problem+json"
    driver.now = START + timedelta(seconds=3)
    assert start(100) == 404


def test_others_are_not_slowed_with_them(driver: Client, admin: Client, world: World) -> None:
    path = f"/api/admin/users/{world.user_id}/wallet/top-up"
    for _ in range(MONEY.burst):
        admin.post(path, {"amount_minor": 0}, headers={"Idempotency-Key": "k"})

    mine = admin.post(path, {"amount_minor": 1}, headers={"Idempotency-Key": "k"})
    other = admin.post(
        path,
        {"amount_minor": 1},
        headers={"Idempotency-Key": "k"},
        token=tokens.token("second", "ADMIN"),
    )

    assert (mine.status, other.status) == (429, 201)


def test_commands_are_paced_for_all_chargers_together(admin: Client, world: World) -> None:
    for number in range(COMMANDS.burst):
        admin.post(f"/api/admin/chargers/CP-{number}/commands", COMMAND)

    answer = admin.post(f"/api/charge-points/{world.charger_id}/request", COMMAND)

    assert (answer.status, answer.headers["retry-after"]) == (429, "1")


@pytest.mark.parametrize(
    ("function", "app", "routes"),
    [("admin", admin_app, ADMIN_ROUTES), ("driver", user_app, USER_ROUTES)],
    ids=["admin", "user"],
)
def test_exactly_the_routes_that_say_so_answer_429(
    request: pytest.FixtureRequest,
    world: World,
    function: str,
    app: FastAPI,
    routes: tuple[Route, ...],
) -> None:
    client: Client = request.getfixturevalue(function)
    operator = client.get("/auth/profile") if function == "driver" else None
    actor = operator.json["user_id"] if operator else operator_id(client)
    for kind, allowance in ALLOWANCES.items():
        for _ in range(allowance.burst):
            throttle.take(f"{kind}#{actor}", allowance, START)
    paths = app.openapi()["paths"]
    documented = {
        str(one) for one in routes if "429" in paths[one.path][one.method.lower()]["responses"]
    }

    refused = {
        str(one) for one in routes if ask(client, one, world, client.token or "").status == 429
    }

    assert refused == documented
    assert len(documented) > 1


def operator_id(admin: Client) -> str:
    found = admin.get("/api/admin/users", query={"email": "operator@example.com"}).json["items"]
    user_id: str = found[0]["user_id"]
    return user_id


@pytest.mark.parametrize("app", [admin_app, user_app], ids=["admin", "user"])
def test_who_is_told_to_come_again_is_told_when(app: FastAPI) -> None:
    shared = describe(app)["components"]["responses"]

    for name in ("TooManyRequests", "ServiceUnavailable"):
        assert shared[name]["headers"]["Retry-After"]["schema"]["type"] == "integer"
    assert "headers" not in shared["NotFound"]
