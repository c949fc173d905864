"""Stripe with all that a driver and an operator meet: its API, its pages, and its webhooks."""

import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, Final
from urllib.parse import parse_qs

from tests.integration.api.stripe_api import (
    CHECKOUT,
    INTENT,
    StripeApi,
    event,
    metadata_of,
    signed,
)

DECLINED: Final = "4000000000000002"
"""Stripe's own number of a card that is always declined. Every other one pays."""
PAGE: Final = """<!doctype html>
<html lang="en"><link rel="icon" href="data:,"><title>Pay by card</title>
<h1>Pay {amount} {currency}</h1>{mistake}
<form method="post"><label>Card number <input name="card" required></label>
<button>Pay</button></form><a href="{way_back}">Back to the shop</a></html>
"""
WEBHOOK_S: Final = 30


class CardProvider(StripeApi):
    """Stripe's API, and pages that take cards.

    webhook_url, secret: where it tells what happened, and what it signs that with. told: what it
    told, each with the status of the answer, oldest first.
    """

    def __init__(self) -> None:
        super().__init__()
        self.webhook_url = ""
        self.told: list[tuple[str, int]] = []
        self.checkouts: dict[str, dict[str, Any]] = {}
        self.pages = _Pages(self)
        self._opened: dict[str, dict[str, Any]] = {}

    def open(self, key: str, form: dict[str, list[str]]) -> dict[str, Any]:
        """Make a page to pay on, once per idempotency key."""
        if key not in self._opened:
            checkout_id = f"cs_test_{len(self._opened) + 1}"
            self._opened[key] = CHECKOUT | {
                "id": checkout_id,
                "amount_total": int(form["line_items[0][price_data][unit_amount]"][0]),
                "cancel_url": form["cancel_url"][0],
                "client_reference_id": form["client_reference_id"][0],
                "currency": form["line_items[0][price_data][currency]"][0],
                "metadata": metadata_of(form),
                "payment_intent": None,
                "payment_status": "unpaid",
                "status": "open",
                "success_url": form["success_url"][0],
                "url": f"http://127.0.0.1:{self.pages.server_port}/{checkout_id}",
            }
            self.checkouts[checkout_id] = self._opened[key]
        return self._opened[key]

    def pay(self, checkout_id: str, card: str) -> str | None:
        """Take the money and tell of it; where the driver goes then, None when it is declined."""
        if card.replace(" ", "") == DECLINED:
            return None
        checkout = self.checkouts[checkout_id]
        payment_id = f"pi_{checkout_id}"
        checkout |= {"payment_intent": payment_id, "payment_status": "paid", "status": "complete"}
        self.intents[payment_id] = INTENT | {
            "id": payment_id,
            "amount": checkout["amount_total"],
            "currency": checkout["currency"],
            "metadata": checkout["metadata"],
        }
        self.tell("checkout.session.completed", checkout)
        return str(checkout["success_url"]).replace("{CHECKOUT_SESSION_ID}", checkout_id)

    def made(self, key: str, form: dict[str, list[str]]) -> tuple[int, dict[str, Any]]:
        """Make a refund, and tell of it before the answer to who asked for it."""
        status, answer = super().made(key, form)
        if status == 200:
            self.tell("refund.created", answer)
        return status, answer

    def tell(self, kind: str, about: dict[str, Any]) -> None:
        """Send a webhook."""
        body = json.dumps(event(kind, about))
        headers = {
            "content-type": "application/json",
            "stripe-signature": signed(body, datetime.now(UTC)),  # noqa: TID251 - a server of its own
        }
        request = urllib.request.Request(  # noqa: S310 - loopback
            self.webhook_url, body.encode(), headers
        )
        try:
            with urllib.request.urlopen(request, timeout=WEBHOOK_S) as answer:  # noqa: S310 - loopback
                self.told.append((kind, answer.status))
        except urllib.error.HTTPError as error:
            self.told.append((kind, error.code))


class _Pages(ThreadingHTTPServer):
    """The pages, which are not where the API is."""

    def __init__(self, provider: CardProvider) -> None:
        super().__init__(("127.0.0.1", 0), _PageHandler)
        self.provider = provider


class _PageHandler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self._show("")

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers.get("content-length", 0))).decode())
        address = self._provider().pay(self.path[1:], form["card"][0])
        if address is None:
            self._show('<p role="alert">Your card was declined.</p>')
            return
        self.send_response(303)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Keep quiet."""

    def _provider(self) -> CardProvider:
        assert isinstance(self.server, _Pages)
        return self.server.provider

    def _show(self, mistake: str) -> None:
        checkout = self._provider().checkouts[self.path[1:]]
        data = PAGE.format(
            amount=f"{checkout['amount_total'] / 100:.2f}",
            currency=checkout["currency"].upper(),
            mistake=mistake,
            way_back=escape(checkout["cancel_url"]),
        ).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def running() -> Iterator[CardProvider]:
    """The provider on free ports."""
    provider = CardProvider()
    servers = (provider, provider.pages)
    for server in servers:
        Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield provider
    finally:
        for server in servers:
            server.shutdown()
            server.server_close()
