"""Passwords of chargers: forms, hashes, promotion."""

import base64
import hashlib
import re

import pytest

from csms.domain.charger import Credentials, SecurityProfile
from csms.services.chargers import passwords

PASSWORD = "Example1Example2Exam"


def credentials(
    current: str | None = PASSWORD,
    pending: str | None = None,
    profile: SecurityProfile = SecurityProfile.BASIC,
    pending_profile: SecurityProfile | None = None,
) -> Credentials:
    return Credentials(
        profile,
        passwords.hash_password(current) if current else None,
        passwords.hash_password(pending) if pending else None,
        pending_profile,
    )


def test_a_new_password_has_twenty_letters_and_digits() -> None:
    made = {passwords.generate() for _ in range(50)}
    assert len(made) == 50
    assert all(re.fullmatch(r"[A-Za-z0-9]{20}", password) for password in made)


def test_the_same_password_is_hashed_differently_each_time() -> None:
    assert passwords.hash_password(PASSWORD) != passwords.hash_password(PASSWORD)


@pytest.mark.parametrize(
    "received",
    [PASSWORD.encode(), PASSWORD.encode().hex().encode(), PASSWORD.encode().hex().upper().encode()],
)
def test_text_and_hex_verify(received: bytes) -> None:
    assert passwords.verify(received, passwords.hash_password(PASSWORD))


@pytest.mark.parametrize(
    "received", [b"", b"x", PASSWORD[:-1].encode(), b"\xff" * 20, PASSWORD.lower().encode()]
)
def test_anything_else_does_not(received: bytes) -> None:
    assert not passwords.verify(received, passwords.hash_password(PASSWORD))


@pytest.mark.parametrize("stored", ["", "plain", "scrypt$1$2$3$", "bcrypt$4096$8$1$AA==$AA=="])
def test_a_hash_of_another_form_never_verifies(stored: str) -> None:
    assert not passwords.verify(PASSWORD.encode(), stored)


def test_no_password_is_no_proof() -> None:
    assert not passwords.check(None, credentials()).ok
    assert not passwords.check(PASSWORD.encode(), credentials(current=None)).ok


def test_the_current_key_changes_nothing() -> None:
    known = credentials(pending="b" * 20)
    verified = passwords.check(PASSWORD.encode(), known)
    assert (verified.ok, verified.promoted) == (True, None)


def test_the_pending_key_takes_the_place_of_the_current_one() -> None:
    known = credentials(pending="b" * 20)
    verified = passwords.check(b"b" * 20, known)
    assert verified.promoted == Credentials(SecurityProfile.BASIC, known.pending_password_hash)


def test_a_higher_profile_is_pinned_once_it_was_used() -> None:
    known = credentials(pending_profile=SecurityProfile.TLS_BASIC)
    assert passwords.raise_profile(known, SecurityProfile.BASIC) == known
    raised = passwords.raise_profile(known, SecurityProfile.TLS_BASIC)
    assert (raised.security_profile, raised.pending_security_profile) == (2, None)


def test_a_profile_is_never_lowered() -> None:
    known = credentials(profile=SecurityProfile.TLS_BASIC, pending_profile=SecurityProfile.BASIC)
    assert passwords.raise_profile(known, SecurityProfile.BASIC) == known
    assert passwords.raise_profile(known, SecurityProfile.TLS_BASIC).security_profile >= 2


def test_a_hash_keeps_the_cost_that_it_was_made_with() -> None:
    salt, password = b"0123456789abcdef", "a" * passwords.LENGTH
    digest = hashlib.scrypt(password.encode(), salt=salt, n=4096, r=8, p=1, dklen=32)
    parts = "$".join(base64.b64encode(part).decode() for part in (salt, digest))
    assert passwords.hash_password(password).startswith("scrypt$256$8$1$")
    assert passwords.verify(password.encode(), f"scrypt$4096$8$1${parts}")
    assert not passwords.verify(b"b" * passwords.LENGTH, f"scrypt$4096$8$1${parts}")
