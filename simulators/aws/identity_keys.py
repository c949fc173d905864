"""The key of the identity provider: made once, kept in the data folder, published as JWKS."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

KEY_BITS = 2048


class SigningKey:
    """An RS256 key; its id is its thumbprint (RFC 7638)."""

    def __init__(self, path: Path) -> None:
        """Read the key, or make one."""
        self._key = _read(path) if path.exists() else _make(path)
        numbers = self._key.public_key().public_numbers()
        self._public = {"e": _base64(numbers.e), "kty": "RSA", "n": _base64(numbers.n)}
        canonical = json.dumps(self._public, separators=(",", ":"), sort_keys=True).encode()
        digest = hashlib.sha256(canonical).digest()
        self.key_id = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()

    def jwks(self) -> dict[str, Any]:
        """The public key as a JSON Web Key Set."""
        return {"keys": [{**self._public, "kid": self.key_id, "use": "sig", "alg": "RS256"}]}

    def sign(self, claims: Mapping[str, Any]) -> str:
        """A signed token."""
        return jwt.encode(dict(claims), self._key, "RS256", headers={"kid": self.key_id})

    def verify(self, token: str, audience: str) -> dict[str, Any] | None:
        """The claims of a token that this key signed and that has not expired, else nothing."""
        try:
            claims: dict[str, Any] = jwt.decode(
                token, self._key.public_key(), ["RS256"], audience=audience
            )
        except jwt.InvalidTokenError:
            return None
        return claims


def _make(path: Path) -> rsa.RSAPrivateKey:
    key = rsa.generate_private_key(public_exponent=65_537, key_size=KEY_BITS)
    text = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(text)
    return key


def _read(path: Path) -> rsa.RSAPrivateKey:
    key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(key, rsa.RSAPrivateKey):
        raise TypeError(f"{path} holds no RSA key")
    return key


def _base64(number: int) -> str:
    raw = number.to_bytes((number.bit_length() + 7) // 8)
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
