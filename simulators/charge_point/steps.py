"""The things that can happen in a scenario, as values."""

from dataclasses import dataclass, fields

from simulators.charge_point.behaviour import Manner
from simulators.charge_point.face import TimestampStyle


def _fact(name: str, value: object) -> str:
    """One field in words; what is the same in every scenario is left out."""
    match name, value:
        case ("patience_s", _) | ("battery_wh", 0) | ("tag", "<tag>"):
            return ""
        case ("power_w", _):
            return f"{value} W"
        case ("seconds", int(seconds)) if seconds >= 120 and seconds % 60 == 0:
            return f"{seconds // 60} min"
        case ("seconds", _):
            return f"{value} s"
        case ("connector", _):
            return f"connector {value}"
        case _:
            return str(value)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens."""

    def sentence(self) -> str:
        """The step in words, for the progress output."""
        words = "".join(f" {c.lower()}" if c.isupper() else c for c in type(self).__name__)
        facts = [_fact(field.name, getattr(self, field.name)) for field in fields(self)]
        return " · ".join([words.strip(), *(fact for fact in facts if fact)])


@dataclass(frozen=True, slots=True)
class Boot(Step):
    """Switch the power on and wait until registered."""

    patience_s: int = 600


@dataclass(frozen=True, slots=True)
class Wait(Step):
    """Let time pass."""

    seconds: int


@dataclass(frozen=True, slots=True)
class PresentTag(Step):
    """Hold the driver's card (or another) to the reader."""

    connector: int = 1
    tag: str = "<tag>"


@dataclass(frozen=True, slots=True)
class PlugIn(Step):
    """Connect a car. battery_wh 0: it never gets full."""

    connector: int = 1
    power_w: int = 11_000
    battery_wh: int = 0


@dataclass(frozen=True, slots=True)
class Unplug(Step):
    """Take the cable out of the car."""

    connector: int = 1


@dataclass(frozen=True, slots=True)
class CarPauses(Step):
    """The car stops drawing power."""

    connector: int = 1


@dataclass(frozen=True, slots=True)
class CarGoesOn(Step):
    """The car draws power again."""

    connector: int = 1


@dataclass(frozen=True, slots=True)
class LosePower(Step):
    """The charger's supply fails."""


@dataclass(frozen=True, slots=True)
class BreakLine(Step):
    """The network fails; the charger goes on alone."""


@dataclass(frozen=True, slots=True)
class MendLine(Step):
    """The network is back."""


@dataclass(frozen=True, slots=True)
class DropConnection(Step):
    """The connection dies once; the charger dials again at once."""


@dataclass(frozen=True, slots=True)
class LoseAnswers(Step):
    """The next answers to an action never arrive."""

    action: str
    times: int = 1


@dataclass(frozen=True, slots=True)
class SetClock(Step):
    """Put the charger's clock wrong. moment: ISO 8601 with a zone."""

    moment: str


@dataclass(frozen=True, slots=True)
class WriteTime(Step):
    """Write times in another way from now on."""

    style: TimestampStyle


@dataclass(frozen=True, slots=True)
class Configure(Step):
    """Set a configuration key at the charger itself."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class Behave(Step):
    """Treat a command in a certain manner from now on."""

    action: str
    manner: Manner


@dataclass(frozen=True, slots=True)
class Raw(Step):
    """Send a frame as written, with `<tag>`, `<now>` and `<transaction>` filled in.

    answer: `result`, the code of the CALLERROR that is expected, or `nothing`. The
    transactionId of the answer, if it has one, is what `<transaction>` stands for afterwards.
    """

    frame: str
    answer: str = "result"


@dataclass(frozen=True, slots=True)
class AwaitCommand(Step):
    """Stand still until the central system has sent this command.

    patience_s is wall time.
    """

    action: str
    patience_s: int = 60


@dataclass(frozen=True, slots=True)
class AwaitStatus(Step):
    """Let time pass until a connector is in this state."""

    status: str
    connector: int = 1
    patience_s: int = 600


@dataclass(frozen=True, slots=True)
class AwaitDelivery(Step):
    """Let time pass until every transaction message was delivered."""

    patience_s: int = 3600


@dataclass(frozen=True, slots=True)
class ExpectBacklog(Step):
    """At least this many transaction messages wait undelivered."""

    at_least: int
