"""What a file may be called: `{folder}/{name}`, of letters that nobody misreads."""

import re
from typing import Final

from csms.domain.errors import Invalid

_FOLDER: Final = re.compile(r"[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*")
_NAME: Final = re.compile(r"(?!\.{1,2}$)[A-Za-z0-9._-]{1,128}")
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9._-]")


def safe_name(name: str) -> str:
    """A file name of ours for a name of somebody: strange characters become underscores.

    Raises Invalid for one that has nothing left or is too long.
    """
    safe = _UNSAFE.sub("_", name.strip())
    if not _NAME.fullmatch(safe):
        raise Invalid("must be a file name of 1 to 128 characters", "file_name")
    return safe


def check_key(folder: str, name: str) -> None:
    """Raise ValueError unless this is the key of a file: a mistake of ours, not of who asks."""
    if not _FOLDER.fullmatch(folder) or not _NAME.fullmatch(name):
        raise ValueError(f"{folder}/{name} is no key of the file door")
