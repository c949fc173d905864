"""Lists in the order of names."""

import unicodedata

LONGEST_NAME = 80


def name_key(name: str, unique: str) -> str:
    """A sort key: the name without regard to case and to composition, then what is unique."""
    folded = unicodedata.normalize("NFC", name).casefold().strip()
    return f"{folded[:LONGEST_NAME]}#{unique}"
