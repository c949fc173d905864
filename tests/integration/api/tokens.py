"""An identity provider's keys, and tokens as they may come."""

import base64
import json
import time
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import ec, rsa

ISSUER = "https://id.example"
AUDIENCE = "csms"

_RSA = rsa.generate_private_key(65537, 2048)
_EC = ec.generate_private_key(ec.SECP256R1())
_OTHER = rsa.generate_private_key(65537, 2048)


def key_set() -> str:
    """What the provider publishes."""
    rsa_key = jwt.algorithms.RSAAlgorithm.to_jwk(_RSA.public_key(), as_dict=True)
    ec_key = jwt.algorithms.ECAlgorithm.to_jwk(_EC.public_key(), as_dict=True)
    return json.dumps(
        {
            "keys": [
                rsa_key | {"kid": "rsa", "alg": "RS256", "use": "sig"},
                ec_key | {"kid": "ec", "alg": "ES256", "use": "sig"},
            ]
        }
    )


def claims(subject: str = "driver", role: str | None = None, **more: Any) -> dict[str, Any]:
    """The claims of a good token; a claim given as None is left out."""
    now = int(time.time())  # noqa: TID251 - tokens are checked against the wall clock
    every = {
        "iss": ISSUER,
        "aud": AUDIENCE,
        "sub": subject,
        "iat": now,
        "exp": now + 300,
        "name": subject.title(),
        "email": f"{subject}@example.com",
        "role": role,
    } | more
    return {name: value for name, value in every.items() if value is not None}


def token(subject: str = "driver", role: str | None = None, **more: Any) -> str:
    """A good token, with the claims given."""
    return jwt.encode(claims(subject, role, **more), _RSA, "RS256", {"kid": "rsa"})


def ec_token(subject: str = "driver") -> str:
    """A good token, signed with the other algorithm."""
    return jwt.encode(claims(subject), _EC, "ES256", {"kid": "ec"})


def expired(role: str | None = None) -> str:
    """A token of five minutes ago."""
    past = int(time.time()) - 300  # noqa: TID251 - tokens are checked against the wall clock
    return token(role=role, iat=past - 300, exp=past)


def forged(role: str | None = None) -> str:
    """A token that somebody else signed under the provider's key id."""
    return jwt.encode(claims(role=role), _OTHER, "RS256", {"kid": "rsa"})


def unsigned(role: str | None = None) -> str:
    """A token of algorithm none."""
    header = _part({"alg": "none", "typ": "JWT", "kid": "rsa"})
    return f"{header}.{_part(claims(role=role))}."


def symmetric(role: str | None = None) -> str:
    """A token whose HMAC key is the public key, which a careless verifier takes."""
    return jwt.encode(claims(role=role), b"k" * 64, "HS256", {"kid": "rsa"})


def _part(content: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(content).encode()).decode().rstrip("=")
