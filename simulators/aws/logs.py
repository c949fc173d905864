"""The functions' log files: bounded, since nobody else looks after them."""

from __future__ import annotations

import shutil
from pathlib import Path

MAX_BYTES = 20_000_000


def bound_logs(folder: Path, max_bytes: int = MAX_BYTES) -> None:
    """Copy every log that grew too large to `<name>.1` and empty it.

    The writers append, so that they go on at the start of the emptied file.
    """
    for path in folder.glob("*.log"):
        if path.stat().st_size > max_bytes:
            shutil.copyfile(path, path.with_suffix(".log.1"))
            with path.open("r+b") as file:
                file.truncate(0)
