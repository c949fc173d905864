"""Cards in any order: what is in the wallet is what Stripe has of it, whatever was told when."""

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest

from csms.domain.errors import CsmsError
from csms.domain.ids import Minor
from csms.entrypoints.jobs import card_refund as job
from csms.services.billing import card_refunds, cards
from csms.services.billing.card_refunds import RefundWish
from tests import faults as fault
from tests.integration.api.stripe_api import (
    CHECKOUT,
    DISPUTE,
    DRIVER,
    INTENT,
    REFUND,
    StripeApi,
    event,
    running,
    signed,
)
from tests.integration.billing.build import HURRY, balance, faults, given_funds
from tests.transactions import NOW

pytestmark = pytest.mark.usefixtures("tables")

PAYMENTS = 3
PAID = 2500
OTHER_MONEY = 4000


@pytest.fixture
def api() -> Iterator[StripeApi]:
    """Stripe."""
    with running() as server:
        yield server


class Story:
    """One driver's payments, and what happens to them. The same seed tells the same story."""

    def __init__(self, api: StripeApi, seed: int) -> None:
        self._api = api
        self._chance = Random(seed)
        self._now = NOW
        self._asked: list[RefundWish] = []
        self._disputed = 0
        self._to_tell: list[tuple[str, dict[str, Any]]] = []
        self._told_refunds = 0
        for number in range(PAYMENTS):
            payment_id = f"pi_{number}"
            api.intents[payment_id] = INTENT | {"id": payment_id, "amount": 3 * PAID}
            paid = CHECKOUT | {"id": f"cs_{number}", "payment_intent": payment_id}
            self._to_tell.append(("checkout.session.completed", paid))

    def play(self, steps: int) -> None:
        """Let things happen, then let Stripe answer and tell all that it has not told yet."""
        deeds = (self._ask, self._ask, self._repeat, self._tell, self._tell)
        others = (
            self._fail,
            self._dispute,
            self._refund_there,
            self._break,
            self._break,
            self._sweep,
        )
        for _ in range(steps):
            self._chance.choice(deeds + others)()
            self._note_refunds()
        self._api.is_down = self._api.loses_answers = False
        for hours in (1, 3, 30):
            self._now += timedelta(hours=hours)
            self._sweep()
        self._note_refunds()
        self._chance.shuffle(self._to_tell)
        for kind, told in self._to_tell:
            self._hear(kind, told)

    @property
    def left_minor(self) -> int:
        """What of the payments is neither back at the card nor at the bank."""
        back: int = sum(one["amount"] for one in self._api.refunds if one["status"] == "succeeded")
        return PAYMENTS * PAID - back - self._disputed

    @property
    def now(self) -> datetime:
        """When the story ends."""
        return self._now

    def _ask(self) -> None:
        payment_id = f"pi_{self._chance.randrange(PAYMENTS)}"
        amount = self._chance.choice((400, 700, 1300, 3 * PAID + 1))
        self._asked.append(
            RefundWish(DRIVER, payment_id, Minor(amount), f"key-{len(self._asked)}", "operator")
        )
        self._refund(self._asked[-1])

    def _repeat(self) -> None:
        if self._asked:
            self._refund(self._chance.choice(self._asked))

    def _refund(self, wish: RefundWish) -> None:
        kill = self._chance.choice((fault.killed_before, fault.killed_after))
        call = self._chance.choice((*range(7), 99, 99, 99))
        with suppress(CsmsError, fault.Killed), kill(call):
            card_refunds.refund(wish, self._api.provider, self._now, HURRY)

    def _tell(self) -> None:
        if self._to_tell:
            self._hear(*self._chance.choice(self._to_tell))

    def _hear(self, kind: str, told: dict[str, Any]) -> None:
        body = json.dumps(event(kind, told))
        provider = self._api.provider
        heard = provider.read_event(body.encode(), signed(body, self._now), self._now)
        if heard is not None:
            cards.take(heard, self._now)

    def _note_refunds(self) -> None:
        for refund in self._api.refunds[self._told_refunds :]:
            self._to_tell += [("refund.created", dict(refund)), ("refund.updated", dict(refund))]
        self._told_refunds = len(self._api.refunds)

    def _fail(self) -> None:
        gone = [one for one in self._api.refunds if one["status"] == "succeeded"]
        if gone:
            failed = self._chance.choice(gone)
            failed["status"] = "failed"
            self._to_tell.append(("refund.failed", dict(failed)))

    def _dispute(self) -> None:
        number = self._disputed + len(self._to_tell)
        disputed = DISPUTE | {"id": f"dp_{number}", "amount": 700, "payment_intent": "pi_0"}
        self._to_tell.append(("charge.dispute.created", disputed))
        self._to_tell.append(("charge.dispute.funds_withdrawn", disputed))
        if self._chance.random() < 0.5:
            self._to_tell.append(("charge.dispute.funds_reinstated", disputed))
        else:
            self._disputed += 700

    def _refund_there(self) -> None:
        made = REFUND | {"id": f"re_there_{len(self._api.refunds)}", "amount": 300}
        self._api.refunds.append(made | {"payment_intent": "pi_1"})

    def _break(self) -> None:
        self._api.is_down = self._chance.random() < 0.2
        self._api.loses_answers = self._chance.random() < 0.6
        if self._chance.random() < 0.4:
            self._api.forget_keys()
            self._now += timedelta(hours=25)

    def _sweep(self) -> None:
        self._now += timedelta(minutes=5)
        kill = self._chance.choice((fault.killed_before, fault.killed_after))
        call = self._chance.choice((*range(12), 999, 999))
        with suppress(fault.Killed), kill(call):
            job.ask_due(self._now, lambda: True, lambda: self._api.provider)
        if not self._api.is_down:
            job.ask_due(self._now, lambda: True, lambda: self._api.provider)


@pytest.mark.parametrize("seed", range(24))
def test_the_wallet_has_what_stripe_left_of_its_payments(api: StripeApi, seed: int) -> None:
    given_funds(OTHER_MONEY, DRIVER)
    story = Story(api, seed)
    story.play(30)
    assert balance(DRIVER) == OTHER_MONEY + story.left_minor
    assert faults(story.now, [DRIVER]) == []
