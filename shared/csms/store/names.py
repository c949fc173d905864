"""Lists in the order of names."""

import unicodedata

LONGEST_NAME = 80


def name_key(name: str, unique: str) -> str:
    """A sort key: the name without regard to case and to composition, then what is unique."""
    return f"{beginning(name).rstrip()[:LONGEST_NAME]}#{unique}"


def beginning(name: str) -> str:
    """The begin of a sort key, by which names that begin so are found."""
    return unicodedata.normalize("NFC", name).casefold().lstrip()
