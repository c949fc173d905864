"""Cards: Stripe's API and webhooks in the shapes that they have, with real signatures."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from csms import payments
from csms.domain.errors import Invalid, Refused
from csms.domain.ids import Minor
from csms.payments.stripe_checkout import Stripe, StripeAccount
from tests.integration.api.client import Client
from tests.integration.api.stripe_api import (
    CHECKOUT,
    DISPUTE,
    DRIVER,
    INTENT,
    REFUND,
    StripeApi,
    Tell,
    event,
    money,
    signed,
)
from tests.integration.api.world import World
from tests.integration.events import START


def test_a_driver_gets_a_page_to_pay_on(driver: Client, world: World, api: StripeApi) -> None:
    path = f"/users/{DRIVER}/wallet/card-top-ups"
    answer = driver.post(path, {"amount_minor": 2500}, headers={"Idempotency-Key": "k"})
    assert (answer.status, answer.json["url"]) == (201, CHECKOUT["url"])
    path, form, key = api.asked[0]
    assert path == "/v1/checkout/sessions"
    assert form["line_items[0][price_data][unit_amount]"] == ["2500"]
    assert form["payment_intent_data[metadata][csms_user_id]"] == [DRIVER]
    assert form["adaptive_pricing[enabled]"] == ["false"]
    assert key == f"checkout-{DRIVER}-k"


def test_the_way_back_from_stripe_says_what_became_of_the_checkout(api: StripeApi) -> None:
    """Stripe puts the id in place of the braces, which it does not find when they are encoded."""
    plain = StripeAccount("sk", "whsec", "https://app.example/wallet", "EUR", "Wallet", api.url)
    for account, start in (
        (plain, "https://app.example/wallet?"),
        (replace(plain, return_url=f"{plain.return_url}?a=b#c"), "https://app.example/wallet?a=b&"),
    ):
        api.asked.clear()
        Stripe(account).open_checkout(DRIVER, Minor(2500), "k")
        _, form, _ = api.asked[0]
        end = "#c" if "#" in account.return_url else ""
        assert form["success_url"] == [f"{start}checkout={{CHECKOUT_SESSION_ID}}{end}"]
        assert form["cancel_url"] == [f"{start}checkout=left{end}"]


def test_a_wallet_says_how_much_can_be_paid_in_by_card(
    driver: Client, world: World, api: StripeApi
) -> None:
    wallet = f"/users/{DRIVER}/wallet"
    bounds = driver.get(wallet).json["card_top_up"]
    for amount_minor, status in (
        (bounds["minimum_minor"], 201),
        (bounds["maximum_minor"], 201),
        (bounds["minimum_minor"] - 1, 422),
        (bounds["maximum_minor"] + 1, 422),
    ):
        body, key = {"amount_minor": amount_minor}, {"Idempotency-Key": str(amount_minor)}
        answer = driver.post(f"{wallet}/card-top-ups", body, headers=key)
        assert answer.status == status, amount_minor


def test_a_wallet_offers_no_cards_where_there_are_none(driver: Client, world: World) -> None:
    assert driver.get(f"/users/{DRIVER}/wallet").json["card_top_up"] is None


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
    tell("refund.created", api.refunds[0])
    assert money(admin)[0] == before - 1000
    too_much = admin.post(path, body | {"amount_minor": 10**8}, headers={"Idempotency-Key": "r2"})
    assert (too_much.status, too_much.json["reason"]) == (409, "insufficient_funds")


def test_a_refund_that_was_made_at_stripe_leaves_the_wallet_once(
    tell: Tell, admin: Client, api: StripeApi
) -> None:
    """Stripe tells of the charge as well, in older accounts with the refund in it."""
    tell("checkout.session.completed", CHECKOUT)
    before, _ = money(admin)
    charge = {"id": "ch_1", "object": "charge", "amount_refunded": 1000, "payment_intent": "pi_1"}
    assert tell("charge.refunded", charge | {"refunds": {"data": [REFUND]}}).status == 204
    for kind in ("refund.created", "charge.refund.updated", "refund.updated"):
        assert tell(kind, REFUND).status == 204
    assert money(admin) == (before - 1000, [("top-up", 2500), ("refund", -1000)])


@pytest.mark.parametrize(
    ("told", "left"),
    [
        (["created"], 0),
        (["created", "funds_withdrawn", "funds_withdrawn"], -2500),
        (["created", "funds_withdrawn", "funds_reinstated", "closed", "funds_reinstated"], 0),
        (["funds_reinstated", "funds_withdrawn"], 0),
    ],
    ids=["an inquiry", "lost", "won", "won, told first"],
)
def test_a_disputed_payment_leaves_the_wallet_while_the_bank_has_it(
    tell: Tell, admin: Client, told: list[str], left: int
) -> None:
    tell("checkout.session.completed", CHECKOUT)
    before, _ = money(admin)
    for kind in told:
        assert tell(f"charge.dispute.{kind}", DISPUTE).status == 204
    assert money(admin)[0] == before + left


def test_a_disputed_payment_is_owed_where_it_is_spent(tell: Tell, admin: Client) -> None:
    tell("checkout.session.completed", CHECKOUT)
    wallet = f"/api/admin/users/{DRIVER}/wallet"
    spent = {"amount_minor": -money(admin)[0], "note": "spent"}
    admin.post(f"{wallet}/adjust", spent, headers={"Idempotency-Key": "spent"})
    tell("charge.dispute.funds_withdrawn", DISPUTE)
    newest = admin.get(f"{wallet}/ledger").json["items"][0]
    assert (newest["balance_after_minor"], newest["key"]) == (-2500, "card#disputed#dp_1")
    assert newest["note"] == "pi_1: disputed, taken back by the bank"


def test_what_happens_to_payments_that_are_not_for_wallets_is_none_of_ours(
    tell: Tell, admin: Client, api: StripeApi
) -> None:
    api.intents["pi_shop"] = INTENT | {"id": "pi_shop", "metadata": {}}
    for kind, told in (("refund.created", REFUND), ("charge.dispute.funds_withdrawn", DISPUTE)):
        assert tell(kind, told | {"payment_intent": "pi_shop"}).status == 204
        assert tell(kind, told | {"payment_intent": None}).status == 204
    assert money(admin)[1] == []


def test_a_slow_payment_counts_when_it_arrives_and_not_when_it_fails(
    tell: Tell, admin: Client
) -> None:
    unpaid = CHECKOUT | {"payment_status": "unpaid"}
    assert tell("checkout.session.completed", unpaid).status == 204
    assert tell("checkout.session.async_payment_failed", unpaid).status == 204
    assert tell("checkout.session.expired", unpaid | {"status": "expired"}).status == 204
    assert money(admin)[1] == []
    assert tell("checkout.session.async_payment_succeeded", CHECKOUT).status == 204
    assert money(admin)[1] == [("top-up", 2500)]


def test_keys_of_operators_cannot_meet_those_of_payments(tell: Tell, admin: Client) -> None:
    before, _ = money(admin)
    path = f"/api/admin/users/{DRIVER}/wallet/top-up"
    key = {"Idempotency-Key": "paid#cs_test_a1"}
    assert admin.post(path, {"amount_minor": 1}, headers=key).status == 201
    assert tell("checkout.session.completed", CHECKOUT).status == 204
    assert money(admin)[0] == before + 2501


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


@pytest.mark.parametrize("code", ["ISK", "MGA", "UGX"])
def test_a_currency_that_stripe_counts_otherwise_is_refused(code: str) -> None:
    with pytest.raises(Refused):
        Stripe(StripeAccount("sk", "whsec", "", code, "Wallet"))


def test_a_currency_with_three_digits_is_paid_in_steps_of_ten(api: StripeApi) -> None:
    kuwait = Stripe(StripeAccount("sk", "whsec", "https://app.example", "KWD", "Wallet", api.url))
    with pytest.raises(Invalid, match=r"steps of 0\.010") as refused:
        kuwait.open_checkout(DRIVER, Minor(2505), "k")
    assert refused.value.field == "amount_minor"
    assert api.asked == []
    kuwait.open_checkout(DRIVER, Minor(2510), "k")
    assert api.asked[0][1]["line_items[0][price_data][unit_amount]"] == ["2510"]


def test_cards_are_off_unless_configured() -> None:
    assert payments.configured() is None
