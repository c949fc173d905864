"""Our signatures are those that botocore makes of the same calls."""

import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials as BotocoreCredentials

from csms.aws.signature import Call, Credentials, Scope, authorization

MOMENT = "20260301T120000Z"
KEY = Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
DYNAMODB = Scope("eu-central-1", "dynamodb")
GATEWAY = Scope("eu-central-1", "execute-api")


def by_botocore(call: Call, scope: Scope, credentials: Credentials) -> str:
    """The header that botocore makes."""
    headers = dict(call.headers)
    url = f"https://{headers.pop('host')}{call.path}"
    request = AWSRequest(call.method, url, headers, call.body)
    request.context["timestamp"] = MOMENT
    known = BotocoreCredentials(credentials.access_key, credentials.secret_key, None)
    auth = SigV4Auth(known, scope.service, scope.region)
    canonical = auth.canonical_request(request)
    text = auth.string_to_sign(request, canonical)
    signature = auth.signature(text, request)
    names = auth.signed_headers(auth.headers_to_sign(request))
    return (
        f"AWS4-HMAC-SHA256 Credential={auth.scope(request)}, SignedHeaders={names}, "
        f"Signature={signature}"
    )


@pytest.mark.parametrize(
    ("call", "scope"),
    [
        (
            Call(
                "POST",
                "/",
                {
                    "host": "dynamodb.eu-central-1.amazonaws.com",
                    "x-amz-date": MOMENT,
                    "content-type": "application/x-amz-json-1.0",
                    "x-amz-target": "DynamoDB_20120810.GetItem",
                },
                b'{"TableName":"csms-charger"}',
            ),
            DYNAMODB,
        ),
        (
            Call(
                "POST",
                "/prod/@connections/L0SM9cOFvHcCIhw%3D",
                {"host": "api.execute-api.eu-central-1.amazonaws.com", "x-amz-date": MOMENT},
                b'[3,"1",{}]',
            ),
            GATEWAY,
        ),
        (
            Call(
                "GET",
                "/prod/@connections/a%2Fb",
                {
                    "host": "127.0.0.1:8080",
                    "x-amz-date": MOMENT,
                    "x-amz-security-token": "token/of+a=role",
                },
                b"",
            ),
            GATEWAY,
        ),
    ],
)
def test_a_call_is_signed_as_botocore_signs_it(call: Call, scope: Scope) -> None:
    assert authorization(call, scope, KEY, MOMENT) == by_botocore(call, scope, KEY)


def test_another_secret_day_or_body_gives_another_signature() -> None:
    call = Call("POST", "/", {"host": "h", "x-amz-date": MOMENT}, b"1")
    signatures = {
        authorization(call, DYNAMODB, KEY, MOMENT),
        authorization(call, GATEWAY, KEY, MOMENT),
        authorization(call, DYNAMODB, KEY, "20260302T120000Z"),
        authorization(call, DYNAMODB, Credentials(KEY.access_key, "other"), MOMENT),
        authorization(Call("POST", "/", call.headers, b"2"), DYNAMODB, KEY, MOMENT),
    }
    assert len(signatures) == 5
