"""Passwords of chargers: made, hashed, verified, rotated.

20 characters of [A-Za-z0-9] are 119 bits of chance, so the hash need not be slow to be safe: it
must only not give the password away: to guess one takes 2^118 tries, whatever each costs. N=256,
r=8, p=1 takes 0.25 MiB and 0.6 ms on a server's core, some 2 ms on a 512 MB function. With N=4096
the hash took 10 ms, half the CPU of a connection, and held a network up that comes back at once.
Passwords that people choose would need the slow one: there are none, not even by import.
"""

import base64
import dataclasses
import hashlib
import hmac
import re
import secrets
import string
from dataclasses import dataclass
from typing import Final

from csms.domain.charger import Credentials, SecurityProfile

ALPHABET: Final = string.ascii_letters + string.digits
LENGTH: Final = 20
COST: Final = 256
BLOCK: Final = 8
PARALLEL: Final = 1
SALT_BYTES: Final = 16
HASH_BYTES: Final = 32
_FORM: Final = re.compile(r"scrypt\$(\d+)\$(\d+)\$(\d+)\$([A-Za-z0-9+/=]+)\$([A-Za-z0-9+/=]+)")
_HEX: Final = re.compile(rb"(?:[0-9A-Fa-f]{2}){16,20}")


@dataclass(frozen=True, slots=True)
class Verified:
    """The outcome of a log-in.

    promoted: the credentials to store, when the pending password was the one that fitted.
    """

    ok: bool
    promoted: Credentials | None = None


def generate() -> str:
    """Make a new password. It is shown once, as text and as the hex of that text."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def to_hex(password: str) -> str:
    """The form in which most chargers take a key (S: A00.FR.205): hex of the text's bytes."""
    return password.encode().hex()


def hash_password(password: str) -> str:
    """The hash to store: `scrypt$N$r$p$salt$hash`."""
    salt = secrets.token_bytes(SALT_BYTES)
    digest = _scrypt(password.encode(), salt, COST, BLOCK, PARALLEL)
    parts = (base64.b64encode(part).decode() for part in (salt, digest))
    return f"scrypt${COST}${BLOCK}${PARALLEL}${'$'.join(parts)}"


def verify(received: bytes, stored: str) -> bool:
    """Whether a received password is the stored one; text, its bytes, or its hex all are."""
    match = _FORM.fullmatch(stored)
    if match is None:
        return False
    cost, block, parallel = (int(match[n]) for n in (1, 2, 3))
    salt, digest = (base64.b64decode(match[n]) for n in (4, 5))
    return hmac.compare_digest(_scrypt(_as_text(received), salt, cost, block, parallel), digest)


def check(received: bytes | None, credentials: Credentials) -> Verified:
    """Hold a received password against the current key and, while one is pending, that too."""
    if received is None or credentials.password_hash is None:
        return Verified(ok=False)
    pending = credentials.pending_password_hash
    if pending is not None and verify(received, pending):
        return Verified(ok=True, promoted=promote(credentials))
    return Verified(ok=verify(received, credentials.password_hash))


def promote(credentials: Credentials) -> Credentials:
    """The credentials once a charger has used the pending password: the old one is dropped."""
    return dataclasses.replace(
        credentials,
        password_hash=credentials.pending_password_hash,
        pending_password_hash=None,
    )


def raise_profile(credentials: Credentials, used: SecurityProfile) -> Credentials:
    """The credentials once a charger has used its pending security profile; never lower."""
    pending = credentials.pending_security_profile
    if pending is None or pending <= credentials.security_profile or used < pending:
        return credentials
    return dataclasses.replace(credentials, security_profile=pending, pending_security_profile=None)


def _as_text(received: bytes) -> bytes:
    """Undo the hex form. A password of 20 characters is shorter than any hex form of one."""
    return bytes.fromhex(received.decode()) if _HEX.fullmatch(received) else received


def _scrypt(password: bytes, salt: bytes, cost: int, block: int, parallel: int) -> bytes:
    return hashlib.scrypt(password, salt=salt, n=cost, r=block, p=parallel, dklen=HASH_BYTES)
