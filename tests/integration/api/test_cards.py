"""Cards: Stripe's API and webhooks in the shapes that they have, with real signatures."""

import hashlib
import hmac
import json
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs

import pytest

from csms import payments
from csms.domain.errors import Refused
from csms.entrypoints.api.admin.app import app as admin_app
from csms.entrypoints.api.user.app import app as user_app
from csms.payments.stripe_checkout import Stripe, StripeAccount
from csms.services.accounts.users import user_id_of
from tests.integration.api import tokens
from tests.integration.api.client import Answer, Client
from tests.integration.api.world import World
from tests.integration.events import START

SECRET = "whsec_of_the_tests"
DRIVER = user_id_of(tokens.ISSUER, "driver")
METADATA = {"csms_user_id": DRIVER}
CHECKOUT = {
    "id": "cs_test_a1",
    "object": "checkout.session",
    "amount_total": 2500,
    "client_reference_id": DRIVER,
    "currency": "eur",
    "livemode": False,
    "metadata": METADATA,
    "mode": "payment",
    "payment_intent": "pi_1",
    "payment_status": "paid",
    "status": "complete",
    "url": "https://checkout.stripe.com/c/pay/cs_test_a1",
}
REFUND = {
    "id": "re_1",
    "object": "refund",
    "amount": 1000,
    "charge": "ch_1",
    "currency": "eur",
    "metadata": {},
    "payment_intent": "pi_1",
    "status": "succeeded",
}
INTENT = {"id": "pi_1", "object": "payment_intent", "amount": 2500, "metadata": METADATA}


