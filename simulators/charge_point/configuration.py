"""The configuration of a charger: read, written and answered as §5.2 and §5.8 say."""

from collections.abc import Callable, Iterable

from ocpp.v16.datatypes import KeyValue
from ocpp.v16.enums import ConfigurationStatus

from simulators.charge_point.configuration_keys import Key

Listener = Callable[[str], None]


class Configuration:
    """All keys with their values. Names are compared without regard to case (CiString)."""

    def __init__(self, keys: Iterable[Key]) -> None:
        """keys: every key this charger knows, with its default."""
        self._keys = {key.name.lower(): key for key in keys}
        self._values = {name: key.default or "" for name, key in self._keys.items()}
        self._listeners: dict[str, Listener] = {}

    def text(self, name: str) -> str:
        """The value as it is written."""
        return self._values[name.lower()]

    def number(self, name: str) -> int:
        """The value of an integer key."""
        return int(self.text(name))

    def flag(self, name: str) -> bool:
        """The value of a boolean key."""
        return self.text(name).lower() == "true"

    def words(self, name: str) -> list[str]:
        """The items of a comma-separated list."""
        return [word.strip() for word in self.text(name).split(",") if word.strip()]

    def set(self, name: str, value: str) -> None:
        """Write from inside the charger (or its installer): no rights are asked."""
        self._values[name.lower()] = value
        self._tell(name.lower())

    def when_changed(self, name: str, listener: Listener) -> None:
        """Call `listener` with the new value after each change of the key."""
        self._listeners[name.lower()] = listener

    def change(self, name: str, value: str) -> ConfigurationStatus:
        """What ChangeConfiguration does and answers (§5.3)."""
        key = self._keys.get(name.lower())
        if key is None:
            return ConfigurationStatus.not_supported
        if key.readonly or not key.check(value):
            return ConfigurationStatus.rejected
        self._values[name.lower()] = value
        if key.needs_reboot:
            return ConfigurationStatus.reboot_required
        self._tell(name.lower())
        return ConfigurationStatus.accepted

    def report(self, names: Iterable[str]) -> tuple[list[KeyValue], list[str]]:
        """What GetConfiguration answers: known keys, and the names nobody knows (§5.8).

        No names at all means every key. Write-only keys are named without their value.
        """
        asked = list(names)
        if not asked:
            return [self._shown(name) for name in self._keys], []
        known = [self._shown(name.lower()) for name in asked if name.lower() in self._keys]
        return known, [name for name in asked if name.lower() not in self._keys]

    def _shown(self, name: str) -> KeyValue:
        key = self._keys[name]
        value = None if key.write_only else self._values[name]
        return KeyValue(key=key.name, readonly=key.readonly, value=value)

    def _tell(self, name: str) -> None:
        listener = self._listeners.get(name)
        if listener:
            listener(self._values[name])
