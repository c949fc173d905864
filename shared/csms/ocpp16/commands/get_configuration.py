"""GetConfiguration (§5.8, §6.23): read configuration keys."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from ocpp.v16 import call

from csms.domain.charger_limits import ChargerLimits
from csms.domain.command import CommandState
from csms.domain.errors import Refused
from csms.ocpp16.answer import Answer
from csms.ocpp16.commands.wire import wire_payload
from csms.ocpp16.configuration_keys import MOST_KEYS


@dataclass(frozen=True, slots=True)
class ConfigurationKey:
    """One key as the charger reports it; value: None when it has none to show."""

    key: str
    value: str | None
    is_read_only: bool


@dataclass(frozen=True, slots=True)
class ConfigurationAnswer(Answer):
    """What the charger has; unknown_keys: which of the asked ones it does not know."""

    entries: tuple[ConfigurationKey, ...] = ()
    unknown_keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GetConfiguration:
    """keys: empty asks for all, whatever GetConfigurationMaxKeys says."""

    ACTION: ClassVar[str] = "GetConfiguration"

    keys: tuple[str, ...] = ()

    def payload(self) -> dict[str, Any]:
        """The payload of GetConfiguration.req; without a list all keys are meant."""
        return wire_payload(call.GetConfiguration(key=list(self.keys) or None))

    @classmethod
    def from_payload(cls, payload: Mapping[str, Any]) -> Self:
        """The command that a stored payload was made of."""
        return cls(tuple(payload.get("key", ())))

    def require(self, limits: ChargerLimits) -> None:
        """GetConfigurationMaxKeys bounds a list of keys, never the question for all of them."""
        most = limits.number(MOST_KEYS)
        if most is not None and len(self.keys) > most:
            raise Refused(f"This charger tells {most} keys at once, or all.", "too-many-keys")

    @staticmethod
    def read_answer(payload: Mapping[str, Any]) -> ConfigurationAnswer:
        """Every answer is an acceptance, also one that knows none of the keys."""
        entries = tuple(
            ConfigurationKey(entry["key"], entry.get("value"), entry["readonly"])
            for entry in payload.get("configurationKey", ())
        )
        return ConfigurationAnswer(
            CommandState.ACCEPTED,
            "Accepted",
            entries=entries,
            unknown_keys=tuple(payload.get("unknownKey", ())),
        )
