"""Money that operators give back to cards: once, and never more than a wallet has."""

from datetime import timedelta
from typing import Any

import pytest

from csms.domain.card_refund import refund_id_of
from csms.domain.ids import Minor
from csms.domain.wallet import EntryKind, Movement, post
from csms.services.accounts import provider_events
from csms.services.accounts.provider_events import Happening, ProviderEvent
from csms.services.accounts.users import user_id_of
from csms.store import user, wallet
from functions.admin_api.handler import handler as admin_handler
from tests.integration.api import tokens
from tests.integration.api.client import Answer, Client
from tests.integration.api.stripe_api import CHECKOUT, DRIVER, REFUND, StripeApi, Tell, money
from tests.integration.events import START

PATH = f"/api/admin/users/{DRIVER}/wallet/card-refunds"
OPERATOR = user_id_of(tokens.ISSUER, "operator")


def refund(client: Client, key: str, amount: int = 2500, payment_id: str = "pi_1") -> Answer:
    body = {"payment_id": payment_id, "amount_minor": amount}
    return client.post(PATH, body, headers={"Idempotency-Key": key})


def adjusted(admin: Client, amount: int) -> None:
    """Leave so much in the driver's wallet."""
    change = amount - money(admin)[0]
    body: dict[str, Any] = {"amount_minor": change, "note": "for the test"}
    path = f"/api/admin/users/{DRIVER}/wallet/adjust"
    assert admin.post(path, body, headers={"Idempotency-Key": f"to-{amount}"}).status == 201


@pytest.fixture
def paid(tell: Tell, admin: Client, api: StripeApi) -> Client:
    """An operator, where a driver paid 25.00 by card and has no other money."""
    tell("checkout.session.completed", CHECKOUT)
    adjusted(admin, 2500)
    return admin


def test_two_operators_at_once_do_not_overdraw_a_wallet(paid: Client, api: StripeApi) -> None:
    another = Client(admin_handler)
    another.token, answers = tokens.token("second-operator", "ADMIN"), []
    api.intents["pi_1"] = api.intents["pi_1"] | {"amount": 10_000}
    # While Stripe refunds for the first, the second looks at the wallet and asks as well.
    api.while_refunding = lambda: answers.append(refund(another, "second"))
    answers.append(refund(paid, "first"))
    another.close()
    assert sorted(one.status for one in answers) == [201, 409]
    assert [one["amount"] for one in api.refunds] == [2500]
    assert money(paid)[0] == 0


def test_a_repeat_gets_the_first_answer_when_the_wallet_is_empty(
    paid: Client, api: StripeApi
) -> None:
    first = refund(paid, "once")
    again = refund(paid, "once")
    assert (first.status, again.status) == (201, 201)
    assert again.json == first.json
    assert money(paid)[0] == 0
    assert len(api.refunds) == 1


def test_a_key_is_not_taken_for_another_refund(paid: Client, api: StripeApi) -> None:
    assert refund(paid, "once", 1000).status == 201
    for other in (refund(paid, "once", 999), refund(paid, "once", 1000, "pi_2")):
        assert (other.status, other.json["field"]) == (422, "header.idempotency-key")
    assert money(paid)[0] == 1500
    assert len(api.refunds) == 1


def test_what_is_held_is_not_given_back(paid: Client) -> None:
    held = Movement(
        key="hold#9", kind=EntryKind.HOLD, amount_minor=Minor(500), actor="test", at=START
    )
    wallet.post(post(wallet.ensure(DRIVER), [held]))
    answer = refund(paid, "once", 2001)
    assert (answer.status, answer.json["reason"]) == (409, "insufficient_funds")
    assert refund(paid, "less", 2000).status == 201


def test_a_refund_that_stripe_refuses_is_back_in_the_wallet(paid: Client, api: StripeApi) -> None:
    api.intents["pi_1"] = api.intents["pi_1"] | {"amount": 1000}
    for _ in range(2):
        answer = refund(paid, "once")
        assert (answer.status, answer.json["reason"]) == (409, "payment")
        assert "greater than the charge" in answer.json["detail"]
    assert api.refunds == []
    assert money(paid) == (2500, [("top-up", 2500), ("refund", -2500), ("refund", 2500)])
    (shown,) = paid.get(PATH).json["items"]
    assert (shown["state"], shown["amount_minor"], shown["attempts"]) == ("refused", 2500, 1)


@pytest.mark.parametrize("payment", [{"metadata": {"csms_user_id": "somebody"}}, {"metadata": {}}])
def test_a_payment_of_somebody_else_is_not_given_back(
    paid: Client, api: StripeApi, payment: dict[str, object]
) -> None:
    api.intents["pi_1"] = api.intents["pi_1"] | payment
    assert refund(paid, "once").json["reason"] == "not_theirs"
    assert (money(paid)[0], paid.get(PATH).json["items"]) == (2500, [])


