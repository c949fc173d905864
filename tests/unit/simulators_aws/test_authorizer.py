"""What the gateway makes of an authorizer's answer."""

from __future__ import annotations

import pytest

from simulators.aws.authorizer import Refusal, read_context, refusal_of
from simulators.aws.invoker import FunctionFailed

ARN = "arn:aws:execute-api:us-east-1:000000000000:Api/v1/$connect"


def answer(effect: str = "Allow", resource: object = ARN, **rest: object) -> dict[str, object]:
    statement = {"Action": "execute-api:Invoke", "Effect": effect, "Resource": resource}
    return {"principalId": "CP1", "policyDocument": {"Statement": [statement]}, **rest}


def test_context_values_become_text() -> None:
    context = read_context(answer(context={"id": "CP1", "count": 2, "is_new": True}), ARN)
    assert context == {"id": "CP1", "count": "2", "is_new": "true", "principalId": "CP1"}


@pytest.mark.parametrize("resource", [ARN, "*", [ARN, "x"], ARN.replace("$connect", "*")])
def test_a_policy_may_name_the_method_in_several_ways(resource: object) -> None:
    assert read_context(answer(resource=resource), ARN)["principalId"] == "CP1"


@pytest.mark.parametrize(
    ("given", "status"),
    [
        (answer(effect="Deny"), 403),
        (answer(resource="arn:of:another"), 403),
        (answer(context={"nested": {}}), 500),
        ({"principalId": "CP1"}, 500),
        (None, 500),
        ("Allow", 500),
    ],
)
def test_all_else_refuses_the_handshake(given: object, status: int) -> None:
    with pytest.raises(Refusal) as refused:
        read_context(given, ARN)
    assert refused.value.status == status


@pytest.mark.parametrize(
    ("message", "status"), [("Unauthorized", 401), ("unauthorized", 500), ("boom", 500)]
)
def test_only_the_word_unauthorized_is_a_401(message: str, status: int) -> None:
    assert refusal_of(FunctionFailed("Authorizer", "Exception", message)).status == status
