"""Stripe's API as far as it is asked, in the shapes that it has, and its signed webhooks."""

import hashlib
import hmac
import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

from csms.payments.stripe_checkout import Stripe, StripeAccount
from csms.services.accounts.users import user_id_of
from tests.integration.api import tokens
from tests.integration.api.client import Answer, Client

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
DISPUTE = {
    "id": "dp_1",
    "object": "dispute",
    "amount": 2500,
    "balance_transactions": [{"id": "txn_1", "amount": -2500, "currency": "eur", "fee": 2000}],
    "charge": "ch_1",
    "currency": "eur",
    "is_charge_refundable": False,
    "metadata": {},
    "payment_intent": "pi_1",
    "reason": "fraudulent",
    "status": "needs_response",
}
INTENT = {
    "id": "pi_1",
    "object": "payment_intent",
    "amount": 2500,
    "currency": "eur",
    "metadata": METADATA,
}
MISSING = {"type": "invalid_request_error", "code": "resource_missing", "message": "No such one"}
TOO_MUCH = {"type": "invalid_request_error", "message": "Refund amount is greater than the charge"}
METADATA_FIELD = re.compile(r"metadata\[(\w+)\]")
BROKEN = {"type": "api_error", "message": "Something went wrong"}


class StripeApi(ThreadingHTTPServer):
    """Stripe's API; remembers what it was asked, and answers an idempotency key once.

    refunds: those that were made, oldest first. while_refunding: done before the next refund is
    made. is_down: it makes nothing. loses_answers: it makes what it is asked for, and says 500.
    """

    # Sixteen operators may call at once: one that finds the queue full waits for a second.
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[tuple[str, dict[str, list[str]], str]] = []
        self.refunds: list[dict[str, Any]] = []
        self.intents = {"pi_1": INTENT}
        self.while_refunding: Callable[[], object] | None = None
        self.is_down = False
        self.loses_answers = False
        self._answered: dict[str, tuple[int, dict[str, Any]]] = {}

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def provider(self) -> Stripe:
        """The provider that pays with it."""
        account = StripeAccount(
            "sk_test_1", SECRET, "https://app.example", "EUR", "Wallet", self.url
        )
        return Stripe(account)

    def forget_keys(self) -> None:
        """A day later: idempotency keys are not known any more."""
        self._answered.clear()

    def open(self, key: str, form: dict[str, list[str]]) -> dict[str, Any]:
        """Make a page to pay on: here always the same one."""
        return CHECKOUT

    def made(self, key: str, form: dict[str, list[str]]) -> tuple[int, dict[str, Any]]:
        """Make a refund, once per idempotency key."""
        if self.is_down:
            return 500, {"error": BROKEN}
        if key not in self._answered:
            self._answered[key] = self._refund(form)
        return (500, {"error": BROKEN}) if self.loses_answers else self._answered[key]

    def _refund(self, form: dict[str, list[str]]) -> tuple[int, dict[str, Any]]:
        amount, payment_id = int(form["amount"][0]), form["payment_intent"][0]
        before = sum(one["amount"] for one in self.refunds if one["payment_intent"] == payment_id)
        if before + amount > int(str(self.intents[payment_id]["amount"])):
            return 400, {"error": TOO_MUCH}
        refund = REFUND | {
            "id": f"re_{len(self.refunds) + 1}",
            "amount": amount,
            "payment_intent": payment_id,
            "metadata": metadata_of(form),
        }
        self.refunds.append(refund)
        return 200, refund


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        api = self._api()
        asked = urlsplit(self.path)
        if asked.path == "/v1/refunds":
            payment_id = parse_qs(asked.query)["payment_intent"][0]
            found = [one for one in api.refunds[::-1] if one["payment_intent"] == payment_id]
            self._answer(200, {"object": "list", "data": found, "has_more": False, "url": "/v1"})
            return
        intent = api.intents.get(asked.path.rsplit("/", 1)[-1])
        self._answer(*((404, {"error": MISSING}) if intent is None else (200, intent)))

    def do_POST(self) -> None:
        api = self._api()
        form = parse_qs(self.rfile.read(int(self.headers.get("content-length", 0))).decode())
        key = self.headers.get("idempotency-key", "")
        api.asked.append((self.path, form, key))
        if self.path != "/v1/refunds":
            self._answer(200, api.open(key, form))
            return
        meanwhile, api.while_refunding = api.while_refunding, None
        if meanwhile is not None:
            meanwhile()
        self._answer(*api.made(key, form))

    def log_message(self, *_: object) -> None:
        """Keep quiet."""

    def _api(self) -> StripeApi:
        assert isinstance(self.server, StripeApi)
        return self.server

    def _answer(self, status: int, body: dict[str, Any]) -> None:
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        # Stripe's own word on trying again, so that no test waits for the library.
        self.send_header("Stripe-Should-Retry", "false")
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def running() -> Iterator[StripeApi]:
    """Stripe's API on a free port."""
    server = StripeApi()
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def event(kind: str, told: dict[str, Any]) -> dict[str, Any]:
    """A webhook's body."""
    return {"id": "evt_1", "object": "event", "type": kind, "data": {"object": told}}


def metadata_of(form: dict[str, list[str]]) -> dict[str, str]:
    """The metadata that a request carries."""
    found = ((METADATA_FIELD.match(name), value[0]) for name, value in form.items())
    return {match[1]: text for match, text in found if match}


def signed(body: str, now: datetime, secret: str = SECRET) -> str:
    """A webhook's signature."""
    stamp = int(now.timestamp())
    digest = hmac.new(secret.encode(), f"{stamp}.{body}".encode(), hashlib.sha256).hexdigest()
    return f"t={stamp},v1={digest}"


type Tell = Callable[..., Answer]


def teller(driver: Client) -> Tell:
    """Sends webhooks, signed now unless told otherwise."""

    def send(kind: str, told: dict[str, Any], signature: str | None = None) -> Answer:
        body = json.dumps(event(kind, told))
        headers = {"Stripe-Signature": signed(body, driver.now) if signature is None else signature}
        return driver.send("POST", "/webhooks/stripe", body, headers=headers, token="")

    return send


def money(admin: Client) -> tuple[int, list[tuple[str, int]]]:
    """The driver's balance, and what cards moved: kinds and amounts, oldest first."""
    wallet = admin.get(f"/api/admin/users/{DRIVER}/wallet").json
    ledger = admin.get(f"/api/admin/users/{DRIVER}/wallet/ledger").json["items"]
    cards = [(one["kind"], one["amount_minor"]) for one in ledger if one["actor"] == "card"]
    return wallet["balance_minor"], cards[::-1]