class StripeApi(ThreadingHTTPServer):
    """Stripe's API as far as it is asked; remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[tuple[str, dict[str, list[str]], str]] = []

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self._answer(INTENT)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0))).decode()
        key = self.headers.get("idempotency-key", "")
        assert isinstance(self.server, StripeApi)
        self.server.asked.append((self.path, parse_qs(body), key))
        self._answer(CHECKOUT if "checkout" in self.path else REFUND)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""

    def _answer(self, body: dict[str, Any]) -> None:
        data = json.dumps(body).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@pytest.fixture
def api() -> Iterator[StripeApi]:
    """An account that is configured, and the API behind it."""
    server = StripeApi()
    Thread(target=server.serve_forever, daemon=True).start()
    account = StripeAccount("sk_test_1", SECRET, "https://app.example", "EUR", "Wallet", server.url)
    for app in (admin_app, user_app):
        app.dependency_overrides[payments.configured] = lambda: Stripe(account)
    yield server
    for app in (admin_app, user_app):
        del app.dependency_overrides[payments.configured]
    server.shutdown()
    server.server_close()


def event(kind: str, told: dict[str, Any]) -> dict[str, Any]:
    return {"id": "evt_1", "object": "event", "type": kind, "data": {"object": told}}


def signed(body: str, now: datetime, secret: str = SECRET) -> str:
    stamp = int(now.timestamp())
    digest = hmac.new(secret.encode(), f"{stamp}.{body}".encode(), hashlib.sha256).hexdigest()
    return f"t={stamp},v1={digest}"


type Tell = Callable[..., Answer]


@pytest.fixture
def tell(driver: Client, world: World, api: StripeApi) -> Tell:
    """Sends a webhook, signed now unless told otherwise."""

    def send(kind: str, told: dict[str, Any], signature: str | None = None) -> Answer:
        body = json.dumps(event(kind, told))
        headers = {"Stripe-Signature": signed(body, driver.now) if signature is None else signature}
        return driver.send("POST", "/webhooks/stripe", body, headers=headers, token="")

    return send


def money(admin: Client) -> tuple[int, list[tuple[str, int]]]:
    wallet = admin.get(f"/api/admin/users/{DRIVER}/wallet").json
    ledger = admin.get(f"/api/admin/users/{DRIVER}/wallet/ledger").json["items"]
    cards = [(one["kind"], one["amount_minor"]) for one in ledger if one["actor"] == "card"]
    return wallet["balance_minor"], cards[::-1]


def test_a_driver_gets_a_page_to_pay_on(driver: Client, world: World, api: StripeApi) -> None:
    path = f"/users/{DRIVER}/wallet/card-top-ups"
    answer = driver.post(path, {"amount_minor": 2500}, headers={"Idempotency-Key": "k"})
    assert (answer.status, answer.json["url"]) == (201, CHECKOUT["url"])
    path, form, key = api.asked[0]
    assert path == "/v1/checkout/sessions"
    assert form["line_items[0][price_data][unit_amount]"] == ["2500"]
    assert form["payment_intent_data[metadata][csms_user_id]"] == [DRIVER]
    assert key == f"checkout-{DRIVER}-k"


def test_what_was_paid_is_in_the_wallet_once(tell: Tell, admin: Client) -> None:
    before, _ = money(admin)
    for kind in ("checkout.session.completed", "checkout.session.async_payment_succeeded") * 2:
        assert tell(kind, CHECKOUT).status == 204
    assert money(admin) == (before + 2500, [("top-up", 2500)])


def test_what_was_not_paid_yet_is_not(tell: Tell, admin: Client) -> None:
    assert tell("checkout.session.completed", CHECKOUT | {"payment_status": "unpaid"}).status == 204
    assert tell("checkout.session.completed", CHECKOUT | {"metadata": {}}).status == 204
    assert tell("payment_intent.created", INTENT).status == 204
    assert tell("checkout.session.completed", CHECKOUT | {"currency": "usd"}).status == 204
    assert money(admin)[1] == []


def test_what_went_back_to_the_card_leaves_the_wallet_once(tell: Tell, admin: Client) -> None:
    before, _ = money(admin)
    tell("checkout.session.completed", CHECKOUT)
    for kind in ("refund.created", "refund.updated", "refund.created"):
        assert tell(kind, REFUND).status == 204
    assert money(admin) == (before + 1500, [("top-up", 2500), ("refund", -1000)])
    assert tell("refund.failed", REFUND | {"status": "failed"}).status == 204
    assert money(admin)[0] == before + 2500


@pytest.mark.parametrize(
    "told",
    [
        [("refund.failed", "failed"), ("refund.created", "pending")],
        [("refund.created", "requires_action"), ("refund.updated", "canceled")],
        [("refund.failed", "failed"), ("refund.updated", "failed")],
        [
            ("refund.created", "pending"),
            ("refund.updated", "succeeded"),
            ("refund.failed", "failed"),
        ],
    ],
    ids=["told first", "never began", "told twice", "after it seemed to succeed"],
)
def test_what_did_not_get_to_the_card_makes_nothing_in_the_end(
    tell: Tell, admin: Client, told: list[tuple[str, str]]
) -> None:
    tell("checkout.session.completed", CHECKOUT)
    before, _ = money(admin)
    for kind, status in told:
        assert tell(kind, REFUND | {"status": status}).status == 204
    assert money(admin) == (before, [("top-up", 2500), ("refund", -1000), ("refund", 1000)])


def test_an_operator_gives_money_back_to_the_card(
    tell: Tell, admin: Client, api: StripeApi
) -> None:
    tell("checkout.session.completed", CHECKOUT)
    before, _ = money(admin)
    path = f"/api/admin/users/{DRIVER}/wallet/card-refunds"
    body = {"payment_id": "pi_1", "amount_minor": 1000}
    for _ in range(2):
        answer = admin.post(path, body, headers={"Idempotency-Key": "r"})
        assert (answer.status, answer.json["amount_minor"]) == (201, -1000)
    tell("refund.created", REFUND)
    assert money(admin)[0] == before - 1000
    too_much = admin.post(path, body | {"amount_minor": 10**8}, headers={"Idempotency-Key": "r2"})
    assert (too_much.status, too_much.json["reason"]) == (409, "insufficient_funds")


@pytest.mark.parametrize(
    "signature",
    ["", "nonsense", "t=1,v1=00", signed("{}", START), signed("x", START, "whsec_another")],
)
def test_what_stripe_did_not_sign_is_refused(tell: Tell, admin: Client, signature: str) -> None:
    answer = tell("checkout.session.completed", CHECKOUT, signature)
    assert (answer.status, answer.json["reason"]) == (403, "signature")
    assert money(admin)[1] == []


@pytest.mark.parametrize("age_s", [-3600, 3600])
def test_an_old_signature_is_refused(tell: Tell, admin: Client, age_s: int) -> None:
    body = json.dumps(event("checkout.session.completed", CHECKOUT))
    old = signed(body, START - timedelta(seconds=age_s))
    assert tell("checkout.session.completed", CHECKOUT, old).status == 403


def test_a_signed_nonsense_is_refused_without_harm(driver: Client, api: StripeApi) -> None:
    for body in ("{}", "[]", '{"type":"refund.created","data":{"object":{}}}', "not json"):
        headers = {"Stripe-Signature": signed(body, driver.now)}
        answer = driver.send("POST", "/webhooks/stripe", body, headers=headers, token="")
        assert answer.status == 422, body


def test_a_currency_that_stripe_counts_otherwise_is_refused() -> None:
    with pytest.raises(Refused):
        Stripe(StripeAccount("sk", SECRET, "", "ISK", "Wallet"))


def test_cards_are_off_unless_configured() -> None:
    assert payments.configured() is None
