"""Secrets are taken out before anything is kept or shown: of payloads, and of raw frames."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

SECRET_KEYS: Final = frozenset({"authorizationkey"})
REMOVED: Final = "(removed)"
_RAW: Final = re.compile(r"authorization\s*key", re.IGNORECASE)


def is_secret(key: object) -> bool:
    """Whether a configuration key's value must never be kept or shown."""
    return isinstance(key, str) and key.strip().casefold() in SECRET_KEYS


def redact(payload: Mapping[str, object]) -> Mapping[str, object]:
    """A payload of ChangeConfiguration or GetConfiguration without the values of secret keys.

    Payloads without secrets come back as they are.
    """
    if is_secret(payload.get("key")) and "value" in payload:
        return {**payload, "value": REMOVED}
    entries = payload.get("configurationKey")
    if isinstance(entries, Sequence) and not isinstance(entries, str):
        return {**payload, "configurationKey": [_redact_entry(entry) for entry in entries]}
    return payload


def redact_frame(text: str) -> str:
    """A raw frame for the log: nothing of one that names a secret key is kept but its length."""
    if _RAW.search(text):
        return f"{REMOVED}: {len(text)} characters that name a secret"
    return text


def _redact_entry(entry: object) -> object:
    if (
        isinstance(entry, Mapping)
        and is_secret(entry.get("key"))
        and entry.get("value") is not None
    ):
        return {**entry, "value": REMOVED}
    return entry
