"""The passwords of the demo's chargers: shown once by the system, kept here for the next run."""

import json
from pathlib import Path


class Passwords:
    """A file that only its owner can read: identity → password."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "demo-chargers.json"
        self._known: dict[str, str] = {}
        if self._file.exists():
            self._known = json.loads(self._file.read_text(encoding="utf-8"))

    def find(self, identity: str) -> str | None:
        """The password of a charger, None when it was never kept."""
        return self._known.get(identity)

    def keep(self, identity: str, password: str) -> None:
        """Remember a password, whatever happens next."""
        self._known[identity] = password
        self._file.parent.mkdir(parents=True, exist_ok=True)
        written = self._file.with_suffix(".new")
        written.touch(mode=0o600)
        written.write_text(json.dumps(self._known, indent=2), encoding="utf-8")
        written.replace(self._file)