def test_a_payment_in_another_currency_is_not_given_back(paid: Client, api: StripeApi) -> None:
    api.intents["pi_1"] = api.intents["pi_1"] | {"currency": "usd"}
    answer = refund(paid, "once")
    assert (answer.status, answer.json["reason"]) == (409, "currency")
    assert (money(paid)[0], paid.get(PATH).json["items"]) == (2500, [])


def test_a_payment_that_is_none_is_not_given_back(paid: Client) -> None:
    assert refund(paid, "once", payment_id="pi_none").json["reason"] == "payment"
    assert (money(paid)[0], paid.get(PATH).json["items"]) == (2500, [])


def test_a_refund_waits_while_stripe_is_down_and_its_repeat_finishes_it(
    paid: Client, api: StripeApi
) -> None:
    api.is_down = True
    answer = refund(paid, "once")
    assert answer.status == 503
    assert "asked for again" in answer.json["detail"]
    # It cannot be spent, nor given back once more, while nobody knows.
    assert money(paid)[0] == 0
    assert paid.get(PATH).json["items"][0]["state"] == "pending"
    assert refund(paid, "another").json["reason"] == "insufficient_funds"
    api.is_down = False
    assert refund(paid, "once").status == 201
    assert [one["state"] for one in paid.get(PATH).json["items"]] == ["sent"]
    assert (money(paid)[0], len(api.refunds)) == (0, 1)


def test_stripe_may_tell_of_a_refund_before_it_answers(
    paid: Client, tell: Tell, api: StripeApi
) -> None:
    api.loses_answers = True
    assert refund(paid, "once").status == 503
    assert tell("refund.created", api.refunds[0]).status == 204
    assert tell("refund.updated", api.refunds[0]).status == 204
    assert paid.get(PATH).json["items"][0] | {"requested_at": ""} == {
        "payment_id": "pi_1",
        "amount_minor": 2500,
        "currency": "EUR",
        "state": "sent",
        "requested_by": OPERATOR,
        "requested_by_name": "Operator",
        "requested_at": "",
        "attempts": 1,
        "reference": "re_1",
        "error": None,
    }
    assert refund(paid, "once").status == 201
    assert (money(paid)[0], len(api.refunds)) == (0, 1)


@pytest.mark.parametrize("kinds", [["failed"], ["failed", "created"], ["updated", "failed"] * 2])
def test_a_refund_that_did_not_get_to_the_card_is_back_in_the_wallet(
    paid: Client, tell: Tell, api: StripeApi, kinds: list[str]
) -> None:
    first = refund(paid, "once")
    for kind in kinds:
        status = "failed" if kind == "failed" else "pending"
        assert tell(f"refund.{kind}", api.refunds[0] | {"status": status}).status == 204
    assert money(paid) == (2500, [("top-up", 2500), ("refund", -2500), ("refund", 2500)])
    assert paid.get(PATH).json["items"][0]["state"] == "failed"
    assert refund(paid, "once").json == first.json


def test_a_refund_that_was_refused_here_and_made_there_leaves_the_wallet_after_all(
    paid: Client, tell: Tell, api: StripeApi
) -> None:
    intent = api.intents["pi_1"]
    api.intents["pi_1"] = intent | {"amount": 1000}
    assert refund(paid, "once").status == 409
    metadata = {"csms_user_id": DRIVER, "csms_refund_id": refund_id_of("once")}
    told = REFUND | {"amount": 2500, "metadata": metadata}
    for _ in range(2):
        assert tell("refund.created", told).status == 204
    assert money(paid)[0] == 0


def test_a_payment_of_somebody_who_left_is_entered_and_can_be_given_back(
    paid: Client, tell: Tell, api: StripeApi
) -> None:
    event = ProviderEvent("m", Happening.DELETED, tokens.ISSUER, "driver", START)
    provider_events.take(event, "r", START)
    late = CHECKOUT | {"id": "cs_late", "payment_intent": "pi_late"}
    api.intents["pi_late"] = api.intents["pi_1"] | {"id": "pi_late"}
    assert tell("checkout.session.completed", late).status == 204
    assert money(paid)[0] == 5000
    assert refund(paid, "once", payment_id="pi_late").status == 201
    assert refund(paid, "twice").status == 201
    assert money(paid)[0] == 0


def test_refunds_are_listed_the_latest_first_page_by_page(paid: Client, api: StripeApi) -> None:
    for number in range(3):
        paid.now = START + timedelta(minutes=number)
        assert refund(paid, f"key-{number}", 100 + number).status == 201
    first = paid.get(PATH, query={"limit": 2}).json
    rest = paid.get(PATH, query={"limit": 2, "cursor": first["next_cursor"]}).json
    amounts = [one["amount_minor"] for one in (*first["items"], *rest["items"])]
    assert (amounts, rest["next_cursor"]) == ([102, 101, 100], None)


def test_operators_read_who_gave_money_back(paid: Client) -> None:
    assert refund(paid, "one").status == 201

    found = paid.get(PATH).json["items"][0]

    assert found["requested_by"] == OPERATOR
    assert found["requested_by_name"] == user.get(OPERATOR).name
