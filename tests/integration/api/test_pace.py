"""Who asks too often is told when to come back."""

from datetime import timedelta

from csms.entrypoints.api.pace import COMMANDS, MONEY, STARTS
from tests.integration.api import tokens
from tests.integration.api.client import Client
from tests.integration.api.routes import COMMAND
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
