"""Webhooks of Clerk: signed with Svix, believed once, in any order."""

import base64
import json
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from svix.webhooks import Webhook

from csms.entrypoints.api.identity import Provider
from csms.entrypoints.api.user.app import app
from csms.entrypoints.api.user.webhooks import Subscription, subscription
from csms.services.accounts.users import user_id_of
from tests.integration.api import tokens
from tests.integration.api.client import Answer, Client
from tests.integration.api.world import World

SECRET = "whsec_" + base64.b64encode(b"the key of these tests").decode()
PATH = "/webhooks/clerk"
DRIVER = user_id_of(tokens.ISSUER, "driver")
NEWCOMER = user_id_of(tokens.ISSUER, "user_2new")

type Tell = Callable[..., Answer]


@pytest.fixture
def tell(driver: Client) -> Iterator[Tell]:
    """Sends a webhook to a deployment that has them on; signed now unless told otherwise."""
    provider = Provider(tokens.ISSUER, "csms", "azp", "public_metadata.role", "ADMIN", "")
    app.dependency_overrides[subscription] = lambda: Subscription(SECRET, provider)

    def send(
        kind: str, data: object, message_id: str = "msg_1", age_s: int = 0, secret: str = SECRET
    ) -> Answer:
        body = json.dumps({"type": kind, "object": "event", "data": data})
        at = datetime.fromtimestamp(int(time.time()) - age_s, UTC)  # noqa: TID251 - Svix reads it
        headers = {
            "svix-id": message_id,
            "svix-timestamp": str(int(at.timestamp())),
            "svix-signature": Webhook(secret).sign(message_id, at, body),
        }
        return driver.post(PATH, body, headers=headers, token="")

    yield send
    del app.dependency_overrides[subscription]


def person(subject: str, updated_at: int = 1_900_000_000_000, **more: Any) -> dict[str, Any]:
    """Somebody as Clerk describes them."""
    return {
        "id": subject,
        "object": "user",
        "first_name": "Ada",
        "last_name": "Lovelace",
        "username": None,
        "primary_email_address_id": "idn_2",
        "email_addresses": [
            {"id": "idn_1", "email_address": "old@example.com", "verification": None},
            {"id": "idn_2", "email_address": "ada@example.com", "verification": None},
        ],
        "public_metadata": {"role": "ADMIN"},
        "updated_at": updated_at,
        **more,
    }


def seen(admin: Client, user_id: str) -> dict[str, Any]:
    """A person as operators see them."""
    answer = admin.get(f"/api/admin/users/{user_id}")
    assert answer.status == 200, answer.text
    found: dict[str, Any] = answer.json
    return found


def test_a_person_appears_before_their_first_request(tell: Tell, admin: Client) -> None:
    assert tell("user.created", person("user_2new")).status == 204

    found = seen(admin, NEWCOMER)
    assert (found["name"], found["email"], found["role"]) == (
        "Ada Lovelace",
        "ada@example.com",
        "ADMIN",
    )


def test_a_change_is_taken_over_and_audited(tell: Tell, admin: Client, world: World) -> None:
    assert tell("user.updated", person("driver", public_metadata={})).status == 204

    found = seen(admin, DRIVER)
    assert (found["name"], found["role"]) == ("Ada Lovelace", "USER")
    (entry,) = admin.get("/api/admin/audit", query={"subject": f"user#{DRIVER}"}).json["items"]
    assert (entry["change"], entry["actor"]) == ("user.changed", "system:identity-provider")


def test_who_is_deleted_is_anonymous_and_their_books_stay(
    tell: Tell, admin: Client, driver: Client, world: World
) -> None:
    assert tell("user.deleted", {"id": "driver", "deleted": True}).status == 204

    found = seen(admin, DRIVER)
    assert (found["name"], found["email"], found["active"]) == ("Deleted account", None, False)
    wallet = admin.get(f"/api/admin/users/{DRIVER}/wallet").json
    assert wallet["balance_minor"] == 5000
    assert admin.get("/api/admin/users", query={"email": "driver@example.com"}).json["items"] == []
    assert driver.get("/auth/profile").json["reason"] == "deactivated"
    revived = admin.post(f"/api/admin/users/{DRIVER}/activate")
    assert (revived.status, revived.json["reason"]) == (409, "deleted")


def test_news_that_comes_late_does_not_bring_back_who_is_gone(tell: Tell, admin: Client) -> None:
    tell("user.deleted", {"id": "user_2new", "deleted": True}, "msg_2")

    assert tell("user.created", person("user_2new"), "msg_1").status == 204
    assert seen(admin, NEWCOMER)["name"] == "Deleted account"


def test_older_news_does_not_undo_newer(tell: Tell, admin: Client) -> None:
    tell("user.created", person("user_2new", 1000), "msg_1")
    tell("user.updated", person("user_2new", 3000, first_name="Augusta"), "msg_3")
    tell("user.updated", person("user_2new", 2000, first_name="Anne"), "msg_2")

    assert seen(admin, NEWCOMER)["name"] == "Augusta Lovelace"


def test_a_replay_changes_nothing(tell: Tell, admin: Client) -> None:
    tell("user.created", person("user_2new", 1000), "msg_1")

    assert tell("user.updated", person("user_2new", 2000, first_name="X"), "msg_1").status == 204
    assert seen(admin, NEWCOMER)["name"] == "Ada Lovelace"


@pytest.mark.parametrize(
    "wrong",
    [{"age_s": 301}, {"age_s": -400}, {"secret": "whsec_b3RoZXItb3RoZXItb3RoZXItb3RoZXI="}],
    ids=["too old", "of the future", "another key"],
)
def test_a_signature_must_be_right_and_fresh(
    tell: Tell, admin: Client, wrong: dict[str, Any]
) -> None:
    answer = tell("user.created", person("user_2new"), **wrong)

    assert (answer.status, answer.json["reason"]) == (403, "signature")
    assert admin.get(f"/api/admin/users/{NEWCOMER}").status == 404


def test_without_a_signature_nothing_is_believed(tell: Tell, driver: Client) -> None:
    assert driver.post(PATH, {"type": "user.created"}, token="").status == 403


def test_other_events_are_none_of_ours(tell: Tell) -> None:
    assert tell("session.created", {"id": "sess_1"}).status == 204


def test_what_is_signed_and_makes_no_sense_is_refused(tell: Tell) -> None:
    assert tell("user.created", {"id": 5}).status == 422


def test_webhooks_are_off_unless_configured(driver: Client) -> None:
    assert driver.post(PATH, {}, token="").status == 404
