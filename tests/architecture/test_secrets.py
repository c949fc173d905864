"""No file of the project holds a secret. Needs no network; looks at all files that git would take.

A scanner of its own (detect-secrets, gitleaks) would find the same shapes, and wants a list of
exceptions that grows; here a find is put right, or is so plainly an example that no rule meets it.
"""

import math
import re
from collections import Counter

import pytest

from tests.architecture.repository import text_files

SHAPES = {
    "access key of AWS": re.compile(r"\b(?:AKIA|ASIA|AROA)[A-Z0-9]{16}\b"),
    "private key": re.compile(r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s*\n?[A-Za-z0-9+/=]{16}"),
    "token of GitHub": re.compile(r"\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{50,})\b"),
    "token of npm or PyPI": re.compile(r"\b(?:npm_[A-Za-z0-9]{36}|pypi-AgE\w{20,})\b"),
    "token of Slack": re.compile(r"\bxox[abeoprs]-[A-Za-z0-9-]{10,}"),
    "key of Stripe": re.compile(r"\b(?:sk|rk)_live_[A-Za-z0-9]{10,}"),
    "key of Google": re.compile(r"\bAIza[0-9A-Za-z_-]{35}\b"),
    "signed token": re.compile(r"\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{20,}"),
    "password in an address": re.compile(r"\b[a-z]+://[^\s/:@{}$'\"<>]+:[^\s/:@{}$'\"<>]{6,}@\w"),
}
NAMED = re.compile(
    r"(?i)\b[\w-]*(?:secret|password|passwd|token|api_?key|private_?key|signing_?key)[\w-]*"
    r"[\"']?\s*[:=]\s*[\"'](?P<value>[A-Za-z0-9+/_=-]{20,})[\"']"
)
RANDOM_BITS = 3.7
"""Bits in each letter of random text of this length; words and examples have fewer."""
LOCKS = re.compile(r"(?:.*/)?(?:package-lock\.json|[\w-]+\.txt)")


def secrets_in(text: str) -> list[str]:
    """What is found, by its kind."""
    found = [kind for kind, shape in SHAPES.items() if shape.search(text)]
    values = (match["value"] for match in NAMED.finditer(text))
    return found + ["random text under a name of a secret" for value in values if _is_random(value)]


def _is_random(value: str) -> bool:
    counts = Counter(value)
    bits = -sum(n / len(value) * math.log2(n / len(value)) for n in counts.values())
    return bits > RANDOM_BITS and any(letter.isdigit() for letter in value)


def test_no_file_holds_a_secret() -> None:
    found = {
        name: secrets_in(text) for name, text in text_files().items() if not LOCKS.fullmatch(name)
    }
    assert {name: kinds for name, kinds in found.items() if kinds} == {}


# Put together here, so that this file is none of its own finds.
PLANTED = {
    "access key of AWS": "key = AKI" + "AQ3EGXK5TTPW6A2ZX",
    "private key": "-----BEGIN EC PRIVATE " + "KEY-----\nMHcCAQEEIIx3v0p9Rw8k",
    "token of GitHub": "gh" + "p_" + "a1B2" * 9,
    "token of npm or PyPI": "np" + "m_" + "a1B2" * 9,
    "token of Slack": "xox" + "b-1234567890-abcdef",
    "key of Stripe": "sk_" + "live_4eC39HqLyjWDarjtT1",
    "key of Google": "AI" + "za" + "SyA1b2C" * 5,
    "signed token": "eyJ" + "hbGciOiJSUzI1.eyJ" + "zdWIiOiIxMjM0.c2lnbmF0dXJlLW9mLXNvbWV0aGluZw",
    "password in an address": "postgres://" + "admin:hunter22@db",
    "random text under a name of a secret": 'SIGNING_SECRET = "q8Zr4v' + 'T1mXw7Lk2PbN9sYc3D"',
}


@pytest.mark.parametrize(("kind", "text"), PLANTED.items(), ids=PLANTED)
def test_a_planted_secret_is_found(kind: str, text: str) -> None:
    assert secrets_in(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        'password: "correct-horse-battery-staple"',
        'token = "test-token-of-the-example"',
        "postgres://user:${PASSWORD}@db/name",
        "-----BEGIN CERTIFICATE-----\nMIIB",
    ],
)
def test_an_example_is_none(text: str) -> None:
    assert secrets_in(text) == []
