"""Whatever changes something says who did it: every mutating route, one by one."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from csms import payments
from csms.domain.card_refund import CardRefund
from csms.domain.configuration import Setting
from csms.domain.ids import ChargerId, ConnectorId, Minor, StationId, UserId
from csms.domain.transaction import TransactionState
from csms.domain.unknown import UnknownKind
from csms.entrypoints.api.admin.app import app as admin_app
from csms.entrypoints.api.user.app import app as user_app
from csms.payments import BadSignature, Checkout, EventKind, Payment, PaymentEvent
from csms.services.chargers import wishes
from csms.services.charging import sessions
from csms.store import inbox, transaction
from tests import transactions
from tests.engine import Engine
from tests.integration.api import tokens
from tests.integration.api.client import Client
from tests.integration.api.routes import ADMIN_ROUTES, USER_ROUTES, A, C, Route
from tests.integration.api.test_access import ask
from tests.integration.api.world import ADMIN, World, charger, created, running, tariff
from tests.integration.events import START

LATER = START + timedelta(seconds=5)
"""Another instant than that of the world, so that no entry takes the place of another."""


@dataclass(frozen=True)
class Stage:
    """Whom a preparation may ask, and what there is."""

    admin: Client
    world: World


@dataclass(frozen=True)
class Deed:
    """What a route does: its entry, and what has to be so that it can.

    facts: which of `before` and `after` the entry has. prepare: returns the world to ask in.
    """

    change: str
    subject: str
    facts: str = ""
    prepare: Callable[[Stage], World] = lambda stage: stage.world


def _another_charger(stage: Stage) -> World:
    body = charger(stage.world.station_id, identity="PENDING", pending=True)
    created(stage.admin, f"{ADMIN}/chargers", body)
    return replace(stage.world, charger_id="pending")


def _disabled_charger(stage: Stage) -> World:
    stage.admin.post(f"{ADMIN}/chargers/{stage.world.charger_id}/disable")
    return stage.world


def _station_without_chargers(stage: Stage) -> World:
    stage.admin.delete(f"{ADMIN}/chargers/{stage.world.charger_id}")
    return stage.world


def _unused_tariff(stage: Stage) -> World:
    made = created(stage.admin, f"{ADMIN}/tariffs", tariff(name="Unused"))
    return replace(stage.world, tariff_id=made["tariff_id"])


def _running(stage: Stage) -> World:
    world = stage.world
    one = running(world.station_id, world.charger_id, world.user_id)
    return replace(world, transaction_id=one.transaction_id)


def _held(stage: Stage) -> World:
    world, number = stage.world, transaction.next_transaction_id()
    ended = transactions.stopped(number, payer=UserId(world.user_id))
    held = replace(
        ended,
        state=TransactionState.HELD,
        station_id=StationId(world.station_id),
        charger_id=ChargerId(world.charger_id),
        due_kind=None,
        due_at=None,
    )
    transaction.create(held)
    return replace(world, transaction_id=number)


def _billed(stage: Stage) -> World:
    path = f"{ADMIN}/transactions/{stage.world.transaction_id}/retry-billing"
    assert stage.admin.post(path).json["state"] == "COMPLETED"
    return stage.world


def _deactivated(stage: Stage) -> World:
    stage.admin.post(f"{ADMIN}/users/{stage.world.user_id}/deactivate")
    return stage.world


def _stranger(stage: Stage) -> World:
    for kind in UnknownKind:
        inbox.note_unknown(kind, "stranger", START, "STRANGER", "from 192.0.2.1")
    return replace(stage.world, charger_id="stranger", id_tag="stranger")


def _requested_session(stage: Stage) -> World:
    world = stage.world
    place = (ChargerId(world.charger_id), ConnectorId(1))
    session = sessions.request(UserId(world.user_id), *place, world.user_id, START)
    return replace(world, session_id=session.session_id)


def _wanted_key(stage: Stage) -> World:
    charger_id, settings = ChargerId(stage.world.charger_id), [Setting("HeartbeatInterval", "60")]
    wishes.want(charger_id, settings, "test", START)
    return stage.world


COMMAND = Deed("command.requested", "charger#", "after")
TEMPLATE = "configuration-template"
ADMIN_DEEDS: Mapping[str, Deed] = {
    f"POST {A}/stations": Deed("station.created", "station#", "after"),
    f"PUT {A}/stations/{{station_id}}": Deed("station.changed", "station#", "before after"),
    f"DELETE {A}/stations/{{station_id}}": Deed(
        "station.deleted", "station#", "before", _station_without_chargers
    ),
    f"POST {A}/chargers": Deed("charger.registered", "charger#new", "after"),
    f"PUT {C}": Deed("charger.changed", "charger#rdam 123", "before after"),
    f"DELETE {C}": Deed("charger.deleted", "charger#rdam 123", "before"),
    f"POST {C}/approve": Deed(
        "charger.approved", "charger#pending", "before after", _another_charger
    ),
    f"POST {C}/disable": Deed("charger.disabled", "charger#", "before after"),
    f"POST {C}/enable": Deed("charger.enabled", "charger#", "before after", _disabled_charger),
    f"POST {C}/re-key": Deed("charger.re-keyed", "charger#"),
    f"POST {C}/rotate-key": Deed("charger.key-rotated", "charger#"),
    f"POST {C}/configuration/re-apply": Deed("configuration.re-applied", "charger#", "after"),
    f"DELETE {C}/configuration/{{key}}": Deed(
        "configuration.wish-withdrawn", "charger#", "before", _wanted_key
    ),
    f"POST {A}/configuration-templates": Deed(f"{TEMPLATE}.created", f"{TEMPLATE}#", "after"),
    f"PUT {A}/configuration-templates/{{template_id}}": Deed(
        f"{TEMPLATE}.changed", f"{TEMPLATE}#", "before after"
    ),
    f"DELETE {A}/configuration-templates/{{template_id}}": Deed(
        f"{TEMPLATE}.deleted", f"{TEMPLATE}#", "before"
    ),
    f"POST {A}/configuration-templates/{{template_id}}/apply": Deed(
        f"{TEMPLATE}.applied", f"{TEMPLATE}#", "after"
    ),
    f"POST {A}/firmware": Deed("firmware.announced", "firmware#", "after"),
    f"DELETE {A}/firmware/{{firmware_id}}": Deed("firmware.withdrawn", "firmware#", "before"),
    f"POST {C}/commands": COMMAND,
    f"POST {C}/remote-start": COMMAND,
    f"POST {C}/remote-stop": replace(COMMAND, prepare=_running),
    f"POST {C}/change-availability": COMMAND,
    f"POST {C}/local-list/send": COMMAND,
    f"POST {A}/commands/bulk": COMMAND,
    "POST /api/charge-points/{charge_point_id}/request": COMMAND,
    f"DELETE {A}/unknown-chargers/{{charger_id}}": Deed(
        "unknown-charger.dismissed", "charger#stranger", "", _stranger
    ),
    f"POST {A}/unknown-chargers/{{charger_id}}/register": Deed(
        "charger.registered", "charger#stranger", "after", _stranger
    ),
    f"POST {A}/unknown-id-tags/{{id_tag}}/register": Deed(
        "id-tag.created", "id-tag#stranger", "after", _stranger
    ),
    f"DELETE {A}/unknown-id-tags/{{id_tag}}": Deed(
        "unknown-id-tag.dismissed", "id-tag#stranger", "", _stranger
    ),
    f"POST {A}/transactions/{{transaction_id}}/retry-billing": Deed(
        "transaction.billing-retried", "transaction#", "before"
    ),
    f"POST {A}/transactions/{{transaction_id}}/stop": Deed(
        "transaction.stop-requested", "transaction#", "", _running
    ),
    f"POST {A}/transactions/{{transaction_id}}/resolve": Deed(
        "transaction.resolved-cancel", "transaction#", "before after", _held
    ),
    f"POST {A}/transactions/{{transaction_id}}/refund": Deed(
        "transaction.refunded", "transaction#", "after", _billed
    ),
    f"POST {A}/transactions/retry-billing": Deed(
        "transaction.billing-retried", "transactions", "after"
    ),
    f"POST {A}/id-tags/import": Deed("id-tag.created", "id-tag#new", "after"),
    f"POST {A}/chargers/import": Deed("charger.registered", "charger#new", "after"),
    f"POST {A}/exports": Deed("export.requested", "export#", "after"),
    f"POST {A}/tariffs": Deed("tariff.created", "tariff#", "after"),
    f"PUT {A}/tariffs/{{tariff_id}}": Deed("tariff.changed", "tariff#", "before after"),
    f"DELETE {A}/tariffs/{{tariff_id}}": Deed(
        "tariff.ended", "tariff#", "before after", _unused_tariff
    ),
    f"POST {A}/id-tags": Deed("id-tag.created", "id-tag#new", "after"),
    f"PUT {A}/id-tags/{{id_tag}}": Deed("id-tag.changed", "id-tag#tag", "before after"),
    f"DELETE {A}/id-tags/{{id_tag}}": Deed("id-tag.deleted", "id-tag#tag", "before"),
    f"POST {A}/users/{{user_id}}/deactivate": Deed("user.deactivated", "user#", "before after"),
    f"POST {A}/users/{{user_id}}/activate": Deed(
        "user.activated", "user#", "before after", _deactivated
    ),
    f"POST {A}/users/{{user_id}}/wallet/top-up": Deed("wallet.topped-up", "wallet#", "after"),
    f"POST {A}/users/{{user_id}}/wallet/adjust": Deed("wallet.adjusted", "wallet#", "after"),
    f"POST {A}/users/{{user_id}}/wallet/card-refunds": Deed(
        "wallet.card-refunded", "wallet#", "after"
    ),
}
SESSION = "/users/{user_id}/charging-sessions"
USER_DEEDS: Mapping[str, Deed] = {
    "POST /webhooks/stripe": Deed("wallet.card-top-up", "wallet#", "after"),
    "POST /users/{user_id}/wallet/card-top-ups": Deed("wallet.checkout-opened", "wallet#", "after"),
    f"POST {SESSION}": Deed("charging-session.requested", "charging-session#", "after"),
    f"POST {SESSION}/{{session_id}}/stop": Deed(
        "charging-session.stop-requested", "charging-session#", "before", _requested_session
    ),
}
NOTHING_CHANGES = {
    f"POST {A}/firmware/{{firmware_id}}/upload": "gives another address for the same file",
    f"POST {A}/tariffs/{{tariff_id}}/preview": "computes a price",
    "POST /webhooks/clerk": "proved with its signatures in test_webhooks",
}
ACTORS = {"POST /webhooks/stripe": "system:card-payments"}


class Cards:
    """A payment provider at which everything works."""

    def __init__(self, user_id: str) -> None:
        self._user_id = UserId(user_id)

    def open_checkout(self, user_id: UserId, amount_minor: Minor, key: str) -> Checkout:
        """A page."""
        return Checkout(f"{user_id}-{amount_minor}", f"https://pay.example/{key}")

    def read_event(self, body: bytes, signature: str, now: datetime) -> PaymentEvent | None:
        """Somebody paid."""
        if not body or signature or now < START:
            raise BadSignature
        return self._event(EventKind.PAID, "pi_1", Minor(700))

    def read_payment(self, payment_id: str) -> Payment:
        """A payment of the driver."""
        assert payment_id
        return Payment(self._user_id, "EUR")

    def refund(self, refund: CardRefund) -> PaymentEvent:
        """It goes back."""
        assert refund.user_id == self._user_id
        return self._event(EventKind.REFUNDED, refund.payment_id, refund.amount_minor)

    def _event(self, kind: EventKind, payment_id: str, amount_minor: Minor) -> PaymentEvent:
        return PaymentEvent(kind, payment_id, self._user_id, amount_minor, "EUR", payment_id)


@pytest.fixture
def cards(world: World) -> Iterator[None]:
    """A deployment that takes cards."""
    for app in (admin_app, user_app):
        app.dependency_overrides[payments.configured] = lambda: Cards(world.user_id)
    yield
    for app in (admin_app, user_app):
        del app.dependency_overrides[payments.configured]


def mutating(routes: tuple[Route, ...]) -> list[Route]:
    return [one for one in routes if one.method != "GET" and str(one) not in NOTHING_CHANGES]


def entries(tables: Engine) -> dict[tuple[str, str], dict[str, Any]]:
    """The trail by its keys, as stored."""
    return {(row["subject"]["S"], row["at_key"]["S"]): row for row in tables.rows("csms-audit")}


@pytest.mark.parametrize("route", mutating(ADMIN_ROUTES), ids=str)
@pytest.mark.usefixtures("cards")
def test_what_operators_change_says_who_did_it(
    tables: Engine, admin: Client, world: World, route: Route
) -> None:
    deed = ADMIN_DEEDS[str(route)]
    prepared = deed.prepare(Stage(admin, world))

    check(tables, admin, route, deed, prepared)


@pytest.mark.parametrize("route", mutating(USER_ROUTES), ids=str)
@pytest.mark.usefixtures("cards")
def test_what_drivers_change_says_who_did_it(
    tables: Engine, admin: Client, driver: Client, world: World, route: Route
) -> None:
    deed = USER_DEEDS[str(route)]
    prepared = deed.prepare(Stage(admin, world))

    check(tables, driver, route, deed, prepared)


def check(tables: Engine, client: Client, route: Route, deed: Deed, world: World) -> None:
    """Ask, and look at the entries that are new."""
    actor = actor_of(client, world)
    before = entries(tables)
    client.now = LATER
    answer = ask(client, adapted(route, world), world, client.token or "")
    new = [row for key, row in entries(tables).items() if key not in before]

    assert 200 <= answer.status < 300, answer.text
    (entry,) = [row for row in new if row["change"]["S"] == deed.change]
    assert entry["subject"]["S"].startswith(deed.subject)
    assert entry["actor"]["S"] == ACTORS.get(str(route), actor)
    assert entry["request_id"]["S"] == "request-1"
    assert " ".join(name for name in ("before", "after") if name in entry) == deed.facts


def adapted(route: Route, world: World) -> Route:
    """The good request of a route, about what there is."""
    there = {"transaction_id": world.transaction_id, "charger_ids": [world.charger_id]}
    body = None if route.body is None else dict(route.body)
    for name, value in there.items():
        if body is not None and name in body:
            body[name] = value
    return replace(route, path=route.path.replace("{key}", "HeartbeatInterval"), body=body)


def actor_of(client: Client, world: World) -> str:
    if client.token == tokens.token("driver"):
        return world.user_id
    found = client.get("/api/admin/users", query={"email": "operator@example.com"})
    return world.user_id if found.status == 404 else found.json["items"][0]["user_id"]


def test_every_mutating_route_is_among_them() -> None:
    for routes, deeds in ((ADMIN_ROUTES, ADMIN_DEEDS), (USER_ROUTES, USER_DEEDS)):
        assert {str(one) for one in mutating(routes)} == set(deeds)


def test_what_is_refused_leaves_no_entry(tables: Engine, admin: Client, world: World) -> None:
    before = entries(tables)
    admin.now = LATER
    for route in (
        Route("DELETE", f"{A}/stations/{{station_id}}"),
        Route("DELETE", f"{A}/tariffs/{{tariff_id}}"),
        Route("PUT", f"{A}/id-tags/{{id_tag}}", body={"version": 7}),
        Route("POST", f"{A}/id-tags", body={"id_tag": "TAG"}),
        Route("DELETE", f"{A}/unknown-chargers/{{charger_id}}"),
        Route(
            "POST",
            f"{A}/transactions/{{transaction_id}}/resolve",
            body={
                "action": "bill",
                "reason": "a test",
            },
        ),
    ):
        assert ask(admin, route, world, admin.token or "").status in (204, 409)

    assert entries(tables) == before


def test_a_repeat_with_the_same_key_leaves_no_second_entry(
    tables: Engine, admin: Client, world: World
) -> None:
    path, body = f"{ADMIN}/users/{world.user_id}/wallet/top-up", {"amount_minor": 100}
    created(admin, path, body, {"Idempotency-Key": "once"})
    before = entries(tables)
    admin.now = LATER

    created(admin, path, body, {"Idempotency-Key": "once"})

    assert entries(tables) == before
